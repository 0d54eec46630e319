"""The path to a target (field.md, rule 3): what each period should have reached, so none is misjudged."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.dates import last_day
from pmdesk.domain.periods import is_period
from pmdesk.domain.series import Reading, Scale, Target
from pmdesk.domain.spacing import Span, month_at, span, year_end

ZERO = Decimal(0)


class PathValue(NamedTuple):
    """What a period should have reached: a value, or a band from `low` to `high`; either bound may be None.

    `found` is 'target' (given for the period, or for one it lies in) or 'profile' (worked out).
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    found: str


class Course(NamedTuple):
    """A measure's targets and readings, put in order once; periods are then looked up quickly."""

    scale: Scale
    by_period: Mapping[str, Target]
    by_month: Mapping[int, Target]  # number of the last month: oldest first
    anchors: Sequence[tuple[int, Decimal]]  # of the straight line: the baseline, then each target after it
    reached: Mapping[int, Decimal]  # number of the last month: a reading; only for last year's shape


def path_value(
    scale: Scale, targets: Iterable[Target], readings: Iterable[Reading], period: str
) -> PathValue | None:
    """What a period should have reached, None where nothing says so (rule 3).

    A target of that period, or one that ends on the same day, counts first. Otherwise a straight line from
    the baseline through the targets, by months; without a baseline a target holds for the periods inside it.
    A measure that adds up takes an even share of its year's target, or the share of last year's own shape.

    >>> recycled = Scale("higher", "ratio", baseline=Decimal("41.8"), baseline_on="2023-03")
    >>> path_value(recycled, [Target("2026-27 Q4", Decimal(50))], [], "2025-26 Q3").value
    Decimal('47.4375')
    >>> sick_days = Scale("lower", "cumulative")
    >>> path_value(sick_days, [Target("2025-26", Decimal("9.5"))], [], "2025-26 Q1").value
    Decimal('2.375')
    """
    return value_at(course(scale, targets, readings), period)


def path(
    scale: Scale, targets: Iterable[Target], readings: Iterable[Reading], periods: Iterable[str]
) -> list[PathValue | None]:
    """The path through several periods, for charts and tables."""
    laid = course(scale, targets, readings)
    return [value_at(laid, each) for each in periods]


def course(scale: Scale, targets: Iterable[Target], readings: Iterable[Reading]) -> Course:
    """Put a measure's targets and readings in order, for any number of `value_at`."""
    # Of targets that end together the shortest period is kept, and of two for one period the newest.
    aimed = sorted(filter(is_aimed, targets), key=lambda each: (*span(each.period)[1::-1], each.id))
    by_month = {span(each.period).month: each for each in aimed}
    reached = {span(each.period).month: each.value for each in readings if each.value is not None} \
        if scale.profile == "last_year" else {}  # fmt: skip
    return Course(scale, {each.period: each for each in aimed}, by_month, _anchors(scale, by_month), reached)


def is_aimed(target: Target) -> bool:
    """Whether a target says what to reach: one with only a floor does not."""
    return target.value is not None or target.low is not None or target.high is not None


def value_at(laid: Course, period: str) -> PathValue | None:
    """What a period should have reached on a course (see `path_value`)."""
    place = span(period)
    own = laid.by_period.get(period) or laid.by_month.get(place.month)
    if own:
        return PathValue(own.value, own.low, own.high, "target")
    if laid.scale.aggregation == "cumulative":
        return _share_of_year(laid, place)
    return _on_line(laid, place.month) or _held(laid, place)


def baseline_month(scale: Scale) -> int | None:
    """The number of the month whose end a baseline stands for; None when it has no value or no date.

    >>> baseline_month(Scale(baseline=Decimal(1), baseline_on="2023-03")) == month_at("2023-03-31")
    True
    """
    if scale.baseline is None:
        return None
    day = last_day(scale.baseline_on)
    if day is None:
        return span(scale.baseline_on).month if is_period(scale.baseline_on) else None
    # 1 April is the end of March: the four quarters after it are even.
    return month_at(day) - day.endswith("-01")


def _anchors(scale: Scale, by_month: Mapping[int, Target]) -> list[tuple[int, Decimal]]:
    if scale.baseline is None or scale.aggregation == "cumulative" or scale.polarity == "band":
        return []
    begun = baseline_month(scale)
    if begun is None:
        return []
    after = [
        (month, each.value) for month, each in by_month.items() if each.value is not None and month > begun
    ]
    return [(begun, scale.baseline), *after] if after else []


def _on_line(laid: Course, month: int) -> PathValue | None:
    """The straight line between the two anchors about a month; nothing before the first or after the last."""
    place = bisect_left(laid.anchors, (month,))
    if not 0 < place < len(laid.anchors):
        return None
    (first, start), (last, end) = laid.anchors[place - 1], laid.anchors[place]
    return PathValue(start + (end - start) * (month - first) / (last - first), None, None, "profile")


def _held(laid: Course, place: Span) -> PathValue | None:
    """A yearly 95% holds for its quarters. A count whose adding up is unknown might grow: nothing is said."""
    if not laid.scale.aggregation and not laid.scale.per_cent:
        return None
    around = [
        (span(each.period).months, each)
        for month, each in laid.by_month.items()
        if month > place.month and span(each.period).starts <= place.starts
    ]
    if not around:
        return None
    _, holds = min(around, key=lambda each: each[0])
    return PathValue(holds.value, holds.low, holds.high, "target")


def _share_of_year(laid: Course, place: Span) -> PathValue | None:
    """A year that adds up: from nothing in April through each target, evenly or by last year's shape."""
    end = year_end(place.month)
    start = end - 12
    given = [
        month
        for month in range(start + 1, end + 1)
        if month in laid.by_month and span(laid.by_month[month].period).months <= month - start
    ]
    ahead = next((month for month in given if month > place.month), None)
    if ahead is None or place.months > place.month - start:
        return None
    behind = max((month for month in given if month < place.month), default=start)
    part, whole = _progress(laid, place, start, behind, ahead)
    after = laid.by_month[ahead]
    before = laid.by_month[behind] if behind > start else PathValue(ZERO, ZERO, ZERO, "")
    return PathValue(
        _between(before.value, after.value, part, whole),
        _between(before.low, after.low, part, whole),
        _between(before.high, after.high, part, whole),
        "profile",
    )


def _between(first: Decimal | None, last: Decimal | None, part: Decimal, whole: Decimal) -> Decimal | None:
    return None if first is None or last is None else first + (last - first) * part / whole


def _progress(laid: Course, place: Span, start: int, behind: int, ahead: int) -> tuple[Decimal, Decimal]:
    """How far a period is from one given month to the next, and how far that is: in months or by shape."""
    shape = _last_year(laid, place.months, start)
    if behind in shape and ahead in shape and shape[ahead] != shape[behind]:
        return shape[place.month] - shape[behind], shape[ahead] - shape[behind]
    return Decimal(place.month - behind), Decimal(ahead - behind)


def _last_year(laid: Course, months: int, start: int) -> Mapping[int, Decimal]:
    """What last year had reached, by this year's months; empty when any of its parts is missing."""
    shape = {start: ZERO}
    for month in range(start + months, start + 13, months):
        if month - 12 not in laid.reached:
            return {}
        shape[month] = laid.reached[month - 12]
    return shape
