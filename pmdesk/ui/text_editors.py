"""Editors for words, numbers and dates; each gives back what was typed and reads nothing into it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from pmdesk.ui.calendar_popup import ARROW, CalendarPopup
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.icons import icon
from pmdesk.ui.theme import px, tall
from pmdesk.ui.words import _


class LineText(QLineEdit):
    """One line of words; an empty line is None."""

    edited = Signal()

    def __init__(self, width: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.textEdited.connect(lambda _text: self.edited.emit())
        if width:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def value(self) -> str | None:
        return self.text().strip() or None

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def set_read_only(self, on: bool) -> None:
        self.setReadOnly(on)

    def focus_target(self) -> QWidget:
        return self

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(px(self._width), hint.height()) if self._width else hint


class NumberText(LineText):
    """A number as typed, in a box whose width hints at the answer, its unit quiet at the right."""

    def __init__(self, width: int = 96, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(width, parent)
        self._unit = unit
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._room(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setTextMargins(0, 0, self._room(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unit:
            box = QRectF(0, 0, self.width() - 10, self.height())
            draw_words(QPainter(self), box, self._unit, "list", "quiet", Qt.AlignmentFlag.AlignRight)

    def _room(self) -> int:
        return round(words_width(self._unit, "list")) if self._unit else 0


class DateText(LineText):
    """A date as people type it ('3/5/26', '3 May 2026', 'May 2026') with a calendar beside; may stay empty.

    `read` turns typed text into ISO so that the calendar opens there; `written` turns ISO into shown text.
    """

    def __init__(
        self,
        read: Callable[[str], str | None] | None = None,
        written: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(176, parent)
        self._read, self._written = read, written
        self._calendar: CalendarPopup | None = None
        self._opens = QToolButton(self)
        self._opens.setProperty("role", "inside")
        self._opens.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opens.setCursor(Qt.CursorShape.PointingHandCursor)
        self._opens.setAccessibleName(_("Choose from a calendar"))
        self._opens.setToolTip(_("Choose from a calendar"))
        self._opens.clicked.connect(self.open_calendar)
        self._dress()

    def set_read_only(self, on: bool) -> None:
        super().set_read_only(on)
        self._opens.setVisible(not on)

    def open_calendar(self) -> None:
        if self.isReadOnly():
            return
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.picked.connect(self._take)
        self._calendar.open_at(self._day(), self.mapToGlobal(QPoint(0, self.height() + 4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        dressed = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in dressed and hasattr(self, "_opens"):
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = px(ARROW) + 8
        self._opens.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)

    def _dress(self) -> None:
        """The calendar at the right grows with the letters, which those Qt puts into a line do not."""
        self._opens.setIcon(icon("calendar", "quiet", px(ARROW)))
        self._opens.setIconSize(QSize(px(ARROW), px(ARROW)))
        self.setTextMargins(0, 0, px(ARROW) + 4, 0)

    def _day(self) -> date | None:
        iso = self._read(self.text()) if self._read and self.text().strip() else None
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None

    def _take(self, day: QDate) -> None:
        iso = day.toString(Qt.DateFormat.ISODate)
        self.setText(self._written(iso) if self._written else f"{day.day()}/{day.month()}/{day.year()}")
        self.edited.emit()
        self.setFocus()


class LongText(QPlainTextEdit):
    """Several sentences; grows with what is written, counts its words, lets Tab go on."""

    edited = Signal()
    words_changed = Signal(int)

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._setting = lines, False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self._fit()

    def value(self) -> str | None:
        return self.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        self._setting = True
        self.setPlainText("" if value is None else str(value))
        self._setting = False

    def set_read_only(self, on: bool) -> None:
        self.setReadOnly(on)

    def focus_target(self) -> QWidget:
        return self

    def word_count(self) -> int:
        return len(self.toPlainText().split())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_lines"):
            self._fit()

    def _changed(self) -> None:
        self._fit()
        self.words_changed.emit(self.word_count())
        if not self._setting:
            self.edited.emit()

    def _fit(self) -> None:
        # A plain text document measures its height in lines, not in pixels.
        shown = max(self._lines, int(self.document().size().height()))
        line = self.fontMetrics().lineSpacing() if self.font().pointSizeF() > 0 else tall(20)
        height = shown * line + 20
        if height != self.minimumHeight():
            self.setFixedHeight(height)
