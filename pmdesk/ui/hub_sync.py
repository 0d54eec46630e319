"""Syncing with the hub beside the window: every few minutes, a little after a save, and when asked.

It works in a thread with a connection of its own, so the window never waits for the hub. What a person must
mend (a refused login) is not tried again by itself: a server may lock out who knocks too often.
"""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from pmdesk.actions.hub import Done, hub_state, sync
from pmdesk.actions.pack_words import say_alike
from pmdesk.domain.telling import telling
from pmdesk.figures.hub import AWAY, NEVER, NONE, SYNCED, TROUBLE, HubState
from pmdesk.ui.behind import run_behind
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, changes_in, say_failed, tell
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import with_twin

EVERY, AFTER_SAVE = 5 * 60_000, 8_000  # milliseconds
SHAPES = {NONE: "plain", NEVER: "clock", SYNCED: "complete", AWAY: "close", TROUBLE: "missed"}
CLOSING = 5.0  # seconds that closing the register waits for a batch under way


class HubSync(QObject):
    """`changed` says that how it stands may be otherwise now; `running` whether a sync is under way."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.running = False
        self._again = False
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._every, self._soon = QTimer(self), QTimer(self)
        self._every.setInterval(EVERY)
        self._every.timeout.connect(self._by_itself)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_SAVE)
        self._soon.timeout.connect(self._by_itself)
        bus().changed.connect(self._saved)

    def begin(self) -> None:
        """The first sync of the sitting, and those to come."""
        self._every.start()
        self._by_itself()

    def state(self) -> HubState:
        return hub_state(self._context.register)

    def shown(self) -> tuple[str, str]:
        """The shape and the words for the bar beside every page."""
        state = self.state()
        if self.running:
            return "clock", _("Syncing with the hub")
        open_still = state.standing == SYNCED and (
            state.waiting or state.trust or (state.last and state.last.strangers)
        )
        return "clock" if open_still else SHAPES[state.standing], state.in_short(spoken())

    def sync(self, everything: bool = False) -> None:
        """Sync now; one that is under way is followed by another."""
        if self.running:
            self._again = True
            return
        if self._context.read_only or not self.state().address:
            return
        self.running = True
        register, stop = self._context.register, self._stop
        self._thread = run_behind(self, lambda _post: _sync(register, stop, everything), self._ended)
        self.changed.emit()

    def stop(self) -> None:
        """Before the register closes: a batch under way is waited for, nothing is begun or written after."""
        bus().changed.disconnect(self._saved)
        self._stop.set()
        self._every.stop()
        self._soon.stop()
        if self._thread is not None:
            self._thread.join(CLOSING)

    def _by_itself(self) -> None:
        if self.running:
            self._soon.start()
        elif self.state().standing != TROUBLE:
            self.sync()

    def _saved(self, changes: Changes) -> None:
        if changes.entry and self.state().address:
            self._soon.start()
            self.changed.emit()

    def _ended(self, answer: Callable[[], Done]) -> None:
        self.running = False
        if self._stop.is_set():
            return
        done: Done | Exception
        try:
            done = answer()
        except Exception as error:  # said below, once what waited is begun
            done = error
        if isinstance(done, Done):
            tell(self._context, changes_in(done.changes))
            if n := done.outcome.to_settle:
                self._context.toast(n_(n, "{n} thing is to be settled.", "{n} things are to be settled."))
            elif done.alike:
                said, look = say_alike(done.alike, spoken()), lambda: self._context.visit("conflicts", None)
                self._context.toast(said, look, _("Look at them"))
        self.changed.emit()
        if self._again:
            self._again = False
            self.sync()
        if not isinstance(done, Done):
            say_failed(self._context, done)


def _sync(register: Any, stop: threading.Event, everything: bool) -> Done:
    """The thread's work; it holds no page and no window."""
    told = telling(lambda _n, _of: not stop.is_set())
    return with_twin(register, lambda twin: sync(twin, told, everything=everything))
