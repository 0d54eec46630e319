"""A mark on a chart: a shape of the house at a date, the same size everywhere; no milestone is known here.

It is a shape of icons.SHAPES, 'tick' (a forecast given up), 'first' (an open diamond) or 'chain' (two links).
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import scale, token

SIDE = 12
_OWN = ("tick", "first", "chain")
_TICK, _DIAMOND = 5, 6.5
_CORNERS = QPolygonF(
    [QPointF(x, y) for x, y in ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0))]
)


def draw_mark(painter: QPainter, kind: str, at: QPointF, colour: str) -> None:
    """Draw a mark centred at a point; the chart and the line that explains it look the same."""
    # Beside large words a mark grows too, but not out of its row.
    grown = min(scale(), 1.5)
    if kind not in _OWN:
        side = SIDE * grown
        box = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        draw_shape(painter, kind, box, token(colour))
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.scale(grown, grown)
    if kind == "tick":
        painter.setPen(QPen(token(colour), 2))
        painter.drawLine(QPointF(0, -_TICK), QPointF(0, _TICK))
    elif kind == "first":
        painter.setPen(QPen(token(colour), 1.5))
        painter.setBrush(QBrush(token("background")))
        painter.drawPolygon(_CORNERS)
    else:
        painter.setPen(QPen(token(colour), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x in (-2.6, 2.6):
            painter.drawEllipse(QPointF(x, 0), 3.7, 2.7)
    painter.restore()


SERIES = ("series_blue", "series_vermillion", "series_green", "series_purple", "series_ink")


def draw_series_mark(painter: QPainter, series: int, at: QPointF, side: float = 9) -> None:
    """The marker of a line's points, another one for each colour; a small quiet circle for -1."""
    grown = min(scale(), 1.5)
    half = side / 2 * grown
    colour = token(SERIES[series] if series >= 0 else "quiet")
    painter.setPen(QPen(token("background"), 1.2))
    painter.setBrush(QBrush(colour))
    x, y = at.x(), at.y()
    if series == 0:
        corners = [(x, y - half - 1), (x + half + 1, y), (x, y + half + 1), (x - half - 1, y)]
        painter.drawPolygon(QPolygonF([QPointF(*each) for each in corners]))
    elif series == 1:
        corners = [(x, y - half - 1), (x + half + 1, y + half), (x - half - 1, y + half)]
        painter.drawPolygon(QPolygonF([QPointF(*each) for each in corners]))
    elif series == 2:
        painter.drawEllipse(at, half, half)
    elif series == 3:
        painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half))
    elif series == 4:
        painter.setPen(QPen(colour, 2.4 * grown))
        reach = 0.8 * half
        painter.drawLine(QPointF(x - reach, y - reach), QPointF(x + reach, y + reach))
        painter.drawLine(QPointF(x - reach, y + reach), QPointF(x + reach, y - reach))
    else:
        painter.drawEllipse(at, 0.6 * half, 0.6 * half)
    painter.setBrush(Qt.BrushStyle.NoBrush)
