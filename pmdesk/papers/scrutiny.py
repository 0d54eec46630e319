"""The pack for scrutiny: each question a heading, a sentence and a table."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_scrutiny import ScrutinyFigures
from pmdesk.papers.blocks import block
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.sheet import BODY, Sheet, write


def scrutiny(figures: ScrutinyFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    title = words("Partnerships, for scrutiny")
    sheet = Sheet(title, figures.council, figures.occasion, figures.made_on, words)
    write(sheet, "P", figures.summary, BODY, above=10)
    for each in figures.blocks:
        block(sheet, each)
    exchanges(sheet, figures.exchanges, words, named=True)
    return sheet.finish()
