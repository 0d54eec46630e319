"""What the rules need of a measure, its targets, its readings and the council's rule: plain exact values.

Numbers are Decimal, never float: 56.9 stays 56.9, and two ways to write one sum cannot disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.dates import last_day
from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.periods import is_period, period_bounds
from pmdesk.domain.units import is_per_cent

Record = Mapping[str, object]

# States of a reading that are no number: four different things, none of them zero, none of them red.
NO_VALUE = ("not_due", "suppressed", "not_applicable", "unknown")


class Tolerance(NamedTuple):
    """What a measure's tolerance was for periods that end before an ISO day; None: the rule's own."""

    before: str
    amount: Decimal | None
    is_: str = ""  # 'amount', else per cent of the target


@dataclass(frozen=True, slots=True)
class Scale:
    """A measure as the rules see it; codes are those of domain/measure.py, '' where nothing was chosen."""

    polarity: str = ""
    aggregation: str = ""
    frequency: str = ""
    baseline: Decimal | None = None
    baseline_on: str = ""  # a part date: '2023-03'
    tolerance: Decimal | None = None
    tolerance_is: str = ""  # 'amount', else per cent of the target
    change_interval: Decimal | None = None
    direction_against: str = ""
    profile: str = ""  # the shape of the path where no period has a target of its own
    per_cent: bool = False  # a ratio is said in per cent
    earlier: tuple[Tolerance, ...] = ()  # tolerances it had before, the oldest first


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached by the end of a period; `low` and `high` for a band."""

    period: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    floor: Decimal | None = None
    stretch: Decimal | None = None
    id: str = ""

    @property
    def ends(self) -> str:
        return period_bounds(self.period)[1]


class Reading(NamedTuple):
    """An actual; `value` is None where its state says why there is no number."""

    period: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    state: str = "actual"
    id: str = ""

    @property
    def starts(self) -> str:
        return period_bounds(self.period)[0]

    @property
    def ends(self) -> str:
        return period_bounds(self.period)[1]


@dataclass(frozen=True, slots=True)
class Rule:
    """A council's way of rating, in force from `starts` ('' for a register's first rule)."""

    method: str = "tolerance"
    starts: str = ""
    tolerance: Decimal | None = None  # per cent, for measures without one of their own
    words: Mapping[str, str] = field(default_factory=dict)  # rating: the council's word for it


def scale_of(measure: Record, earlier: Iterable[Record] = ()) -> Scale:
    """A measure's record as the rules see it, with the records of the tolerances it had before."""
    return Scale(
        _word(measure, "polarity"),
        _word(measure, "aggregation"),
        _word(measure, "frequency"),
        decimal_of(measure.get("baseline")),
        _word(measure, "baseline_on"),
        decimal_of(measure.get("tolerance")),
        _word(measure, "tolerance_is"),
        decimal_of(measure.get("change_interval")),
        _word(measure, "direction_against"),
        _word(measure, "profile"),
        is_per_cent(_word(measure, "unit")),
        _earlier(earlier),
    )


def scale_on(scale: Scale, day: str) -> Scale:
    """A measure with the tolerance by which a period that ends on an ISO day is rated (rule 2).

    >>> changed = Scale(tolerance=Decimal(10), earlier=(Tolerance("2026-04-01", Decimal(5)),))
    >>> scale_on(changed, "2026-03-31").tolerance, scale_on(changed, "2026-04-01").tolerance
    (Decimal('5'), Decimal('10'))
    """
    for each in scale.earlier:
        if day < each.before:
            return replace(scale, tolerance=each.amount, tolerance_is=each.is_)
    return scale


def targets_of(rows: Iterable[Record]) -> list[Target]:
    """The targets of a measure whose period can be read, in period order."""
    made = [_target(row) for row in rows if is_period(row.get("period"))]
    return sorted(made, key=lambda each: (each.ends, each.period, each.id))


def readings_of(rows: Iterable[Record], per_cent: bool = False) -> list[Reading]:
    """The readings of a measure whose period can be read, in period order.

    A value that was not given is worked out from numerator and denominator.
    """
    return sorted([_reading(row, per_cent) for row in rows if is_period(row.get("period"))], key=place_of)


def place_of(reading: Reading) -> tuple[str, str, str]:
    """What readings are sorted by."""
    starts, ends = period_bounds(reading.period)
    return ends, starts, reading.id


def _earlier(rows: Iterable[Record]) -> tuple[Tolerance, ...]:
    """The oldest first; of two for one day, as after a merge, the same one on every laptop."""
    dated = [row for row in rows if row.get("before") and last_day(row["before"]) == row["before"]]
    return tuple(
        Tolerance(_word(row, "before"), decimal_of(row.get("tolerance")), _word(row, "tolerance_is"))
        for row in sorted(dated, key=lambda row: (_word(row, "before"), _word(row, "id")))
    )


def _target(row: Record) -> Target:
    value, low, high, floor, stretch = (
        decimal_of(row.get(name)) for name in ("value", "low", "high", "floor", "stretch")
    )
    return Target(str(row["period"]), value, low, high, floor, stretch, _word(row, "id"))


def _reading(row: Record, per_cent: bool) -> Reading:
    given = (row.get("value"), row.get("numerator"), row.get("denominator"))
    return reading_of(str(row["period"]), *given, _word(row, "state"), _word(row, "id"), per_cent)


def reading_of(
    period: str,
    stored: object,
    above: object,
    below: object,
    state: str | None,
    identity: str,
    per_cent: bool,
) -> Reading:
    """A reading from what its record holds: value, numerator, denominator and state as they are stored."""
    value, numerator, denominator = decimal_of(stored), decimal_of(above), decimal_of(below)
    state = state or "actual"
    if value is None and numerator is not None and denominator:
        value = numerator / denominator * (100 if per_cent else 1)
    if state in NO_VALUE:
        value = None
    elif value is None:
        state = "unknown"
    return Reading(period, value, numerator, denominator, state, identity)


def _word(record: Record, name: str) -> str:
    value = record.get(name)
    return "" if value is None else str(value)
