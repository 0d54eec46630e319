"""Where each reading of a measure stands: rating, path and direction together, as kept beside the measure."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.direction import NOWHERE, moved, year_earlier
from pmdesk.domain.periods import period_of
from pmdesk.domain.profile import PathValue, baseline_month, course, value_at
from pmdesk.domain.rating import rate, rule_in_force
from pmdesk.domain.series import Reading, Rule, Scale, Target, scale_on
from pmdesk.domain.spacing import numbered, span


class Standing(NamedTuple):
    """One reading, judged: `rating` of rating.RATINGS, `direction` of direction.Direction's words.

    `path` is what its period should have reached: `path.value`, or `path.low` and `path.high` of a band.
    """

    period: str
    ends: str
    value: Decimal | None
    rating: str
    path: PathValue | None
    variance: Decimal | None
    worse_percent: Decimal | None
    direction: str
    change: Decimal | None
    against: str
    reading: Reading

    @property
    def id(self) -> str:
        return self.reading.id


def standings(
    scale: Scale, targets: Iterable[Target], readings: Iterable[Reading], rules: Sequence[Rule]
) -> list[Standing]:
    """Every reading of a measure with its rating and direction, in period order (rules 2, 3 and 5).

    Each is rated by its own period's target, with the tolerance and the rule in force on its last day;
    nothing depends on today. Lancaster's CH8 with nothing but its yearly target:

    >>> days = [("Q1", "2.456"), ("Q2", "5.69"), ("Q3", "9.05"), ("Q4", "12.06")]
    >>> told = [Reading(f"2009-10 {part}", Decimal(value)) for part, value in days]
    >>> sick_days = Scale("lower", "cumulative", "quarter", tolerance=Decimal(5))
    >>> [each.rating for each in standings(sick_days, [Target("2009-10", Decimal("9.5"))], told, [])]
    ['amber', 'red', 'red', 'red']
    """
    ordered = sorted(readings, key=lambda each: (span(each.period)[1::-1], each.id))
    laid, told = course(scale, targets, ordered), numbered(ordered)
    places = {each.period: place for place, each in enumerate(told)}
    made = []
    for each in ordered:
        place, ends = places.get(each.period), span(each.period).ends
        aim = value_at(laid, each.period)
        before = None if place is None else year_earlier(told, place)
        rated = rate(each, aim, scale_on(scale, ends), rule_in_force(rules, ends), before)
        way = NOWHERE if place is None or each.value is None else moved(scale, told, place, aim)
        made.append(Standing(each.period, ends, each.value, *rated, *way, each))
    return made


def first_due(scale: Scale, targets: Sequence[Target]) -> str:
    """The period of which a measure without any reading owes one first: after its baseline, or its first
    target's; '' where nothing says when it begins.

    >>> first_due(Scale(frequency="quarter"), [Target("2025-26", Decimal(5))])
    '2025-26 Q1'
    >>> first_due(Scale(frequency="quarter", baseline=Decimal(41), baseline_on="2023-03"), [])
    '2023-24 Q1'
    """
    if not scale.frequency:
        return ""
    month = baseline_month(scale)
    if month is not None:
        year, after = divmod(month, 12)
        return period_of(f"{year}-{after + 1:02d}-01", scale.frequency)
    return period_of(span(targets[0].period).starts, scale.frequency) if targets else ""
