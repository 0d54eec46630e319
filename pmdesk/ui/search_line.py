"""A line to search or filter in: the glass at its left, a quiet hint at its right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pmdesk.ui.drawing import draw_words
from pmdesk.ui.icons import pixmap
from pmdesk.ui.theme import px, themes

GLASS, LEFT = 16, 10


class SearchLine(QLineEdit):
    """`placeholder` is also the accessible name; `hint` is the key that leads here."""

    def __init__(self, placeholder: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setProperty("role", "search")
        self.say_what(placeholder)
        themes().changed.connect(self._measure)
        self._measure()

    def say_what(self, placeholder: str) -> None:
        """What can be found here; also its name for a screen reader."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder.rstrip("….") or placeholder)

    def _measure(self) -> None:
        self.setTextMargins(LEFT + px(GLASS), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(GLASS)
        glass = pixmap("search", "quiet", side, self.devicePixelRatioF())
        painter.drawPixmap(LEFT, (self.height() - side) // 2, glass)
        if self._hint and not self.text() and self.width() >= px(330):
            box = QRectF(0, 0, self.width() - LEFT, self.height())
            draw_words(painter, box, self._hint, "small", "quiet", Qt.AlignmentFlag.AlignRight)
