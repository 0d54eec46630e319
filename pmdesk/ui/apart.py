"""Reads what is shown in a thread of its own where the register is large, so that the window never waits."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from pmdesk.ui.context import Context
from pmdesk.ui.doing import do

# With more measures than this a person would feel the wait.
MANY = 5_000

Then = Callable[[Any, bool], object]


class Apart(QObject):
    """One question at a time: a newer one makes the answer to an older one unwanted."""

    _answered = Signal(int, object)

    def __init__(self, context: Context, parent: QObject, many: int | None = None) -> None:
        """`many`: with more rated measures than that, MANY if not said, an answer comes later."""
        super().__init__(parent)
        self._context, self._asked, self._many = context, 0, MANY if many is None else many
        self._then: Then = _nothing
        self._answered.connect(self._finish)

    def ask(self, verb: Callable[[Any], Any], then: Then) -> bool:
        """Give `then` what `verb(register)` reads, and whether that was later; True when it was at once.

        A fault of the disk becomes a toast, and `then` is given None.
        """
        self._asked += 1
        register = self._context.register
        if not self.is_large():
            then(do(self._context, lambda: verb(register)), False)
            return True
        self._then = then
        threading.Thread(target=self._read, args=(self._asked, register, verb), daemon=True).start()
        return False

    def is_large(self) -> bool:
        """Whether answers come later, by the counts kept beside the measures.

        A register without a file has one connection only.
        """
        register = self._context.register
        if register.path is None:
            return False
        return sum(register.ratings().values()) > self._many

    def _read(self, asked: int, register: Any, verb: Callable[[Any], Any]) -> None:
        """In the thread, with a connection of its own."""
        try:
            twin = register.twin()
            try:
                answer: Callable[[], Any] = partial(_given, verb(twin))
            finally:
                twin.close()
        except Exception as error:  # handed to the window's thread, which shows it
            answer = partial(_raised, error)
        # The page may have been closed meanwhile.
        with suppress(RuntimeError):
            self._answered.emit(asked, answer)

    def _finish(self, asked: int, answer: Callable[[], Any]) -> None:
        if asked == self._asked:
            self._then(do(self._context, answer), True)


def _given(found: Any) -> Any:
    return found


def _raised(error: Exception) -> Any:
    raise error


def _nothing(_found: Any, _later: bool) -> None:
    """Nobody has asked yet."""
