"""Term gaps, listed before they happen (field.md, rule 16): seats that are or will be empty, from when."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.dates import first_day, last_day
from pmdesk.domain.outside_body import is_current

Row = Mapping[str, object]

# In the order of their urgency where they fall on one day.
KINDS = ("vacant", "no_appointment", "together", "ending", "substitute")
MONTHS_AHEAD = 12


class Gap(NamedTuple):
    """Seats of a body that stand empty or will.

    `kind`: 'vacant', an appointment without a person; 'no_appointment', seats for which there is none;
    'together', the last terms held all end on one day; 'ending', a term ends with nobody following;
    'substitute', a substitute's seat in any of these ways. `day` is the last day that the seats are filled,
    None when they are empty now; `filled_on` the day (ISO) they are filled again, where that is known.
    """

    kind: str
    body: str
    many: int
    day: str | None = None
    seats: tuple[str, ...] = ()
    filled_on: str | None = None
    statutory: bool = False


def gaps_of(body: Row, appointments: Iterable[Row], today: str, until: str) -> list[Gap]:
    """The gaps of one body from today to day `until` (ISO); an ended or ceased body has none.

    Two seats, both until 31 May 2026 and nobody following, of which the body allows three:

    >>> both = [{"id": "1", "person": "a", "ends": "2026-05-31"}]
    >>> both += [{"id": "2", "person": "b", "ends": "2026-05"}]
    >>> found = gaps_of({"id": "x", "seats": 3}, both, "2026-04-27", "2027-04-27")
    >>> [(gap.kind, gap.many, gap.day) for gap in found]
    [('no_appointment', 1, None), ('together', 2, '2026-05-31')]

    One of them is followed at once, the other not:

    >>> after = {"id": "3", "person": "c", "starts": "2026-06-01", "follows": "1"}
    >>> found = gaps_of({"id": "x", "seats": 2}, [*both, after], "2026-04-27", "2027-04-27")
    >>> [(gap.kind, gap.many, gap.day, gap.seats) for gap in found]
    [('ending', 1, '2026-05-31', ('2',))]
    """
    if not is_current(body):
        return []
    every = list(appointments)
    members = [seat for seat in every if seat.get("capacity") != "substitute"]
    spare = [seat for seat in every if seat.get("capacity") == "substitute"]
    found = [
        *_empty_now(body, members, body.get("seats"), today),
        *_empty_later(body, members, today, until),
    ]
    for gap in (
        *_empty_now(body, spare, body.get("substitutes"), today),
        *_empty_later(body, spare, today, until),
    ):
        found.append(gap._replace(kind="substitute"))
    return sorted(found, key=order)


def order(gap: Gap) -> tuple[bool, bool, str, int]:
    """Seats the law requires come first, substitutes last; then by the day they are empty."""
    return (not gap.statutory, gap.kind == "substitute", gap.day or "", KINDS.index(gap.kind))


def months_after(day: str, months: int) -> str:
    """The ISO day some months on, the last of its month where it is shorter.

    >>> months_after("2026-08-31", 6), months_after("2026-04-27", 12)
    ('2027-02-28', '2027-04-27')
    """
    at = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    last = last_day(f"{at // 12:04d}-{at % 12 + 1:02d}")
    return f"{at // 12:04d}-{at % 12 + 1:02d}-{min(day[8:], str(last)[8:])}"


def standing(seats: Sequence[Row], today: str) -> list[Row]:
    """The appointments, with or without a person, that stand on a day; a vacancy that was filled is over.

    >>> vacancy, after = {"id": "1"}, {"id": "2", "person": "a", "follows": "1"}
    >>> standing([vacancy, after], "2026-04-27") == [after]
    True
    """
    held = [seat for seat in seats if held_between(seat, today, today)]
    filled = {seat["follows"] for seat in held if seat.get("follows") and not is_vacancy(seat)}
    return [seat for seat in held if not (is_vacancy(seat) and seat.get("id") in filled)]


def following(seats: Sequence[Row], today: str) -> dict[str, Row]:
    """Who follows whom: {id of a seat that stands today: the appointment that takes it over}.

    An appointment says itself which one it follows. One to come that says nothing takes over the seat that
    ends first, ends no later than it starts and is not followed yet. A vacancy follows nobody.
    """
    held = standing(seats, today)
    named = {str(seat["follows"]): seat for seat in seats if seat.get("follows") and not is_vacancy(seat)}
    found = {str(seat["id"]): named[str(seat["id"])] for seat in held if str(seat["id"]) in named}
    free = sorted(
        (seat for seat in seats if _to_come(seat, today) and not seat.get("follows")),
        key=lambda seat: str(first_day(seat.get("starts"))),
    )
    for seat in sorted(held, key=lambda seat: last_day(seat.get("ends")) or ""):
        ends = first_day(seat.get("ends"))
        after = [each for each in free if ends and ends <= str(first_day(each.get("starts")))]
        if after and str(seat["id"]) not in found:
            found[str(seat["id"])] = after[0]
            free.remove(after[0])
    return found


def _to_come(seat: Row, today: str) -> bool:
    starts = first_day(seat.get("starts"))
    return not is_vacancy(seat) and starts is not None and starts > today


def _empty_now(body: Row, seats: Sequence[Row], allowed: object, today: str) -> list[Gap]:
    held, after = standing(seats, today), following(seats, today)
    found = list[Gap]()
    for seat in held:
        if is_vacancy(seat):
            begins = after.get(str(seat["id"]), {}).get("starts")
            found.append(_gap("vacant", body, [seat], filled_on=first_day(begins)))
    missing = (allowed if isinstance(allowed, int) else 0) - len(held)
    if missing > 0:
        taken = {each["id"] for each in after.values()}
        coming = sorted(
            str(first_day(seat.get("starts")))
            for seat in seats
            if _to_come(seat, today) and seat["id"] not in taken
        )
        filled_on = coming[missing - 1] if len(coming) >= missing else None
        found.append(_gap("no_appointment", body, [], many=missing, filled_on=filled_on))
    return found


def _empty_later(body: Row, seats: Sequence[Row], today: str, until: str) -> list[Gap]:
    held = [seat for seat in standing(seats, today) if not is_vacancy(seat)]
    after = following(seats, today)
    open_ends: dict[tuple[str, str | None], list[Row]] = {}
    for seat in held:
        day = last_day(seat.get("ends"))
        begins = first_day(after[str(seat["id"])].get("starts")) if str(seat["id"]) in after else None
        next_one = str(seat["id"]) in after
        if day is None or day > until or (next_one and (begins is None or begins <= _next_day(day))):
            continue
        open_ends.setdefault((day, begins), []).append(seat)
    found = list[Gap]()
    for (day, begins), ending in open_ends.items():
        if len(ending) > 1 and len(ending) == len(held):
            found.append(_gap("together", body, ending, day, begins))
        else:
            found += [_gap("ending", body, [seat], day, begins) for seat in ending]
    return found


def _gap(
    kind: str,
    body: Row,
    seats: Sequence[Row],
    day: str | None = None,
    filled_on: str | None = None,
    many: int = 0,
) -> Gap:
    ids = tuple(str(seat["id"]) for seat in seats)
    return Gap(
        kind, str(body["id"]), many or len(ids), day, ids, filled_on, body.get("statutory") in (True, 1)
    )


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
