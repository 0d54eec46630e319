"""Where the register stands: in a place that is none for it, or beside other files of the same register.

It is looked for once the window has settled, and said above the pages with the way out of it.
"""

import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from pmdesk.actions.copies import TAKEN, copies_beside
from pmdesk.actions.places import copy_here, let_it_stay, safe_folder, say_place, where_it_lies
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.this_laptop import me
from pmdesk.domain.places import Place
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_failed
from pmdesk.ui.window import MainWindow
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

OFTEN = 200  # milliseconds between two looks for the answer


class Standing(QObject):
    """`open_register` opens a register by its path in the window."""

    def __init__(self, context: Context, window: MainWindow, open_register: Any) -> None:
        super().__init__(window)
        self._context, self._window, self._open = context, window, open_register
        self.work: Work | None = None
        self._found: SimpleQueue[list[Any]] = SimpleQueue()
        self._waiting = QTimer(self, interval=OFTEN)
        self._waiting.timeout.connect(self._take)
        bus().changed.connect(self._changed)

    def look_in(self, milliseconds: int) -> None:
        """Look when the window has settled."""
        QTimer.singleShot(milliseconds, self, self.look)

    def look(self) -> None:
        """Ask who sits here; say where the register should not be; or look for other files of it, behind."""
        if me(self._context.register) is None and not self._context.register.read_only:
            self._ask_who()
            return
        place = where_it_lies(self._context.register)
        if place is not None:
            self._say_place(place)
            return
        args = (self._context.register, self._found)
        threading.Thread(target=_look_behind, args=args, daemon=True).start()
        self._waiting.start()

    def copy_to_laptop(self) -> None:
        """Copy the register to a folder of this laptop's own disk, and open it there."""
        register, today = self._context.register, self._context.today
        folder, who = safe_folder(_folders()), register.title(me(register))

        def copied(_progress: object) -> Path:
            return with_twin(register, lambda twin: copy_here(twin, folder, today, who, spoken()))

        self.work = Work(self._window, copied, _("Copying the register."))
        self.work.done.connect(self._open)
        self.work.failed.connect(lambda error: say_failed(self._context, error))
        self.work.start()

    def _ask_who(self) -> None:
        """A register that came from another laptop does not know who sits at this one."""

        def say() -> None:
            self._window.banner.put_away()
            self._context.visit("settings", "me")

        said = _(
            "This register does not know who you are on this laptop. Your name goes with everything you save."
        )
        banner = self._window.banner
        banner.say(said, [(_("Say who you are"), say), (_("Not now"), banner.put_away)])

    def _say_place(self, place: Place) -> None:
        def stay() -> None:
            do(self._context, lambda: let_it_stay(self._context.register, place))
            self._window.banner.put_away()

        self._window.banner.say(
            _(say_place(place)),
            [(_("Copy it to this laptop"), self.copy_to_laptop), (_("Leave it here"), stay)],
        )

    def _changed(self, changes: Any) -> None:
        """A copy was merged, by whatever way: it is not asked for any more."""
        if changes.label == TAKEN:
            self._window.banner.put_away()

    def _take(self) -> None:
        """The answer, once it is there."""
        if self._found.empty():
            return
        self._waiting.stop()
        if found := self._found.get():
            self._say_copies(found)

    def _say_copies(self, found: list[Any]) -> None:
        first, banner = found[0], self._window.banner
        said = n_(
            first.new,
            "Beside this register lies another file of it, {name}, with {n} save that is not here.",
            "Beside this register lies another file of it, {name}, with {n} saves that are not here.",
            name=first.path.name,
        )

        def merge() -> None:
            banner.put_away()
            self._context.visit("backups", first.path)

        banner.say(said, [(_("Merge it in"), merge), (_("Not now"), banner.put_away)])


def _look_behind(register: Any, answer: "SimpleQueue[list[Any]]") -> None:
    """In a thread, which holds nothing of the window: that may be closed meanwhile."""
    try:
        answer.put(with_twin(register, copies_beside))
    except Unavailable:
        answer.put([])  # the file cannot be read just now: whoever needs it is told so


def _folders() -> list[Path]:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return [*([Path(documents)] if documents else []), Path.home()]
