"""Whom to remind of their annual updates: a text for each member, and all of them as files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.annual_cycle import cycle_calendar, write_reminders
from pmdesk.actions.remembering import remember, remembered
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.figures.annual_cycle import CycleFigures, say_owed
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.empty import Empty
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, scrolled
from pmdesk.ui.pages.reminder_block import ReminderBlock, copy_out
from pmdesk.ui.words import _, n_, spoken

FOLDER = "reminders-folder"


class RemindPart(QWidget):
    """Shows the reminders of the figures it was given last; the blocks are made when it is seen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.figures: CycleFigures | None = None
        self.blocks: list[ReminderBlock] = []
        self.said = label("", "quiet")
        self.copy = secondary(_("Copy as a list"), self.copy_list)
        self.mails = secondary(_("Save as e-mails"), self.ask_mails, "file")
        self.calendar = secondary(_("Save as a calendar"), self.ask_calendar, "calendar")
        self.empty = Empty(_("Nobody owes an annual update in this year."))
        self._column = QVBoxLayout()
        self._lay_out()

    def show_figures(self, figures: CycleFigures) -> None:
        """Say whom to remind."""
        self.figures = figures
        owed, members = len(figures.owed), len(figures.reminders)
        updates = n_(owed, "{n} update is owed", "{n} updates are owed")
        said = n_(members, "{updates} by {n} member.", "{updates} by {n} members.", updates=updates)
        nothing = _("Nothing is sent from here: copy a text, or save drafts for your mail program.")
        self.said.setText(f"{said} {nothing}")
        for part in (self.said, self.copy, self.mails, self.calendar):
            part.setVisible(bool(owed))
        self.calendar.setEnabled(bool(figures.due_on))
        self.calendar.setToolTip("" if figures.due_on else _("This year has no day for its updates yet."))
        self.empty.setVisible(not owed)
        for block in self.blocks:
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = [ReminderBlock(each, self._context) for each in figures.reminders]
        for block in self.blocks:
            self._column.addWidget(block)

    def copy_list(self) -> None:
        """What is owed, a line each, on the clipboard."""
        if self.figures:
            copy_out(say_owed(self.figures, spoken()))
            self._context.toast(_("Copied. Paste it where you like."))

    def ask_mails(self) -> None:
        """Ask for a folder and write each reminder there as a draft."""
        chosen = QFileDialog.getExistingDirectory(self, _("Save as e-mails"), str(self._folder()))
        if chosen:
            self.save_mails(Path(chosen))

    def save_mails(self, folder: Path) -> None:
        """Write the drafts; what could not be written is said."""
        if self.figures is None:
            return
        reminders, today = self.figures.reminders, self._context.today
        paths = do(self._context, lambda: write_reminders(reminders, folder, today))
        if paths:
            self._keep(folder)
            said = n_(len(paths), "Saved {n} e-mail in {folder}.", "Saved {n} e-mails in {folder}.",
                      folder=folder.name)  # fmt: skip
            self._context.toast(said)

    def ask_calendar(self) -> None:
        """Ask where the calendar shall lie and save it there."""
        start = str(self._folder() / f"{_('annual updates')}.ics")
        kinds = f"{_('Calendar')} (*.ics)"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as a calendar"), start, kinds)
        if chosen:
            self.save_calendar(Path(chosen) if chosen.lower().endswith(".ics") else Path(f"{chosen}.ics"))

    def save_calendar(self, path: Path) -> None:
        """Write the calendar; what could not be written is said."""
        figures, register = self.figures, self._context.register
        if figures is None:
            return

        def write() -> Path:
            spare_the_register(register, path)
            return write_file(cycle_calendar(figures, self._context.today, spoken()), path)

        if do(self._context, write) is not None:
            self._keep(path.parent)
            self._context.toast(_("Saved {name}. Any calendar opens it.", name=path.name))

    def _folder(self) -> Path:
        kept = Path(remembered(self._context.register, FOLDER) or Path.home())
        return kept if kept.is_dir() else Path.home()

    def _keep(self, folder: Path) -> None:
        do(self._context, lambda: remember(self._context.register, FOLDER, str(folder)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.copy, self.mails, self.calendar):
            row.addWidget(button)
        row.addStretch(1)
        inner = QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addLayout(row)
        column.addWidget(self.empty)
        self._column.setSpacing(12)
        column.addLayout(self._column)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(inner))
