"""A mark on a chart: a shape of the house at a date, the same size everywhere; no milestone is known here.

It is a shape of icons.SHAPES, 'tick' (a forecast given up), 'first' (an open diamond) or 'chain' (two links).
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import scale, token

SIDE = 12
_TICK, _DIAMOND = 5, 6.5


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
    elif kind == "chain":
        painter.setPen(QPen(token(colour), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x in (-2.6, 2.6):
            painter.drawEllipse(QPointF(x, 0), 3.7, 2.7)
    else:
        draw_shape(painter, kind, QRectF(-SIDE / 2, -SIDE / 2, SIDE, SIDE), token(colour))
    painter.restore()
