"""A measure's last readings as a line the size of a word, with the shapes of the ratings to look at."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import px, token

SMALL, LAST = 5, 9  # sides of the shapes: of the latest reading and of those before it


def draw_spark(painter: QPainter, box: QRectF, points: Sequence[tuple[float | None, str]]) -> None:
    """Draw (value, shape of its rating) from left to right in `box`, the highest at the top.

    One without a number has its shape at the foot, and no line leads to it.
    """
    if not points:
        return
    places = spark_places(box, [value for value, _shape in points])
    told = [place for place, (value, _shape) in zip(places, points, strict=True) if value is not None]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(token("line"), 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(told))
    painter.restore()
    for at, (place, (_value, shape)) in enumerate(zip(places, points, strict=True)):
        last = at == len(points) - 1
        # Only what asks for a look has a shape on the way: twelve of each would be a string of beads.
        if last or shape in ("missed", "close"):
            _shape(painter, place, shape, px(LAST if last else SMALL))


def spark_places(box: QRectF, values: Sequence[float | None]) -> list[QPointF]:
    """Where each value lies in `box`, with room for the shapes; what never moves lies in the middle.

    What is no number lies at the foot.
    """
    edge = px(LAST) / 2 + 1
    inner = box.adjusted(edge, edge, -edge, -edge)
    known = [each for each in values if each is not None] or [0.0]
    low, high = min(known), max(known)
    rise = inner.height() / (high - low) if high > low else 0.0
    foot = inner.bottom() if rise else inner.center().y()
    step = inner.width() / max(len(values) - 1, 1)
    left = inner.left() if len(values) > 1 else inner.right()
    heights = [inner.bottom() if each is None else foot - (each - low) * rise for each in values]
    return [QPointF(left + at * step, height) for at, height in enumerate(heights)]


def _shape(painter: QPainter, place: QPointF, shape: str, side: int) -> None:
    draw_shape(painter, shape, QRectF(place.x() - side / 2, place.y() - side / 2, side, side))
