"""Asks for a passphrase: one line whose letters are hidden, and a form that tries it beside the window.

What was typed stays when it was wrong: people miss one letter, and look.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pmdesk.actions.registers import Unavailable
from pmdesk.ui.behind import run_behind
from pmdesk.ui.buttons import primary, quiet
from pmdesk.ui.choice_editors import Check
from pmdesk.ui.field import INDENT, Field, inset
from pmdesk.ui.labels import label
from pmdesk.ui.text_editors import LineText
from pmdesk.ui.theme import px
from pmdesk.ui.words import _


class PassphraseText(LineText):
    """A passphrase as it is typed, spaces and all; its letters are dots until it is asked to show them."""

    def __init__(self) -> None:
        super().__init__()
        self.show_letters(False)
        self.setMaxLength(1000)

    def value(self) -> str | None:
        return self.text() or None

    def show_letters(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)


def show_box(*editors: PassphraseText) -> Check:
    """A box that shows the letters of these editors, or hides them."""
    box = Check(_("Show what is typed"))
    for editor in editors:
        box.toggled.connect(editor.show_letters)
    return box


class PassphraseForm(QWidget):
    """`attempt(typed)` opens something or raises Unavailable; it runs in a thread. `opened` has what it gave.

    `leave` is what the quiet button does, named by `leave_word`.
    """

    opened = Signal(object)

    def __init__(
        self,
        title: str,
        about: str,
        attempt: Callable[[str], Any],
        word: str,
        leave: Callable[[], object],
        leave_word: str,
    ) -> None:
        super().__init__()
        self._attempt, self._word, self._busy = attempt, word, False
        self.field = Field("passphrase", _("Passphrase"), PassphraseText())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24 - INDENT, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(inset(label(title, "section")))
        layout.addWidget(inset(label(about, "body")))
        layout.addWidget(self.field)
        layout.addWidget(inset(show_box(self.field.editor)))
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 8, 4, 0)
        row.addWidget(quiet(leave_word, leave))
        row.addStretch(1)
        self.button = primary(word, self.submit)
        row.addWidget(self.button)
        layout.addLayout(row)
        layout.addStretch(1)
        self.field.editor.returnPressed.connect(self.submit)

    def busy(self) -> bool:
        """Whether a passphrase is being tried."""
        return self._busy

    def submit(self) -> None:
        """Try what is typed, beside the window: making a key of it takes a moment on purpose."""
        typed = str(self.field.value() or "")
        if self._busy:
            return
        if not typed.strip():
            self._say(_("Type the passphrase."))
            return
        self._set_busy(True)
        run_behind(self, lambda _post: self._attempt(typed), self._tried)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.isWindow():
            event.ignore()  # what it lies in knows what that means
        else:
            super().keyPressEvent(event)

    def _tried(self, answer: Callable[[], Any]) -> None:
        self._set_busy(False)
        try:
            found = answer()
        except Unavailable as fault:
            self._say(_(fault.sentence))
        else:
            self._say("")
            self.opened.emit(found)

    def _say(self, sentence: str) -> None:
        self.field.set_error(sentence)
        if sentence:
            self.field.focus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.button.setEnabled(not busy)
        self.button.set_word(_("One moment") if busy else self._word)
        self.field.editor.setReadOnly(busy)


class PassphraseDialog(QDialog):
    """The same over a window that is there, or alone where there is none yet; `found` is what it opened."""

    def __init__(
        self, title: str, about: str, attempt: Callable[[str], Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.found: Any = None
        self.setWindowTitle(title if parent else f"{title} - pmdesk")
        self.setMinimumWidth(px(480))
        self.form = PassphraseForm(title, about, attempt, _("Open"), self.reject, _("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.form.opened.connect(self._opened)
        self.form.field.focus()

    def reject(self) -> None:
        """Not while it is being tried: what that opens must have somebody who closes it."""
        if not self.form.busy():
            super().reject()

    def _opened(self, found: object) -> None:
        self.found = found
        self.accept()
