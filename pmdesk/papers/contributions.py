"""The account of contributions: all organisations in one table, then each with its own words beside it."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_contributions import ContributionFigures, PartnerPart
from pmdesk.figures.paper_values import Cell, Column, Group
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.lettering import break_lines
from pmdesk.papers.sheet import BODY, PART, SMALL, Sheet, heading, write
from pmdesk.papers.tables import COMPACT, beginning, table


def contributions(figures: ContributionFigures, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    title = words("What partners undertook and delivered")
    occasion = words("Contributions, targets of {year}", year=figures.year)
    sheet = Sheet(title, figures.council, occasion, figures.made_on, words)
    write(sheet, "P", figures.summary, BODY, above=10)
    write(sheet, "P", figures.unsettled, SMALL, above=4)
    heading(sheet, words("The organisations in brief"), keep=90)
    write(sheet, "P", figures.note, SMALL, below=4)
    table(sheet, figures.columns, (Group("", figures.rows),), COMPACT)
    for each in figures.parts:
        _part(sheet, each, words)
    return sheet.finish()


def _part(sheet: Sheet, each: PartnerPart, words: Words) -> None:
    first = beginning(each.columns, each.rows, COMPACT) if each.rows else 30
    write(sheet, "H2", each.name, PART, above=22, keep=first + 80)
    _table(sheet, words("What it undertook"), each.undertakings, each.columns, each.rows)
    if each.targets:
        _table(sheet, words("Its targets"), each.targets, each.target_columns, each.target_rows)
    exchanges(sheet, each.exchanges, words, level=3, named=True)
    heading(sheet, words("In its own words"), keep=40, level=3)
    write(sheet, "P", each.silent, BODY)
    for said in each.said:
        write(sheet, "P", said.heading, SMALL, above=4, keep=30)
        for line in said.text.split("\n"):  # word for word: no list is made of it
            write(sheet, "P", line, BODY)


def _table(
    sheet: Sheet, title: str, said: str, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> None:
    """A heading, a sentence and a table that stay together where the table begins."""
    first = beginning(columns, rows, COMPACT) if rows else 0
    heading(
        sheet, title, keep=first + 4 + BODY.leading * len(break_lines(said, BODY, sheet.measure)), level=3
    )
    write(sheet, "P", said, BODY, below=4, keep=first)
    if rows:
        table(sheet, columns, (Group("", rows),), COMPACT)
