"""A heading, a sentence and a table that stay together where the table begins."""

from pmdesk.figures.paper_scrutiny import Block
from pmdesk.figures.paper_values import Group
from pmdesk.papers.sheet import BODY, Sheet, heading, write
from pmdesk.papers.tables import COMPACT, beginning, table


def block(sheet: Sheet, each: Block) -> None:
    """Draw one; without rows only heading and sentence."""
    first = beginning(each.columns, each.rows, COMPACT) if each.rows else 0
    heading(sheet, each.heading, keep=first + 2 * BODY.leading)
    write(sheet, "P", each.said, BODY, below=4, keep=first)
    if each.rows:
        table(sheet, each.columns, (Group("", each.rows),), COMPACT)
