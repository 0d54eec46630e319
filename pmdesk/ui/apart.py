"""Reads what is shown in a thread of its own where the register is large, so that the window never waits."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from pmdesk.ui.behind import run_behind
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.working import with_twin

# With more measures than this a person would feel the wait.
MANY = 5_000

Then = Callable[[Any, bool], object]


class Apart(QObject):
    """One question at a time: a newer one makes the answer to an older one unwanted."""

    def __init__(self, context: Context, parent: QObject, many: int | None = None) -> None:
        """`many`: with more rated measures than that, MANY if not said, an answer comes later."""
        super().__init__(parent)
        self._context, self._asked, self._many = context, 0, MANY if many is None else many

    def ask(self, verb: Callable[[Any], Any], then: Then) -> bool:
        """Give `then` what `verb(register)` reads, and whether that was later; True when it was at once.

        A fault of the disk becomes a toast, and `then` is given None.
        """
        self._asked += 1
        register = self._context.register
        if not self.is_large():
            then(do(self._context, lambda: verb(register)), False)
            return True
        run_behind(
            self,
            lambda _post: with_twin(register, verb),
            partial(self._finish, self._asked, then),
        )
        return False

    def is_large(self) -> bool:
        """Whether answers come later, by the counts kept beside the measures.

        A register without a file has one connection only.
        """
        register = self._context.register
        if register.path is None:
            return False
        return sum(register.ratings().values()) > self._many

    def _finish(self, asked: int, then: Then, answer: Callable[[], Any]) -> None:
        if asked == self._asked:
            then(do(self._context, answer), True)
