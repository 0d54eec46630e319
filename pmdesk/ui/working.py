"""Long work beside the window: its own thread, a moving count, and Cancel that leaves nothing half done."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

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


class Work(QObject):
    """Runs `do(progress)` in a thread; `done` gets its result, `failed` its exception, in the window's own.

    `progress(n, of)` may be called from the work; it says False once the person has pressed Cancel.
    """

    done = Signal(object)
    failed = Signal(object)
    _moved = Signal(int, int)

    def __init__(self, parent: QWidget, do: Callable[[Callable[[int, int], bool]], Any], title: str) -> None:
        super().__init__(parent)
        self._do, self._cancelled, self._told = do, False, 0.0
        self._dialog = QProgressDialog(title, "", 0, 0, parent)
        cancel = QPushButton(_("Cancel"))
        self._dialog.setCancelButton(cancel)
        self._dialog.setWindowTitle("pmdesk")
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setAutoClose(False)
        self._dialog.setAutoReset(False)
        self._dialog.setMinimumDuration(400)
        self._dialog.canceled.connect(self._cancel)
        self._title = title
        self._moved.connect(self._show)
        self.done.connect(self._end)
        self.failed.connect(self._end)

    def start(self) -> None:
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            tell: Callable[[], object] = partial(self.done.emit, self._do(self._progress))
        except Exception as error:  # handed to the window's thread, which shows it
            tell = partial(self.failed.emit, error)
        # The window may have been closed meanwhile: nobody waits for it any more.
        with suppress(RuntimeError):
            tell()

    def _progress(self, n: int, of: int) -> bool:
        # More often than it can be read, the count would take the work its time.
        now = monotonic()
        if n == of or now - self._told >= BETWEEN:
            self._told = now
            with suppress(RuntimeError):  # as in _run
                self._moved.emit(n, of)
        return not self._cancelled

    def _show(self, n: int, of: int) -> None:
        self._dialog.setMaximum(of)
        self._dialog.setValue(n)
        self._dialog.setLabelText(f"{self._title} {_('{n} of {m}', n=n, m=of)}")

    def _cancel(self) -> None:
        self._cancelled = True
        self._dialog.setLabelText(_("Stopping. Nothing will be half done."))

    def _end(self, _result: object) -> None:
        self._dialog.reset()
        self._dialog.hide()
        self._dialog.deleteLater()
