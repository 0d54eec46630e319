"""The small chart on the desk: how annual updates come in, this year and last; no chart library in it.

The desk is the first thing a person sees, so nothing slow to import may stand in its way.
"""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.domain.dates import say_short
from pmdesk.figures.returns import Point, ReturnsCurve
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _, spoken

WIDE, HIGH, LINE = 424, 88, 18
GUTTER = 12


class ReturnsChart(QWidget):
    """The title is the finding; each line ends in its own words; hidden while there is nothing to show."""

    def __init__(self) -> None:
        super().__init__()
        self._curve: ReturnsCurve | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def set_curve(self, curve: ReturnsCurve | None) -> None:
        self._curve = curve
        if self.parentWidget() is not None or curve is None:
            self.setVisible(curve is not None)
        if curve:
            self.setAccessibleName(curve.title)
            self.setAccessibleDescription(". ".join(said for said, _strong in _ends(curve)))
            self.setToolTip(curve.title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDE), tall(HIGH, 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), tall(HIGH, 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._curve is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = QRectF(0, 0, self.width(), tall(LINE))
        draw_words(painter, title, self._curve.title, "strong")
        box = self._box(self._curve)
        self._axis(painter, box, self._curve)
        self._lines(painter, box, self._curve)

    def _box(self, curve: ReturnsCurve) -> QRectF:
        """Where the lines stand: room for their words at the right and for days below."""
        words = max(words_width(said, "small_strong") for said, _strong in _ends(curve))
        top, foot = tall(LINE) + 4, tall(LINE)
        return QRectF(0, top, self.width() - words - GUTTER, self.height() - top - foot - 1)

    def _axis(self, painter: QPainter, box: QRectF, curve: ReturnsCurve) -> None:
        painter.setPen(QPen(token("line"), 1))
        foot = round(box.bottom()) + 0.5
        painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))
        under = QRectF(box.left(), box.bottom() + 1, self.width(), tall(LINE))
        start = say_short(curve.starts, spoken())
        used = words_width(start, "small")
        if curve.due_on and curve.starts < curve.due_on <= curve.today:
            x = round(_x(box, curve, curve.due_on)) + 0.5
            painter.setPen(QPen(token("line"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, foot))
            said = _("{day}, due", day=say_short(curve.due_on, spoken()))
            wide = words_width(said, "small") + 2
            left = min(max(x - wide / 2, 0), self.width() - wide)
            draw_words(painter, QRectF(left, under.top(), wide, under.height()), said, "small", "quiet")
            if left < used + GUTTER:
                return
        draw_words(painter, under, start, "small", "quiet")

    def _lines(self, painter: QPainter, box: QRectF, curve: ReturnsCurve) -> None:
        most = max(count for points in (curve.this_year, curve.last_year) for _day, count in points)
        ends = dict(zip(("this", "last"), _ends(curve), strict=False))
        labels: list[tuple[float, str, str]] = []
        for key, points, colour, width in (
            ("last", curve.last_year, "line", 1.5), ("this", curve.this_year, "accent", 2.0),
        ):  # fmt: skip
            if not points:
                continue
            places = [QPointF(_x(box, curve, day), _y(box, count, most)) for day, count in points]
            painter.setPen(QPen(token(colour), width))
            painter.drawPolyline(QPolygonF(places))
            _dot(painter, places[-1], colour, width + 1)
            labels.append((places[-1].y(), key, ends[key][0]))
        for y, key, said in _apart(labels, tall(LINE) - 3, box):
            role, colour = ("small_strong", "accent") if key == "this" else ("small", "quiet")
            beside = QRectF(
                box.right() + GUTTER - 2, y - tall(LINE) / 2, self.width() - box.right(), tall(LINE)
            )
            draw_words(painter, beside, said, role, colour)


def _ends(curve: ReturnsCurve) -> list[tuple[str, bool]]:
    """The words at the end of this year's line and of last year's."""
    said = [(_("This year {n}", n=_last(curve.this_year)), True)]
    return [*said, (_("Last year {n}", n=_last(curve.last_year)), False)] if curve.last_year else said


def _last(points: tuple[Point, ...]) -> int:
    return points[-1][1] if points else 0


def _x(box: QRectF, curve: ReturnsCurve, day: str) -> float:
    first, last = date.fromisoformat(curve.starts), date.fromisoformat(curve.today)
    whole = max((last - first).days, 1)
    # The last dot stands whole inside the box.
    return box.left() + (box.width() - 4) * (date.fromisoformat(day) - first).days / whole


def _y(box: QRectF, count: int, most: int) -> float:
    return box.bottom() - (box.height() - 6) * count / max(most, 1)


def _dot(painter: QPainter, at: QPointF, colour: str, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(token(colour)))
    painter.drawEllipse(at, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _apart(labels: list[tuple[float, str, str]], room: float, box: QRectF) -> list[tuple[float, str, str]]:
    """Labels moved apart so that no two touch; this year's last so that it is drawn on top."""
    made = sorted(labels)
    if len(made) == 2 and made[1][0] - made[0][0] < room:
        middle = (made[0][0] + made[1][0]) / 2
        middle = min(max(middle, box.top() + room / 2), box.bottom() - room / 2)
        made = [(middle - room / 2, *made[0][1:]), (middle + room / 2, *made[1][1:])]
    return made
