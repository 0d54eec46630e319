"""The pack for scrutiny: each question a heading, a sentence and a table."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_scrutiny import Block, ScrutinyFigures
from pmdesk.figures.paper_values import Group
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.sheet import BODY, Sheet, heading, write
from pmdesk.papers.tables import COMPACT, beginning, table


def scrutiny(figures: ScrutinyFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    title = words("Partnerships, for scrutiny")
    sheet = Sheet(title, figures.council, figures.occasion, figures.made_on, words)
    write(sheet, "P", figures.summary, BODY, above=10)
    for each in figures.blocks:
        _block(sheet, each)
    exchanges(sheet, figures.exchanges, words, named=True)
    return sheet.finish()


def _block(sheet: Sheet, each: Block) -> None:
    """The heading, its sentence and the beginning of the table stay together."""
    first = beginning(each.columns, each.rows, COMPACT) if each.rows else 0
    heading(sheet, each.heading, keep=first + 2 * BODY.leading)
    write(sheet, "P", each.said, BODY, below=4, keep=first)
    if each.rows:
        table(sheet, each.columns, (Group("", each.rows),), COMPACT)
