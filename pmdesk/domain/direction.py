"""The direction of travel (field.md, rule 5): better or worse, not up or down."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.profile import PathValue
from pmdesk.domain.rating import worse_by
from pmdesk.domain.series import Reading, Scale
from pmdesk.domain.spacing import numbered, span

MEAN_OF = 4


class Direction(NamedTuple):
    """'better', 'worse', 'no_change' or '' (nothing to say); the move, and the period it is against.

    Against a mean of four, `against` is the first of the four.
    """

    word: str
    change: Decimal | None
    against: str


NOWHERE = Direction("", None, "")


def direction(
    scale: Scale, readings: Iterable[Reading], period: str = "", band: PathValue | None = None
) -> Direction:
    """Where the reading of a period, else the last with a number, has moved (rule 5).

    `band` is what the period should have reached, needed only where a band is best. A move equal to the
    change interval is a move.

    >>> told = [Reading("2025-26 Q3", Decimal("45.9")), Reading("2025-26 Q4", Decimal("46.9"))]
    >>> direction(Scale("higher", "ratio", change_interval=Decimal("0.3")), told)
    Direction(word='better', change=Decimal('1.0'), against='2025-26 Q3')
    """
    told = numbered(readings)
    places = [place for place, each in enumerate(told) if period in ("", each.period)]
    return moved(scale, told, places[-1], band) if places else NOWHERE


def moved(scale: Scale, readings: Sequence[Reading], at: int, band: PathValue | None) -> Direction:
    """Where the reading at index `at` has moved; `readings` are `spacing.numbered` (see `direction`)."""
    value = readings[at].value
    before, against = _reference(scale, readings, at)
    if value is None or before is None:
        return NOWHERE
    return Direction(_word(scale, value, before, band), value - before, against)


def year_earlier(readings: Sequence[Reading], at: int) -> Reading | None:
    """The reading of the same period a year before the one at index `at`; None when there is none."""
    here = span(readings[at].period)
    for place in range(at - 1, -1, -1):
        there = span(readings[place].period)
        if there.month <= here.month - 12:
            if there.month < here.month - 12:
                return None
            if there.months == here.months:
                return readings[place]
    return None


def _reference(scale: Scale, readings: Sequence[Reading], at: int) -> tuple[Decimal | None, str]:
    """What a reading is compared with, and of which period."""
    # Within a year what adds up can only grow, so only last year says anything (Havering says the same:
    # 'this quarter v previous quarter' only where the target is constant through the year).
    grows = scale.aggregation == "cumulative" and span(readings[at].period).months < 12
    if grows or scale.direction_against == "last_year":
        found = year_earlier(readings, at)
        return (found.value, found.period) if found else (None, "")
    if scale.direction_against == "mean":
        return _mean(_before(readings, at, MEAN_OF))
    found = next(iter(_before(readings, at, 1)), None)
    return (found.value, found.period) if found else (None, "")


def _before(readings: Sequence[Reading], at: int, most: int) -> list[Reading]:
    """Up to `most` readings before the one at index `at`, newest first, of periods as long as its own."""
    months = span(readings[at].period).months
    found: list[Reading] = []
    for place in range(at - 1, -1, -1):
        if span(readings[place].period).months == months:
            found.append(readings[place])
            if len(found) == most:
                break
    return found


def _mean(readings: Sequence[Reading]) -> tuple[Decimal | None, str]:
    values = [each.value for each in readings if each.value is not None]
    if len(values) < MEAN_OF:
        return None, ""
    return sum(values, Decimal(0)) / MEAN_OF, readings[-1].period


def _word(scale: Scale, value: Decimal, before: Decimal, band: PathValue | None) -> str:
    if scale.polarity not in ("higher", "lower", "band"):
        return ""
    change = value - before
    if not change or (scale.change_interval is not None and abs(change) < scale.change_interval):
        return "no_change"
    if scale.polarity != "band":
        return "better" if (change > 0) == (scale.polarity == "higher") else "worse"
    now, then = worse_by(value, band, "band"), worse_by(before, band, "band")
    if now is None or then is None:
        return ""
    return "no_change" if now == then else "better" if now < then else "worse"
