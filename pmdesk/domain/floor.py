"""The distance to travel to a floor target (field.md, rule 7; note I of the source's ¶94)."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.forecast import NOT_ENOUGH
from pmdesk.domain.series import Reading, Scale, Target
from pmdesk.domain.spacing import span
from pmdesk.domain.trend import Pace, pace_of, trend
from pmdesk.domain.words import N_

REACHED = N_("the floor is reached")
WRONG_WAY = N_("moving the wrong way")
NOT_MOVING = N_("not moving")


class FloorGap(NamedTuple):
    """How far short of the floor a measure is; 0 or less means that it is reached.

    `closing_rate` is what each period left until the end of `period` must close; None when nothing or no
    time is left. `years` to close it at the present rate; None with the `reason`.
    """

    period: str
    floor: Decimal
    gap: Decimal
    closing_rate: Decimal | None
    years: Decimal | None
    reason: str


def floor_gap(scale: Scale, targets: Iterable[Target], readings: Iterable[Reading]) -> FloorGap | None:
    """The gap to the floor of the last target that has one (rule 7): floor - latest, by polarity.

    Where lower is better the floor is the most that anybody should have. Of what adds up within its year
    whole years count. None without a floor, a reading, or a way that is better.

    >>> found = floor_gap(Scale("higher", "ratio", "quarter"), [Target("2026-27 Q4", floor=Decimal(43))],
    ...     [Reading("2025-26 Q4", Decimal(41))])
    >>> found.gap, found.closing_rate, found.years, found.reason
    (Decimal('2'), Decimal('0.5'), None, 'not enough readings')
    """
    with_floor = [(span(each.period).month, each.id, each) for each in targets if each.floor is not None]
    pace = pace_of(scale, readings)
    if not with_floor or not pace.points or scale.polarity not in ("higher", "lower", "band"):
        return None
    ends, _, target = max(with_floor, key=lambda each: each[:2])
    (month, latest), floor, up = pace.points[-1], target.floor or Decimal(0), scale.polarity != "lower"
    gap = floor - latest if up else latest - floor
    if gap <= 0:
        return FloorGap(target.period, floor, gap, None, None, REACHED)
    rate = gap * pace.step / (ends - month) if ends > month else None
    years, reason = _years(gap, pace, up)
    return FloorGap(target.period, floor, gap, rate, years, reason)


def _years(gap: Decimal, pace: Pace, up: bool) -> tuple[Decimal | None, str]:
    """Years to close a gap at the pace of the Theil-Sen line, or None and why not."""
    found = trend(pace)
    if found is None:
        return None, NOT_ENOUGH
    closing = found.slope if up else -found.slope
    if closing <= 0:
        return None, WRONG_WAY if closing else NOT_MOVING
    return gap * pace.step / closing / 12, ""
