"""A mark on a chart: a shape of the house at a date, the same size everywhere; no milestone is known here."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import scale, token

SIDE = 12
_TICK, _DIAMOND = 5, 6.5


class Mark(QGraphicsItem):
    """`kind` is a shape of icons.SHAPES, 'tick' (a forecast given up) or 'first' (an open diamond)."""

    def __init__(self, kind: str, x: float, y: float, colour: str) -> None:
        super().__init__()
        self._kind, self._colour = kind, colour
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setPos(x, y)
        self.setZValue({"tick": 1, "first": 2}.get(kind, 3))

    def boundingRect(self) -> QRectF:
        return QRectF(-13, -13, 26, 26)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        draw_mark(painter, self._kind, QPointF(0, 0), self._colour)


def draw_mark(painter: QPainter, kind: str, at: QPointF, colour: str) -> None:
    """Draw a mark centred at a point; the chart and the line that explains it look the same."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    # Beside large words a mark grows too, but not out of its row.
    painter.scale(*(min(scale(), 1.5),) * 2)
    if kind == "tick":
        painter.setPen(QPen(token(colour), 2))
        painter.drawLine(QPointF(0, -_TICK), QPointF(0, _TICK))
    elif kind == "first":
        painter.setPen(QPen(token(colour), 1.5))
        painter.setBrush(QBrush(token("background")))
        corners = ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    else:
        draw_shape(painter, kind, QRectF(-SIDE / 2, -SIDE / 2, SIDE, SIDE), token(colour))
    painter.restore()
