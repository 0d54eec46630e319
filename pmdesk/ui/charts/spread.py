"""The spread of a health check: a row for each principle, the middle half as a bar, the median as a dot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.domain.health_results import Spread
from pmdesk.figures.health_spread import LEAST, MOST, SpreadFigure, SpreadRow
from pmdesk.ui.accessible import announce
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

ROW, AXIS, BAR, DOT, GAP = 32, 28, 10, 14, 16
# The words take no more than this part of the width, the axis no less than the rest.
WORDS, BESIDE = 0.46, 44


class SpreadChart(QWidget):
    """Up and down go from row to row, and each is said; nothing below three answers is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure, self._at = SpreadFigure((), (), "", ""), 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("What the partners think"))
        themes().changed.connect(self._measure)

    def set_figure(self, figure: SpreadFigure) -> None:
        self._figure = figure
        self._at = min(self._at, max(len(figure.rows) - 1, 0))
        self.setAccessibleName(_("What the partners think: {finding}", finding=figure.finding))
        self.setAccessibleDescription(figure.summary)
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(px(640), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self.minimumHeight())

    def spoken(self, at: int) -> str:
        """What a screen reader says of a row."""
        row = self._figure.rows[at]
        return f"{row.label}: {row.said}"

    def place(self, value: float) -> float:
        """Where on the axis a value of 1 to 4 stands, from the left edge of the widget."""
        left, right = self._axis()
        return left + (value - LEAST) / (MOST - LEAST) * (right - left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._figure.rows) - 1
        moves = {
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves and last >= 0:
            self._take(min(max(moves[key], 0), last))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y() // tall(ROW))
        if 0 <= at < len(self._figure.rows):
            self._take(at)

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
        """Rows, grid and the words under the axis, from (0, 0) on."""
        rows, bottom = self._figure.rows, len(self._figure.rows) * tall(ROW)
        for value in range(LEAST, MOST + 1):
            painter.setPen(QPen(token("hairline"), 1))
            painter.drawLine(QPointF(self.place(value), 0), QPointF(self.place(value), bottom))
        for at, row in enumerate(rows):
            self._row(painter, row, QRectF(0, at * tall(ROW), self.width(), tall(ROW)), at == self._at)
        for value in range(LEAST, MOST + 1):
            self._tick(painter, value, bottom)

    def _row(self, painter: QPainter, row: SpreadRow, box: QRectF, in_hand: bool) -> None:
        if in_hand and self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token("selection"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 4, 4)
        left = self._axis()[0]
        draw_words(painter, QRectF(4, box.top(), left - GAP - 8, box.height()), row.label, "small_strong")
        if row.spread is None:
            beside = QRectF(left, box.top(), box.right() - left, box.height())
            draw_words(painter, beside, row.said, "small", "quiet")
            return
        self._mark(painter, row.spread, box.center().y())
        end = QRectF(box.right() - px(BESIDE), box.top(), px(BESIDE) - 4, box.height())
        draw_words(painter, end, f"{row.spread.middle:g}", "small_strong", align=Qt.AlignmentFlag.AlignRight)

    def _mark(self, painter: QPainter, spread: Spread, middle: float) -> None:
        high, dot = px(BAR), px(DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(token("series_blue"))
        if spread.half:
            low, top = map(self.place, spread.half)
            painter.setOpacity(0.35)
            painter.drawRoundedRect(QRectF(low, middle - high / 2, max(top - low, 1), high), 3, 3)
            painter.setOpacity(1)
        painter.setPen(QPen(token("background"), 2))
        painter.drawEllipse(QPointF(self.place(spread.middle), middle), dot / 2, dot / 2)

    def _tick(self, painter: QPainter, value: int, top: float) -> None:
        """Numbers; at both ends with the words, where these leave the middle its room."""
        left, right = self._axis()
        said, room = str(value), (right - left) * 0.6
        if value in (LEAST, MOST) and self._figure.ends:
            whole = f"{value} {self._figure.ends[value - 1]}"
            said = whole if words_width(whole, "small") <= room / 2 else said
        wide = words_width(said, "small") + 2
        ends = {LEAST: self.place(value) - px(3), MOST: self.place(value) - wide + px(3)}
        at = ends.get(value, self.place(value) - wide / 2)
        draw_words(painter, QRectF(at, top, wide, tall(AXIS)), said, "small", "quiet")

    def _axis(self) -> tuple[float, float]:
        widest = max((words_width(row.label, "small_strong") for row in self._figure.rows), default=0)
        left = min(widest + 8 + GAP, self.width() * WORDS)
        return left + px(DOT) / 2, self.width() - px(BESIDE) - px(DOT) / 2

    def _take(self, at: int) -> None:
        self._at = at
        self.update()
        announce(self, self.spoken(at))

    def _measure(self) -> None:
        self.setFixedHeight(max(len(self._figure.rows), 1) * tall(ROW) + tall(AXIS))
        self.update()
