"""Where the register stands: in a place that is none for it, beside other files of it, or damaged.

It is looked for once the window has settled, and said above the pages with the way out of it: one question at
a time, the next once that is answered, put off, or the page that answers it is left.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from pmdesk.actions.copies import TAKEN, copies_beside
from pmdesk.actions.places import copy_here, let_it_stay, safe_folder, say_place, where_it_lies
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.this_laptop import me
from pmdesk.domain.places import Place
from pmdesk.ui.behind import run_behind
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_failed
from pmdesk.ui.window import MainWindow
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

WHO = "who sits here"


class Standing(QObject):
    """`open_register` opens a register by its path in the window, `rescue` saves what can be read of this."""

    def __init__(self, context: Context, window: MainWindow, open_register: Any, rescue: Any) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._open, self._rescue = open_register, rescue
        self.work: Work | None = None
        self._damaged = False
        self._asked, self._answering = set[object](), ""
        self._looks = 0
        bus().changed.connect(self._changed)
        bus().damaged.connect(self.say_damaged)
        window.visited.connect(self._visited)

    def say_damaged(self) -> None:
        """Some of the file cannot be read: nothing else is asked until that is mended."""
        self._damaged = True
        self._window.banner.say(
            _("The register file is damaged, and some of it cannot be read. Do no more work in it."),
            [
                (_("Save what can be read"), self._rescue),
                (_("To the backups"), lambda: self._context.visit("backups", None)),
            ],
        )

    def look_in(self, milliseconds: int) -> None:
        """Look when the window has settled."""
        QTimer.singleShot(milliseconds, self, self.look)

    def look(self) -> None:
        """Ask who sits here; say where the register should not be; or look for other files of it, behind.

        What was answered or put off in this sitting is not asked again.
        """
        if self._damaged:
            return
        if WHO not in self._asked and me(self._context.register) is None and not self._context.read_only:
            self._ask_who()
            return
        place = where_it_lies(self._context.register)
        if place is not None and place not in self._asked:
            self._say_place(place)
            return
        self._looks += 1
        register = self._context.register
        run_behind(self, lambda _post: with_twin(register, copies_beside), partial(self._take, self._looks))

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

        said = _(
            "This register does not know who you are on this laptop. Your name goes with everything you save."
        )
        ways = [
            (_("Say who you are"), lambda: self._answer(WHO, "settings", "me")),
            (_("Not now"), lambda: self._put_off(WHO)),
        ]
        self._window.banner.say(said, ways)

    def _say_place(self, place: Place) -> None:
        def stay() -> None:
            do(self._context, lambda: let_it_stay(self._context.register, place))
            self._put_off(place)

        self._window.banner.say(
            _(say_place(place)),
            [(_("Copy it to this laptop"), self.copy_to_laptop), (_("Leave it here"), stay)],
        )

    def _changed(self, changes: Any) -> None:
        """A copy was merged, by whatever way: it is not asked for any more."""
        if changes.label == TAKEN:
            self._answering = ""
            self._window.banner.put_away()
            self.look()

    def _put_off(self, question: object) -> None:
        """Answered, or not now: the next one."""
        self._asked.add(question)
        self._window.banner.put_away()
        self.look()

    def _answer(self, question: object, page: str, argument: object) -> None:
        """To the page that answers it; the next one once that is left."""
        self._asked.add(question)
        self._window.banner.put_away()
        self._context.visit(page, argument)
        self._answering = page

    def _visited(self, page: str) -> None:
        if self._answering and page != self._answering:
            self._answering = ""
            self.look()

    def _take(self, look: int, answer: Callable[[], list[Any]]) -> None:
        """The files found; an answer to an earlier look is none to the last one."""
        if look != self._looks or self._damaged:
            return
        try:
            found = [each for each in answer() if each.path not in self._asked]
        except Unavailable:
            return  # the file cannot be read just now: whoever needs it is told so
        if found:
            self._say_copy(found[0])

    def _say_copy(self, first: Any) -> None:
        said = n_(
            first.new,
            "Beside this register lies another file of it, {name}, with {n} save that is not here.",
            "Beside this register lies another file of it, {name}, with {n} saves that are not here.",
            name=first.path.name,
        )
        ways = [
            (_("Merge it in"), lambda: self._answer(first.path, "backups", first.path)),
            (_("Not now"), lambda: self._put_off(first.path)),
        ]
        self._window.banner.say(said, ways)


def _folders() -> list[Path]:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return [*([Path(documents)] if documents else []), Path.home()]
