"""Whose saves count: explained, switched on with the recovery sheet printed first, switched off again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.recovery_key import forget_recovery_key, print_recovery_sheet
from pmdesk.actions.roles import recovery_words, switch_roles_off, switch_roles_on
from pmdesk.figures.laptops import LaptopsPage
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.section import Section
from pmdesk.ui.words import _, spoken


class RolesPart(QWidget):
    """`done` is called after a change, `take_over` asks for the recovery sheet's words."""

    def __init__(self, context: Context, done: Callable[[], object], take_over: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._done = context, done
        self.said = Prose("")
        self.on_button = secondary(_("Print the recovery sheet and switch roles on"), self.switch_on)
        self.sheet_button = secondary(_("Print the recovery sheet"), self.print_sheet)
        self.forget_button = secondary(_("Take the recovery key off this laptop"), self.forget)
        self.off_button = secondary(_("Switch roles off"), self.switch_off)
        self.recover_button = secondary(_("I have the recovery sheet"), take_over)
        section = Section(_("Whose saves count"))
        section.add(self.said)
        column = QVBoxLayout()
        column.setSpacing(8)
        self.buttons = (
            *(self.on_button, self.sheet_button, self.forget_button, self.off_button),
            self.recover_button,
        )
        for button in self.buttons:
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        section.body.addLayout(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(section)

    def show_page(self, page: LaptopsPage) -> None:
        """What is so, and what can be done about it on this laptop."""
        here = recovery_words(self._context.register) is not None
        self.said.setText(_said(page, here))
        free = not self._context.read_only
        shown = {
            self.on_button: page.decides and not page.roles_on,
            self.sheet_button: page.decides and page.roles_on and here,
            self.forget_button: page.decides and page.roles_on and here,
            self.off_button: page.decides and page.roles_on,
            self.recover_button: not page.decides,
        }
        for button, there in shown.items():
            button.setVisible(there)
            button.setEnabled(free)

    def switch_on(self) -> None:
        """Nothing is switched on before the sheet is on the disk."""
        if name := self._printed():
            if do(self._context, lambda: switch_roles_on(self._context.register)) is not None:
                self._context.toast(
                    _("Only trusted laptops count. Print {name}, put it in the safe, delete it.", name=name)
                )
            self._show_done()

    def print_sheet(self) -> None:
        if name := self._printed():
            self._context.toast(_("Saved {name}. Print it, put it in the safe, delete the file.", name=name))

    def forget(self) -> None:
        """From now on only the sheet has it."""
        register = self._context.register
        do(self._context, lambda: forget_recovery_key(register))
        self._show_done()

    def switch_off(self) -> None:
        if do(self._context, lambda: switch_roles_off(self._context.register)) is not None:
            self._context.toast(_("Every laptop counts."))
        self._show_done()

    def _show_done(self) -> None:
        """What was pressed is gone now: the keyboard goes on from what stands in its place."""
        self._done()
        there = [button for button in self.buttons if button.isVisible() and button.isEnabled()]
        if there:
            there[0].setFocus()

    def _printed(self) -> str:
        """The name of the sheet that was written where the person chose; '' when none was."""
        register = self._context.register
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("Print the recovery sheet"),
            str(Path.home() / (_("recovery-sheet") + ".pdf")),
            "PDF (*.pdf)",
        )
        if not chosen:
            return ""
        today = self._context.today
        made = do(self._context, lambda: print_recovery_sheet(register, Path(chosen), today, spoken()))
        return "" if made is None else made.name


def _said(page: LaptopsPage, here: bool) -> str:
    if not page.roles_on:
        said = _(
            "Every laptop that holds a copy counts, whoever has it. With roles on only the laptops that were"
            " trusted count: what others save is kept, shown grey, and waits until somebody trusts them. A"
            " member’s laptop then writes that member’s own updates, nothing else."
        )
        who = _(
            "Switching it on is for the laptop on which this register was begun, or one with the recovery"
            " sheet."
        )
        return said if page.decides else f"{said} {who}"
    if not page.decides:
        return _(
            "Only trusted laptops count. Who they are is said on the laptop on which this register was begun,"
            " or on one with the recovery sheet."
        )
    if here:
        return _(
            "Only trusted laptops count, and this one says which. The recovery key still lies on this laptop:"
            " when its sheet is in the safe, take it off, so that whoever steals the laptop has not both."
        )
    return _("Only trusted laptops count, and this one says which. The recovery key is on the sheet alone.")
