"""How many of a body's seats are filled today and how many stand empty: one rule for all who ask."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.appointment import is_vacancy
from pmdesk.domain.seat_gaps import standing

Row = Mapping[str, object]


class Seats(NamedTuple):
    """A body's seats: all of them, those filled and those empty. Substitutes are not counted."""

    seats: int
    filled: int
    vacancies: int


def seats_now(appointments: Iterable[Row], today: str) -> list[Row]:
    """The appointments (with or without a person) that stand on a day (ISO), substitutes left out."""
    return standing([seat for seat in appointments if seat.get("capacity") != "substitute"], today)


def seats_of(body: Row, appointments: Iterable[Row], today: str) -> Seats:
    """A body's seats on a day; those without any appointment are empty too (field.md, rule 16).

    >>> seats_of({"seats": 3}, [{"person": "a"}, {"person": None}], "2026-04-27")
    Seats(seats=3, filled=1, vacancies=2)
    """
    now = seats_now(appointments, today)
    empty = sum(is_vacancy(seat) for seat in now)
    filled = len(now) - empty
    said = body.get("seats")
    allowed = said if isinstance(said, int) else 0
    vacancies = max(empty, allowed - filled)
    return Seats(filled + vacancies, filled, vacancies)
