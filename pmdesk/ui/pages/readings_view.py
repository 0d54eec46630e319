"""The page for entering readings as it lies before a person: head, grid, what the row wants, foot."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pmdesk.domain.periods import say_period
from pmdesk.domain.words import N_
from pmdesk.figures.readings_grid import Judged, Key, Line, ReadingsGrid
from pmdesk.figures.readings_paste import Landed
from pmdesk.ui.accessible import announce
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.page import MARGIN, Inner, scrolled
from pmdesk.ui.pages.draft_offer import DraftOffer
from pmdesk.ui.pages.readings_foot import ReadingsFoot
from pmdesk.ui.pages.readings_grid import LARGE, ReadingsTable
from pmdesk.ui.pages.readings_head import PasteNotice, ReadingsHead
from pmdesk.ui.pages.readings_model import ReadingsModel
from pmdesk.ui.pages.readings_note import ReadingsNote
from pmdesk.ui.theme import scale
from pmdesk.ui.words import _, spoken

COUNT_AFTER = 40  # milliseconds: what was typed is painted first
_HOW = N_(
    "Type over a cell, or paste a block from a spreadsheet with Ctrl+V: its periods or codes find their rows."
    " Enter goes down, Tab goes right, Ctrl+Tab leaves the grid."
)


class ReadingsView(QWidget):
    """Shows a grid and what it wants; what is saved and read is the page's own matter."""

    def __init__(
        self,
        context: Context,
        save: Callable[[], object],
        leave: Callable[[], object],
        show_all: Callable[[], object],
    ) -> None:
        super().__init__()
        self._context, self._read_only = context, context.read_only
        self.model = ReadingsModel()
        self.model.read_only = context.read_only
        self.table, self.head, self.notice = ReadingsTable(self.model), ReadingsHead(context), PasteNotice()
        self.note, self.offer = ReadingsNote(self._type_note), DraftOffer()
        self.foot = ReadingsFoot(save, leave, self.show_next)
        self.empty = Empty("", _("Show all measures"), show_all)
        self.empty.stand_at(0)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_AFTER)
        self._counting.timeout.connect(self.count)
        self.model.typed_in.connect(self._typed_in)
        self.model.looked_ahead.connect(self._show_row)
        self.table.moved.connect(self._show_row)
        self.table.pasted.connect(self._pasted)
        self._lay_out()

    def begin(self) -> None:
        """Nothing of another grid stands here any more."""
        self.notice.show_left((), 0)
        self.table.take(self.model.index(-1, -1))

    def show_grid(self, grid: ReadingsGrid, challenged: Mapping[str, str] | None = None) -> None:
        """Show a grid with its challenges; the cell in hand stays in hand where it is on it."""
        self.table.be_done()
        here, field = self.key_in_hand(), self._field_in_hand()
        self.model.set_grid(grid, challenged)
        if grid.measure:
            self.head.show_measure(grid.series[grid.measure])
        else:
            self.head.show_period(grid.period, len(grid.lines), grid.more)
        self._say_empty(grid)
        index = self.model.place(here, field) if here else self.model.index(-1, -1)
        self.table.take(index if index.isValid() else self.table.first_empty())
        self.table.scrollTo(self.table.currentIndex())
        self.count()
        self._show_row()

    def key_in_hand(self) -> Key | None:
        """The row the keyboard is on."""
        row = self.table.currentIndex().row()
        return self.model.line(row).key if 0 <= row < self.model.rowCount() else None

    def count(self) -> None:
        """Say how much is typed and what it wants."""
        self._counting.stop()
        self.foot.show_count([judged for _line, judged in self.model.unsaved()], not self._read_only)

    def show_next(self) -> None:
        """Go to the next cell to mend, else to the next row missed without a note, after the one in hand."""
        rows = self._in_order()
        mend = [self.model.place(line.key, name) for line, judged in rows for name in judged.problems]
        asking = [self.model.place(line.key) for line, judged in rows if judged.ask]
        here, wanted = self.table.currentIndex().row(), mend or asking
        ahead = [each for each in wanted if each.row() > here]
        if wanted:
            self.table.go_to((ahead or wanted)[0])
            if not mend:
                self.focus_note()

    def focus_grid(self) -> None:
        here = self._pages.currentWidget() is self.table
        target: QWidget | None = self.table if here else self.empty.button
        if target:
            target.setFocus()

    def focus_note(self) -> None:
        """The note of the row in hand, where there is a row."""
        if self.key_in_hand():
            self.note.focus()
        else:
            self.focus_grid()

    def _field_in_hand(self) -> str:
        at = self.table.currentIndex().column()
        return (self.model.columns[at].field if 0 <= at < len(self.model.columns) else "") or "value"

    def _in_order(self) -> list[tuple[Line, Judged]]:
        return sorted(self.model.unsaved(), key=lambda each: self.model.place(each[0].key).row())

    def _typed_in(self, keys: list[Key]) -> None:
        self._counting.start()
        self._show_row()
        # Who is typing in the grid hears what is asked for; who answers it has read it.
        if len(keys) == 1 and self.table.hasFocus() and (ask := self.model.judged(keys[0]).ask):
            announce(self.table, _(ask))

    def _type_note(self, field: str, text: str) -> None:
        key = self.key_in_hand()
        if key and not self._read_only:
            self.model.type_in({key: {field: text}}, going_on=True)

    def _pasted(self, landed: Landed) -> None:
        signs = sum(len(self.model.typed.row(key).doubts) for key in landed.cells)
        narrowed = not self.model.grid.measure and self.head.is_narrowed()
        self.notice.show_left(landed.left, signs, narrowed)
        if said := self.notice.sentence():
            announce(self.notice, said)

    def _show_row(self) -> None:
        """What the row in hand wants: its cell mended, a look, a note."""
        key, index = self.key_in_hand(), self.table.currentIndex()
        if key is None:
            self.note.show_row(None, False)
            return
        judged, cell = self.model.judged(key), self.model.cell(index.row(), index.column())
        missed = judged.rating == "red"
        texts = {name: self.model.text(index.row(), name) for name in ("commentary", "cause")}
        self.note.show_row(texts, missed, self._read_only)
        problem = cell.problem or next((_(each) for each in judged.problems.values()), "")
        if problem or judged.ask:
            self.note.say("missed", problem or _(judged.ask or ""))
        elif cell.doubt:
            self.note.say("close", cell.doubt)
        else:
            self.note.say("none", _(_HOW) if scale() <= LARGE else "")

    def _say_empty(self, grid: ReadingsGrid) -> None:
        self._pages.setCurrentWidget(self.table if grid.lines else self.empty)
        self.note.setVisible(bool(grid.lines))
        narrowed, period = self.head.is_narrowed(), say_period(grid.period, spoken())
        none = not grid.lines and not self._context.register.count("measure")
        if none:
            self.empty.set_sentence(_("There are no measures yet. Their readings are entered here."))
        elif narrowed:
            self.empty.set_sentence(_("No reading of these measures is wanting for {period}.", period=period))
        else:
            self.empty.set_sentence(_("No measure has a reading to enter for {period}.", period=period))
        if self.empty.button:
            more = narrowed and not none
            self.empty.button.set_word(_("Show all measures") if more else _("Go to the measures"))

    def _lay_out(self) -> None:
        self._pages = _Pages()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        inner = Inner()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 16, MARGIN, 0)
        column.setSpacing(12)
        for part in (self.head, self.offer, self.notice):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        # The note stands outside what scrolls: what a row wants is never below the edge.
        self._below = QVBoxLayout()
        self._below.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self._below.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(inner), 1)
        layout.addLayout(self._below)
        layout.addWidget(self.foot)


class _Pages(QStackedWidget):
    """The grid, or why there is none: no higher than the one in sight, or the page scrolls into nothing."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize()) if shown else QSize()
