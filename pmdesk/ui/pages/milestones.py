"""The milestones of one partnership or of all: timeline or table, and under it the milestone in hand."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions import challenges
from pmdesk.actions.conflicts import unsettled_in
from pmdesk.actions.milestone_figures import (
    is_milestone,
    milestone_charts,
    partnership_of,
    partnerships_with_milestones,
    questions,
    redates,
)
from pmdesk.actions.reading import read_record
from pmdesk.actions.remembering import remember, remembered
from pmdesk.actions.waiting import milestones_like, wait_lines
from pmdesk.figures.challenges import challenges_section
from pmdesk.figures.record_page import Edit
from pmdesk.figures.timeline import TimelineFigures, TimelineRow
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.milestone_forms import DoneForm, RedateForm
from pmdesk.ui.pages.milestone_linking import Linking
from pmdesk.ui.pages.milestones_view import MilestonesView
from pmdesk.ui.words import _, spoken

Form = EditRecord | RedateForm | DoneForm
ALL = ""
SHOWN_KINDS = ("milestone", "forecast", "waits_for", "partnership", "organisation", "person", "challenge",
               "challenge_reply", "settings")  # fmt: skip


class MilestonesPage(QWidget):
    """A form takes the place of the chart while it is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._partnership, self._in_hand = ALL, ""
        self.figures: TimelineFigures | None = None
        self.view = MilestonesView(
            add=self.new, redate=self.redate, done=self.mark_done, edit=self.edit,
            pictures=(self.ask_picture, self.ask_slip_picture),
            find=lambda text: milestones_like(context.register, self._in_hand, text),
            read_only=context.read_only,
        )  # fmt: skip
        self._link = Linking(context, self.view.in_hand, self.row, self.arrive)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.view.chosen.connect(self._take)
        self.view.opened.connect(lambda _id: self.edit())
        self.view.followed.connect(lambda page, argument: self._context.visit(page, argument))
        self.view.in_hand.challenges.followed.connect(
            lambda lead: self._context.visit(lead.page, lead.argument)
        )
        self.view.partnership_chosen.connect(self.show_partnership)
        self.view.table_toggled.connect(self._keep_table)
        self.view.slip.table_toggled.connect(self._keep_slip_table)
        self.view.set_table(remembered(context.register, "milestones") == "table")
        self.view.slip.set_table(remembered(context.register, "milestones-slip") == "table")
        bus().changed.connect(self._changed)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        """Show a partnership's milestones or one milestone (an id), open its form (an Edit), or stay."""
        if isinstance(argument, Edit):
            self.refresh()
            self._open(lambda: self._edit_form(argument))
        elif isinstance(argument, str) and argument:
            self._leave()
            self._find(argument)
        elif self.figures is None:
            self.refresh()

    def new(self) -> None:
        """The form for a new milestone, of this partnership where one is shown."""
        given = {"partnership": self._partnership} if self._partnership else {}
        self._open(lambda: self._edit_form(Edit("milestone", None, given)))

    def save(self) -> None:
        if form := self.form():
            form.save()

    def escape(self) -> bool:
        form = self.form()
        if form:
            form.discard()
        return form is not None or self.view.in_hand.stop_adding()

    def focus_list(self) -> None:
        self.view.focus_rows()

    # Milestones

    def show_partnership(self, partnership: str) -> None:
        """Show the milestones of one partnership, or of all for ''."""
        self._partnership = partnership
        self.refresh()

    def refresh(self) -> None:
        """Read the register and draw anew; the milestone in hand stays in hand."""
        register, one = self._context.register, self._partnership or None
        self.figures, slip = milestone_charts(register, self._context.today, spoken(), one)
        self.view.show_figures(self.figures, self._in_hand)
        self.view.show_slip(slip)
        owners = partnerships_with_milestones(register)
        self.view.show_partnerships([(each.id, each.name) for each in owners], self._partnership)
        self._show_in_hand()

    def row(self) -> TimelineRow | None:
        """The milestone in hand."""
        rows = self.figures.rows if self.figures else ()
        return next((row for row in rows if row.id == self._in_hand), None)

    def redate(self) -> None:
        if (row := self.row()) and not row.done:
            self._open(lambda: RedateForm(self._context, row, self._leave))

    def mark_done(self) -> None:
        if (row := self.row()) and not row.done:
            self._open(lambda: DoneForm(self._context, row, self._leave))

    def edit(self) -> None:
        if row := self.row():
            self._open(lambda: self._edit_form(Edit("milestone", row.id)))

    def form(self) -> Form | None:
        """The form in sight."""
        form = self._stack.currentWidget()
        return form if isinstance(form, EditRecord | RedateForm | DoneForm) else None

    def ask_picture(self) -> None:
        """Ask where the picture of the timeline shall lie and save it there."""
        if path := self._asked(_("Milestones.png")):
            self.save_picture(path)

    def ask_slip_picture(self) -> None:
        """The same for the slip chart."""
        if path := self._asked(_("Slip chart.png")):
            self.save_slip_picture(path)

    def save_picture(self, path: Path) -> None:
        """Save the timeline as a picture; what could not be written is said."""
        from pmdesk.ui.charts.picture import save_timeline_picture

        figures = self.figures
        if figures and do(self._context, lambda: save_timeline_picture(figures, path)):
            self._context.toast(_("Saved {name}.", name=path.name))

    def save_slip_picture(self, path: Path) -> None:
        """The same for the slip chart."""
        from pmdesk.ui.charts.picture import save_slip_picture

        figures = self.view.slip.figures
        if figures and do(self._context, lambda: save_slip_picture(figures, path)):
            self._context.toast(_("Saved {name}.", name=path.name))

    def _asked(self, name: str) -> Path | None:
        """The path a person chose for a picture, with an ending of its kind; None for none."""
        kinds = f"{_('Picture')} (*.png);;{_('Drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(
            self, _("Save chart as a picture"), str(Path.home() / name), kinds
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() in (".png", ".svg"):
            return path
        return path.with_name(path.name + (".svg" if "svg" in kind else ".png"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.figures is None:
            self.refresh()
        # The page is painted first; the library that draws the chart takes a moment to load.
        QTimer.singleShot(0, self, self._draw_charts)

    def _draw_charts(self) -> None:
        self.view.draw_chart()
        self.view.slip.draw_chart()

    def _edit_form(self, edit: Edit) -> EditRecord:
        form = EditRecord(self._context, edit, self._saved, self._leave)
        form.open_again = self._open_again
        return form

    def _open_again(self, edit: Edit) -> EditRecord:
        form = self._edit_form(edit)
        self._open(lambda: form)
        return form

    def _open(self, make: Callable[[], Form]) -> None:
        if self._context.read_only:
            return
        self._leave()
        form = make()
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.focus_field()

    def _leave(self) -> None:
        """Back to the chart; the keyboard goes to its rows."""
        form = self.form()
        self._stack.setCurrentWidget(self.view)
        if form:
            self._stack.removeWidget(form)
            form.deleteLater()
            self.view.focus_rows()

    def _saved(self, milestone: str) -> None:
        self._in_hand = milestone
        self._leave()
        self._find(milestone)

    def _find(self, record: str) -> None:
        """A milestone by its id, with the others of its partnership; or a partnership's milestones."""
        owner = partnership_of(self._context.register, record)
        if is_milestone(self._context.register, record):
            self._in_hand = record
            self.show_partnership(owner or ALL)
        else:
            self.show_partnership(record)

    def _take(self, milestone: str) -> None:
        self._in_hand = milestone
        self.view.in_hand.stop_adding()
        self._show_in_hand()

    def _show_in_hand(self) -> None:
        row = self.row()
        register = self._context.register
        if row is None:
            self.view.in_hand.show_milestone(None, [])
            return
        asked = questions(register, row.id, spoken())
        lines = wait_lines(register, row.id, self._context.today, spoken())
        self.view.in_hand.show_milestone(row, redates(register, row.id, spoken()), asked, lines)
        found = read_record(register, "milestone", row.id)
        told = challenges.of_milestone(register, found, self._context.today, spoken())
        self.view.in_hand.challenges.show_section(challenges_section(told, spoken()))
        self.view.in_hand.mark.show_unsettled(unsettled_in(register, "milestone", row.id))

    def _keep_table(self, on: bool) -> None:
        do(self._context, lambda: remember(self._context.register, "milestones", "table" if on else ""))

    def _keep_slip_table(self, on: bool) -> None:
        do(self._context, lambda: remember(self._context.register, "milestones-slip", "table" if on else ""))

    def _changed(self, changes: Changes | None) -> None:
        touched = changes is None or changes.touches(*SHOWN_KINDS)
        if touched and self.isVisible():
            self.refresh()
        elif touched:
            self.figures = None  # read again when next in sight
