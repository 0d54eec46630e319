"""Returns over the weeks of a year as steps: this year, last year faint, and the day they were due."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.domain.dates import say_date, say_short
from pmdesk.figures.returns import Point
from pmdesk.figures.year_pictures import ReturnsYear
from pmdesk.ui.accessible import announce
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _, spoken

WIDE, HIGH, LINE, GUTTER, HEAD = 640, 220, 18, 12, 8
_WEEK = 7


class ReturnsYearChart(QWidget):
    """Left and right go from one day on which something came in to the next, and say it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: ReturnsYear | None = None
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Returns over time"))
        themes().changed.connect(self._measure)
        self._measure()

    def set_figures(self, figures: ReturnsYear) -> None:
        """Show these steps; the keyboard begins at the last day again."""
        self._figures, self._at = figures, len(figures.this_year) - 1
        self.setAccessibleName(_("Returns over time: {finding}", finding=figures.title))
        self.setAccessibleDescription(figures.summary)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDE), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), self.minimumHeight())

    def spoken(self, at: int) -> str:
        """'17 April 2026: 27 of 46 in'."""
        assert self._figures
        day, n = self._figures.this_year[at]
        return _("{day}: {n} of {m} in", day=say_date(day, spoken()), n=n, m=self._figures.owed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._figures.this_year) - 1 if self._figures else -1
        moves = {
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves and last >= 0:
            self._at = min(max(moves[key], 0), last)
            self.update()
            announce(self, self.spoken(self._at))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """The chart from (0, 0) on; on the screen or on a picture."""
        figures = self._figures
        if figures is None:
            return
        box = self._box(figures)
        self._axes(painter, figures, box)
        for points, colour, width in ((figures.last_year, "line", 1.5), (figures.this_year, "accent", 2.0)):
            if points:
                painter.setPen(QPen(token(colour), width))
                painter.drawPolyline(QPolygonF(self._steps(figures, box, points)))
        self._ends(painter, figures, box)
        if self.hasFocus() and 0 <= self._at < len(figures.this_year):
            self._in_hand(painter, figures, box)

    def place(self, at: int) -> QPointF:
        """Where a day of this year stands."""
        assert self._figures
        return self._spot(self._figures, self._box(self._figures), self._figures.this_year[at])

    def _box(self, figures: ReturnsYear) -> QRectF:
        left = words_width(str(figures.owed), "small") + GUTTER
        right = max(words_width(said, "small_strong") for said, _points in _labels(figures)) + GUTTER
        foot = tall(LINE) + 4
        return QRectF(left, HEAD + tall(LINE), self.width() - left - right, self._high() - foot - HEAD)

    def _high(self) -> float:
        return self.height() - tall(LINE)

    def _axes(self, painter: QPainter, figures: ReturnsYear, box: QRectF) -> None:
        for n in (0, figures.owed):
            y = self._spot(figures, box, (figures.starts, n)).y()
            painter.setPen(QPen(token("line" if not n else "hairline"), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            beside = QRectF(0, y - tall(LINE) / 2, box.left() - 6, tall(LINE))
            draw_words(painter, beside, str(n), "small", "quiet")
        under, used = box.bottom() + 4, -1.0
        for day in _weeks(figures):
            said = say_short(day, spoken())
            x, wide = self._x(figures, box, day), words_width(said, "small") + 2
            if x - wide / 2 < used + GUTTER or x + wide / 2 > self.width():
                continue
            draw_words(painter, QRectF(x - wide / 2, under, wide, tall(LINE)), said, "small", "quiet")
            used = x + wide / 2
        if figures.due_on and figures.starts < figures.due_on <= figures.ends:
            x = round(self._x(figures, box, figures.due_on)) + 0.5
            painter.setPen(QPen(token("quiet"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            said = _("due {day}", day=say_short(figures.due_on, spoken()))
            wide = words_width(said, "small") + 2
            left = min(max(x - wide / 2, 0), self.width() - wide)
            draw_words(painter, QRectF(left, box.top() - tall(LINE) - 2, wide, tall(LINE)), said, "small")

    def _ends(self, painter: QPainter, figures: ReturnsYear, box: QRectF) -> None:
        """Each line ends in its own words, moved apart where they would touch."""
        ends = [(self._spot(figures, box, points[-1]).y(), said) for said, points in _labels(figures)]
        room = tall(LINE) - 2
        if len(ends) == 2 and abs(ends[0][0] - ends[1][0]) < room:
            middle, up = (ends[0][0] + ends[1][0]) / 2, 1 if ends[0][0] < ends[1][0] else -1
            ends = [(middle - up * room / 2, ends[0][1]), (middle + up * room / 2, ends[1][1])]
        for (y, said), (role, colour) in zip(
            ends, (("small_strong", "accent"), ("small", "quiet")), strict=False
        ):
            left = box.right() + GUTTER - 4
            draw_words(
                painter, QRectF(left, y - tall(LINE) / 2, self.width() - left, tall(LINE)), said, role, colour
            )

    def _in_hand(self, painter: QPainter, figures: ReturnsYear, box: QRectF) -> None:
        at = self.place(self._at)
        painter.setPen(QPen(token("accent"), 2))
        painter.setBrush(token("background"))
        painter.drawEllipse(at, 5, 5)
        said = self.spoken(self._at)
        wide = words_width(said, "small_strong") + 12
        left = min(max(at.x() - wide - 8, box.left() + 2), self.width() - wide)
        label = QRectF(left, max(at.y() - tall(LINE) - 6, 0), wide, tall(LINE))
        painter.setPen(QPen(token("line"), 1))
        painter.drawRoundedRect(label, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_words(painter, label.adjusted(6, 0, 0, 0), said, "small_strong")

    def _steps(self, figures: ReturnsYear, box: QRectF, points: tuple[Point, ...]) -> list[QPointF]:
        """A count stands until the day on which the next comes in."""
        made: list[QPointF] = []
        for point in points:
            spot = self._spot(figures, box, point)
            if made:
                made.append(QPointF(spot.x(), made[-1].y()))
            made.append(spot)
        return made

    def _spot(self, figures: ReturnsYear, box: QRectF, point: Point) -> QPointF:
        return QPointF(
            self._x(figures, box, point[0]), box.bottom() - box.height() * point[1] / _top(figures)
        )

    def _x(self, figures: ReturnsYear, box: QRectF, day: str) -> float:
        first, last = date.fromisoformat(figures.starts), date.fromisoformat(figures.ends)
        return box.left() + box.width() * (date.fromisoformat(day) - first).days / max((last - first).days, 1)

    def _measure(self) -> None:
        self.setFixedHeight(tall(HIGH, 5))
        self.update()


def _top(figures: ReturnsYear) -> int:
    return max([figures.owed, 1, *(n for _day, n in figures.last_year)])


def _labels(figures: ReturnsYear) -> list[tuple[str, tuple[Point, ...]]]:
    """The words at the end of this year's line and of last year's."""
    made = [(_("This year {n}", n=figures.this_year[-1][1]), figures.this_year)]
    if figures.last_year:
        made.append((_("Last year {n}", n=figures.last_year[-1][1]), figures.last_year))
    return made


def _weeks(figures: ReturnsYear) -> list[str]:
    """A day of each week, from the first drawn."""
    first, last = date.fromisoformat(figures.starts), date.fromisoformat(figures.ends)
    return [(first + timedelta(at)).isoformat() for at in range(0, (last - first).days + 1, _WEEK)]
