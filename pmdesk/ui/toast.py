"""A sentence that comes and goes at the foot of the window, with Undo, in place of 'Are you sure?'."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import Button
from pmdesk.ui.labels import label
from pmdesk.ui.theme import themes
from pmdesk.ui.words import _

SHOWN_FOR = 8000
FOOT = 24


class Toast(QFrame):
    """One toast over `window`; a new sentence takes its place. It waits under mouse or keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "toast")
        self.window_under = window
        self._undo: Callable[[], object] | None = None
        self._came_from: QWidget | None = None  # where the keyboard was before it came to Undo
        self._words = label("", "list", wrap=False)
        self._button = Button(_("Undo"), "secondary", self._take_back)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(16)
        layout.addWidget(self._words)
        layout.addWidget(self._button)
        window.installEventFilter(self)
        themes().changed.connect(self._fit)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self._button.installEventFilter(self)
        self.hide()

    def show_toast(self, sentence: str, undo: Callable[[], object] | None = None, word: str = "") -> None:
        """Show `sentence` for eight seconds and have it read aloud; `undo` puts Undo (or `word`) there."""
        self._undo = undo
        self._words.setText(sentence)
        self._words.setContentsMargins(0, 4, 0 if undo else 8, 4)
        self._button.setVisible(undo is not None)
        self._button.set_word(word or _("Undo"))
        said = _("{word}: {what}", word=word, what=sentence) if word else _("Undo: {what}", what=sentence)
        self._button.setAccessibleName(said)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        announce(self, sentence)
        self._timer.start()

    def sentence(self) -> str:
        return self._words.text() if self.isVisible() else ""

    def waits(self) -> bool:
        """Whether the toast stays because mouse or keyboard is on it."""
        return self.isVisible() and not self._timer.isActive()

    def enterEvent(self, event: QEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self._button.hasFocus():
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._button and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self._button and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        elif watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _fit(self) -> None:
        """A sentence in sight gets the room its new size wants."""
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        """A sentence longer than the window is wide goes on in another line."""
        window, room = self.window_under, self.window_under.width() - 2 * FOOT
        self._words.setWordWrap(False)
        self.adjustSize()
        width, height = self.sizeHint().width(), self.sizeHint().height()
        if width > room:
            self._words.setWordWrap(True)
            width, height = room, self._layout.heightForWidth(room)
        self.setGeometry((window.width() - width) // 2, self._floor() - height - FOOT, width, height)

    def _floor(self) -> int:
        """Above the foot of the page in sight, whose buttons it must not cover."""
        window = self.window_under
        feet = [foot for foot in window.findChildren(QWidget, "footer") if foot.isVisible()]
        tops = [foot.mapTo(window, QPoint(0, FOOT // 2)).y() for foot in feet]
        return min(tops, default=window.height())

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._button:
            self._came_from = old

    def _take_back(self) -> None:
        undo, before = self._undo, self._came_from
        if before is not None and self._button.hasFocus() and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if undo:
            undo()
