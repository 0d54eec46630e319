"""What is said of an update, a seat and a body in one word and one shape, the same in lists and on pages."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.dates import last_day
from pmdesk.domain.words import N_, Words
from pmdesk.figures.seats import seats_of

Record = Mapping[str, object]

# Code: (shape, word), the most urgent first; the order is also that of a list sorted by this column.
PILLS: Mapping[str, tuple[str, str]] = {
    "overdue": ("missed", N_("Overdue")),
    "vacancy": ("close", N_("Vacancy")),
    "returned": ("close", N_("Returned")),
    "draft": ("none", N_("Draft")),
    "submitted": ("met", N_("Submitted")),
    "not_due": ("clock", N_("Not due")),
    "accepted": ("complete", N_("Accepted")),
    "signed_off": ("complete", N_("Signed off")),
    "published": ("complete", N_("Published")),
    "replaced": ("none", N_("Replaced")),
    "ended": ("plain", N_("Ended")),
}
URGENCY = tuple(PILLS)
IN = ("submitted", "accepted", "published", "signed_off", "replaced")


class Year(NamedTuple):
    """A municipal year: its record, its label, its first and last day, and when annual updates are due."""

    id: str
    name: str
    first: str
    last: str
    due_on: str | None


def pill(code: str, words: Words) -> tuple[str, str] | None:
    """(shape, word) of a code; None for ''."""
    if not code:
        return None
    shape, said = PILLS[code]
    return shape, words(said)


def update_code(update: Record | None, due_on: str | None, today: str) -> str:
    """Where an annual or a progress update stands; one not in by its day is overdue, whatever its draft says.

    >>> update_code({"status": "draft"}, "2026-04-12", "2026-04-27"), update_code(None, None, "2026-04-27")
    ('overdue', 'not_due')
    """
    status = str(update.get("status") or "draft") if update else "not_due"
    if status in IN:
        return status
    if due_on and due_on < today:
        return "overdue"
    return status if status in PILLS else "draft"


def is_over(seat: Record, today: str) -> bool:
    """Whether an appointment's last day has passed."""
    ends = last_day(seat.get("ends"))
    return ends is not None and ends < today


def is_substitute(seat: Record) -> bool:
    return seat.get("capacity") == "substitute"


def owes(seat: Record, year: Year | None) -> bool:
    """Whether a seat owes an annual update for the year: it was held at some time in it."""
    return year is not None and not is_vacancy(seat) and held_between(seat, year.first, year.last)


def body_code(
    body: Record, seats: Sequence[Record], updates: Mapping[object, Record], year: Year | None, today: str
) -> str:
    """The most urgent thing to say of a body this year, '' for none; `updates` are the year's, by seat."""
    codes = {
        update_code(updates.get(seat["id"]), year.due_on, today)
        for seat in seats
        if year is not None and owes(seat, year)
    }
    if seats_of(body, seats, today).vacancies:
        codes.add("vacancy")
    if not codes and any(not is_vacancy(seat) and not is_over(seat, today) for seat in seats):
        codes.add("not_due")
    return next((code for code in URGENCY if code in codes), "")
