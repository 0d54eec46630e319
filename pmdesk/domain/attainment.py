"""How many of its targets a partner met: always as '17 of 20 (85%)' (field.md, rule 9)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.periods import financial_year, is_period
from pmdesk.domain.profile import PathValue
from pmdesk.domain.rating import worse_by
from pmdesk.domain.roll_up import roll_up
from pmdesk.domain.series import Reading, Scale, Target
from pmdesk.domain.spacing import numbered, span

Record = Mapping[str, object]


class Judged(NamedTuple):
    """A target that was due: met, not met, or None where nothing is rated; by which reading and figure."""

    target: Target
    met: bool | None
    reading: Reading | None
    value: Decimal | None = None


class Attainment(NamedTuple):
    """`met` of `due` targets; `not_rated` are counted apart; `causes` of those missed, '' for none given."""

    met: int
    due: int
    not_rated: int
    causes: Mapping[str, int]

    @property
    def per_cent(self) -> int | None:
        """Half up; None of none."""
        return (200 * self.met + self.due) // (2 * self.due) if self.due else None


def judged(
    scale: Scale, targets: Iterable[Target], readings: Sequence[Reading], first: str, last: str
) -> list[Judged]:
    """Each target whose period ended from one ISO day to another, against the reading of that same period.

    A target of a year is judged by the year's own figure where readings are more frequent (rule 4). Of two
    targets for one period (after a merge) the last one given counts.

    >>> from decimal import Decimal
    >>> scale = Scale("lower", "cumulative", "quarter")
    >>> told = [Reading("2009-10 Q4", Decimal("12.06"))]
    >>> aimed = [Target("2009-10", Decimal("9.5"))]
    >>> [each.met for each in judged(scale, aimed, told, "2009-04-01", "2010-03-31")]
    [False]
    """
    aimed = {each.period: each for each in targets if is_period(each.period) and first <= each.ends <= last}
    own = {each.period: each for each in readings}
    told = numbered(readings) if aimed else []
    found = []
    for target in aimed.values():
        reading = own.get(target.period)
        value = reading.value if reading else None
        if reading is None:
            reading, value = _rolled_up(scale, target, told)
        aim = PathValue(target.value, target.low, target.high, "target")
        worse = worse_by(value, aim, scale.polarity) if value is not None else None
        found.append(Judged(target, None if worse is None else worse <= 0, reading, value))
    return found


def _rolled_up(
    scale: Scale, target: Target, told: Sequence[Reading]
) -> tuple[Reading | None, Decimal | None]:
    """The last reading within a target's period and the figure of all of them, where they make it whole.

    What adds up or stands at the end of a period is whole with its last reading; of a ratio or an average
    every part is wanted. Readings of two financial years never make one figure.
    """
    whole = span(target.period)
    inside = [each for each in told if whole.starts <= each.starts and each.ends <= whole.ends]
    if whole.months > 12 or not inside or inside[-1].ends != whole.ends:
        return None, None
    if len({financial_year(each.period) for each in inside}) > 1:
        return None, None
    figure = roll_up(scale, inside)
    months = figure.of * max(span(each.period).months for each in inside)
    if scale.aggregation not in ("cumulative", "snapshot") and months < whole.months:
        return None, None
    return inside[-1], figure.value


def attainment(targets: Iterable[Judged], causes: Mapping[str, object]) -> Attainment:
    """The account of a partner's targets; `causes` by the id of the reading that missed.

    >>> told = [True] * 17 + [False] * 3 + [None]
    >>> found = attainment([Judged(Target("2025-26"), met, None) for met in told], {})
    >>> found.met, found.due, found.not_rated, found.per_cent
    (17, 20, 1, 85)
    """
    some = list(targets)
    rated = [each for each in some if each.met is not None]
    missed = Counter(
        str(causes.get(each.reading.id) or "") if each.reading else "" for each in rated if not each.met
    )
    return Attainment(sum(1 for each in rated if each.met), len(rated), len(some) - len(rated), dict(missed))
