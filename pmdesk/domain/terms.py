"""Terms of office: what a body's term rule says, when a term that starts ends, and staggered ends."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.dates import first_day, last_day

Row = Mapping[str, object]

_NUMBERS = ("one", "two", "three", "four", "five", "six")
_YEARS = re.compile(rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})[\s-]*(?:years?|blynedd|mlynedd|flynedd)")
_ANNUAL = re.compile(r"^(?:annual(?:ly)?|yearly|each year|every year|blynyddol)\b")


def term_years(rule: object) -> int | None:
    """How many years a term rule gives; None when it does not say.

    >>> term_years("4 years from Annual Council"), term_years("Annual"), term_years("while in office")
    (4, 1, None)
    """
    text = str(rule or "").casefold().strip()
    if found := _YEARS.search(text):
        return _NUMBERS.index(found[1]) + 1 if found[1] in _NUMBERS else int(found[1])
    return 1 if _ANNUAL.match(text) else None


def from_annual_council(rule: object) -> bool:
    """Whether a term runs from one Annual Council to another, whose day years ahead nobody knows yet."""
    text = str(rule or "").casefold().strip()
    return "annual council" in text or "annual meeting" in text or bool(_ANNUAL.match(text))


def end_by_rule(rule: object, starts: object) -> str | None:
    """When a term that starts then ends by the rule, as exact as can be known; None when it does not say.

    From Annual Council it ends in the May of its last year, else the day before it would begin again.

    >>> end_by_rule("4 years from Annual Council", "2023-05-23"), end_by_rule("4 years", "2022-06-15")
    ('2027-05', '2026-06-14')
    >>> end_by_rule("3 years", "2024-05"), end_by_rule("while in office", "2024-05") is None
    ('2027-05', True)
    """
    years, first = term_years(rule), first_day(starts)
    if years is None or first is None:
        return None
    last = int(first[:4]) + years
    if from_annual_council(rule):
        # A seat taken after the May meeting, or before it, still ends with the meeting of the last year.
        return f"{last}-05"
    if starts != first:
        return f"{last}{str(starts)[4:]}"
    month, day = int(first[5:7]), int(first[8:])
    begins = date(last, 3, 1) if (month, day) == (2, 29) else date(last, month, day)
    return (begins - timedelta(days=1)).isoformat()


def is_longer(rule: object, starts: object, ends: object) -> bool:
    """Whether a term runs beyond what the rule gives; part dates reach as far as they can.

    >>> is_longer("3 years", "2024-04-01", "2027-03-31"), is_longer("3 years", "2024-04-01", "2028")
    (False, True)
    """
    allowed, last = last_day(end_by_rule(rule, starts)), first_day(ends)
    return allowed is not None and last is not None and last > allowed


def staggered_ends(appointments: Iterable[Row], today: str) -> list[tuple[str | None, list[Row]]]:
    """The terms held today by the day they end, the nearest first; those without an end last, under None.

    >>> [(day, len(seats)) for day, seats in staggered_ends(
    ...     [{"person": "a", "ends": "2027-05"}, {"person": "b", "ends": "2026-05-31"}, {"person": "c"}],
    ...     "2026-04-27")]
    [('2026-05-31', 1), ('2027-05-31', 1), (None, 1)]
    """
    found: dict[str | None, list[Row]] = {}
    for seat in appointments:
        if not is_vacancy(seat) and held_between(seat, today, today):
            found.setdefault(last_day(seat.get("ends")), []).append(seat)
    return sorted(found.items(), key=lambda each: (each[0] is None, each[0] or ""))
