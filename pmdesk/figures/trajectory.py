"""A measure's trajectory as frozen values that window and paper both draw; nothing here is a pixel.

Along: months since the start of the first period shown. Up: the measure's own exact values.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.dates import say_date
from pmdesk.domain.profile import PathValue
from pmdesk.domain.words import Words
from pmdesk.figures.axis import Slot, Upright, Year, slots, upright, years
from pmdesk.figures.finding import bare, finding, said_end
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.trajectory_points import (
    Aim,
    Along,
    BandPoint,
    Outlook,
    PathPoint,
    Point,
    aims,
    along,
    band_runs,
    baseline,
    gaps,
    outlook,
    path_runs,
    points,
    today_x,
    with_floor,
)
from pmdesk.figures.trajectory_rows import Note, TrajectoryRow, note, say_path, summary, trajectory_rows


class Baseline(NamedTuple):
    """The open diamond where the work began, and its words: 'Baseline 41.8, March 2023'."""

    x: float
    value: Decimal
    label: str


class EndLabel(NamedTuple):
    """Words right of the chart at the height of `value`: kind 'target', 'forecast', 'floor' or 'stretch'.

    `second` is a quiet line under them. Draw them with `axis.spread`, so that none touches another.
    """

    kind: str
    value: Decimal
    text: str
    second: str


@dataclass(frozen=True, slots=True)
class TrajectoryFigures:
    """Everything a trajectory shows; see trajectory_points for its parts, axis for its axes.

    `runs` are the readings a line joins; `gaps` those without a number, marked at the foot, never joined
    through. `path` is dashed, run by run. `floor` and `stretch` are level lines. `bands` is the middle half
    of other areas. `today` is None where it lies off the axis. `width` is in months.
    """

    title: str
    unit: str
    finding: str
    summary: str
    slots: tuple[Slot, ...]
    years: tuple[Year, ...]
    width: float
    upright: Upright
    runs: tuple[tuple[Point, ...], ...]
    gaps: tuple[Point, ...]
    path: tuple[tuple[PathPoint, ...], ...]
    baseline: Baseline | None
    joined: bool  # whether the line of readings starts at the baseline
    aims: tuple[Aim, ...]
    floor: Decimal | None
    stretch: Decimal | None
    outlook: Outlook | None
    today: float | None
    bands: tuple[tuple[BandPoint, ...], ...]
    band_label: str
    note: Note | None
    ends: tuple[EndLabel, ...]
    rows: tuple[TrajectoryRow, ...]

    def points(self) -> tuple[Point, ...]:
        """Every reading with a number or without, in order of time."""
        return tuple(
            sorted((*(each for run in self.runs for each in run), *self.gaps), key=lambda each: each.x)
        )


def trajectory(story: MeasureStory, words: Words) -> TrajectoryFigures:
    """The trajectory of one measure (rules 2, 3, 5 and 6): nothing is worked out later than here."""
    axis = along(story)
    along_slots = slots(axis.first, axis.last, axis.slot, axis.length, words)
    runs, path, aimed = points(story, axis, words), path_runs(story, axis, along_slots), aims(story, axis)
    start, ahead = baseline(story, axis), outlook(story, axis)
    bands = band_runs(story, axis, along_slots)
    floor, stretch = with_floor(story.targets), story.goal.stretch if story.goal else None
    least = floor.floor if floor else None
    values = _shown(runs, path, aimed, bands, ahead, (start[1] if start else None, least, stretch))
    return TrajectoryFigures(
        title=story.title,
        unit=story.unit,
        finding=finding(story, words),
        summary=summary(story, words),
        slots=along_slots,
        years=years(axis.first, axis.last, axis.slot),
        width=float(axis.last - axis.first + axis.slot),
        upright=_upright(story, values, words),
        runs=runs,
        gaps=gaps(story, axis, words),
        path=path,
        baseline=_baseline(story, start, words),
        joined=_starts_at_baseline(story, axis, start, runs),
        aims=aimed,
        floor=least,
        stretch=stretch,
        outlook=ahead,
        today=today_x(story, axis),
        bands=bands,
        band_label=_band_label(story, bands, words),
        note=note(story, words),
        ends=_ends(story, aimed, ahead, least, stretch, words),
        rows=trajectory_rows(story, words),
    )


def _upright(story: MeasureStory, values: list[Decimal], words: Words) -> Upright:
    whole = story.decimals == 0
    if story.decimals is None and story.recorded:
        whole = all(each == each.to_integral_value() for each in story.recorded)
    top = Decimal(100) if story.scale.per_cent else None
    zero = [Decimal(0)] if story.scale.aggregation == "cumulative" else []
    return upright([*values, *zero], words, whole, top)


def _shown(
    runs: Iterable[Iterable[Point]],
    path: Iterable[Iterable[PathPoint]],
    aimed: Iterable[Aim],
    bands: Iterable[Iterable[BandPoint]],
    ahead: Outlook | None,
    levels: Iterable[Decimal | None],
) -> list[Decimal]:
    """Every value the axis must hold."""
    found: list[Decimal | None] = [*levels]
    found += [each.value for run in runs for each in run]
    found += [value for run in path for each in run for value in (each.value, each.low, each.high)]
    found += [value for each in aimed for value in (each.value, each.low, each.high)]
    found += [bound for run in bands for each in run for bound in (each.low, each.high)]
    if ahead:
        found += [ahead.to_value, ahead.low, ahead.high]
    return [each for each in found if each is not None]


def _baseline(story: MeasureStory, start: tuple[float, Decimal] | None, words: Words) -> Baseline | None:
    if start is None:
        return None
    day = say_date(story.scale.baseline_on, words)
    return Baseline(*start, words("Baseline {value}, {day}", value=bare(story, start[1]), day=day))


def _starts_at_baseline(
    story: MeasureStory, axis: Along, start: tuple[float, Decimal] | None, runs: tuple[tuple[Point, ...], ...]
) -> bool:
    if start is None or not runs or story.scale.aggregation == "cumulative":
        return False
    return 0 < runs[0][0].x - start[0] <= axis.step


def _band_label(story: MeasureStory, bands: tuple[tuple[BandPoint, ...], ...], words: Words) -> str:
    areas = max((each.areas for run in bands for each in run), default=0)
    if areas and story.family:
        return words("Middle half of {n} areas of its family group", n=areas)
    return words("Middle half of {n} other areas", n=areas) if areas else ""


def _ends(
    story: MeasureStory,
    aimed: tuple[Aim, ...],
    ahead: Outlook | None,
    floor: Decimal | None,
    stretch: Decimal | None,
    words: Words,
) -> tuple[EndLabel, ...]:
    made = [_goal_label(story, aimed[-1], words)] if aimed else []
    if ahead:
        said = words("Forecast {value}", value=bare(story, ahead.to_value))
        made.append(EndLabel("forecast", ahead.to_value, said, _range(story, ahead, words)))
    if floor is not None:
        made.append(EndLabel("floor", floor, words("Floor {value}", value=bare(story, floor)), ""))
    if stretch is not None:
        made.append(EndLabel("stretch", stretch, words("Stretch {value}", value=bare(story, stretch)), ""))
    return tuple(made)


def _goal_label(story: MeasureStory, goal: Aim, words: Words) -> EndLabel:
    known = [each for each in (goal.value, goal.low, goal.high) if each is not None]
    said = say_path(story, PathValue(goal.value, goal.low, goal.high, "target"), words)
    # Where a nearer target is what the facts beside the chart speak of, this one says of when it is.
    nearer = story.target is not None and story.target.period != goal.period
    second = said_end(goal.period, words) if nearer else ""
    middle = sum(known, Decimal(0)) / len(known)
    return EndLabel("target", middle, words("Target {value}", value=said), second)


def _range(story: MeasureStory, ahead: Outlook, words: Words) -> str:
    if ahead.low is None or ahead.high is None:
        return ""
    return words("range {low} to {high}", low=bare(story, ahead.low), high=bare(story, ahead.high))
