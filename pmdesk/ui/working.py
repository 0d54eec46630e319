"""Long work beside the window: its own thread, a moving count, and Cancel that leaves nothing half done."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from pmdesk.domain.telling import Stopped
from pmdesk.ui.behind import Post, run_behind
from pmdesk.ui.words import _

BETWEEN = 0.1  # seconds between two moves of the count


def with_twin(register: Any, do: Callable[[Any], Any]) -> Any:
    """Work in a thread has a connection of its own."""
    twin = register.twin()
    try:
        return do(twin)
    finally:
        if twin is not register:
            twin.close()


def _ended(_progress: object) -> None:
    """What is left to do of work that was done."""


class _Box(QProgressDialog):
    """Esc asks to cancel whether there is a button for it or not; what comes of it `Work` says."""

    def reject(self) -> None:
        self.canceled.emit()


class Work(QObject):
    """Runs `do(progress)` in a thread; `done` gets its result, `failed` its exception, in the window's own.

    `progress(n, of)` may be called from the work; it says False once the person has pressed Cancel. So may
    `no_return(title)` where there is no way back: it raises Stopped if Cancel was pressed, else Cancel goes.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QWidget, do: Callable[[Callable[[int, int], bool]], Any], title: str) -> None:
        super().__init__(parent)
        self._do, self._told = do, 0.0
        self._cancelled, self._final, self._ended = False, False, False
        self._deciding = threading.Lock()
        self._dialog = _Box(title, "", 0, 0, parent)
        self._cancel_button = QPushButton(_("Cancel"))
        self._dialog.setCancelButton(self._cancel_button)
        self._dialog.setWindowTitle("pmdesk")
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setAutoClose(False)
        self._dialog.setAutoReset(False)
        self._dialog.setMinimumDuration(400)
        self._dialog.canceled.connect(self._cancel)
        self._title = title
        self._post: Post = _ended  # has something called in the window's thread

    def start(self) -> None:
        run_behind(self, self._run, self._came)

    def no_return(self, title: str) -> None:
        """From here on the work goes on to its end; `title` says why there is no Cancel any more."""
        with self._deciding:
            if self._cancelled:
                raise Stopped
            self._final = True
        self._post(partial(self._take_cancel_away, title))

    def _run(self, post: Post) -> Any:
        self._post = post
        return self._do(self._progress)

    def _came(self, answer: Callable[[], Any]) -> None:
        try:
            said: tuple[bool, object] = True, answer()
        except Exception as error:  # whoever asked for the work is told
            said = False, error
        self._end(*said)

    def _progress(self, n: int, of: int) -> bool:
        # More often than it can be read, the count would take the work its time.
        now = monotonic()
        if n == of or now - self._told >= BETWEEN:
            self._told = now
            self._post(partial(self._show, n, of))
        return not self._cancelled

    def _show(self, n: int, of: int) -> None:
        self._dialog.setMaximum(of)
        self._dialog.setValue(n)
        self._dialog.setLabelText(f"{self._title} {_('{n} of {m}', n=n, m=of)}")

    def _take_cancel_away(self, title: str) -> None:
        self._title = title
        self._dialog.setCancelButton(None)
        self._dialog.setMaximum(0)
        self._dialog.setLabelText(title)

    def _cancel(self) -> None:
        with self._deciding:
            self._cancelled = not self._final
        if self._cancelled:
            self._dialog.setLabelText(_("Stopping. Nothing will be half done."))
            self._cancel_button.setEnabled(False)
        # It hides itself, by its cross only after this; and the work goes on, for a moment or to its end.
        QTimer.singleShot(0, self, self._stay)

    def _stay(self) -> None:
        if not self._ended:
            self._dialog.show()

    def _end(self, well: bool, what: object) -> None:
        self._ended = True
        self._dialog.reset()
        self._dialog.hide()
        self._dialog.deleteLater()
        (self.done if well else self.failed).emit(what)
        # Or the page would keep each work for good, with the pack or the sheet that it went through. Only
        # here, in the window's thread, has everybody been told.
        self._do = self._post = _ended
        with suppress(RuntimeError):  # the window was closed by what came of it
            self.deleteLater()
