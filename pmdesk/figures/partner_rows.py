"""A partner of a partnership as a row: on the partnership's page it names who, on theirs it names where."""

from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.words import Words
from pmdesk.figures.record_page import Cell, Column, Edit, Lead, Record, Row, word


def has_left(partner: Record, today: str) -> bool:
    """Whether its last day in the partnership has passed."""
    return (last_day(partner.get("left")) or "9999") < today


def partner_columns(first: str, words: Words) -> tuple[Column, ...]:
    """The columns of `partner_row`, the first under its own heading."""
    return (
        Column(first, 40, strong=True),
        Column(words("Role"), 28),
        Column(words("Joined"), 16),
        Column(words("Left"), 16),
    )


def partner_row(partner: Record, name: Cell, words: Words) -> Row:
    """The row of one partner; all but its name leads to its form."""
    lead = Lead("edit", Edit("partner", word(partner, "id")))
    joined, left = (say_date(partner.get(when), words) for when in ("joined", "left"))
    cells = (name, *(Cell(text, lead=lead) for text in (word(partner, "role"), joined, left)))
    return Row(cells, "partner", word(partner, "id"))
