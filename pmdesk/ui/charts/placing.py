"""Finds room for the few words on a chart: where they hide no mark and no line, else where they hide least.

The chart is counted in small cells, so that a hundred marks cost no more than ten.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF

CELL = 5.0  # pixels
_AIR = 2.0
_OUTSIDE = 4  # a cell cut off by the edge is worse than one that hides a line

Cells = set[tuple[int, int]]


class Room:
    """What is taken on the `area` of a chart, and where words still fit."""

    def __init__(self, area: QRectF) -> None:
        self._area = area
        self._taken, self._words, self._marks = Cells(), Cells(), Cells()

    def take(self, box: QRectF) -> None:
        """Nothing may stand on `box`."""
        self._taken.update(_cells(box))

    def take_mark(self, at: QPointF, side: float) -> None:
        x, y, half = at.x(), at.y(), side / 2
        self._taken.update(_between(x - half, y - half, x + half, y + half))
        half -= _AIR
        self._marks.update(_between(x - half, y - half, x + half, y + half))

    def take_line(self, line: Sequence[QPointF]) -> None:
        """Nothing may stand on a line."""
        add, places = self._taken.add, [(at.x() / CELL, at.y() / CELL) for at in line]
        for (left, top), (right, bottom) in pairwise(places):
            across, down = right - left, bottom - top
            count = max(int(max(abs(across), abs(down))), 1)
            for step in range(count + 1):
                add((floor(left + across * step / count), floor(top + down * step / count)))

    def take_words(self, box: QRectF) -> None:
        self._words.update(_cells(box))

    def crowded(self, box: QRectF) -> bool:
        """Whether words stand there already."""
        return not self._words.isdisjoint(_cells(box))

    def free(self, box: QRectF) -> bool:
        """Whether words there touch no mark, no line and no other words."""
        return not self._cost(box)

    def hides(self, box: QRectF) -> bool:
        """Whether words there would cover a mark."""
        return not self._marks.isdisjoint(_cells(_letters(box)))

    def inside(self, box: QRectF) -> QRectF:
        """A box moved sideways until no edge cuts it off."""
        left = min(box.left(), self._area.right() - box.width())
        return QRectF(max(left, self._area.left()), box.top(), box.width(), box.height())

    def best(self, choices: Sequence[QRectF]) -> QRectF:
        """The first of `choices` that touches nothing, else the one that hides least."""
        best, least = choices[0], float("inf")
        for box in choices:
            cost = self._cost(box)
            if not cost:
                return box
            if cost < least:
                best, least = box, cost
        return best

    def _cost(self, box: QRectF) -> float:
        cells = set(_cells(_letters(box)))
        cost = len(cells & self._taken) + 3 * len(cells & self._words)
        if not self._area.contains(box):
            within = self._area.contains
            cost += _OUTSIDE * sum(not within((x + 0.5) * CELL, (y + 0.5) * CELL) for x, y in cells)
        return cost


def round_about(at: QPointF, width: float, height: float, gap: float) -> list[QRectF]:
    """Boxes for words beside a mark: under, over, then at its left and right, lower and higher."""
    x, y = at.x(), at.y()
    left, right = x - gap - width, x + gap
    return [
        QRectF(x - width / 2, y + gap, width, height),
        QRectF(x - width / 2, y - gap - height, width, height),
        QRectF(left, y + gap / 2, width, height),
        QRectF(right, y + gap / 2, width, height),
        QRectF(left, y - gap / 2 - height, width, height),
        QRectF(right, y - gap / 2 - height, width, height),
        QRectF(left, y - height / 2, width, height),
        QRectF(right, y - height / 2, width, height),
    ]


def beside(at: QPointF, width: float, height: float, gap: float) -> list[QRectF]:
    """The same, with the places at its sides first: for words longer than a number."""
    boxes = round_about(at, width, height, gap)
    return [*boxes[2:6], *boxes[:2], *boxes[6:]]


def further_off(at: QPointF, width: float, height: float, gap: float) -> list[QRectF]:
    """Boxes that stand away under and over a mark, for words that have no room beside it."""
    made: list[QRectF] = []
    for steps in (1.0, 2.0, 3.0):
        for y in (at.y() + gap + steps * height, at.y() - gap - (steps + 1) * height):
            made += [QRectF(at.x() - part * width, y, width, height) for part in (0.5, 0.15, 0.85)]
    return made


def lead_to(at: QPointF, box: QRectF, gap: float) -> QLineF | None:
    """The line from a mark to words that stand away; None where they stand beside it."""
    inner = _letters(box)
    x = min(max(at.x(), inner.left()), inner.right())
    y = min(max(at.y(), inner.top()), inner.bottom())
    line = QLineF(at, QPointF(x, y))
    if line.length() < 2 * gap:
        return None
    return QLineF(line.pointAt(gap / line.length()), line.p2())


def along(line: Sequence[QPointF], width: float, height: float, most: int = 12) -> list[QRectF]:
    """Boxes over and under a line, from its middle outwards."""
    middle, every = len(line) / 2, max(1, len(line) // most)
    order = sorted(range(0, len(line), every), key=lambda at: abs(at - middle))
    made: list[QRectF] = []
    for at in order:
        x, y = line[at].x(), line[at].y()
        made.append(QRectF(x - width - 4, y - height - 3, width, height))
        made.append(QRectF(x + 4, y + 3, width, height))
        made.append(QRectF(x - width / 2, y - height - 8, width, height))
    return made


def _letters(box: QRectF) -> QRectF:
    """The letters themselves, which are smaller than the box they are written in."""
    return box.adjusted(_AIR, 1.5 * _AIR, -_AIR, -1.5 * _AIR)


def _cells(box: QRectF) -> Iterator[tuple[int, int]]:
    return _between(box.left(), box.top(), box.right(), box.bottom())


def _between(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    return product(
        range(floor(left / CELL), floor((right - 0.01) / CELL) + 1),
        range(floor(top / CELL), floor((bottom - 0.01) / CELL) + 1),
    )
