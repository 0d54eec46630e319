"""The validation of the framework: how the heads are scored, on what, and how far it is to the floors."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_validation import ValidationFigures
from pmdesk.papers.blocks import block
from pmdesk.papers.sheet import BODY, SMALL, SUB, Sheet, prose, write


def validation(figures: ValidationFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    sheet = Sheet(
        figures.title, figures.council, words("Validation of the framework"), figures.made_on, words
    )
    write(sheet, "P", figures.quiet, SUB, above=3)
    write(sheet, "P", figures.standing, BODY, above=10)
    if figures.summary:
        sheet.y -= 6
        prose(sheet, figures.summary)
    for each in figures.blocks:
        block(sheet, each)
    write(sheet, "P", figures.note, SMALL, above=14)
    return sheet.finish()
