"""The points of a trajectory in document units: where each reading, path and forecast stands.

Along: months since the start of the first period, a reading in the middle of its own. Up: the exact value.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.comparators import band, read_figures
from pmdesk.domain.profile import baseline_month, course, is_aimed, value_at
from pmdesk.domain.rating import RATINGS
from pmdesk.domain.series import Target
from pmdesk.domain.spacing import STEPS, month_at, span, step_of, year_end
from pmdesk.domain.standing import Standing
from pmdesk.domain.words import Words
from pmdesk.figures.axis import MOST_SLOTS, Slot
from pmdesk.figures.finding import bare
from pmdesk.figures.measure_story import FEWEST_AREAS, MeasureStory

_FEWEST_SLOTS = 4
_TODAY_WITHIN = 12  # months after the last period: further off, today would squeeze the readings


class Along(NamedTuple):
    """The axis of periods: the end months of its first and last slot, months apart and long.

    `step` is that of the measure; `slot` is longer only where there would be too many slots.
    """

    first: int
    last: int
    step: int
    slot: int
    length: int

    def x(self, period: str) -> float:
        """Where a period stands: in its middle; a longer one where it ends."""
        here = span(period)
        return self.at(here.month, min(here.months, self.step))

    def at(self, month: int, months: int) -> float:
        """The middle of the `months` that end with `month`."""
        return float(month - self.first + self.slot - months / 2)


class Point(NamedTuple):
    """A reading: `value` None where its state says why; `label` only at the first, the last and the worst."""

    x: float
    period: str
    value: Decimal | None
    rating: str
    shape: str
    word: str
    label: str
    id: str


class PathPoint(NamedTuple):
    """What a period should reach; `low` and `high` of a band."""

    x: float
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None


class Aim(NamedTuple):
    """A target, a ring; `goal` the last one, which alone is labelled."""

    x: float
    period: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    goal: bool


class BandPoint(NamedTuple):
    """Half of the other areas lie between `low` and `high`, `areas` of them in all."""

    x: float
    low: Decimal
    middle: Decimal
    high: Decimal
    areas: int


class Outlook(NamedTuple):
    """The forecast, from the last reading on; `low` and `high` its range, None for what adds up."""

    x: float
    value: Decimal
    to_x: float
    to_value: Decimal
    low: Decimal | None
    high: Decimal | None
    period: str


def along(story: MeasureStory) -> Along:
    """The axis that holds baseline, readings, targets, the forecast, and today where it is near."""
    step, length = _rhythm(story)
    told = story.readings or story.targets
    spans = [span(each.period) for each in story.readings] + [span(each.period) for each in story.targets]
    ends = [each.month for each in spans]
    # A period that lies across two slots begins in the one before.
    ends += [each.month - min(each.months, step) + 1 for each in spans]
    begun, now = baseline_month(story.scale), month_at(story.today)
    ends += [begun] if begun is not None else []
    ends += [span(story.forecast.period).month] if story.forecast.value is not None else []
    if not ends:
        ends = [year_end(now) - 12 + min(step, 12), year_end(now)]
    # Slots end where the latest reading does: a calendar year in December, a quarter with its quarter.
    phase = span(told[-1].period).month if told else year_end(now)
    first, last = (_slot_end(month, phase, step) for month in (min(ends), max(ends)))
    if last < now <= last + max(_TODAY_WITHIN, step):
        last = _slot_end(now, phase, step)
    last, slot = max(last, first + (_FEWEST_SLOTS - 1) * step), step
    while (last - first) / slot > MOST_SLOTS:
        slot *= 12 if slot < 12 else 10
    if slot > step:
        return Along(_slot_end(first, phase, slot), _slot_end(last, phase, slot), step, slot, slot)
    return Along(first, last, step, step, length)


def points(story: MeasureStory, axis: Along, words: Words) -> tuple[tuple[Point, ...], ...]:
    """The readings that a line joins, run by run: broken by a period without a number, and by a new year
    for what adds up through the year."""
    labels = _labels(story)
    runs: list[list[Point]] = []
    before: Standing | None = None
    for each in _told(story):
        if each.value is None:
            before = None
            continue
        if before is None or not _joined(story, axis, before, each):
            runs.append([])
        runs[-1].append(_point(story, axis, each, labels.get(each.period, ""), words))
        before = each
    return tuple(map(tuple, runs))


def gaps(story: MeasureStory, axis: Along, words: Words) -> tuple[Point, ...]:
    """The periods whose reading is no number: not zero, not joined through."""
    return tuple(_point(story, axis, each, "", words) for each in _told(story) if each.value is None)


def path_runs(
    story: MeasureStory, axis: Along, along_slots: Iterable[Slot]
) -> tuple[tuple[PathPoint, ...], ...]:
    """The path through the periods, in runs; for what adds up each year rises on its own."""
    laid = course(story.scale, story.targets, story.readings)
    runs: list[list[PathPoint]] = [[]]
    for slot in along_slots:
        here, reached = span(slot.period), value_at(laid, slot.period)
        if reached is None:
            runs.append([])
            continue
        runs[-1].append(PathPoint(axis.x(slot.period), reached.value, reached.low, reached.high))
        if story.scale.aggregation == "cumulative" and axis.step < 12 and here.month == year_end(here.month):
            runs.append([])
    kept = [run for run in runs if run]
    start = baseline(story, axis)
    if start and kept and laid.anchors and kept[0][0].x > start[0]:
        kept[0].insert(0, PathPoint(*start, None, None))
    return tuple(map(tuple, kept))


def baseline(story: MeasureStory, axis: Along) -> tuple[float, Decimal] | None:
    """Where the baseline stands; None without its value or its date."""
    month, value = baseline_month(story.scale), story.scale.baseline
    if month is None or value is None:
        return None
    return axis.at(_slot_end(month, axis.first, axis.step), axis.step), value


def aims(story: MeasureStory, axis: Along) -> tuple[Aim, ...]:
    """Every target there is to reach, in order; the last one the goal."""
    aimed = [each for each in story.targets if is_aimed(each)]
    return tuple(
        Aim(axis.x(each.period), each.period, each.value, each.low, each.high, each is aimed[-1])
        for each in aimed
    )


def outlook(story: MeasureStory, axis: Along) -> Outlook | None:
    """The forecast as a line from the last reading; None where there are too few, or it is not ahead."""
    told, ahead = [each for each in _told(story) if each.value is not None], story.forecast
    if not told or ahead.value is None:
        return None
    start, end = axis.x(told[-1].period), axis.x(ahead.period)
    if end <= start or told[-1].value is None:
        return None
    return Outlook(start, told[-1].value, end, ahead.value, ahead.low, ahead.high, ahead.period)


def band_runs(
    story: MeasureStory, axis: Along, along_slots: Iterable[Slot]
) -> tuple[tuple[BandPoint, ...], ...]:
    """The middle half of the other areas, in runs, for the periods in which at least three tell."""
    series = [read_figures(each.get("figures")) for each in story.peers]
    if len(series) < FEWEST_AREAS:
        return ()
    runs: list[list[BandPoint]] = [[]]
    for slot in along_slots:
        found = band(series, slot.period)
        if found is None or found.n < FEWEST_AREAS:
            runs.append([])
            continue
        x = axis.x(slot.period)
        runs[-1].append(BandPoint(x, found.lower, found.median, found.upper, found.n))
    return tuple(tuple(run) for run in runs if run)


def today_x(story: MeasureStory, axis: Along) -> float | None:
    """Where today stands; None where it lies beyond the axis."""
    month, day = month_at(story.today), int(story.today[8:])
    x = month - axis.first + axis.slot - 1 + (day - 1) / 31
    return x if 0 <= x <= axis.last - axis.first + axis.slot else None


def with_floor(targets: Sequence[Target]) -> Target | None:
    """The last target that has a floor, the one whose gap is told."""
    return next((each for each in reversed(targets) if each.floor is not None), None)


def _told(story: MeasureStory) -> list[Standing]:
    """One standing for each period: of two the newest, as the rules count them."""
    kept: dict[str, Standing] = {}
    for each in story.standings:
        if each.value is not None or each.period not in kept:
            kept[each.period] = each
    return sorted(kept.values(), key=lambda each: (each.ends, -span(each.period).months))


def _point(story: MeasureStory, axis: Along, each: Standing, label: str, words: Words) -> Point:
    word, shape = words(story.word_of(each)), RATINGS[each.rating][0]
    x, id = axis.x(each.period), each.reading.id
    return Point(x, each.period, each.value, each.rating, shape, word, label, id)


def _joined(story: MeasureStory, axis: Along, before: Standing, each: Standing) -> bool:
    first, last = span(before.period).month, span(each.period).month
    if story.scale.aggregation == "cumulative" and axis.step < 12 and year_end(first) != year_end(last):
        return False
    return last - first <= axis.step


def _labels(story: MeasureStory) -> dict[str, str]:
    """The first (unless the baseline says it), the last and the worst missed reading have their number."""
    told = [each for each in _told(story) if each.value is not None]
    if not told:
        return {}
    chosen = {told[-1].period} | ({told[0].period} if story.scale.baseline is None else set())
    red = [each for each in told if each.rating == "red" and each.worse_percent is not None]
    if red:
        chosen.add(max(red, key=lambda each: each.worse_percent or Decimal(0)).period)
    return {each.period: bare(story, each.value) for each in told if each.period in chosen}


def _rhythm(story: MeasureStory) -> tuple[int, int]:
    """Months from one period to the next, and how many each has."""
    told = story.readings or story.targets
    if not told:
        step = STEPS.get(story.scale.frequency, 3)
        return step, 36 if story.scale.frequency == "rolling" else step
    months = span(told[-1].period).months
    step = step_of(story.scale, told[-1].period)
    rolling = story.scale.frequency == "rolling" or (not story.scale.frequency and months > step)
    return step, max(months, step) if rolling else step


def _slot_end(month: int, phase: int, step: int) -> int:
    """The end of the slot a month lies in, where slots end at `phase` and every `step` months from it."""
    return month + (phase - month) % step
