"""The paper that says what was erased: the facts and counts of each, then what no program reaches."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_erasure import ErasedOne, ErasureFigures
from pmdesk.figures.paper_values import Group
from pmdesk.papers.sheet import BODY, Sheet, heading, prose, write
from pmdesk.papers.tables import COMPACT, table


def erasure_paper(figures: ErasureFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    sheet = Sheet(words("People’s data erased"), figures.council, figures.occasion, figures.made_on, words)
    write(sheet, "P", figures.intro, BODY, above=6)
    for each in figures.erased:
        _one(sheet, figures, each, words)
    if figures.erased:
        heading(sheet, words("What it does not reach"), keep=60)
        prose(sheet, "\n".join(f"- {line}" for line in figures.not_reached))
    return sheet.finish()


def _one(sheet: Sheet, figures: ErasureFigures, each: ErasedOne, words: Words) -> None:
    heading(sheet, each.heading, keep=120)
    write(sheet, "P", each.record, BODY)
    if each.reason:
        prose(sheet, words("Reason: {reason}", reason=each.reason))
    sheet.y -= 6
    table(sheet, figures.columns, (Group("", each.rows),), COMPACT)
