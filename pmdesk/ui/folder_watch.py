"""Watches the shared folder: told of changes by the system, and looks by itself now and then besides.

A folder on a network may answer after a minute or never: it is only ever looked at in a thread.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from pmdesk.actions.pack_words import say_brought, sender_of
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.shared_folder import Came, look_in_folder, shared_folder
from pmdesk.ui.behind import run_behind
from pmdesk.ui.context import Context
from pmdesk.ui.doing import changes_in, tell
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import with_twin

EVERY, SOON = 60_000, 2_000  # milliseconds


class FolderWatch(QObject):
    """`came` gives what lies there unseen (a list of Came) after each look; `state` says how it went."""

    came = Signal(object)

    def __init__(self, register: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register, self._busy, self._again = register, False, False
        self._over = False
        self.state, self.told = "", frozenset[Path]()
        self._slow, self._soon = QTimer(self), QTimer(self)
        self._slow.setInterval(EVERY)
        self._slow.timeout.connect(self.look)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.look)
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(lambda _folder: self._soon.start())

    def begin(self) -> None:
        """Watch the folder that is chosen now; nothing where none is."""
        if self._over:
            return
        if watched := self._system.directories():
            self._system.removePaths(watched)
        if shared_folder(self._register) is None or self._register.path is None:
            self._slow.stop()
            self._soon.stop()
            self.state = ""
            return
        self._slow.start()
        self.look()

    def end(self) -> None:
        """The register is closed: look no more, and say nothing of a look that is still on its way."""
        self._over = True
        self._slow.stop()
        self._soon.stop()

    def look(self) -> None:
        """Look there now, beside the window; one look at a time."""
        if self._over or shared_folder(self._register) is None:
            return
        self._again = self._busy
        if self._busy:
            return
        self._busy = True
        register = self._register
        run_behind(self, lambda _post: with_twin(register, look_in_folder), self._ended)

    def _ended(self, answer: Callable[[], list[Came]]) -> None:
        self._busy = False
        if self._over:
            return
        found, problem = list[Came](), ""
        try:
            found = answer()
        except Unavailable as fault:
            problem = _(fault.sentence)
        time = datetime.now().strftime("%H:%M")
        self.state = _("Looked at {time}: {what}", time=time, what=problem or _said(found))
        folder = shared_folder(self._register)
        if folder is not None and not problem:
            # What stands in it by now; a laptop's folder that is new tells of its files, too.
            there = {str(folder), *(str(came.path.parent) for came in found)}
            if fresh := there - set(self._system.directories()):
                self._system.addPaths(list(fresh))
        self.came.emit(found)
        if self._again:
            self.look()


def _said(found: list[Came]) -> str:
    waiting = [came for came in found if came.brought is None]
    return _("{n} waiting", n=len(waiting)) if waiting else _("nothing new")


def say_came(context: Context, watch: FolderWatch, found: list[Came]) -> None:
    """A toast for what is new: what came in by itself, or what waits and can be brought in."""
    register, words = context.register, spoken()
    for each in found:
        if each.brought is not None and each.look is not None:
            tell(context, changes_in(each.brought.changes))
            context.toast(say_brought(register, each.look, each.brought, words))
    waiting = [each for each in found if each.brought is None]
    fresh = [each for each in waiting if each.path not in watch.told]
    watch.told = frozenset(each.path for each in waiting)
    if not fresh:
        return
    look = fresh[0].look
    if len(fresh) == 1 and look is not None:
        name = sender_of(register, look, words)
        said = n_(look.new, "{name} sent {n} change.", "{name} sent {n} changes.", name=name)
    else:
        said = n_(len(fresh), "{n} pack came in the shared folder.", "{n} packs came in the shared folder.")
    paths = [each.path for each in fresh]
    context.toast(said, lambda: context.visit("exchange", paths), _("Bring in"))
