"""The model of the grid of readings: what each cell shows and says while typed in; it saves nothing."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from pmdesk.domain.measure import READING
from pmdesk.domain.periods import next_period, period_bounds, previous_period, say_period
from pmdesk.figures.readings_entry import FIELDS, NUMBERS, entered
from pmdesk.figures.readings_grid import (
    Judged,
    Key,
    Line,
    ReadingsGrid,
    Series,
    has_parts,
    judge,
    line_of,
    shown,
)
from pmdesk.figures.readings_paste import Landed
from pmdesk.ui.pages.readings_typed import RowTyped, Typed
from pmdesk.ui.words import _, spoken

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole


class Column(NamedTuple):
    """`width` at 100%; `field` is the reading's, '' where nothing can be typed."""

    name: str
    title: str
    width: int
    field: str = ""
    right: bool = False


class GridCell(NamedTuple):
    """What the delegate draws: words, or a rating's shape and word; and what is the matter with them.

    `note` stands quiet at the right of the words, whole even where these are cut.
    """

    text: str
    shape: str = ""
    quiet: bool = False
    strong: bool = False
    typed: bool = False
    problem: str = ""
    doubt: str = ""
    can_type: bool = False
    right: bool = False
    note: str = ""


class ReadingsModel(QAbstractTableModel):
    """`typed_in` is emitted with the keys of rows whose typing changed; the page counts and keeps them.

    `looked_ahead` is emitted while a figure is being typed: the rating is shown as it would be.
    """

    typed_in = Signal(list)
    looked_ahead = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grid = ReadingsGrid("", "", (), {}, ())
        self.typed, self.columns = Typed(), list[Column]()
        self.read_only = False
        self.challenged: Mapping[str, str] = {}
        self._rows: dict[Key, int] = {}
        self._latest: Key | None = None
        self._judged: dict[str, dict[str, Judged]] = {}
        self._ahead: tuple[Key, dict[str, str]] = (("", ""), {})
        self._brought = set[Key]()  # rows that a paste made; they go with it

    # What the grid holds

    def set_grid(self, grid: ReadingsGrid, challenged: Mapping[str, str] | None = None) -> None:
        """Show another grid; what is typed stays. `challenged` says of measures where a challenge stands."""
        self.beginResetModel()
        self.challenged = challenged or {}
        self._take(grid)
        self.columns = _columns(grid)
        self.endResetModel()

    def fields(self) -> list[str]:
        """The fields that can be typed, in the order of their columns."""
        return [column.field for column in self.columns if column.field]

    def line(self, row: int) -> Line:
        return self.grid.lines[row]

    def series(self, row: int) -> Series:
        return self.grid.series[self.line(row).key[0]]

    def place(self, key: Key, field: str = "value") -> QModelIndex:
        """The cell of a row's field; an invalid index where the row is not on the grid."""
        names = [column.field for column in self.columns]
        row = self._rows.get(key, -1)
        return self.index(row, names.index(field)) if row >= 0 and field in names else QModelIndex()

    def judged(self, key: Key) -> Judged:
        """How a row stands with what is typed; worked out when it is first asked for."""
        measure = key[0]
        if measure not in self._judged:
            mine = self.grid.lines if self.grid.measure else (self.grid.lines[self._rows[key]],)
            pairs = [(line, {**self.typed.row(line.key).texts, **self._in_hand(line.key)}) for line in mine]
            self._judged[measure] = judge(self.grid.series[measure], self.grid.rules, pairs, spoken())
        return self._judged[measure][key[1]]

    def unsaved(self) -> list[tuple[Line, Judged]]:
        """The rows in which something is typed that differs, or that cannot be read."""
        found = []
        for key in self.typed.rows:
            if key in self._rows:
                judged = self.judged(key)
                if judged.changed or judged.problems:
                    found.append((self.grid.lines[self._rows[key]], judged))
        return found

    # Typing

    def type_in(self, cells: Mapping[Key, Mapping[str, str]], going_on: bool = False) -> None:
        """Type into cells, all of them one step; `going_on` joins it to the keys before in the same field."""
        rows = {}
        for key, texts in cells.items():
            before = self.typed.row(key)
            made = entered(texts, self._texts(key), spoken())
            looked = {name: why for name, why in before.doubts.items() if name not in texts}
            rows[key] = RowTyped({**before.texts, **made.typed}, {**looked, **made.doubts})
        field = next(((key, name) for key, texts in cells.items() for name in texts), None)
        self.typed.step(rows, field if going_on else None)
        self._tell(list(cells))

    def look_ahead(self, row: int, field: str, text: str | None) -> None:
        """Judge a row as if `text` were done being typed; None when the cell's editor has closed."""
        key = self.line(row).key if 0 <= row < len(self.grid.lines) else self._ahead[0]
        now = self._texts(key) if text is not None else {}
        self._ahead = (key, {} if text is None else entered({field: text}, now, spoken()).typed)
        self._judged.pop(key[0], None)
        names = [column.name for column in self.columns]
        # Only the ratings are drawn anew: an editor told of its own cell would begin again.
        if "rating" in names and self.grid.lines:
            at, last = names.index("rating"), len(self.grid.lines) - 1
            first = 0 if self.grid.measure else min(row, last)
            self.dataChanged.emit(self.index(first, at), self.index(last if self.grid.measure else first, at))
        if text is not None:
            self.looked_ahead.emit()

    def paste(self, landed: Landed) -> None:
        """Type what a pasted block holds; a measure's grid grows by the periods it brings."""
        self._brought |= {(self.grid.measure, period) for period in landed.periods} - self._rows.keys()
        self.add_periods(landed.periods)
        self.type_in(landed.cells)

    def add_periods(self, periods: Sequence[str]) -> None:
        """More rows for a measure's grid, in their order in time; what is in hand and chosen stays so."""
        for period in dict.fromkeys(periods):
            if (self.grid.measure, period) not in self._rows:
                line = line_of(self.grid.series[self.grid.measure], period, previous_period(period))
                lines, at = self.grid.lines, bisect(self.grid.lines, _in_time(line), key=_in_time)
                self.beginInsertRows(QModelIndex(), at, at)
                self._take(replace(self.grid, lines=(*lines[:at], line, *lines[at:])))
                self.endInsertRows()

    def add_next(self) -> None:
        """A row for the period after the last one."""
        if self.grid.measure and self.grid.lines:
            self.add_periods([next_period(self.grid.lines[-1].key[1])])

    def undo(self) -> bool:
        """Take back the last step of typing, and the rows it made; False when there is none."""
        keys = self.typed.undo()
        empty = self._brought.intersection(keys) - self.typed.rows.keys()
        rows = sorted(self._rows[key] for key in empty if key in self._rows)
        self._take_away([row for row in rows if not self.line(row).reading])
        return self._tell(keys)

    def redo(self) -> bool:
        keys = self.typed.redo()
        self.add_periods([key[1] for key in keys if key in self._brought])
        return self._tell(keys)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.grid.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_type = index.isValid() and self.columns[index.column()].field and not self.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if can_type else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.EditRole:
            return self.text(index.row(), self.columns[index.column()].field)
        if role == Qt.ItemDataRole.ToolTipRole:
            cell = self.cell(index.row(), index.column())
            long = cell.note or len(cell.text) > 24
            if self.columns[index.column()].name == "rating":
                return self.mark(self.line(index.row())) or None
            return cell.problem or cell.doubt or (f"{cell.text} {cell.note}".strip() if long else None)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(index.row(), index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field = self.columns[index.column()].field
        if role != Qt.ItemDataRole.EditRole or not field:
            return False
        text = str(value or "")
        if text != self.text(index.row(), field):
            self.type_in({self.line(index.row()).key: {field: text}})
        return True

    def text(self, row: int, field: str) -> str:
        """A cell's text for editing and copying: what was typed, else what stands in the register."""
        line = self.line(row)
        if not field:
            return ""
        return self.typed.row(line.key).texts.get(field, line.stored.get(field, ""))

    def cell(self, row: int, column: int) -> GridCell:
        """What a cell shows."""
        line, head = self.line(row), self.columns[column]
        if head.name == "measure":
            return GridCell(self.series(row).name, strong=True, note=self._other_period(line))
        if head.name == "period":
            return GridCell(say_period(line.key[1], spoken()), strong=True)
        if head.name == "previous":
            return GridCell(line.previous, quiet=True, right=True)
        judged = self.judged(line.key)
        if head.name == "path":
            return GridCell(judged.path, quiet=True, right=True)
        if head.name == "rating":
            shape = judged.shape if judged.rating else ""
            return GridCell(
                _(judged.word), shape=shape, note=_("Challenged") if shape and self.mark(line) else ""
            )
        return self._typed_cell(row, head, judged)

    def mark(self, line: Line) -> str:
        """Where the challenge of a row's score stands; of one measure's periods its latest reading has it."""
        if self.grid.measure and line.key != self._latest:
            return ""
        return self.challenged.get(line.key[0], "")

    def said(self, row: int, column: int) -> str:
        """What a screen reader says of a cell: whose it is, which column, what stands there, its rating."""
        line, head, cell = self.line(row), self.columns[column], self.cell(row, column)
        whose = f"{self.series(row).name}, {say_period(line.key[1], spoken())}"
        rating = _(self.judged(line.key).word) if head.name == "value" else ""
        mark = self.mark(line) if head.name in ("value", "rating") else ""
        said = (f"{head.title}: {cell.text or _('empty')}", rating, mark, cell.problem, cell.doubt)
        return ", ".join([whose, *filter(None, said)])

    def _typed_cell(self, row: int, head: Column, judged: Judged) -> GridCell:
        line, typed = self.line(row), self.typed.row(self.line(row).key)
        text = self.text(row, head.field)
        problem, doubt = judged.problems.get(head.field), typed.doubts.get(head.field)
        words = text if problem else shown(self.series(row), head.field, text, spoken())
        # A ratio's value that nobody typed is worked out from its parts.
        worked_out = head.field == "value" and not text and judged.value is not None
        if worked_out:
            words = shown(self.series(row), "value", str(judged.value), spoken())
        kept = _("Kept as it was typed: ‘{typed}’.", typed=text) if head.field in judged.marked else ""
        if line.unsettled and head.field == "value":
            kept = kept or _("Two values, not settled yet.")
        return GridCell(
            " ".join(words.split()),
            quiet=worked_out,
            typed=text != line.stored.get(head.field, ""),
            problem=_(problem) if problem else "",
            doubt=_(doubt) if doubt else kept,
            can_type=not self.read_only,
            right=head.right,
        )

    def _other_period(self, line: Line) -> str:
        """A row's own period where it is another than the grid's: a yearly measure on a quarter's."""
        return "" if line.key[1] == self.grid.period else say_period(line.key[1], spoken())

    def _take_away(self, rows: Sequence[int]) -> None:
        """Rows (by number, in order) go from the grid."""
        for at in reversed(rows):
            lines = self.grid.lines
            self.beginRemoveRows(QModelIndex(), at, at)
            self._take(replace(self.grid, lines=(*lines[:at], *lines[at + 1 :])))
            self.endRemoveRows()

    def _texts(self, key: Key) -> dict[str, str]:
        """A row's texts: what stands in the register with what is typed over it."""
        return {**self.grid.lines[self._rows[key]].stored, **self.typed.row(key).texts}

    def _in_hand(self, key: Key) -> dict[str, str]:
        return self._ahead[1] if key == self._ahead[0] else {}

    def _take(self, grid: ReadingsGrid) -> None:
        self.grid, self._judged = grid, {}
        self._rows = {line.key: row for row, line in enumerate(grid.lines)}
        self._latest = next((line.key for line in reversed(grid.lines) if line.reading), None)

    def _tell(self, keys: list[Key]) -> bool:
        """Rows changed: what was judged of their measures is judged anew when it is next looked at."""
        for key in keys:
            self._judged.pop(key[0], None)
        if keys:
            rows = [self._rows[key] for key in keys if key in self._rows]
            if rows:
                # One row of a measure may change the rating of another.
                first, last = (0, len(self.grid.lines) - 1) if self.grid.measure else (min(rows), max(rows))
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
            self.typed_in.emit(keys)
        return bool(keys)


def _columns(grid: ReadingsGrid) -> list[Column]:
    """One measure: its periods, with the parts of a ratio; across measures each with the reading before."""
    path, rating = Column("path", _("Path"), 80, right=True), Column("rating", _("Rating"), 128)
    rest = [_typable(name) for name in FIELDS if name not in NUMBERS]
    if not grid.measure:
        previous = Column("previous", _("Previous"), 80, right=True)
        return [Column("measure", _("Measure"), 240), path, previous, _typable("value"), rating, *rest]
    numbers = NUMBERS if has_parts(grid) else ("value",)
    return [Column("period", _("Period"), 120), path, *map(_typable, numbers), rating, *rest]


_WIDTHS = {
    "value": 88, "numerator": 100, "denominator": 112, "state": 116, "commentary": 200, "cause": 160,
}  # fmt: skip


def _typable(name: str) -> Column:
    return Column(name, _(READING.field(name).label), _WIDTHS[name], name, name in NUMBERS)


def _in_time(line: Line) -> tuple[str, str]:
    return period_bounds(line.key[1])[1], line.key[1]
