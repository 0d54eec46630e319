"""The axes of a chart of periods: slots along it, ticks up it, and labels beside it that do not touch."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from pmdesk.domain.dates import SHORT_MONTHS
from pmdesk.domain.decimals import say_number
from pmdesk.domain.period_months import Months, text_of
from pmdesk.domain.spacing import year_end
from pmdesk.domain.words import N_, Words

MOST_SLOTS = 600
_MOST_STEPS = 6
_PARTS = {3: "Q", 6: "H"}


class Slot(NamedTuple):
    """One period along the axis: its stored text, its short label ('Q4'), where it starts and ends."""

    period: str
    label: str
    start: float
    end: float


class Year(NamedTuple):
    """A financial year under the slots of its parts, cut where the axis is."""

    label: str
    start: float
    end: float


class Named(NamedTuple):
    """What stands under an axis: the slots that are named, and each named year with its name's middle.

    `whole` says whether every year has its name, so that a line may part it from the next.
    """

    slots: tuple[Slot, ...]
    years: tuple[tuple[Year, float], ...]
    whole: bool


class Tick(NamedTuple):
    value: Decimal
    label: str


class Upright(NamedTuple):
    """The axis of values: ticks from `low` to `high`; `note` says 'thousands' where the labels are cut."""

    ticks: tuple[Tick, ...]
    low: Decimal
    high: Decimal
    note: str


def slots(first: int, last: int, step: int, length: int, words: Words) -> tuple[Slot, ...]:
    """The periods of `length` months, `step` months apart, whose ends lie from month `first` to `last`.

    Months are numbered as in domain/spacing; 0 on the axis is the start of the first slot.

    >>> from pmdesk.domain.spacing import month_at
    >>> quarter = month_at("2026-03-31")
    >>> [slot.label for slot in slots(quarter, quarter + 3, 3, 3, Words())]
    ['Q4', 'Q1']
    """
    ends = range(first, last + 1, step)
    return tuple(
        Slot(
            text_of(Months(end - length, length)),
            _slot_label(end, length, words),
            float(end - step - ends[0] + step),
            float(end - ends[0] + step),
        )
        for end in ends
    )


def years(first: int, last: int, step: int) -> tuple[Year, ...]:
    """The financial years over slots that are parts of one; none where a slot is a year or more."""
    if step >= 12:
        return ()
    origin, made = first - step, list[Year]()
    start = origin
    while start < last:
        end = year_end(start + 1)
        made.append(
            Year(text_of(Months(end - 12, 12)), float(start - origin), float(min(end, last) - origin))
        )
        start = end
    return tuple(made)


def named(
    along: Sequence[Slot], over: Sequence[Year], slot_room: float, year_room: float, before: float
) -> Named:
    """Which periods and years are named where a name takes so many months of the axis.

    Names are thinned evenly and begin anew with each year; where not every year has room for its name the
    parts of years have none. `before` is how far the first year's name may reach out to the left.
    """
    if not over:
        step = _every(len(along), slot_room / _length(along[0]) if along else 1)
        return Named(tuple(each for at, each in enumerate(reversed(along)) if at % step == 0)[::-1], (), True)
    longest = max(each.end - each.start for each in over)
    if longest < year_room:
        return Named((), _thinned(over, year_room / longest), False)
    ends, length = over[0].end, _length(along[0])
    steps = (each for each in _PARTS_OF_YEAR if each >= max(length, slot_room) and each % length == 0)
    step = next(steps, 0)
    shown = tuple(each for each in along if step and (each.end - ends) % step == 0)
    return Named(shown, _each_year(over, year_room, before), True)


def upright(
    values: Sequence[Decimal], words: Words, whole: bool = False, top: Decimal | None = None
) -> Upright:
    """An axis that holds `values` with some air, in steps of 1, 2 or 5; `top` is what no value can pass.

    It begins at 0 where that is near, and never below it for values that are not.

    >>> made = upright([Decimal("41.8"), Decimal(50)], Words())
    >>> [tick.label for tick in made.ticks]
    ['40', '42', '44', '46', '48', '50', '52']
    """
    least, most = (min(values), max(values)) if values else (Decimal(0), Decimal(1))
    spread_out = most - least or abs(most) / 5 or Decimal(1)
    low, high = least - spread_out / 20, most + spread_out / 20
    if least >= 0 and (low < 0 or least < spread_out / 2):
        low = Decimal(0)
    if top is not None and most <= top:
        high = min(high, top)
    step = _step(high - low, whole)
    foot, head = _to(low, step, ROUND_FLOOR), _to(high, step, ROUND_CEILING)
    count = int((head - foot) / step)
    divisor, note = _cut(max(abs(foot), abs(head)))
    places = max(0, -int((step / divisor).normalize().as_tuple().exponent))
    made = [foot + step * at for at in range(count + 1)]
    ticks = tuple(Tick(each, say_number(each / divisor, places)) for each in made)
    return Upright(ticks, foot, head, words(note))


def spread(wanted: Sequence[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Centres for labels of (centre wished for, height) so that none touches, each moved as little as can be.

    The result is in the order given. Downward or upward makes no difference, only that `top` < `bottom`.

    >>> spread([(10.0, 8.0), (12.0, 8.0), (40.0, 8.0)], 0, 50)
    [7.0, 15.0, 40.0]
    """
    groups: list[tuple[list[int], float]] = []
    for one in sorted(range(len(wanted)), key=lambda at: wanted[at][0]):
        members = [one]
        edge = _edge(members, wanted, top, bottom)
        while groups and groups[-1][1] + _height(groups[-1][0], wanted) > edge:
            members = groups.pop()[0] + members
            edge = _edge(members, wanted, top, bottom)
        groups.append((members, edge))
    found = [0.0] * len(wanted)
    for members, start in groups:
        edge = start
        for one in members:
            found[one] = edge + wanted[one][1] / 2
            edge += wanted[one][1]
    return found


def _height(members: list[int], wanted: Sequence[tuple[float, float]]) -> float:
    return sum(wanted[one][1] for one in members)


def _edge(members: list[int], wanted: Sequence[tuple[float, float]], top: float, bottom: float) -> float:
    """Where a stack of labels starts so that its members are, in the mean, where they wish to be."""
    above, wishes = 0.0, 0.0
    for one in members:
        centre, height = wanted[one]
        wishes += centre - height / 2 - above
        above += height
    return max(min(wishes / len(members), bottom - above), top)


# Parts of a year, in months, whose names come again in each year.
_PARTS_OF_YEAR = (1, 2, 3, 4, 6)


def _length(slot: Slot) -> float:
    return slot.end - slot.start


def _every(count: int, needed: float) -> int:
    """Every how many-th of `count` has a name, where one takes the room of `needed`."""
    return next((step for step in (1, 2, 3, 4, 5, 10, 20, 50, 100) if step >= needed), max(count, 1))


def _each_year(over: Sequence[Year], room: float, before: float) -> tuple[tuple[Year, float], ...]:
    """Each year that holds its name, in its middle; the first one may reach out to the left."""
    made = []
    for at, each in enumerate(over):
        if each.end - each.start + (before if at == 0 else 0) >= room:
            made.append((each, min((each.start + each.end) / 2, each.end - room / 2)))
    return tuple(made)


def _thinned(over: Sequence[Year], needed: float) -> tuple[tuple[Year, float], ...]:
    """Every so many-th whole year, counted from the last."""
    whole = [each for each in over if each.end - each.start >= 12] or list(over)
    shown = whole[:: -_every(len(whole), needed)]
    return tuple((each, (each.start + each.end) / 2) for each in reversed(shown))


def _slot_label(end: int, length: int, words: Words) -> str:
    place = (end - 4) % 12  # 0 is April
    if length == 1:
        return words(SHORT_MONTHS[(end - 1) % 12]).strip()
    if length in _PARTS and (place + 1) % length == 0:
        return f"{_PARTS[length]}{(place + 1) // length}"
    if length == 12:
        return text_of(Months(end - 12, 12))
    if length > 12:
        first, last = (end - length) // 12, (end - 1) // 12
        return f"{first}-{last % 100:02d}"
    return words(SHORT_MONTHS[(end - 1) % 12]).strip()


def _step(room: Decimal, whole: bool) -> Decimal:
    raw = room / _MOST_STEPS
    ten = Decimal(1).scaleb(raw.adjusted())
    step = next(ten * each for each in (1, 2, 5, 10) if ten * each >= raw)
    return max(step, Decimal(1)) if whole else step


def _to(value: Decimal, step: Decimal, way: str) -> Decimal:
    return (value / step).to_integral_value(way) * step


def _cut(most: Decimal) -> tuple[int, str]:
    """Large numbers would not fit beside the axis: by how much they are cut, and the word for it."""
    if most >= 100_000_000:
        return 1_000_000, N_("millions")
    return (1_000, N_("thousands")) if most >= 100_000 else (1, "")
