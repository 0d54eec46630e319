"""What is offered where a damaged register does not open: its newest backup, or what can still be read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from pmdesk.actions.backups import Backup, backups_of, name_for, restore, say_when
from pmdesk.actions.registers import NeedsPassphrase, Unavailable, today_iso
from pmdesk.actions.rescuing import Rescued, may_be_rescued, rescue, say_rescued
from pmdesk.domain.telling import Stopped
from pmdesk.ui.preferences import REGISTERS
from pmdesk.ui.words import _, spoken
from pmdesk.ui.working import Work

Tell = Callable[[str, str], object]


def say_restored(backup: Backup, path: Path | None) -> str:
    """What is open now, and what became of the file that was."""
    when = say_when(backup, spoken())
    return _(
        "This is the backup of {when}. {name} is as it was.", when=when, name=path.name if path else "pmdesk"
    )


class Mending(QObject):
    """`open_register` opens what was made; `tell` shows a title and a sentence over the window."""

    def __init__(self, path: Path, parent: QWidget, open_register: Callable[..., object], tell: Tell) -> None:
        super().__init__(parent)
        self._path, self._parent, self._open, self._tell = path, parent, open_register, tell
        self.work: Work | None = None
        self.asking: QWidget | None = None

    def ways(self) -> list[tuple[str, Callable[[], object]]]:
        """(word, what it does) of what can be done about it; none for what is no register of ours."""
        try:
            found = [each for each in backups_of(self._path) if each.fault is None]
        except Unavailable:
            found = []
        ways: list[tuple[str, Callable[[], object]]] = []
        if found:
            newest = found[0]
            word = _("Restore the backup of {when}", when=say_when(newest, spoken()))
            ways.append((word, lambda: self.restore(newest)))
        if found or may_be_rescued(self._path):
            ways.append((_("Save what can be read"), self.rescue))
        return ways

    def restore(self, backup: Backup) -> None:
        """Ask for a name, make a register of that backup, and open it."""
        new = self._ask(_("Where should the restored register be kept?"), name_for(self._path, backup))
        if new is not None:
            said = say_restored(backup, self._path)
            self._run(
                lambda _progress, typed: restore(backup.path, new, typed),
                _("Restoring and checking."),
                lambda path: self._open(path, said),
            )

    def rescue(self) -> None:
        """Ask for a name, save there what can be read, open it, and say what could not be."""
        name = f"{self._path.stem} {_('rescued')} {today_iso()}.pmdesk"
        new = self._ask(_("Where should the rescued register be kept?"), name)
        if new is not None:
            self._run(
                lambda progress, typed: rescue(self._path, new, progress, typed),
                _("Reading what can be read. {name} itself is not touched.", name=self._path.name),
                self._rescued,
            )

    def _rescued(self, made: tuple[Path, Rescued]) -> None:
        path, found = made
        self._open(path)
        self._tell(_("What was rescued"), "\n".join(say_rescued(found, spoken())))

    def _ask(self, title: str, name: str) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self._parent, title, str(self._path.with_name(name)), REGISTERS,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        return Path(chosen) if chosen else None

    def _run(self, work: Callable[[Any, str], Any], title: str, done: Callable[[Any], object]) -> None:
        self.work = Work(self._parent, lambda progress: work(progress, ""), title)
        self.work.done.connect(done)
        self.work.failed.connect(lambda error: self._failed(error, work, done))
        self.work.start()

    def _ask_passphrase(self, work: Callable[[Any, str], Any], done: Callable[[Any], object]) -> None:
        from pmdesk.ui.passphrase import PassphraseDialog

        asking = PassphraseDialog(
            _("{name} is protected", name=self._path.stem),
            _("Type its passphrase to open it."),
            lambda typed: work(lambda _done, _of: True, typed),
            self._parent,
        )
        asking.accepted.connect(lambda: done(asking.found))
        asking.finished.connect(asking.deleteLater)
        self.asking = asking
        asking.open()

    def _failed(self, error: object, work: Callable[[Any, str], Any], done: Callable[[Any], object]) -> None:
        if isinstance(error, NeedsPassphrase):
            self._ask_passphrase(work, done)
        elif isinstance(error, Unavailable):
            self._tell(_("Nothing was written"), _(error.sentence))
        elif isinstance(error, BaseException) and not isinstance(error, Stopped):
            raise error
