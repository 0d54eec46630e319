"""Where the labels inside a trajectory stand on paper: beside their point, off the line, off one another."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pmdesk.figures.trajectory import TrajectoryFigures
from pmdesk.figures.trajectory_points import Point
from pmdesk.papers.chart_marks import SMALL_INK, SMALL_STRONG, Plot, Spot, behind, said
from pmdesk.papers.lettering import Style, printable, width

Box = tuple[float, float, float, float]
_NOWHERE = 1e9


def add_labels(made: Any, plot: Plot, figures: TrajectoryFigures) -> None:
    """The baseline, the readings that are named and the one note, each where the line is not."""
    taken: list[Box] = []
    course = course_of(plot, figures)
    for spot, text, style in _wanted(plot, figures):
        box = place(spot, width(printable(text), style), plot, taken, course)
        if box:
            taken.append(box)
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
        if hits + order / 10 < least:
            best, least = box, hits + order / 10
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


def _along(spots: Sequence[Spot]) -> list[Spot]:
    found = [*spots]
    for (x, y), (to_x, to_y) in pairwise(spots):
        parts = min(max(int((abs(to_x - x) + abs(to_y - y)) / 5), 1), 100)
        found += [(x + (to_x - x) * n / parts, y + (to_y - y) * n / parts) for n in range(1, parts)]
    return found


def _wanted(plot: Plot, figures: TrajectoryFigures) -> list[tuple[Spot, str, Style]]:
    """Each label with its point; the note begins with its reading's number, which is not said twice."""
    note = figures.note
    wanted = [
        (_spot(plot, each), note.text, SMALL_INK)
        if note and each.period == note.period
        else (_spot(plot, each), each.label, SMALL_STRONG)
        for run in figures.runs
        for each in run
        if each.label or (note and each.period == note.period)
    ]
    if figures.baseline:
        start = (plot.x(figures.baseline.x), plot.y(figures.baseline.value))
        wanted.append((start, figures.baseline.label, SMALL_INK))
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
