"""The shared folder on the page of packs: which it is, what waits in it, whether packs come by themselves."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pmdesk.actions.packs import Made
from pmdesk.actions.shared_folder import (
    Came,
    choose_shared_folder,
    comes_by_itself,
    let_come_by_itself,
    put_in_folder,
    shared_folder,
)
from pmdesk.ui.buttons import primary, quiet, secondary
from pmdesk.ui.choice_editors import Check
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_failed
from pmdesk.ui.flow import Flow
from pmdesk.ui.folder_watch import FolderWatch
from pmdesk.ui.labels import label
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.section import Section
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin


class FolderPart(QWidget):
    """`bring` is called with the paths of packs that a person wants to look at."""

    def __init__(
        self, context: Context, watch: FolderWatch, bring: Callable[[Sequence[Path]], object]
    ) -> None:
        super().__init__()
        self._context, self.watch, self._bring = context, watch, bring
        self.waiting = list[Path]()
        self.work: Work | None = None
        self.place, self.state = Prose(""), label("", "quiet")
        self.bring_button = primary("", lambda: self._bring(self.waiting))
        self.choose_button = secondary(_("Choose a folder"), self.choose)
        self.put_button = secondary(_("Put a pack there"), self.put)
        self.look_button = secondary(_("Look there now"), self.watch.look)
        self.leave_button = quiet(_("Leave this folder"), lambda: self._set(None))
        self.by_itself = Check(_("Bring in by itself what laptops known here put there"))
        self.by_itself.clicked.connect(self._switch)
        section = Section(_("Shared folder"))
        for part in (self.place, self.state):
            section.add(part)
        ways = Flow(8)
        ways.set_parts(
            [
                self.bring_button,
                self.put_button,
                self.look_button,
                self.choose_button,
                self.leave_button,
            ]
        )
        section.add(ways)
        section.add(self.by_itself)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(section)
        watch.came.connect(self._came)
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands."""
        folder = shared_folder(self._context.register)
        self.place.setText(
            str(folder)
            if folder
            else _(
                "A folder that all laptops reach, such as a drive of the council: each puts its packs there."
            )
        )
        self.state.setText(self.watch.state)
        self.state.setVisible(bool(folder and self.watch.state))
        n = len(self.waiting)
        self.bring_button.set_word(n_(n, "Bring in {n} pack", "Bring in {n} packs"))
        self.bring_button.setVisible(bool(folder and n))
        for part in (self.put_button, self.look_button, self.leave_button, self.by_itself):
            part.setVisible(folder is not None)
        self.by_itself.setChecked(comes_by_itself(self._context.register))

    def choose(self) -> None:
        """Ask for the folder."""
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder"), str(Path.home()))
        if chosen:
            self._set(Path(chosen))

    def put(self) -> None:
        """Put a pack there, beside the window."""
        register = self._context.register
        self.work = Work(
            self,
            lambda _progress: with_twin(register, lambda twin: put_in_folder(twin, spoken())),
            _("Making the pack."),
        )
        self.work.done.connect(self._put)
        self.work.failed.connect(lambda error: say_failed(self._context, error))
        self.work.start()

    def _put(self, made: Made) -> None:
        said = n_(made.saves, "A pack with {n} change lies there.", "A pack with {n} changes lies there.")
        self._context.toast(said)
        self.watch.look()

    def _set(self, folder: Path | None) -> None:
        do(self._context, lambda: choose_shared_folder(self._context.register, folder))
        self.waiting = []
        self.watch.begin()
        self.refresh()

    def _switch(self) -> None:
        on = self.by_itself.isChecked()
        do(self._context, lambda: let_come_by_itself(self._context.register, on))
        if on:
            self.watch.look()

    def _came(self, found: list[Came]) -> None:
        self.waiting = [came.path for came in found if came.brought is None]
        self.refresh()
