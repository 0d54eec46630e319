"""At Annual Council: which seats are decided, where one term ends and how long the next one runs."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, TypeVar

from pmdesk.domain.appointment import is_vacancy
from pmdesk.domain.dates import days_between, first_day, last_day
from pmdesk.domain.terms import end_by_rule

Record = Mapping[str, object]
R = TypeVar("R", bound=Record)

# A term known by its month only is over some weeks before the next may begin, and is one time in the seat.
NEAR = 31


class Sitting(NamedTuple):
    """An Annual Council: the year it opens, the day it meets, and the day of the next where that is known."""

    year: str
    opening: str
    next_one: str | None = None

    @property
    def before(self) -> str:
        """The last day of the year that closes."""
        return _day(self.opening, -1)

    @property
    def closing(self) -> str:
        """The last day of the year that opens; where the next Annual Council has no date yet, a year on."""
        return _day(self.next_one or _later(self.opening, 1), -1)


def term_runs_to(rule: object, starts: str, sitting: Sitting) -> str:
    """The end of a new term as the register has it: by the body's rule, else the municipal year that opens.

    >>> at = Sitting("2026-27", "2026-05-20", "2027-05-19")
    >>> term_runs_to("4 years from Annual Council", "2026-05-20", at), term_runs_to("", "2026-06-11", at)
    ('2030-05', '2027-05-18')
    """
    year = sitting.closing if sitting.next_one else _later(sitting.opening, 1)[:7]
    return end_by_rule(rule, starts) or year


def ends_on(seat: Record, rule: object) -> str | None:
    """The last day of a seat's term: as written, else as long as the body's rule says from its first day.

    >>> ends_on({"starts": "2022-06-15", "ends": None}, "4 years")
    '2026-06-14'
    """
    return last_day(seat.get("ends")) or last_day(end_by_rule(rule, seat.get("starts")))


def handover(seat: Record, sitting: Sitting) -> tuple[str | None, str]:
    """(the day on which the old term must now end, the first day of the next).

    A term that ends within the new year is held to its end (None: nothing changes); every other one ends the
    day before Annual Council, so that nobody holds a seat twice and nobody owes a return for one day.

    >>> at = Sitting("2026-27", "2026-05-20", "2027-05-19")
    >>> handover({"ends": "2026-06-10"}, at), handover({"ends": "2026-05-20"}, at)
    ((None, '2026-06-11'), ('2026-05-19', '2026-05-20'))
    """
    first, last = first_day(seat.get("ends")), last_day(seat.get("ends"))
    if first and last and first > sitting.opening and last < sitting.closing:
        return None, _day(last, 1)
    if last and last <= sitting.before:
        return None, sitting.opening
    return sitting.before, sitting.opening


def begins_with(seat: Record, sitting: Sitting) -> bool:
    """Whether an appointment is one of the year that opens: it begins at this Annual Council or after it."""
    began = first_day(seat.get("starts"))
    return began is not None and began >= sitting.opening


def latest_of(seat: Record, followers: Mapping[str, R], sitting: Sitting) -> R | None:
    """The last appointment of those that follow a seat, one upon the other; None where none does.

    `followers` maps an appointment's id to the one that follows it. What begins after the year that opens
    is for a later sitting.
    """
    found: R | None = None
    seen = {str(seat["id"])}
    after = followers.get(str(seat["id"]))
    while after is not None and str(after["id"]) not in seen:
        began = first_day(after.get("starts"))
        if began and began > _day(sitting.closing, 1):
            break
        seen.add(str(after["id"]))
        found, after = after, followers.get(str(after["id"]))
    return found


def decision(seat: Record, latest: Record | None, rule: object, sitting: Sitting) -> str:
    """What was decided about a seat: renewed, changed, filled or ended; else vacant, runs_on or undecided.

    The seat is of the year that closes, `latest` what follows it; 'runs_on' is a term past the new year.

    >>> at = Sitting("2026-27", "2026-05-20", "2027-05-19")
    >>> decision({"person": "a", "ends": "2026-05-20"}, None, "", at)
    'undecided'
    >>> decision({"person": "a", "ends": "2027-05"}, None, "", at)
    'runs_on'
    """
    if latest is not None and not is_vacancy(latest):
        if is_vacancy(seat):
            return "filled"
        return "renewed" if latest["person"] == seat["person"] else "changed"
    if is_vacancy(seat):
        return "vacant"
    ends = ends_on(seat, rule)
    if latest is not None or (seat.get("ended_because") and ends and ends <= sitting.closing):
        return "ended"
    # The month of the next Annual Council is that of its meeting: it is decided there.
    return "runs_on" if ends and ends > sitting.closing else "undecided"


def held_since(seat: Record, others: Iterable[Record]) -> tuple[str, int]:
    """(since when, in which term) the person has held a seat on this body without a break.

    `others` are all appointments to the body; a break of a month or less is none.

    >>> one = {"id": "1", "person": "a", "starts": "2019-05-21", "ends": "2023-05"}
    >>> two = {"id": "2", "person": "a", "starts": "2023-05-23", "ends": "2027-05"}
    >>> held_since(two, [one, two])
    ('2019-05-21', 2)
    """
    since, terms, began = str(seat.get("starts") or ""), 1, first_day(seat.get("starts"))
    earlier = [each for each in others if _is_earlier(each, seat)]
    for each in sorted(earlier, key=lambda row: str(row.get("starts") or ""), reverse=True):
        last = last_day(each.get("ends"))
        if began is None or last is None or days_between(last, began) > NEAR:
            break
        since, terms, began = str(each.get("starts") or ""), terms + 1, first_day(each.get("starts"))
    return since, terms


def _is_earlier(each: Record, seat: Record) -> bool:
    mine = each.get("person") == seat.get("person") and each["id"] != seat["id"]
    return mine and str(each.get("starts") or "") < str(seat.get("starts") or "")


@lru_cache(maxsize=1024)
def _day(day: str, step: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=step)).isoformat()


def _later(day: str, years: int) -> str:
    """The same day some years on; where there is no 29 February, the 28th."""
    began = date.fromisoformat(day)
    try:
        return began.replace(year=began.year + years).isoformat()
    except ValueError:
        return began.replace(year=began.year + years, day=28).isoformat()
