"""A measure's last readings as a line the size of a word, with the shapes of the ratings to look at."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import px, token

SMALL, LAST = 5, 9  # sides of the shapes: of the latest reading and of those before it


def draw_spark(painter: QPainter, box: QRectF, points: Sequence[tuple[float, str]]) -> None:
    """Draw (value, shape of its rating) from left to right in `box`, the highest at the top."""
    if not points:
        return
    places = spark_places(box, [value for value, _shape in points])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(token("line"), 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(places))
    painter.restore()
    for at, (place, (_value, shape)) in enumerate(zip(places, points, strict=True)):
        last = at == len(points) - 1
        # Only what asks for a look has a shape on the way: twelve of each would be a string of beads.
        if last or shape in ("missed", "close"):
            _shape(painter, place, shape, px(LAST if last else SMALL))


def spark_places(box: QRectF, values: Sequence[float]) -> list[QPointF]:
    """Where each value lies in `box`, with room for the shapes; what never moves lies in the middle."""
    edge = px(LAST) / 2 + 1
    inner = box.adjusted(edge, edge, -edge, -edge)
    low, high = min(values), max(values)
    rise = inner.height() / (high - low) if high > low else 0.0
    foot = inner.bottom() if rise else inner.center().y()
    step = inner.width() / max(len(values) - 1, 1)
    left = inner.left() if len(values) > 1 else inner.right()
    return [QPointF(left + at * step, foot - (value - low) * rise) for at, value in enumerate(values)]


def _shape(painter: QPainter, place: QPointF, shape: str, side: int) -> None:
    draw_shape(painter, shape, QRectF(place.x() - side / 2, place.y() - side / 2, side, side))
