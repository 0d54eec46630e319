"""The quarter's progress reports: what is due from whom, reminders to send, and our own part of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pmdesk.actions.remembering import remember, remembered
from pmdesk.actions.reporting import SHOWS, reporting, reports_calendar
from pmdesk.actions.writing import write_file
from pmdesk.domain.dates import say_date
from pmdesk.figures.reporting import ReportingFigures, ReportLine, say_list
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import flat, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.empty import Empty
from pmdesk.ui.facts import Fact, FactsPanel
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, TOP, PageHead, page_column
from pmdesk.ui.pages.reminder_block import ReminderBlock, copy_out
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.words import _, spoken

FOLDER = "calendar-folder"


class ReportingPage(QWidget):
    """Reached from the Desk; its table leads to each report."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.figures: ReportingFigures | None = None
        self.head = PageHead(_("Progress reports"))
        self.copy_button = secondary(_("Copy as a list"), self.copy_list)
        self.save_button = secondary(_("Save as a calendar"), self.ask_save, "calendar")
        for button in (self.copy_button, self.save_button):
            self.head.add_action(button)
        columns = [Column(_("Partnership"), 30, strong=True), Column(_("Period"), 14), Column(_("Due"), 16),
                   Column(_("State"), 16), Column(_("To act"), 24)]  # fmt: skip
        self.table = SmallTable(columns, _("Progress reports due"))
        self.table.activated_cell.connect(lambda row, _column: self._open(row))
        self.own, self.reminders = FactsPanel([]), QVBoxLayout()
        self.blocks: list[ReminderBlock] = []
        self.empty = Empty(_("No partnership has an interval at which it reports. It is set on its form."))
        self._lay_out()
        bus().changed.connect(self._changed)

    def arrive(self, argument: object = None) -> None:
        """Read it anew: a day may have passed since."""
        self.refresh()

    def refresh(self) -> None:
        self.figures = reporting(self._context.register, self._context.today, spoken())
        self._show(self.figures)

    def focus_list(self) -> None:
        self.table.setFocus()

    def copy_list(self) -> None:
        """What is owed, a line each, on the clipboard."""
        if self.figures:
            copy_out(say_list(self.figures, spoken()))
            self._context.toast(_("Copied. Paste it where you like."))

    def ask_save(self) -> None:
        """Ask where the calendar shall lie and save it there."""
        folder = Path(remembered(self._context.register, FOLDER) or Path.home())
        start = (folder if folder.is_dir() else Path.home()) / f"{_('progress reports')}.ics"
        kinds = f"{_('Calendar')} (*.ics)"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as a calendar"), str(start), kinds)
        if chosen:
            self.save_to(Path(chosen) if chosen.lower().endswith(".ics") else Path(f"{chosen}.ics"))

    def save_to(self, path: Path) -> None:
        """Write the calendar; what could not be written is said."""
        register, today = self._context.register, self._context.today
        if do(self._context, lambda: write_file(reports_calendar(register, today, spoken()), path)) is None:
            return
        do(self._context, lambda: remember(register, FOLDER, str(path.parent)))
        self._context.toast(_("Saved {name}. Any calendar opens it.", name=path.name))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _changed(self, changes: object) -> None:
        if self.isVisible() and changes.touches(*SHOWS):  # type: ignore[attr-defined]
            self.refresh()

    def _lay_out(self) -> None:
        area, column = page_column(MARGIN, MARGIN, 12, TOP)
        back = flat(_("Back to the Desk"), lambda: self._context.visit("desk", None), "left")
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.head)
        column.addWidget(self.table)
        column.addWidget(self.empty)
        self._own_head = label(_("Our own part"), "section")
        column.addSpacing(12)
        column.addWidget(self._own_head)
        column.addWidget(self.own)
        self._reminder_head = label(_("Reminders"), "section")
        column.addSpacing(12)
        column.addWidget(self._reminder_head)
        self.reminders.setSpacing(12)
        column.addLayout(self.reminders)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _show(self, figures: ReportingFigures) -> None:
        owed, all_of = len(figures.owed), len(figures.lines)
        self.head.set(_("Progress reports"), _("{n} of {m} still owed", n=owed, m=all_of) if all_of else "")
        self.table.set_rows([_row(line) for line in figures.lines])
        for part in (self.table, self.copy_button, self.save_button):
            part.setVisible(bool(all_of))
        self.copy_button.setEnabled(bool(owed))
        self.save_button.setEnabled(bool(owed))
        self.empty.setVisible(not all_of)
        self.own.set_facts([Fact(each.label, _("{n} of {m}", n=each.n, m=each.of), each.note)
                            for each in figures.health])  # fmt: skip
        self._own_head.setVisible(bool(figures.health))
        self.own.setVisible(bool(figures.health))
        self._show_reminders(figures)

    def _show_reminders(self, figures: ReportingFigures) -> None:
        for block in self.blocks:
            self.reminders.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = [ReminderBlock(each, self._context) for each in figures.reminders]
        for block in self.blocks:
            self.reminders.addWidget(block)
        self._reminder_head.setVisible(bool(self.blocks))

    def _open(self, row: int) -> None:
        if self.figures:
            line = self.figures.lines[row]
            self._context.visit("progress-update", line.update or ("new", line.partnership))


def _row(line: ReportLine) -> list[Cell]:
    shape, said = line.state
    return [
        Cell(line.name, link=True),
        Cell(line.period),
        Cell(say_date(line.due_on, spoken())),
        Cell(said, state=shape),
        Cell(line.who, quiet=line.is_in),
    ]
