"""Backups: which there are, what came after each, back to one in two clicks; the copies; the file itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pmdesk.actions.backups import Backup, back_up, backups, name_for, restore, say_since, say_size, say_when
from pmdesk.actions.registers import DAMAGED, today_iso
from pmdesk.domain.words import Say
from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import primary, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_failed
from pmdesk.ui.field import beside_nothing
from pmdesk.ui.labels import label
from pmdesk.ui.mending import say_restored
from pmdesk.ui.page import MARGIN, TOP, PageHead, page_column
from pmdesk.ui.pages.copies_part import CopiesPart
from pmdesk.ui.pages.exchange_switch import exchange_switch
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.preferences import REGISTERS
from pmdesk.ui.section import SectionHead
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.theme import px
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

WIDEST, RESTORE = 960, 2


class BackupsPage(QWidget):
    """`arrive` takes the path of a copy to look at, or nothing; `open_register` opens what was restored.

    `rescue` saves what can be read of a register that is not sound.
    """

    def __init__(
        self, context: Context, open_register: Callable[[Path, str], object], rescue: Callable[[], object]
    ) -> None:
        super().__init__()
        self._context, self._open_register = context, open_register
        self.found: tuple[Backup, ...] = ()
        self.work: Work | None = None
        self.head = PageHead(_("Backups"))
        self.head.add_action(primary(_("Back up now"), self.back_up))
        self.switch = exchange_switch(context, "backups")
        self.table = SmallTable(
            [
                Column(_("Made"), 1.2, strong=True),
                Column(_("Saved since then"), 1.4),
                Column("", 0.5),
                Column(_("Size"), 0.5, align="right"),
                Column(_("Where"), 1.2, gives=True),
            ],
            _("Backups"),
        )
        self.table.activated_cell.connect(lambda row, _column: self.restore(row))
        self.empty = Prose(_("There is none yet. pmdesk makes one on every day that the register is opened."))
        self.copies = CopiesPart(context, self.refresh)
        self.verdict = label("", "body")
        self.rescue_button = secondary(_("Save what can be read"), rescue)
        self.rescue_button.hide()
        self.check_button = secondary(_("Check the file"), self.check)
        self._lay_out()

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        self.refresh()
        if isinstance(argument, Path):
            self.copies.look_at(argument)

    def refresh(self) -> None:
        """Read which backups there are."""
        register = self._context.register
        self.found = do(self._context, lambda: backups(register)) or ()
        self.table.set_rows([self._row(each) for each in self.found])
        self.table.setVisible(bool(self.found))
        self.empty.setVisible(not self.found)
        count = len(self.found)
        self.head.set_quiet(n_(count, "{n} backup", "{n} backups") if count else "")
        self.copies.refresh()

    def focus_list(self) -> None:
        self.table.setFocus() if self.found else self.head.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # What can be done

    def back_up(self) -> None:
        """Ask where, and make a checked copy there."""
        register, stem = self._context.register, self._stem()
        offered = _documents() / f"{stem} {today_iso()}.pmdesk"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Make a backup"), str(offered), REGISTERS)
        if not chosen:
            return
        path = Path(chosen)
        if do(self._context, lambda: back_up(register, path)) is not None:
            self._context.toast(_("Backup made and checked: {name}", name=path.name))
            self.refresh()

    def restore(self, row: int) -> None:
        """Ask for a name, make a register of that backup under it, and open it."""
        backup = self.found[row]
        if backup.fault is not None:
            self._context.toast(_(backup.fault))
            return
        register = self._context.register
        offered = _documents() / name_for(register.path, backup)
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Where should the restored register be kept?"), str(offered), REGISTERS,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if chosen:
            new = Path(chosen)
            said = say_restored(backup, register.path)
            self._run(
                lambda _progress: restore(backup.path, new, of=register),
                _("Restoring and checking."),
                lambda path: self._open_register(path, said),
            )

    def check(self) -> None:
        """Compare everything in the file with everything else, and say what came of it."""
        register = self._context.register

        def checked(_progress: object) -> list[Any]:
            return with_twin(register, lambda twin: twin.check())

        self._run(checked, _("Checking the register."), self._say_checked)

    def _say_checked(self, problems: list[Any]) -> None:
        if problems:
            said = [_(each) for each in problems[:5]]
            if Say(DAMAGED) not in problems:  # which says it already
                said.append(_("Restore a backup, or save what can be read of it in a new register."))
        else:
            said = [_("The file is sound: every save, every signature, every table.")]
        self.verdict.setText("\n".join(said))
        self.rescue_button.setVisible(bool(problems))
        announce(self, said[0])

    def _run(self, work: Callable[[Any], Any], title: str, done: Callable[[Any], object]) -> None:
        self.work = Work(self, work, title)
        self.work.done.connect(done)
        self.work.failed.connect(lambda error: say_failed(self._context, error))
        self.work.start()

    def _row(self, backup: Backup) -> list[Cell | str]:
        where = _("kept by pmdesk") if backup.kept else str(backup.path.parent)
        since = say_since(backup, spoken())
        last = Cell() if backup.fault else Cell(_("Restore"), link=True)
        spoilt = Cell(_("cannot be read"), state="missed")
        state = spoilt if backup.fault else Cell(since, quiet=not backup.later)
        return [say_when(backup, spoken()), state, last, say_size(backup.size), Cell(where, quiet=True)]

    def _stem(self) -> str:
        path = self._context.register.path
        return path.stem if path else "pmdesk"

    def _lay_out(self) -> None:
        area, column = page_column(MARGIN, MARGIN, 12, TOP)
        column.addWidget(self.head)
        column.addWidget(self.switch)
        about = Prose(
            _(
                "A backup is a whole copy, checked when it was made. Restoring one makes a new register"
                " beside this one; nothing is overwritten, and what was saved since can be merged into it."
            )
        )
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for part in (about, self.table, self.empty):
            inner.addWidget(part)
        inner.addSpacing(12)
        inner.addWidget(self.copies)
        inner.addSpacing(12)
        inner.addWidget(SectionHead(_("Is the file sound?")))
        inner.addWidget(Prose(_("It is checked whole before every backup. You can also ask now.")))
        inner.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.verdict)
        inner.addWidget(self.rescue_button, 0, Qt.AlignmentFlag.AlignLeft)
        held.setMaximumWidth(px(WIDEST))
        column.addLayout(beside_nothing(held))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
