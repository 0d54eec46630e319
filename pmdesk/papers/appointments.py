"""The list of appointments for Annual Council: what is to be filled, then every body, then the balance."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_appointments import AppointmentsPaper, Rows
from pmdesk.figures.paper_values import Column, Group
from pmdesk.papers.sheet import BODY, Sheet, heading, write
from pmdesk.papers.tables import COMPACT, beginning, table


def appointments(paper: AppointmentsPaper, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    sheet = Sheet(paper.title, paper.council, paper.occasion, paper.made_on, words)
    write(sheet, "P", paper.intro, BODY, above=8)
    _part(sheet, words("Seats to be filled"), paper.empty_columns, paper.empty)
    rows = [row for group in paper.groups for row in group.rows]
    heading(sheet, words("Appointments"), keep=beginning(paper.columns, rows, COMPACT) + 24)
    if rows:
        table(sheet, paper.columns, paper.groups, COMPACT)
    else:
        write(sheet, "P", words("There are no entries yet."), BODY)
    _part(sheet, words("Bodies the council stops appointing to"), paper.left_columns, paper.left)
    if paper.balance:
        keep = beginning(paper.balance_columns, paper.balance_rows, COMPACT) + 2 * BODY.leading
        heading(sheet, words("Political balance"), keep=keep)
        write(sheet, "P", paper.balance, BODY, below=4)
        table(sheet, paper.balance_columns, (Group("", paper.balance_rows),), COMPACT)
    return sheet.finish()


def _part(sheet: Sheet, title: str, columns: tuple[Column, ...], rows: Rows) -> None:
    """A heading and its table; nothing at all where there are no rows."""
    if rows:
        heading(sheet, title, keep=beginning(columns, rows, COMPACT))
        table(sheet, columns, (Group("", rows),), COMPACT)
