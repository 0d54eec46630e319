"""The annual cycle: a year's updates, who owes which; those chosen are accepted, returned, published."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pmdesk.actions.annual_cycle import SHOWS, annual_cycle, year_to_open
from pmdesk.actions.updates import Moved, move_all
from pmdesk.domain.annual_update import NEXT_STATUSES
from pmdesk.domain.dates import say_date
from pmdesk.figures.annual_cycle import CycleFigures, OwedLine, narrowed
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_done
from pmdesk.ui.pages.annual_updates_forms import ReturnForm, YearForm
from pmdesk.ui.pages.annual_updates_view import CycleView
from pmdesk.ui.words import _, n_, spoken


class AnnualUpdatesPage(QWidget):
    """`arrive` takes a municipal year (id or label) or nothing; what is chosen stays while it is in sight."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.figures: CycleFigures | None = None
        self.shown: list[OwedLine] = []
        self.chosen: set[str] = set()  # seats
        self._year = ""
        self.view = CycleView(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        bus().changed.connect(self._changed)

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        """Show a year, or read the one in sight anew: a day may have passed since."""
        if isinstance(argument, str) and argument:
            self._year = argument
        self.refresh()

    def refresh(self) -> None:
        register, year, today = self._context.register, self._year, self._context.today
        found = do(self._context, lambda: annual_cycle(register, year, today, spoken()))
        if found is None:  # a year that was taken back by Undo
            self._year = ""
            found = annual_cycle(register, "", today, spoken())
        self.figures, self._year = found, found.year_id
        self.view.filters.figures = found
        self.view.fill_years(register, found.year_id)
        self.view.say_year(found, self._head(found))
        self._narrow()

    def save(self) -> None:
        form = self.form()
        if form is not None:
            form.save()

    def escape(self) -> bool:
        """Leave the form; else put back what is chosen. False when there was nothing to leave."""
        form = self.form()
        if form is not None:
            form.discard()
            return True
        if not self.chosen:
            return False
        self.chosen.clear()
        self._show_rows()
        return True

    def focus_list(self) -> None:
        self.view.table.setFocus()

    def form(self) -> YearForm | ReturnForm | None:
        """The form in sight."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, YearForm | ReturnForm) else None

    # What is chosen, and its steps

    def lines_chosen(self) -> list[OwedLine]:
        return [line for line in self.shown if line.seat in self.chosen]

    def tick(self, row: int) -> None:
        """Choose a row, or put it back."""
        self.chosen ^= {self.shown[row].seat}
        self._show_rows()
        self.view.table.go_to(row)

    def tick_all(self) -> None:
        """Choose all in sight; where all are chosen, none."""
        seats = {line.seat for line in self.shown}
        self.chosen = set() if seats <= self.chosen else seats
        self._show_rows()

    def step(self, status: str) -> None:
        """Accept or publish what is chosen, as one save with one Undo."""
        self._move(self.lines_chosen(), status)

    def publish_all(self) -> None:
        """Publish every update of the year that was accepted."""
        accepted = (
            [line for line in self.figures.lines if line.standing == "accepted"] if self.figures else []
        )
        if not accepted:
            self._context.toast(_("No update of this year is accepted and waits to be published."))
            return
        self._move(accepted, "published")

    def ask_reason(self) -> None:
        """The form for why those chosen are returned: those of them whose turn it is."""
        chosen = self.lines_chosen()
        if fit := _to_return(chosen):
            self._open(ReturnForm(self._context, fit, self._returned))
        elif chosen:
            self._context.toast(_("Only an update that was submitted or accepted can be returned."))

    def open_year(self, dates_only: bool = False) -> None:
        """The form for a year: the next to be opened, or the dates of the one in sight."""
        figures, register = self.figures, self._context.register
        if dates_only and figures and figures.year:
            known: dict[str, object] = {
                "annual_council": figures.council or None, "returns_due": figures.due_on or None,
            }  # fmt: skip
            self._open(YearForm(self._context, figures.year, known, self._opened))
            return
        name = year_to_open(register, self._context.today)
        self._open(YearForm(self._context, name, {}, self._opened))

    def _move(self, lines: Sequence[OwedLine], status: str) -> None:
        register, today = self._context.register, self._context.today
        begun = [line.update for line in lines if line.update]
        if not begun:
            self._context.toast(_("No update among them has been begun."))
            return
        moved = do(self._context, lambda: move_all(register, begun, status, today))
        if moved is not None:
            self._tell(moved, status, lines)

    def _returned(self, moved: Moved | None) -> None:
        lines = _to_return(self.lines_chosen())
        self._close()
        if moved is not None:
            self._tell(moved, "returned", lines)

    def _tell(self, moved: Moved, status: str, lines: Sequence[OwedLine]) -> None:
        """What was done, with Undo; and each that stays as it was, with the reason."""
        done = len(moved.done)
        said = {
            "accepted": n_(done, "{n} update accepted.", "{n} updates accepted."),
            "published": n_(done, "{n} update published.", "{n} updates published."),
            "returned": n_(done, "{n} update returned.", "{n} updates returned."),
        }[status]
        if done:
            say_done(self._context, said, moved.changes)
        called = {line.update: f"{line.member}, {line.body}" for line in lines}
        left = [(called.get(each, ""), _(why)) for each, why in moved.left]
        left += [(f"{line.member}, {line.body}", _("it has not been begun.")) for line in lines
                 if not line.update]  # fmt: skip
        self.chosen.clear()
        self.view.left.tell(left)
        self.refresh()
        self.focus_list()

    # Showing

    def _head(self, figures: CycleFigures) -> tuple[str, str]:
        """(the count, the days of the year)."""
        if not figures.year:
            return "", ""
        all_of, late = len(figures.lines), len(figures.late)
        said = _("{n} of {m} are in", n=all_of - len(figures.owed), m=all_of) if all_of else ""
        if late:
            said = f"{said}, {_('{n} late', n=late)}"
        days = []
        if figures.council:
            days.append(_("Annual Council {day}.", day=say_date(figures.council, spoken())))
        due = say_date(figures.due_on, spoken())
        days.append(_("Updates due {day}.", day=due) if due else _("No day is set for its updates."))
        return said, " ".join(days)

    def _narrow(self) -> None:
        """The rows the filters leave; what is chosen and no longer in sight is chosen no more."""
        if self.figures is None:
            return
        wanted = self.view.filters.narrowed()
        standing = "late" if wanted.get("late") else str(wanted.get("standing") or "")
        self.shown = narrowed(
            self.figures.lines, standing, str(wanted.get("group") or ""), self.view.line.text()
        )
        if wanted.get("late") and wanted.get("standing"):
            self.shown = [line for line in self.shown if line.standing == wanted["standing"]]
        self.chosen &= {line.seat for line in self.shown}
        self._show_rows()

    def _show_rows(self) -> None:
        if self.figures:
            self.view.show_rows(self.figures, self.shown, self.chosen)

    def _open_line(self, row: int, column: int) -> None:
        line = self.shown[row]
        self._context.visit("annual-update", line.update or ("new", line.seat))

    def _take_year(self) -> None:
        self._year = str(self.view.year.value() or "")
        self.chosen.clear()
        self.view.left.tell(())
        self.refresh()

    def _opened(self, year: str) -> None:
        self._year = year or self._year
        self._close()
        self.refresh()

    def _open(self, form: YearForm | ReturnForm) -> None:
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
            return
        self._close()
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.focus_field("annual_council" if isinstance(form, YearForm) else "")

    def _close(self) -> None:
        form = self.form()
        if form is not None:
            self._stack.setCurrentWidget(self.view)
            self._stack.removeWidget(form)
            form.deleteLater()
            self.view.table.setFocus()

    def _connect(self) -> None:
        view = self.view
        view.table.ticked.connect(self.tick)
        view.table.all_ticked.connect(self.tick_all)
        view.table.activated_cell.connect(self._open_line)
        view.filters.changed.connect(self._narrow)
        view.line.textEdited.connect(lambda _text: self._narrow())
        view.year.edited.connect(self._take_year)
        view.asked.connect(self._asked)

    def _asked(self, what: str) -> None:
        """A button of the page, by its key."""
        verbs = {
            "all": self.tick_all, "return": self.ask_reason, "publish-all": self.publish_all,
            "open-year": self.open_year, "dates": lambda: self.open_year(dates_only=True),
        }  # fmt: skip
        if what in verbs:
            verbs[what]()
        else:
            self.step(what)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _changed(self, changes: object) -> None:
        if self.isVisible() and changes.touches(*SHOWS):  # type: ignore[attr-defined]
            self.view.left.tell(())  # it was said of what has changed again, as by Undo
            self.refresh()


def _to_return(lines: Sequence[OwedLine]) -> list[OwedLine]:
    """Those of the lines that can be returned as they stand."""
    return [line for line in lines if "returned" in NEXT_STATUSES.get(line.standing, ())]
