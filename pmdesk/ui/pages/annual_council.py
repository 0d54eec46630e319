"""Annual Council in one sitting: seat after seat renewed, changed or ended, by keyboard or by its buttons."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pmdesk.actions.annual_council import SHOWS, annual_council, has_day
from pmdesk.actions.appointments_paper import export_appointments
from pmdesk.actions.remembering import remember, remembered
from pmdesk.actions.renewals import renew, renew_to_continue
from pmdesk.figures.annual_council import FILTERS, GROUPINGS, SittingFigures, SittingMemory, in_groups
from pmdesk.figures.annual_council_seat import SeatLine
from pmdesk.ui.accessible import announce
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do, say_done
from pmdesk.ui.pages.annual_council_forms import AppointForm, EndForm
from pmdesk.ui.pages.annual_council_list import spoken_seat
from pmdesk.ui.pages.annual_council_typed import SittingForm
from pmdesk.ui.pages.annual_council_view import AnnualCouncilView
from pmdesk.ui.pages.annual_updates_forms import YearForm
from pmdesk.ui.words import _, n_, spoken

FOLDER = "appointments-folder"


class AnnualCouncilPage(QWidget):
    """Reached from outside bodies and the Desk; the list keeps the keyboard from seat to seat."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._stale = context, True
        self._filter, self._grouping, self._in_hand = FILTERS[0][0], GROUPINGS[0][0], ""
        self._memory = SittingMemory()
        self.figures: SittingFigures | None = None
        self.view = AnnualCouncilView(
            self.decide,
            self.renew_all,
            self.narrow,
            self.group,
            context.visit,
            self.ask_save,
            self.set_dates,
            context.read_only,
        )
        self.view.list.chosen.connect(self._go_to)
        self.view.line.textEdited.connect(lambda _text: self._show_list())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        bus().changed.connect(self._changed)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        """Read it anew; show a filter (a code of FILTERS) where one is given."""
        if isinstance(argument, str) and argument in dict(FILTERS):
            self._filter = argument
        self.refresh()

    def refresh(self) -> None:
        """Read the register; the seat in hand stays in hand."""
        self._stale = False
        register, today = self._context.register, self._context.today
        self.figures = do(
            self._context, lambda: annual_council(register, None, today, spoken(), self._memory)
        )
        if self.figures is not None:
            self.view.show_figures(self.figures, has_day(register, self.figures.sitting))
            self._show_list()

    def save(self) -> None:
        if form := self.form():
            form.save()

    def escape(self) -> bool:
        """Leave the form, else empty the line."""
        if form := self.form():
            form.discard()
            return True
        if not self.view.line.text():
            return False
        self.view.line.clear()
        self._show_list()
        return True

    def focus_list(self) -> None:
        self.view.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # The sitting

    def seat(self) -> SeatLine | None:
        """The seat in hand."""
        return self.figures.line(self._in_hand) if self.figures else None

    def form(self) -> SittingForm | YearForm | None:
        form = self.view.form()
        return form if isinstance(form, SittingForm | YearForm) else None

    def narrow(self, code: str) -> None:
        """Show what a filter leaves; with '' everything, and nothing typed."""
        if not code:
            self.view.line.clear()
        self._filter = code or FILTERS[0][0]
        self._show_list()
        self.focus_list()

    def group(self, code: str) -> None:
        """Put the rows under other headings."""
        self._grouping = code
        self._show_list()
        self.focus_list()

    def decide(self, verb: str) -> None:
        """Renew, change or end the seat in hand, as its buttons and letters ask."""
        line = self.seat()
        if line is None or self.figures is None:
            return
        form = self.form()
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
        elif isinstance(form, SittingForm) and (form.verb, form.line.key) == (verb, line.key):
            form.focus_field()
        elif verb == "renew":
            self._renew(line)
        elif verb == "change":
            self.view.put(AppointForm(self._context, self.figures.sitting, line, self._closed))
        elif not line.who:
            self._context.toast(_("Nobody holds this seat."))
        else:
            self.view.put(EndForm(self._context, self.figures.sitting, line, self._closed))

    def renew_all(self) -> None:
        """Every seat recommended to continue, as one step."""
        if self.figures is None:
            return
        figures, register = self.figures, self._context.register
        done = do(self._context, lambda: renew_to_continue(register, figures))
        if done is not None:
            say_done(
                self._context,
                n_(done[0], "{n} appointment renewed", "{n} appointments renewed") + ".",
                done[1],
            )
        self.focus_list()

    def set_dates(self) -> None:
        """Open the year that this Annual Council begins: its form stands in place of the evidence."""
        if self.figures is None:
            return
        year = self.figures.sitting.year
        rows = [row for row in self._context.register.all("municipal_year") if row["name"] == year]
        known: dict[str, object] = (
            {name: rows[0][name] for name in ("annual_council", "returns_due")} if rows else {}
        )
        self.view.put(YearForm(self._context, year, known, lambda _year: self._closed(False)))

    def ask_save(self) -> None:
        """Ask where the list of appointments shall lie as a spreadsheet, and save it there."""
        if self.figures is None:
            return
        folder = Path(remembered(self._context.register, FOLDER) or Path.home())
        name = _("Appointments {year}", year=self.figures.sitting.year)
        start = (folder if folder.is_dir() else Path.home()) / f"{name}.xlsx"
        kinds = f"{_('Spreadsheet')} (*.xlsx *.csv)"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as a spreadsheet"), str(start), kinds)
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(".xlsx"))

    def save_to(self, path: Path) -> None:
        """Write the list; what could not be written is said."""
        register, today = self._context.register, self._context.today
        done = do(self._context, lambda: export_appointments(register, None, path, spoken(), today))
        if done is not None:
            do(self._context, lambda: remember(register, FOLDER, str(path.parent)))
            self._context.toast(_("Saved {name}.", name=path.name))

    def _renew(self, line: SeatLine) -> None:
        assert self.figures is not None
        sitting, after = self.figures.sitting, self._next(line.key)
        done = do(self._context, lambda: renew(self._context.register, sitting, [line.key]))
        if done is not None:
            say_done(self._context, _("Renewed {name} on {body}.", name=line.who, body=line.body_name), done)
            self._go_on(after)

    def _closed(self, decided: bool) -> None:
        """A form was left: back to the list, and to the next seat where this one was decided."""
        if not decided:
            self._say_kept()
        after = self._next(self._in_hand) if decided else self._in_hand
        self.view.drop_form()
        self._go_on(after)

    def _next(self, key: str) -> str:
        """The next undecided seat below, else above; the same seat where none is left."""
        lines = self.view.list.lines()
        at = next((n for n, line in enumerate(lines) if line.key == key), 0)
        found = [line.key for line in lines[at + 1 :] + lines[:at] if line.state == "undecided"]
        return found[0] if found else key

    def _go_on(self, key: str) -> None:
        if self.view.list.choose(key):
            self._take(key)
        self.focus_list()
        if (line := self.seat()) is not None:
            announce(self.view.list, spoken_seat(line))

    def _show_list(self) -> None:
        if self.figures is None:
            return
        shown = self.figures.narrowed(self._filter, self.view.line.text())
        view = self.view
        view.say_filter(self._filter, self._grouping)
        view.list.by_body = self._grouping == "body"
        view.list.set_groups(in_groups(shown, self._grouping, spoken()), self._in_hand)
        if not shown:
            view.show_list(view.nothing if self.figures.lines else view.none_yet)
            return
        view.show_list(view.list)
        if not view.list.chosen_key():
            view.list.choose(_first(view.list.lines()))
        self._take(view.list.chosen_key())

    def _go_to(self, key: str) -> None:
        """Another seat was asked for in the list."""
        if key != self._in_hand:
            self._say_kept()
        self._take(key)

    def _say_kept(self) -> None:
        """A form is left: what was typed into it is kept, and Undo opens it again."""
        form = self.form()
        if isinstance(form, SittingForm) and form.dirty():
            key, verb, typed = form.line.key, form.verb, form.typed()
            form.keep()
            self._context.toast(
                _("Not saved. What you typed is kept."), lambda: self._open_again(key, verb, typed)
            )

    def _open_again(self, key: str, verb: str, typed: Mapping[str, object]) -> None:
        self.view.list.choose(key)
        self._take(key)
        self.decide(verb)
        if isinstance(form := self.form(), SittingForm):
            form.bring_back(typed)

    def _take(self, key: str) -> None:
        """A seat is in hand: its evidence beside it; a form about another one is left."""
        form = self.form()
        if isinstance(form, SittingForm) and form.line.key != key:
            self.view.drop_form()
        self._in_hand = key
        if self.figures is not None and (line := self.figures.line(key)) is not None:
            self.view.side.show_seat(line, self.figures.evidence[key])

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(*SHOWS):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True


def _first(lines: list[SeatLine]) -> str:
    """The seat to begin with: the first undecided one."""
    return next((line.key for line in lines if line.state == "undecided"), lines[0].key)
