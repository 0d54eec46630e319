"""Where the labels inside a trajectory stand on paper: beside their point, off the line, off one another."""

from collections.abc import Sequence
from itertools import pairwise
from math import dist
from typing import Any

from pmdesk.figures.trajectory import TrajectoryFigures
from pmdesk.figures.trajectory_points import Point
from pmdesk.papers.chart_marks import SMALL_INK, SMALL_STRONG, Plot, Spot, behind, line, said
from pmdesk.papers.lettering import Style, printable, width
from pmdesk.papers.shapes import QUIET

Box = tuple[float, float, float, float]
_NOWHERE = 1e9
_AWAY, _MARK = 10.0, 5.0  # how far words stand off before a line leads to them, and where it ends


def add_labels(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    """The baseline, the readings that are named and the one note, each where the line is not.

    One that has to stand away from its point has a thin line to it; a note with no place that leaves every
    reading to be seen is left out, and its reading has its number alone.
    """
    taken: list[Box] = []
    course = course_of(plot, figures)
    marks = [_spot(plot, each) for run in figures.runs for each in run]
    for spot, text, style, instead in _wanted(plot, figures):
        box = place(spot, width(printable(text), style), plot, taken, course)
        if instead and (box is None or any(_is_in(each, box) for each in marks)):
            text, style = instead, SMALL_STRONG
            box = place(spot, width(printable(text), style), plot, taken, course)
        if box:
            taken.append(box)
            _lead(made, spot, box)
            made.add(behind(box[0], box[1] + 2, text, style))
            made.add(said(box[0], box[1] + 2, text, style))


def place(spot: Spot, wide: float, plot: Plot, taken: Sequence[Box], course: Sequence[Spot]) -> Box | None:
    """The box near `spot` in which a label of this width touches least; under it where all are free.

    None where the plot is too low to hold one.
    """
    best, least = None, _NOWHERE
    for order, (across, up) in enumerate(_tries(wide)):
        left = min(max(spot[0] + across, plot.left + 2), plot.left + plot.across - wide)
        box = (left, spot[1] + up - 2, left + wide, spot[1] + up + 8)
        if box[1] < plot.foot or box[3] > plot.foot + plot.tall + 2:
            continue
        hits = sum(_is_in(each, box) for each in course) + 40 * sum(_touch(box, other) for other in taken)
        hits += _crossed(spot, box, course)
        away = dist(spot, _nearest(spot, box)) / 6 + order / 10
        if hits + away < least:
            best, least = box, hits + away
    return best


def course_of(plot: Plot, figures: TrajectoryFigures) -> list[Spot]:
    """Places along what is drawn, close enough together to keep labels off it; readings weigh most."""
    found = [spot for run in figures.runs for spot in _along([_spot(plot, each) for each in run]) * 3]
    rings = [(plot.x(each.x), plot.y(each.value)) for each in figures.aims if each.value is not None]
    right, top = plot.left + plot.across, plot.foot + plot.tall
    if figures.floor is not None:
        found += _along([(plot.left, plot.y(figures.floor)), (right, plot.y(figures.floor))])[::3]
    if figures.today is not None:
        found += _along([(plot.x(figures.today), plot.foot), (plot.x(figures.today) + 0.1, top)])
    for run in figures.path:
        found += _along([(plot.x(each.x), plot.y(each.value)) for each in run if each.value is not None])
    return found + rings * 4


def _nearest(spot: Spot, box: Box) -> Spot:
    """The place on a box that is nearest to a point."""
    return min(max(spot[0], box[0]), box[2]), min(max(spot[1], box[1]), box[3])


def _lead(made: Any, spot: Spot, box: Box) -> None:
    """A thin line from words that stand away to the edge of their mark."""
    end = _nearest(spot, box)
    far = dist(spot, end)
    if far > _AWAY:
        part = _MARK / far
        start = (spot[0] + (end[0] - spot[0]) * part, spot[1] + (end[1] - spot[1]) * part)
        made.add(line(start, end, QUIET, 0.5))


def _crossed(spot: Spot, box: Box, course: Sequence[Spot]) -> int:
    """How much of what is drawn the line to words that stand away would cross."""
    end = _nearest(spot, box)
    if dist(spot, end) <= _AWAY:
        return 0
    way = [(spot[0] + (end[0] - spot[0]) * n / 6, spot[1] + (end[1] - spot[1]) * n / 6) for n in range(2, 6)]
    return sum(any(dist(each, step) < 3 for step in way) for each in course)


def _along(spots: Sequence[Spot]) -> list[Spot]:
    found = [*spots]
    for (x, y), (to_x, to_y) in pairwise(spots):
        parts = min(max(int((abs(to_x - x) + abs(to_y - y)) / 5), 1), 100)
        found += [(x + (to_x - x) * n / parts, y + (to_y - y) * n / parts) for n in range(1, parts)]
    return found


def _wanted(plot: Plot, figures: TrajectoryFigures) -> list[tuple[Spot, str, Style, str]]:
    """Each label with its point, and the number that can stand for the note, which begins with it."""
    note = figures.note
    wanted = [
        (_spot(plot, each), note.text, SMALL_INK, note.text.partition(":")[0])
        if note and each.period == note.period
        else (_spot(plot, each), each.label, SMALL_STRONG, "")
        for run in figures.runs
        for each in run
        if each.label or (note and each.period == note.period)
    ]
    if figures.baseline:
        start = (plot.x(figures.baseline.x), plot.y(figures.baseline.value))
        wanted.append((start, figures.baseline.label, SMALL_INK, ""))
    # The last reading matters most and is placed first.
    return wanted[::-1]


def _spot(plot: Plot, each: Point) -> Spot:
    return plot.x(each.x), plot.y(each.value)


def _tries(wide: float) -> list[Spot]:
    """Where a label may stand from its point: under, over, to the right, to the left, then further off."""
    sides = (-wide / 2, 6, -wide - 6) if wide < 60 else (-wide / 2, -8, 8 - wide)
    near = [(side, up) for up in (-15, 8) for side in sides]
    return [*near, (8, -3), (-wide - 8, -3), *((side, up) for up in (-27, 20, -40, 33) for side in sides)]


def _is_in(spot: Spot, box: Box) -> bool:
    return box[0] - 3 <= spot[0] <= box[2] + 3 and box[1] - 3 <= spot[1] <= box[3] + 3


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
