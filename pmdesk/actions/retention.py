"""People who have been gone for longer than the council keeps them, and those of whom data came in again."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pmdesk.actions.erasing import written_again
from pmdesk.actions.remembering import remember, remembered
from pmdesk.domain.appointment import held_between
from pmdesk.domain.dates import last_day
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import USUAL_YEARS, YEARS_KEPT
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

_CHOICE = "retention-years"


class Gone(NamedTuple):
    """A person who has gone: since which day (ISO), and how many records still name them.

    `by_seat` says that no day of leaving is known: it is the day on which their last seat ended.
    """

    person: str
    name: str
    kind: str
    since: str
    by_seat: bool
    named: int


class Again(NamedTuple):
    """A person who was erased, of whom so many values came in afterwards from another laptop."""

    person: str
    name: str
    values: int


class Retention(NamedTuple):
    """What the page and the command line list."""

    years: int
    gone: tuple[Gone, ...]
    again: tuple[Again, ...]


def years_kept(register: Register) -> int:
    """For how many years after they have gone people are kept, as chosen on this laptop; six till then."""
    chosen = remembered(register, _CHOICE)
    return int(chosen) if chosen.isdigit() and int(chosen) in YEARS_KEPT else USUAL_YEARS


def keep_for(register: Register, years: int) -> None:
    """Choose for how many years."""
    remember(register, _CHOICE, str(years))


def retention(register: Register, today: str, years: int | None = None) -> Retention:
    """Those who left more than `years` years before `today`, the longest gone first."""
    years = years_kept(register) if years is None else years
    rows = gone_for_long(register.all("person"), register.all("appointment"), today, years)
    gone = tuple(
        Gone(str(row["id"]), str(row["name"] or ""), str(row["kind"] or ""), since, by_seat,
             _naming(register, str(row["id"])))
        for row, since, by_seat in rows
    )  # fmt: skip
    again = [
        Again(person, str((register.get("person", person) or {}).get("name") or ""), n)
        for person, n in written_again(register).items()
    ]
    return Retention(years, gone, tuple(again))


def gone_for_long(
    people: Iterable[Row], seats: Iterable[Row], today: str, years: int
) -> list[tuple[Row, str, bool]]:
    """(the person, since when, whether by their last seat) of those, out of all people and their seats."""
    limit, by_person = _years_before(today, years), dict[str, list[Row]]()
    for seat in seats:
        by_person.setdefault(str(seat["person"]), []).append(seat)
    found = list[tuple[Row, str, bool]]()
    for row in people:
        theirs = by_person.get(str(row["id"]), [])
        since, by_seat = _gone_since(row, theirs)
        if since and since < limit and not any(held_between(seat, today, today) for seat in theirs):
            found.append((row, since, by_seat))
    return sorted(found, key=lambda each: (each[1], str(each[0]["name"] or "")))


def _gone_since(row: Row, seats: list[Row]) -> tuple[str, bool]:
    """The day a person left, else the day the last of their seats ended; '' for one who has not."""
    if row["ends"]:
        return last_day(row["ends"]) or "", False
    ends = [last_day(seat["ends"]) for seat in seats]
    return (max(day for day in ends if day), True) if ends and all(ends) else ("", False)


def _naming(register: Register, person: str) -> int:
    """How many records refer to a person."""
    return sum(
        register.count(entity.name, **{field.name: person})
        for entity in ENTITIES.values()
        for field in entity.references
        if field.refers == "person" and not entity.sealed
    )


def _years_before(today: str, years: int) -> str:
    """The same day so many years before; 28 February for the 29th where there was none.

    >>> _years_before("2028-02-29", 6)
    '2022-02-28'
    """
    day = date.fromisoformat(today)
    try:
        return day.replace(year=day.year - years).isoformat()
    except ValueError:
        return day.replace(year=day.year - years, day=28).isoformat()
