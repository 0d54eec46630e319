"""How far apart periods lie, in whole months, so that every quarter is as long as every other."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pmdesk.domain.periods import period_bounds
from pmdesk.domain.series import Reading, Scale

# Months from one reading to the next; a rolling three years moves on by one.
STEPS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "two_yearly": 24, "rolling": 12}
LENGTHS = (1, 3, 6, 12, 24)


class Span(NamedTuple):
    """A period's first and last day (ISO), the number of its last month, and how many months it has."""

    starts: str
    ends: str
    month: int
    months: int


def month_at(day: str) -> int:
    """The number of the month an ISO day lies in; two of them subtracted are months apart.

    >>> month_at("2026-03-31") - month_at("2025-12-31")
    3
    """
    return int(day[:4]) * 12 + int(day[5:7])


@lru_cache(maxsize=8192)
def span(period: str) -> Span:
    """A period in its own text, measured.

    >>> span("2025-26 Q4")[2:] == (month_at("2026-03-31"), 3)
    True
    """
    starts, ends = period_bounds(period)
    return Span(starts, ends, month_at(ends), month_at(ends) - month_at(starts) + 1)


def year_end(month: int) -> int:
    """The number of the March that ends the financial year a month lies in.

    >>> year_end(month_at("2025-04-30")) == year_end(month_at("2026-03-31")) == month_at("2026-03-31")
    True
    """
    return month + (3 - month) % 12


def step_of(scale: Scale, period: str) -> int:
    """Months from one reading of a measure to the next; told by a period where no frequency was chosen.

    >>> step_of(Scale(), "2025-26 Q4"), step_of(Scale(frequency="two_yearly"), "2025-26")
    (3, 24)
    """
    months = span(period).months
    return STEPS.get(scale.frequency) or (months if months in LENGTHS else 12)


def is_part_year(scale: Scale, period: str) -> bool:
    """Whether a period's value is what a measure that adds up has reached on the way to the year's end."""
    month, months = span(period)[2:]
    return scale.aggregation == "cumulative" and months < 12 and month != year_end(month)


def rate_months(scale: Scale, period: str) -> int:
    """Months in which a rate is told; of what adds up, whole years once its year is over.

    >>> rate_months(Scale(aggregation="cumulative"), "2025-26 Q4"), rate_months(Scale(), "2025-26 Q4")
    (12, 3)
    """
    step = step_of(scale, period)
    return step if scale.aggregation != "cumulative" or is_part_year(scale, period) else max(12, step)


def numbered(readings: Iterable[Reading]) -> list[Reading]:
    """The readings that have a number, oldest first, one for each period (the last one given)."""
    known = {each.period: each for each in readings if each.value is not None}
    return sorted(known.values(), key=lambda each: (span(each.period).month, span(each.period).starts))
