"""Saving a grid of readings: a few at once, many in a worker beside the window with a count and Cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from pmdesk.actions.readings import TypedReading, save_readings
from pmdesk.actions.registers import Unavailable
from pmdesk.domain.check import Refused
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Problems, changes_in, do, tell
from pmdesk.ui.words import _
from pmdesk.ui.working import Work

# So many rows are saved before anybody notices.
AT_ONCE = 60


class Saving:
    """`page` takes no keys while a worker saves what was typed on it."""

    def __init__(self, page: QWidget, context: Context) -> None:
        self._page, self._context = page, context
        self.work: Work | None = None
        # While it is, the page need not read anew what it is about to read anyway.
        self.busy = False

    def save(
        self,
        rows: list[TypedReading],
        saved: Callable[[object], object],
        refused: Callable[[Problems], object],
    ) -> None:
        """Save the rows as one step; `saved` gets what changed, `refused` every problem by `place`."""
        register, self.busy = self._context.register, True
        if len(rows) > AT_ONCE:
            self._beside(rows, saved, refused)
            return
        try:
            done = do(self._context, lambda: save_readings(register, rows), refused)
        finally:
            self.busy = False
        if done is not None:
            saved(done)

    def _beside(
        self,
        rows: list[TypedReading],
        saved: Callable[[object], object],
        refused: Callable[[Problems], object],
    ) -> None:
        register = self._context.register

        def work(progress: Callable[[int, int], bool]) -> Any:
            # Work in a thread has a connection of its own.
            twin = register.twin()
            try:
                return save_readings(twin, rows, progress)
            finally:
                if twin is not register:
                    twin.close()

        def ended(done: object) -> None:
            self._page.setEnabled(True)
            tell(self._context, changes_in(done))
            self.busy = False
            saved(done)

        def failed(error: object) -> None:
            self._page.setEnabled(True)
            self.busy = False
            if isinstance(error, Refused):
                refused({name: _(sentence) for name, sentence in error.problems.items()})
            elif isinstance(error, Unavailable):
                self._context.toast(_(error.sentence))
            elif isinstance(error, BaseException):
                raise error

        self._page.setEnabled(False)
        self.work = Work(self._page, work, _("Saving the readings."))
        self.work.done.connect(ended)
        self.work.failed.connect(failed)
        self.work.start()
