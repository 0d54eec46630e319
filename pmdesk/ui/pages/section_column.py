"""The sections of a long form at its left, each with its state; it leads there and knows no answer itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pmdesk.ui.buttons import Button, Callback, flat
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.page import scrolled
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

WIDTH, ROW, EDGE, MARK = 184, 28, 16, 10


class _Entry(QPushButton):
    """A row with the section's word and the shape of its state; read aloud with both."""

    stepped = Signal(int)

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word, self.state, self.current = word, "none", False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_state("none")

    def set_state(self, state: str) -> None:
        said = {
            "missed": _("needs another look"),
            "complete": _("all answered"),
            "none": _("not all answered"),
        }
        self.state = state
        self.setAccessibleName(f"{self.word}, {said[state]}")
        self.setToolTip(said[state])
        self.update()

    def needed(self) -> int:
        return round(words_width(self.word, "strong")) + 2 * EDGE + 12 + px(MARK)

    def sizeHint(self) -> QSize:
        return QSize(self.needed(), tall(ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would take an arrow for Tab: the column moves by it instead."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token("hover"))
            painter.drawRoundedRect(self.rect().adjusted(8, 0, -8, 0), 4, 4)
        box = QRectF(EDGE, 0, self.width() - 2 * EDGE, self.height())
        draw_words(painter, box, self.word, "strong" if self.current else "list")
        side = px(MARK)
        mark = QRectF(self.width() - EDGE - side, (self.height() - side) / 2, side, side)
        draw_shape(painter, self.state, mark)


class SectionColumn(QWidget):
    """Says `asked` with the number of a section; Tab stops at the one in hand, arrows reach the others."""

    asked = Signal(int)

    def __init__(self, words: Sequence[str], back_word: str, back: Callback) -> None:
        super().__init__()
        self.back: Button = flat(back_word, back, "back")
        self._entries = [_Entry(word) for word in words]
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 16, 1, 16)
        rows.setSpacing(0)
        holder = QVBoxLayout()
        holder.setContentsMargins(EDGE, 0, EDGE, 16)
        holder.addWidget(self.back)
        rows.addLayout(holder)
        for at, entry in enumerate(self._entries):
            entry.clicked.connect(lambda _on=False, at=at: self.asked.emit(at))
            entry.stepped.connect(lambda step, at=at: self._step(at + step))
            rows.addWidget(entry)
        rows.addStretch(1)
        area = scrolled(inner)
        area.setStyleSheet("background: transparent")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.setAccessibleName(_("Sections of this form"))
        themes().changed.connect(self._measure)
        self.show_current(0)
        self._measure()

    def set_state(self, at: int, state: str) -> None:
        """`state` is 'missed' where something is wrong, 'complete' when all is answered, else 'none'."""
        if self._entries[at].state != state:
            self._entries[at].set_state(state)

    def states(self) -> list[str]:
        return [entry.state for entry in self._entries]

    def show_current(self, current: int) -> None:
        for at, entry in enumerate(self._entries):
            entry.current = at == current
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry.current else Qt.FocusPolicy.ClickFocus)
            entry.update()

    def focus(self) -> None:
        next(entry for entry in self._entries if entry.current).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), token("panel"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), token("hairline"))

    def _step(self, at: int) -> None:
        self.show_current(at % len(self._entries))
        self.focus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_entries"):
            self._measure()
        super().changeEvent(event)

    def _measure(self) -> None:
        widest = max([entry.needed() for entry in self._entries] + [self.back.sizeHint().width() + 2 * EDGE])
        self.setFixedWidth(max(WIDTH, widest + 1))
