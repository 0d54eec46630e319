"""Small multiples: a plan's measures each as a tile with its line, all drawn alike, as frozen values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pmdesk.domain.periods import say_period
from pmdesk.domain.rating import RATINGS
from pmdesk.domain.words import Words
from pmdesk.figures.axis import slots
from pmdesk.figures.challenge_marks import Mark
from pmdesk.figures.finding import measured, short_finding
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.trajectory_points import PathPoint, Point, aims, along, path_runs, points


@dataclass(frozen=True, slots=True)
class Tile:
    """One measure: its latest figure and rating (shape and word), its line and path in document units.

    `width` is in months from the left edge; `low` to `high` holds every value.
    """

    id: str
    title: str
    value: str
    period: str
    shape: str
    word: str
    finding: str
    width: float
    low: Decimal
    high: Decimal
    runs: tuple[tuple[Point, ...], ...]
    path: tuple[tuple[PathPoint, ...], ...]
    challenged: str = ""  # where a challenge of its score stands (figures/challenge_marks.py)


@dataclass(frozen=True, slots=True)
class MultiplesFigures:
    """The tiles in the order given, and one sentence of what they say together."""

    tiles: tuple[Tile, ...]
    finding: str


def multiples(
    stories: Iterable[MeasureStory], words: Words, marks: Mapping[str, Mark] | None = None
) -> MultiplesFigures:
    """A tile for each measure, in the order given; `marks` are those of their challenges, by measure."""
    tiles = tuple(tile(story, words, (marks or {}).get(str(story.measure["id"]))) for story in stories)
    return MultiplesFigures(tiles, _finding(tiles, words))


def tile(story: MeasureStory, words: Words, mark: Mark | None = None) -> Tile:
    """One measure small: the same points as its large chart, without words on it."""
    axis, latest = along(story), story.latest
    runs = points(story, axis, words)
    path = path_runs(story, axis, slots(axis.first, axis.last, axis.slot, axis.length, words))
    low, high = _range(story, runs, path)
    return Tile(
        id=str(story.measure["id"]),
        title=story.title,
        value=measured(story, latest.value) if latest and latest.value is not None else "",
        period=say_period(latest.period, words) if latest else "",
        shape=RATINGS[latest.rating if latest else "no_reading"][0],
        word=words(story.word_of(latest)),
        finding=short_finding(story, words),
        width=float(axis.last - axis.first + axis.slot),
        low=low,
        high=high,
        runs=runs,
        path=path,
        challenged=mark.said if mark else "",
    )


def _range(
    story: MeasureStory, runs: tuple[tuple[Point, ...], ...], path: tuple[tuple[PathPoint, ...], ...]
) -> tuple[Decimal, Decimal]:
    """From the least to the most value shown, a level line in the middle of its own."""
    values = [each.value for run in runs for each in run]
    values += [value for run in path for each in run for value in (each.value, each.low, each.high)]
    values += [each.value for each in aims(story, along(story))]
    known = [each for each in values if each is not None] or [Decimal(0)]
    low, high = min(known), max(known)
    return (low, high) if low < high else (low - 1, high + 1)


def _finding(tiles: tuple[Tile, ...], words: Words) -> str:
    if not tiles:
        return words("No measures yet")
    missed = sum(each.shape == "missed" for each in tiles)
    good = sum(each.shape in ("met", "close") for each in tiles)
    return words(
        "{good} of {n} measures met or close, {missed} missed", good=good, n=len(tiles), missed=missed
    )
