"""Work in a thread that touches nothing Qt made: the window's own thread looks in on it, and tells.

A signal sent from a thread reaches into its sender, which the window may be deleting just then; and a thread
that is the last to let go of a page deletes it there. Both end the whole program. So a thread only puts what
it has to say into a queue, and what it holds is held here, too, until it has ended.
"""

import threading
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

EVERY = 10  # milliseconds between two looks, while there is work

Call = Callable[[], Any]
Post = Callable[[Call], object]


class _Job:
    """Work under way, whose it is and what comes of it."""

    def __init__(self, owner: QObject, do: Callable[[Post], Any], then: Callable[[Call], object]) -> None:
        self.owner, self.then = owner, then
        self.said: SimpleQueue[tuple[bool, Call]] = SimpleQueue()  # whether it is the end, what to call
        self.holds = do
        self.thread = threading.Thread(target=_run, args=(do, self.said), daemon=True)


_jobs: list[_Job] = []
_timers: list[QTimer] = []


def run_behind(owner: QObject, do: Callable[[Post], Any], then: Callable[[Call], object]) -> threading.Thread:
    """Run `do(post)` in a thread; then give `then` a call that gives its result or raises its fault.

    `then`, and meanwhile what is given to `post`, are called in the window's thread, which this must be
    called in; not once `owner` is gone.
    """
    job = _Job(owner, do, then)
    _jobs.append(job)
    job.thread.start()
    _timer().start()
    return job.thread


def _run(do: Callable[[Post], Any], said: "SimpleQueue[tuple[bool, Call]]") -> None:
    """In the thread."""
    try:
        answer: Call = partial(_given, do(lambda call: said.put((False, call))))
    except Exception as error:  # handed to the window's thread, which shows it
        answer = partial(_raised, error)
    said.put((True, answer))


def _look_in() -> None:
    """Call what was said since the last look; that may have an event loop of its own, which looks in, too."""
    for job in list(_jobs):
        while (said := _next(job)) is not None:
            at_end, call = said
            if at_end:
                job.thread.join()  # it lets go of all it held before we do
                _jobs.remove(job)
            if isValid(job.owner):
                job.then(call) if at_end else call()
    if not _jobs:
        _timer().stop()


def _next(job: _Job) -> tuple[bool, Call] | None:
    try:
        return job.said.get_nowait()
    except Empty:
        return None


def _timer() -> QTimer:
    """One for all, as long as the application lives."""
    if not (_timers and isValid(_timers[-1])):
        _timers[:] = [QTimer(QCoreApplication.instance(), interval=EVERY)]
        _timers[-1].timeout.connect(_look_in)
    return _timers[-1]


def _given(found: Any) -> Any:
    return found


def _raised(error: Exception) -> Any:
    raise error
