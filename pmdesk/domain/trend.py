"""The pace of a measure: the Theil-Sen line through its readings, which one freak reading cannot bend."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations
from statistics import median, quantiles
from typing import NamedTuple

from pmdesk.domain.series import Reading, Scale
from pmdesk.domain.spacing import is_part_year, numbered, span, step_of

FEWEST, MOST = 4, 12  # readings a line goes through


class Pace(NamedTuple):
    """The readings a pace is taken from: (number of the last month, value), and months between them."""

    points: Sequence[tuple[int, Decimal]]
    step: int


class Trend(NamedTuple):
    """Change in a period: the median of the slopes of all pairs of readings, and their quartiles."""

    slope: Decimal
    low: Decimal
    high: Decimal


def pace_of(scale: Scale, readings: Iterable[Reading]) -> Pace:
    """A measure's readings as a line can go through them: of one length; of what adds up, whole years."""
    told = numbered(readings)
    if not told:
        return Pace((), 1)
    if scale.aggregation == "cumulative":
        ends = [each for each in told if not is_part_year(scale, each.period)]
        return Pace(_points(ends), max(12, step_of(scale, told[-1].period)))
    months = span(told[-1].period).months
    return Pace(_points([each for each in told if span(each.period).months == months]),
                step_of(scale, told[-1].period))  # fmt: skip


def trend(pace: Pace) -> Trend | None:
    """The Theil-Sen slope through the last twelve readings, at least four (rule 6); None of fewer.

    A gap counts as the time it takes. The quartiles are of the pairwise slopes, ends included.

    >>> trend(Pace([(3, Decimal(10)), (6, Decimal(11)), (9, Decimal(12)), (15, Decimal(14))], 3))
    Trend(slope=Decimal('1'), low=Decimal('1'), high=Decimal('1'))
    """
    last = pace.points[-MOST:]
    if len(last) < FEWEST:
        return None
    slopes = [
        (value - before) * pace.step / (month - earlier)
        for (earlier, before), (month, value) in combinations(last, 2)
    ]
    low, _, high = quantiles(slopes, n=4, method="inclusive")
    return Trend(median(slopes), low, high)


def year_of_changes(pace: Pace) -> list[Decimal]:
    """The mean change in a period over every year there was (four quarters, twelve months, one year).

    One freak quarter is not a rate anybody kept up, so shorter runs do not count.

    >>> year_of_changes(Pace([(3, Decimal(10)), (6, Decimal(15)), (15, Decimal(14))], 3))
    [Decimal('1')]
    """
    run = max(12, pace.step)
    known = dict(pace.points)
    return [
        (value - known[month - run]) * pace.step / run for month, value in pace.points if month - run in known
    ]


def year_totals(scale: Scale, readings: Iterable[Reading]) -> list[Decimal]:
    """What a measure that adds up had reached at the end of each year, oldest first.

    >>> told = [Reading("2024-25 Q3", Decimal(7)), Reading("2024-25 Q4", Decimal(9))]
    >>> year_totals(Scale(aggregation="cumulative"), told)
    [Decimal('9')]
    """
    return [value for _, value in pace_of(scale, readings).points]


def _points(readings: Iterable[Reading]) -> list[tuple[int, Decimal]]:
    """One point a month: where two periods end together the last one counts."""
    known = {span(each.period).month: each.value for each in readings}
    return [(month, value) for month, value in known.items() if value is not None]
