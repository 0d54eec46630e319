"""The rating pill: shape, word and colour together, painted the same in lists, tables and on pages."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.ui.icons import SHAPES, draw_shape
from pmdesk.ui.theme import font, px, tall, token

HEIGHT, PADDING, SHAPE, GAP = 22, 8, 10, 4


def pill_width(state: str, word: str) -> int:
    """Pixels a pill with this state (SHAPES) and word takes."""
    shape = 0 if state == "plain" else px(SHAPE) + GAP
    return round(2 * PADDING + shape + QFontMetricsF(font("small_strong")).horizontalAdvance(word) + 0.5)


def draw_pill(painter: QPainter, x: float, centre_y: float, state: str, word: str, room: int = 9999) -> int:
    """Draw a pill with its left edge at `x`; give its width. A word longer than `room` is cut with a sign."""
    width, height = min(pill_width(state, word), room), tall(HEIGHT)
    box = QRectF(x, round(centre_y - height / 2), width, height)
    colour = SHAPES[state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token(f"{colour}_tint"))
    painter.drawRoundedRect(box, height / 2, height / 2)
    left, side = x + PADDING, px(SHAPE)
    if state != "plain":
        draw_shape(painter, state, QRectF(left, box.center().y() - side / 2, side, side))
        left += side + GAP
    painter.setFont(font("small_strong"))
    painter.setPen(token(colour))
    space = box.right() - PADDING - left + 1
    shown = QFontMetricsF(painter.font()).elidedText(word, Qt.TextElideMode.ElideRight, space)
    painter.drawText(QRectF(left, box.top(), space, height), Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()
    return width


class Pill(QWidget):
    """A pill on a page; read aloud as its word."""

    def __init__(self, state: str = "plain", word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(state, word)

    def set(self, state: str, word: str) -> None:
        """Show `word` with the shape and colour of `state`; an empty word hides the pill."""
        self._state, self._word = state, word
        self.setAccessibleName(word)
        if not word or self.parentWidget():
            self.setVisible(bool(word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._state, self._word), tall(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_pill(QPainter(self), 0, self.height() / 2, self._state, self._word)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)
