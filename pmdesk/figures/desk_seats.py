"""The desk's groups about seats: those that stand empty, and terms about to end (field.md, rule 16)."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.appointment import is_vacancy
from pmdesk.domain.dates import days_between, last_day, say_date
from pmdesk.domain.words import N_, Words
from pmdesk.figures.desk_groups import People, Row, name_of
from pmdesk.figures.desk_items import Item, coming
from pmdesk.figures.seats import Seats, seats_now

_TERMS = (N_("{name}’s term ends"), N_("{name}’s second term ends"), N_("{name}’s third term ends"))


def vacancy_items(
    bodies: Sequence[Row],
    seats: Mapping[str, Seats],
    by_body: Mapping[object, list[Row]],
    people: People,
    today: str,
    words: Words,
) -> list[Item]:
    """Bodies with an empty seat, one line for each body."""
    items = []
    for body in bodies:
        count = seats[str(body["id"])]
        if not count.vacancies:
            continue
        standing = seats_now(by_body.get(body["id"], ()), today)
        since = min(
            (str(seat["starts"]) for seat in standing if is_vacancy(seat) and seat.get("starts")), default=""
        )
        when = words("since {day}", day=say_date(since, words)) if since else ""
        quiet = words.plural(
            count.seats, "its one seat is empty", "{empty} of {n} seats empty", empty=count.vacancies
        )
        items.append(_item("close", body, quiet, people, when, words("Fill the seat")))
    return items


def term_items(
    bodies: Sequence[Row],
    by_body: Mapping[object, list[Row]],
    people: People,
    today: str,
    warning: int,
    words: Words,
) -> list[Item]:
    """Terms that end within `warning` days: one line for each body and day, the nearest first."""
    found: list[tuple[str, Item]] = []
    for body in bodies:
        held = by_body.get(body["id"], [])
        filled = [seat for seat in seats_now(held, today) if not is_vacancy(seat)]
        for day, ending in _ending(filled, today, warning).items():
            quiet = _ends(ending, filled, held, people, words)
            when = coming(day, today, words)
            found.append((day, _item("clock", body, quiet, people, when, words("Plan appointments"))))
    return [item for _, item in sorted(found, key=lambda each: (each[0], each[1].title))]


def _item(shape: str, body: Row, quiet: str, people: People, when: str, go: str) -> Item:
    """A line about a body, for its link officer, that leads to its page."""
    name, officer = str(body.get("name") or ""), name_of(body.get("link_officer"), people)
    return Item(shape, name, quiet, officer, when, go, "bodies", "outside_body", str(body["id"]))


def _ending(filled: Sequence[Row], today: str, warning: int) -> dict[str, list[Row]]:
    ending: dict[str, list[Row]] = {}
    for seat in filled:
        day = last_day(seat.get("ends"))
        if day and 0 <= days_between(today, day) <= warning:
            ending.setdefault(day, []).append(seat)
    return ending


def _ends(
    ending: Sequence[Row], filled: Sequence[Row], held: Sequence[Row], people: People, words: Words
) -> str:
    if len(ending) > 1 and len(ending) == len(filled):
        return words("all {n} seats end on one day", n=len(ending))
    if len(ending) > 1:
        return words("{n} of {m} seats end on one day", n=len(ending), m=len(filled))
    seat = ending[0]
    before = sum(
        other.get("person") == seat.get("person")
        and str(other.get("starts") or "") < str(seat.get("starts") or "")
        for other in held
    )
    return words(_TERMS[min(before, len(_TERMS) - 1)], name=name_of(seat.get("person"), people))
