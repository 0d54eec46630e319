"""Entering readings as in a spreadsheet: one measure's periods, or one period across measures."""

from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.challenge_marks import SHOWS as MARKS_SHOW
from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.actions.drafts import Draft
from pmdesk.actions.measures import as_asked
from pmdesk.actions.readings import TypedReading, row_of
from pmdesk.actions.readings_grid import due_period, measure_grid, period_grid
from pmdesk.actions.records import seen_now
from pmdesk.domain.periods import is_period
from pmdesk.figures.readings_grid import Judged, Key
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, Problems, do, say_done
from pmdesk.ui.pages.form_drafts import Drafts
from pmdesk.ui.pages.readings_foot import noteless_in
from pmdesk.ui.pages.readings_saving import Saving
from pmdesk.ui.pages.readings_view import ReadingsView
from pmdesk.ui.words import _, n_, spoken

SHOWN_KINDS = ("reading", "target", "measure", "rating_rule", "settings", *MARKS_SHOW)


class ReadingsPage(QWidget):
    """`arrive` takes a measure (its id), a period's own text, or None for what is due now."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.measure = self.period = self._page = ""
        self._held = set[str]()  # measures kept in sight after they were saved
        # How far the register was in view when it was read last, and when a row was begun.
        self._read_at, self._begun = 0, dict[Key, int]()
        self._stale = False
        self.view = ReadingsView(context, save=self.save, leave=self.leave, show_all=self._show_all)
        self.model, self.table = self.view.model, self.view.table
        self.drafts = Drafts(context, self._typed, self.view.foot.say_kept)
        self._saving = Saving(self, context)
        self.list_part, self.record_part = self.view.table, self.view.note
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._connect()

    # What the window asks of every page

    def arrive(self, argument: object = None) -> None:
        if isinstance(argument, str) and is_period(argument):
            self.open_period(argument)
        elif isinstance(argument, str) and argument:
            self.open_measure(argument)
        else:
            self.view.head.set_due(True)
            self.open_period(due_period(self._context.register, self._context.today))
        self.focus_list()

    def escape(self) -> bool:
        self.leave()
        return True

    def focus_list(self) -> None:
        self.view.focus_grid()

    def focus_record(self) -> None:
        self.view.focus_note()

    # What is on the grid

    def open_measure(self, measure: str) -> None:
        """All periods of one measure, with the keyboard where the next reading goes."""
        self._open(measure, "")

    def open_period(self, period: str) -> None:
        """One period, across the measures it is due for."""
        self._open("", period)

    def refresh(self) -> None:
        """Read the register again; what is typed stays, without what is saved meanwhile."""
        self._begun = {key: at for key, at in self._begun.items() if key in self.model.typed.rows}
        if self.table.is_typing() and (key := self.view.key_in_hand()):
            self._begun.setdefault(key, self._read_at)
        self._read_at = seen_now(self._context.register)
        grid = do(self._context, self._read)
        if grid is None:
            self._context.visit("measures", None)
            return
        self._stale = False
        marks = challenge_marks(self._context.register, grid.series, self._context.today, spoken())
        self.view.show_grid(grid, {measure: mark.said for measure, mark in marks.items()})

    # Typing

    def bring_back(self, draft: Draft) -> None:
        """Put what was typed before on the grid again, under what has been typed since."""
        now = {key: row.texts for key, row in self.model.typed.rows.items()}
        cells = {_key(name): texts for name, texts in draft.typed.items() if isinstance(texts, dict)}
        self._held |= {measure for measure, _period in cells}
        if self.measure:
            self.model.add_periods([period for _measure, period in cells])
        else:
            self.refresh()
        there = {line.key for line in self.model.grid.lines}
        back = {key: {**texts, **now.get(key, {})} for key, texts in cells.items() if key in there}
        self._begun |= {key: draft.seen for key in back if draft.seen is not None}
        self.model.type_in(back)
        self.focus_list()

    # Saving and leaving

    def save(self) -> None:
        """Save all that was typed as one step to undo; what cannot be saved is shown first."""
        self.table.be_done()
        unsaved = self.model.unsaved()
        judged = [each for _line, each in unsaved]
        rows = [TypedReading(*line.key, each.changed, self._begun.get(line.key)) for line, each in unsaved]
        if self._context.read_only:
            self._context.toast(_("This register can only be read here."))
        elif any(each.problems for each in judged):
            self.view.show_next()
            self._context.toast(_("Nothing was saved. Mend the marked cells first."))
        elif not rows:
            self._context.toast(_("Nothing was changed."))
        else:
            self._saving.save(
                rows, lambda done: self._saved(judged, done), lambda problems: self._refused(rows, problems)
            )

    def leave(self) -> None:
        """Back to the measures; what is typed and not saved is kept, and Undo comes back to it."""
        self.table.be_done()
        here = self.measure or self.period
        if self.model.unsaved() and self.drafts.keep():
            self._context.toast(
                _("Not saved. What you typed is kept."), lambda: self._context.visit("readings", here)
            )
        self._context.visit("measures", self.measure or None)

    def hideEvent(self, event: QHideEvent) -> None:
        self.drafts.keep()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # Inside

    def _open(self, measure: str, period: str) -> None:
        page = f"readings:{measure or period}"
        another, self._page = page != self._page, page
        if another:
            self.drafts.keep()
            self.drafts.end()
            self.model.typed.forget()
            self._begun, self._held = {}, set()
        self.measure, self.period = measure, period
        self.view.begin()
        self.refresh()
        if another:
            self.view.offer.offer(self.drafts.begin(page))

    def _read(self) -> Any:
        register, typed = self._context.register, self.model.typed.rows
        if self.measure:
            return measure_grid(register, self.measure, self._context.today, [period for _, period in typed])
        held, head = sorted(self._held | {measure for measure, _ in typed}), self.view.head
        narrowed = as_asked(register, self._context.today, head.filters.narrowed())
        return period_grid(register, self.period, narrowed, head.only_due(), held)

    def _way(self, many: bool) -> None:
        """The other way to look: at the period, or the measure, of the row in hand."""
        key = self.view.key_in_hand()
        if many:
            self.view.head.set_due(False)
            self.open_period(key[1] if key else due_period(self._context.register, self._context.today))
        elif key:
            self.open_measure(key[0])
        self.focus_list()

    def _narrow(self) -> None:
        self._held = set()
        self.refresh()

    def _show_all(self) -> None:
        """Every measure instead of an empty grid; where there is none, the page of measures."""
        head = self.view.head
        if not head.is_narrowed() or not self._context.register.count("measure"):
            self._context.visit("measures", None)
            return
        head.set_due(False)
        if not head.filters.clear():
            self._narrow()
        self.focus_list()

    def _typing(self, keys: list[Key]) -> None:
        """What is typed hides what is read anew in its row from now on."""
        rows = self.model.typed.rows
        for key in keys:
            if key in rows:
                self._begun.setdefault(key, self._read_at)
            else:
                self._begun.pop(key, None)
        offered = self.view.offer.draft.seen if self.view.offer.draft else None
        known = [*self._begun.values(), *([] if offered is None else [offered])]
        self.drafts.seen = min(known, default=self._read_at)
        self.drafts.soon()

    def _typed(self) -> dict[str, object]:
        """What is typed, as the draft keeps it, over what was typed before and is not yet answered for."""
        rows, offered = self.model.typed.rows.items(), self.view.offer.draft
        now = {f"{measure}|{period}": dict(row.texts) for (measure, period), row in rows}
        return {**(offered.typed if offered else {}), **now}

    def _refused(self, rows: list[TypedReading], problems: Problems) -> None:
        """Go to the first cell at fault and say what is wrong."""
        at, field = min(map(row_of, problems))
        if at >= 0:
            key = rows[at].measure, rows[at].period
            cell = self.model.place(key, field)
            # What is wrong with the period itself has no cell of its own.
            self.table.go_to(cell if cell.isValid() else self.model.place(key))
        self._context.toast(" ".join(dict.fromkeys(problems.values())))

    def _saved(self, judged: list[Judged], done: object) -> None:
        # Measures that are not due any more stay in sight until something else is asked for.
        self._held |= {line.key[0] for line in self.model.grid.lines} if self.period else set()
        self.model.typed.forget()
        self._begun = {}
        self.drafts.keep()
        self.view.notice.show_left((), 0)
        self.refresh()
        n, noteless = len(judged), noteless_in(judged)
        said = n_(n, "Saved {n} reading.", "Saved {n} readings.")
        if noteless:
            wanting = n_(noteless, "{n} is missed without a note and stays on the list.",
                         "{n} are missed without a note and stay on the list.")  # fmt: skip
            said = f"{said} {wanting}"
        say_done(self._context, said, done)
        self.focus_list()

    def _changed(self, changes: Changes | None) -> None:
        if changes is None or changes.touches(*SHOWN_KINDS):
            self._stale = True
            if self.isVisible() and self._page and not self._saving.busy:
                self.refresh()

    def _connect(self) -> None:
        head = self.view.head
        self.model.typed_in.connect(self._typing)
        self.view.offer.taken.connect(self.bring_back)
        self.view.offer.left.connect(self.drafts.drop)
        head.way_chosen.connect(self._way)
        head.measure_chosen.connect(self.open_measure)
        head.period_chosen.connect(self.open_period)
        head.narrowed.connect(self._narrow)
        bus().changed.connect(self._changed)


def _key(name: str) -> Key:
    """The row that a draft keeps under this name."""
    measure, _bar, period = name.partition("|")
    return measure, period
