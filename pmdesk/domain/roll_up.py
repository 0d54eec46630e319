"""One figure of a longer period from those within it (field.md, rule 4), without false sums or means."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.periods import financial_year
from pmdesk.domain.series import Reading, Scale
from pmdesk.domain.spacing import numbered, span
from pmdesk.domain.words import N_

NO_READING = N_("no reading")
NO_PARTS = N_("numerator and denominator are needed: percentages cannot be averaged")
NOT_SAID = N_("how its periods add up is not known")


class RolledUp(NamedTuple):
    """A longer period's figure, or None with the reason; `of` is how many readings it rests on."""

    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    of: int = 0
    reason: str = ""


def roll_up(scale: Scale, readings: Iterable[Reading]) -> RolledUp:
    """The figure of a longer period from the readings within it (rule 4).

    What adds up is its own sum already and what stands at the end of a period is never summed: both are the
    last value. Of a ratio numerators and denominators are summed. An average is the mean of the values.

    >>> sick_days = [("Q1", "2.456"), ("Q2", "5.69"), ("Q3", "9.05"), ("Q4", "12.06")]
    >>> told = [Reading(f"2009-10 {part}", Decimal(value)) for part, value in sick_days]
    >>> roll_up(Scale("lower", "cumulative"), told).value
    Decimal('12.06')
    """
    told = numbered(readings)
    if not told:
        return RolledUp(None, reason=NO_READING)
    if scale.aggregation not in ("cumulative", "snapshot"):
        told = _of_one_length(told)
    last = told[-1]
    if len(told) == 1 or scale.aggregation in ("cumulative", "snapshot"):
        return RolledUp(last.value, last.numerator, last.denominator, len(told))
    if scale.aggregation == "ratio":
        return _ratio(scale, told)
    if scale.aggregation == "average":
        values = [each.value for each in told if each.value is not None]
        return RolledUp(sum(values, Decimal(0)) / len(values), of=len(told))
    return RolledUp(None, of=len(told), reason=NOT_SAID)


def by_year(scale: Scale, readings: Iterable[Reading]) -> list[tuple[str, Decimal | None]]:
    """The figure of each financial year there are readings of, oldest first.

    Each year rests on its own readings alone, so that correcting one year changes no other.
    """
    years: dict[str, list[Reading]] = {}
    for each in numbered(readings):
        years.setdefault(financial_year(each.period), []).append(each)
    return [(year, roll_up(scale, told).value) for year, told in years.items()]


def _of_one_length(told: Sequence[Reading]) -> list[Reading]:
    """Months beside quarters, or quarters beside their year, would count twice: the longest given count."""
    longest = max((span(each.period).months for each in told), default=0)
    return [each for each in told if span(each.period).months == longest]


def _ratio(scale: Scale, told: Sequence[Reading]) -> RolledUp:
    parts = [
        (each.numerator, each.denominator)
        for each in told
        if each.numerator is not None and each.denominator is not None
    ]
    top = sum((numerator for numerator, _ in parts), Decimal(0))
    bottom = sum((denominator for _, denominator in parts), Decimal(0))
    if len(parts) < len(told) or not bottom:
        return RolledUp(None, of=len(told), reason=NO_PARTS)
    return RolledUp(top * (100 if scale.per_cent else 1) / bottom, top, bottom, len(told))
