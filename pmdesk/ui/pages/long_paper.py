"""A paper of very many records is made beside the window, which would stand still for seconds."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.registers import Unavailable
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.ui.pages.paper_choice import Wanted
from pmdesk.ui.words import _
from pmdesk.ui.working import Work, with_twin

SOON = 40  # a paper of so many records is made before anybody waits

Shown = Callable[[Wanted, bytes | None, str], object]


class LongPaper:
    """`shown` is told (what was wanted, its bytes or None, why there are none); `at_work` until then."""

    def __init__(self, page: QWidget, shown: Shown) -> None:
        self._page, self._shown = page, shown
        self._work: Work | None = None
        self.at_work = False

    def make(self, wanted: Wanted, meant: tuple[Any, ...]) -> None:
        """Make the paper; `meant` is what the verb on papers takes, the register first."""
        register, name, of, year, words, today = meant

        def made(progress: Callable[[int, int], bool]) -> bytes:
            found: bytes = with_twin(
                register, lambda twin: paper_bytes(twin, name, of, year, words, today, progress)
            )
            if not progress(1, 1):
                raise Stopped
            return found

        self.at_work = True
        self._work = Work(self._page, made, _("Making the paper."))
        self._work.done.connect(lambda found: self._end(wanted, found, None))
        self._work.failed.connect(lambda error: self._end(wanted, None, error))
        self._work.start()

    def _end(self, wanted: Wanted, made: bytes | None, error: object) -> None:
        self.at_work = False
        if isinstance(error, Stopped):
            self._shown(wanted, None, _("Stopped. Choose fewer at the left, or another paper."))
        elif isinstance(error, Refused):
            self._shown(wanted, None, " ".join(_(sentence) for sentence in error.problems.values()))
        elif isinstance(error, Unavailable):
            self._shown(wanted, None, _(error.sentence))
        elif isinstance(error, BaseException):
            raise error
        else:
            self._shown(wanted, made, "")
