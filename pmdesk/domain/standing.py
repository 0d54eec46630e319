"""Where each reading of a measure stands: rating, path and direction together, as kept beside the measure."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.direction import MEAN_OF, NOWHERE, moved, year_earlier
from pmdesk.domain.periods import period_of
from pmdesk.domain.profile import PathValue, baseline_month, course, value_at
from pmdesk.domain.rating import rate, rule_in_force
from pmdesk.domain.series import Reading, Rule, Scale, Target, place_of, scale_on
from pmdesk.domain.spacing import numbered, span

# Months from a financial year's first to the last of the year after it.
_SHAPED = 23


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
    scale: Scale,
    targets: Iterable[Target],
    readings: Iterable[Reading],
    rules: Sequence[Rule],
    changed: Collection[str] | None = None,
) -> list[Standing]:
    """Every reading of a measure with its rating and direction, in period order (rules 2, 3 and 5).

    Where only readings of the `changed` periods are others than before, those `leaning` on them alone.

    Each is rated by its own period's target, with the tolerance and the rule in force on its last day;
    nothing depends on today. Lancaster's CH8 with nothing but its yearly target:

    >>> days = [("Q1", "2.456"), ("Q2", "5.69"), ("Q3", "9.05"), ("Q4", "12.06")]
    >>> told = [Reading(f"2009-10 {part}", Decimal(value)) for part, value in days]
    >>> sick_days = Scale("lower", "cumulative", "quarter", tolerance=Decimal(5))
    >>> [each.rating for each in standings(sick_days, [Target("2009-10", Decimal("9.5"))], told, [])]
    ['amber', 'red', 'red', 'red']
    """
    ordered = sorted(readings, key=place_of)
    laid, told = course(scale, targets, ordered), numbered(ordered)
    places = {each.period: place for place, each in enumerate(told)}
    leans = None if changed is None else leaning(scale, ordered, told, changed)
    made = []
    for each in ordered:
        if leans is not None and each.period not in leans:
            continue
        place, ends = places.get(each.period), span(each.period).ends
        aim = value_at(laid, each.period)
        before = None if place is None else year_earlier(told, place)
        rated = rate(each, aim, scale_on(scale, ends), rule_in_force(rules, ends), before)
        way = NOWHERE if place is None or each.value is None else moved(scale, told, place, aim)
        made.append(Standing(each.period, ends, each.value, *rated, *way, each))
    return made


def leaning(
    scale: Scale, ordered: Iterable[Reading], told: Iterable[Reading], changed: Iterable[str]
) -> set[str]:
    """The periods whose readings may stand otherwise when those of the `changed` ones are others, or gone.

    A reading looks back a year (rating by last year, direction), where its path has last year's shape to the
    beginning of that year, and to the four of its own length before it (a mean). Nothing looks ahead.
    `told` are the `spacing.numbered` among those `ordered`.

    >>> told = [Reading(f"{year}-{year - 1999} Q4", Decimal(5)) for year in range(2015, 2026)]
    >>> sorted(leaning(Scale(), told, told, ["2017-18 Q4"]))[1:]
    ['2018-19 Q4', '2019-20 Q4', '2020-21 Q4', '2021-22 Q4']
    """
    far = _SHAPED if scale.profile == "last_year" else 12
    there = [(each.period, span(each.period)) for each in ordered]
    numbers = [(each.period, span(each.period)) for each in told]
    found: set[str] = set()
    for _starts, _ends, month, months in map(span, changed):
        found.update([period for period, each in there if month <= each.month <= month + far])
        alike = [period for period, each in numbers if each.months == months and each.month > month]
        found.update(alike[:MEAN_OF])
    return found


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
