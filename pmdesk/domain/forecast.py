"""Where a measure is heading, and whether its target was ever within reach (field.md, rule 6)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.periods import financial_year, next_period
from pmdesk.domain.profile import PathValue, is_aimed, path_value
from pmdesk.domain.rating import outside
from pmdesk.domain.series import Reading, Scale, Target
from pmdesk.domain.spacing import is_part_year, numbered, rate_months, span, year_end
from pmdesk.domain.trend import pace_of, trend, year_of_changes, year_totals
from pmdesk.domain.words import N_

NOT_ENOUGH = N_("not enough readings")
ZERO = Decimal(0)


class Forecast(NamedTuple):
    """What `period` will end at: a value and its range, or None with the reason.

    `slope` is the change in one of the measure's periods; it and the range are None for what adds up
    within its year.
    """

    period: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    slope: Decimal | None = None
    reason: str = ""


def forecast(scale: Scale, targets: Iterable[Target], readings: Iterable[Reading]) -> Forecast:
    """The forecast for the end of the last target after the latest reading, else of the year (rule 6).

    What adds up: the value to date over the path's share to date. Else the latest reading, moved on by the
    Theil-Sen slope; the range is that of the quartiles of the slopes. CH8 at its second quarter:

    >>> sick_days, year = Scale("lower", "cumulative", "quarter"), Target("2009-10 Q4", Decimal("9.5"))
    >>> told = [Reading("2009-10 Q1", Decimal("2.456")), Reading("2009-10 Q2", Decimal("5.69"))]
    >>> round(forecast(sick_days, [Target("2009-10 Q2", Decimal("4.875")), year], told).value, 2)
    Decimal('11.09')
    """
    told, targets = numbered(readings), list(targets)
    if not told:
        return Forecast("", reason=NOT_ENOUGH)
    last = told[-1]
    if is_part_year(scale, last.period):
        return _year_end(scale, targets, told)
    goal = _goal(scale, targets, last)
    ahead = next_period(last.period)
    # A calendar year or three rolling ones are not said to be a financial year.
    period = goal.period if goal else ahead if span(ahead).months >= 12 else financial_year(ahead)
    pace = pace_of(scale, told)
    found = trend(pace)
    if found is None or last.value is None:
        return Forecast(period, reason=NOT_ENOUGH)
    left = Decimal(span(period).month - span(last.period).month) / pace.step
    low, high = last.value + found.low * left, last.value + found.high * left
    return Forecast(period, last.value + found.slope * left, low, high, found.slope)


def required_rate(scale: Scale, targets: Iterable[Target], readings: Iterable[Reading]) -> Decimal | None:
    """Change needed in each period left to reach the target: (target - latest) / periods left (rule 6).

    To the nearer bound of a band, 0 inside it. None without a target after the latest reading.

    >>> required_rate(Scale("higher", "ratio", "quarter"), [Target("2026-27 Q4", Decimal(50))],
    ...     [Reading("2025-26 Q4", Decimal("46.9"))])
    Decimal('0.775')
    """
    told = numbered(readings)
    goal = _goal(scale, targets, told[-1]) if told else None
    if goal is None:
        return None
    last = told[-1]
    off = outside(last.value or ZERO, PathValue(goal.value, goal.low, goal.high, "target"), scale.polarity)
    if off is None:
        return None
    return -off * rate_months(scale, last.period) / (span(goal.period).month - span(last.period).month)


def best_rate(scale: Scale, readings: Iterable[Reading], rising: bool | None = None) -> Decimal | None:
    """The best change in a period ever kept up for a year (rule 6); None of less than a year.

    Which way is best is the measure's own polarity, or `rising` where a band is best. Of what adds up and is
    on its way through the year: a period's share of the best year.
    """
    told = numbered(readings)
    up = rising if scale.polarity == "band" else {"higher": True, "lower": False}.get(scale.polarity)
    if not told or up is None:
        return None
    if is_part_year(scale, told[-1].period):
        step = rate_months(scale, told[-1].period)
        rates = [total * step / 12 for total in year_totals(scale, told)]
    else:
        rates = year_of_changes(pace_of(scale, told))
    return (max if up else min)(rates, default=None)


def no_past_rate_reaches(scale: Scale, targets: Iterable[Target], readings: Iterable[Reading]) -> bool:
    """Whether the target needs a rate that was never kept up for a year (rules 6 and 11)."""
    told = numbered(readings)
    needed = required_rate(scale, targets, told)
    if not needed:
        return False
    best = best_rate(scale, told, needed > 0)
    if best is None:
        return False
    if scale.polarity == "lower":
        # What adds up within its year can only grow: the target allows so much a period, and no more.
        return best > needed and (needed < 0 or is_part_year(scale, told[-1].period))
    return best < needed if needed > 0 else scale.polarity == "band" and best > needed


def _goal(scale: Scale, targets: Iterable[Target], last: Reading) -> Target | None:
    """The last target to end after the latest reading; of what adds up, that of its own year's end."""
    now = span(last.period).month
    ahead = [each for each in targets if is_aimed(each) and span(each.period).month > now]
    if is_part_year(scale, last.period):
        ahead = [each for each in ahead if span(each.period).month == year_end(now)]
    elif scale.aggregation == "cumulative":
        ahead = [each for each in ahead if not is_part_year(scale, each.period)]
    return max(ahead, key=lambda each: (span(each.period).month, each.id), default=None)


def _year_end(scale: Scale, targets: Sequence[Target], told: Sequence[Reading]) -> Forecast:
    """Value to date over the path's share to date; an even share where no target or last year gives one."""
    last, goal = told[-1], _goal(scale, targets, told[-1])
    year = financial_year(last.period)
    whole_year = [Target(year, Decimal(1))]
    for by, aims in ((scale, targets), (scale, whole_year), (replace(scale, profile=""), whole_year)):
        part, whole = (path_value(by, aims, told, each) for each in (last.period, year))
        if part and whole and part.value and whole.value and last.value is not None:
            return Forecast(goal.period if goal else year, last.value * whole.value / part.value)
    return Forecast(year, reason=NOT_ENOUGH)
