"""The measures: the list of all, one of them in its place, its forms in the place of both."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions import records
from pmdesk.actions.finding import title_of
from pmdesk.actions.history import history_of
from pmdesk.actions.measures import SHOWS, next_target, page_of
from pmdesk.actions.pages import last_changed
from pmdesk.actions.reading import read_record
from pmdesk.domain.dates import say_date
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.figures.trajectory import trajectory
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do, say_done
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.history_view import HistoryView
from pmdesk.ui.pages.measure_view import MeasureView, Shown
from pmdesk.ui.pages.measures_list import MeasuresPart
from pmdesk.ui.words import _, spoken

Pane = EditRecord | HistoryView


class MeasuresPage(QWidget):
    """A form or a history takes the place of the measure or the list it was opened from."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id, self._stale_list, self._stale_view = "", True, False
        self.part = MeasuresPart(context)
        self.part.opened.connect(self.open)
        self.part.new_asked.connect(self.new)
        self.view = MeasureView()
        self.view.followed.connect(self.follow)
        self.view.stepped.connect(self.step)
        self.view.picture_asked.connect(self.ask_picture)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.part)
        self.stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(keys), self.view).activated.connect(lambda by=by: self.step(by))
        bus().changed.connect(self._changed)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        """Show a measure (its id), a form (an Edit), the list under filters (a mapping), or stay."""
        if isinstance(argument, Edit):
            self.edit(argument)
        elif isinstance(argument, Mapping):
            self.narrow(argument)
        elif isinstance(argument, str) and argument:
            self.open(argument)
        else:
            self._read_list()

    def new(self) -> None:
        """The form for a new measure."""
        self.edit(Edit("measure"))

    def save(self) -> None:
        if form := self.form():
            form.save()

    def escape(self) -> bool:
        """Leave the form, then the measure, then the filters; False when there was nothing to leave."""
        if pane := self._pane():
            pane.discard()
            return True
        if self.stack.currentWidget() is self.view:
            self.back_to_list()
            return True
        return self.part.clear_filter()

    def again(self) -> None:
        """Back to the list from a measure, a form or a history; an unsaved form is kept as a draft."""
        if self.stack.currentWidget() is not self.part:
            self._leave()
            self.back_to_list()

    def focus_list(self) -> None:
        if self._pane() is None:
            self.back_to_list()

    # The list

    def back_to_list(self) -> None:
        """The list as it was left, the measure in hand in sight."""
        self.stack.setCurrentWidget(self.part)
        self._read_list()
        if self._id and self.part.model.position(self._id) is not None:
            self.part.list.choose(self._id)
        self._id = ""
        self.part.focus()

    def narrow(self, filters: Mapping[str, object]) -> None:
        """The list under these filters alone (names of actions/measures.FILTERS)."""
        self._leave()
        self._id = ""
        self.stack.setCurrentWidget(self.part)
        self.part.show_all()
        for name, value in filters.items():
            self.part.filters.choose(name, value)
        self._stale_list = False

    # One measure

    def open(self, measure: str) -> None:
        """Show a measure in place of the list."""
        self._leave()
        self._read_list()
        if self.part.rows and self.part.rows.position(measure) is None:
            self.part.show_all()
        self._id = measure
        if self._show():
            self.view.focus()

    def shown(self) -> str:
        """The id of the measure in sight, '' for the list."""
        return self._id

    def step(self, by: int) -> None:
        """The measure before or after in the list's present order."""
        wanted = self.part.beside(self._id, by)
        if wanted:
            self._id = wanted
            self._show()

    def follow(self, lead: Lead) -> None:
        """Do what a link or a menu of the measure asks."""
        here: dict[str, Callable[[Edit], object]] = {
            "edit": self.edit, "delete": self.delete, "history": self.history,
        }  # fmt: skip
        if lead.page == "list":
            self.back_to_list()
        elif lead.page in here and isinstance(lead.argument, Edit):
            here[lead.page](lead.argument)
        else:
            self._context.visit(lead.page, lead.argument)

    def edit(self, edit: Edit) -> EditRecord | None:
        """Open a form in place of what is in sight."""
        self._leave()
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return None
        if edit.record and do(self._context, lambda: self._read_record(edit)) is None:
            return None
        form = EditRecord(self._context, edit, lambda record: self._form_saved(edit, record), self._back)
        form.open_again = self._open_again
        if edit.kind == "target" and not edit.record:
            form.offer_next(_("Save and add the next"), self._next_target)
        self._put(form)
        form.focus_field(edit.field or form.first_empty())
        return form

    def delete(self, edit: Edit) -> None:
        """Delete with Undo; refused with its sentence while other records hang on it."""
        record = str(edit.record)
        name = title_of(self._context.register, edit.kind, record)
        done = do(self._context, lambda: records.delete(self._context.register, edit.kind, record))
        if done is not None:
            say_done(self._context, _("Deleted {name}.", name=name) if name else _("Deleted."), done)

    def history(self, edit: Edit) -> None:
        """Who changed what, in place of the measure."""
        self._leave()
        record = str(edit.record)
        rows = do(self._context, lambda: history_of(self._context.register, record, spoken()))
        if rows is not None:
            view = HistoryView(title_of(self._context.register, edit.kind, record), rows, self._back)
            self._put(view)
            view.focus()

    def form(self) -> EditRecord | None:
        """The form in sight."""
        pane = self._pane()
        return pane if isinstance(pane, EditRecord) else None

    def ask_picture(self) -> None:
        """Ask where the chart's picture shall lie and save it there."""
        if self.view.shown is None:
            return
        start = str(Path.home() / f"{self.view.shown.page.title}.png".replace("/", "-"))
        kinds = f"{_('Picture')} (*.png);;{_('Drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(self, _("Save chart as a picture"), start, kinds)
        if chosen:
            path, ending = Path(chosen), ".svg" if "svg" in kind else ".png"
            self.save_picture(
                path if path.suffix.lower() in (".png", ".svg") else path.with_name(path.name + ending)
            )

    def save_picture(self, path: Path) -> None:
        """Save the chart as a picture; what could not be written is said."""
        from pmdesk.ui.charts.picture import save_trajectory_picture

        shown = self.view.shown
        if shown and do(self._context, lambda: save_trajectory_picture(shown.figures, path)):
            self._context.toast(_("Saved {name}.", name=path.name))

    def refresh(self) -> None:
        """Read the register anew: what is in sight at once, the list behind it when it is next needed."""
        self._stale_list, self._stale_view = True, False
        if self.stack.currentWidget() is self.part:
            self._read_list()
        elif self._id:
            self._show(keep_pane=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale_view or (self._stale_list and self.stack.currentWidget() is self.part):
            self.refresh()

    def _read_record(self, edit: Edit) -> object:
        return read_record(self._context.register, edit.kind, str(edit.record))

    def _read_list(self) -> None:
        if self._stale_list:
            self._stale_list = False
            self.part.look_back()
            self.part.read_again()

    def _show(self, keep_pane: bool = False) -> bool:
        """Read the measure in hand and draw it; back to the list when it is gone."""
        register, measure, today = self._context.register, self._id, self._context.today
        # A measure that went while it was in sight was said to go by whoever deleted it.
        silent = (lambda _problems: None) if keep_pane else None
        found = do(self._context, lambda: page_of(register, measure, today, spoken()), silent)
        if found is None:
            self._id = ""
            self.back_to_list()
            return False
        told, page = found
        changed = last_changed(register, "measure", measure)
        place = self.part.place(measure)
        self.view.show_measure(
            Shown(page, trajectory(told, spoken()), place, changed, self._context.read_only)
        )
        if not (keep_pane and self._pane()):
            self.stack.setCurrentWidget(self.view)
        return True

    def _open_again(self, edit: Edit) -> EditRecord:
        self._context.visit("measures", None)
        made = self.edit(edit)
        assert made is not None
        return made

    def _form_saved(self, edit: Edit, record: str) -> None:
        """A measure is shown; what hangs on one leads back to where its form was opened."""
        self._drop()
        if edit.kind == "measure":
            self.open(record)
        else:
            self._back()

    def _next_target(self, record: str) -> None:
        """A profile is typed target after target: the next period, agreed by the same people."""
        known = dict(next_target(self._context.register, record))
        if day := say_date(known.get("agreed_on"), spoken()):
            known["agreed_on"] = day
        self.edit(Edit("target", None, known))

    def _back(self) -> None:
        """Back to the measure in hand, or to the list; the keyboard goes with it."""
        self._drop()
        if self._id:
            if self._show():
                self.view.focus()
        else:
            self.back_to_list()

    def _leave(self) -> None:
        """Something else was asked for: an unsaved form is kept as a draft and can be had back."""
        form = self.form()
        if form is not None and form.dirty():
            form.discard()
        self._drop()

    def _put(self, pane: Pane) -> None:
        self._drop()
        self.stack.addWidget(pane)
        self.stack.setCurrentWidget(pane)

    def _drop(self) -> None:
        pane = self._pane()
        if pane is not None:
            self.stack.setCurrentWidget(self.view if self._id else self.part)
            self.stack.removeWidget(pane)
            pane.deleteLater()

    def _pane(self) -> Pane | None:
        """What stands in place of the measure or the list at present."""
        pane = self.stack.currentWidget()
        return pane if isinstance(pane, Pane) else None

    def _changed(self, changes: Changes | None) -> None:
        if changes is not None and not changes.touches(*SHOWS):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale_list, self._stale_view = True, bool(self._id)
