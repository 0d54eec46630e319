"""The rows of a table that hold figures, without blanks, notes and sums; names are carried down the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.exchange.figure_cells import FigureCell, noted, read_figure, read_target
from pmdesk.exchange.figure_heads import DataColumn
from pmdesk.exchange.figure_layout import Layout
from pmdesk.exchange.figure_roles import KINDS
from pmdesk.exchange.headings import is_total
from pmdesk.exchange.names import fold

_AIMED = ("target", "stretch", "floor")


class Row(NamedTuple):
    """A row by its number in the spreadsheet (from 1), and its cells."""

    number: int
    cells: Sequence[str]


@dataclass(slots=True)
class Kept:
    """The rows with figures; how many there were, summed up others, held one text, took a name from above."""

    rows: list[Row] = field(default_factory=list)
    all: int = 0
    totals: int = 0
    texts: int = 0
    carried: int = 0


def rows_of(layout: Layout) -> Kept:
    """The rows of a table that are read one by one."""
    kept, carrying = Kept(), _Carrying(layout)
    data = [column.at for column in layout.data]
    for number, cells in enumerate(layout.rows, layout.heading_at + 2):
        filled = sum(1 for cell in cells if cell and not cell.isspace())
        if not filled:
            continue
        if filled == 1 and len(layout.headings) > 2 and not any(at < len(cells) and cells[at] for at in data):
            kept.texts += 1
            continue
        if _says_units(cells, data):
            kept.texts += 1
            continue
        kept.all += 1
        if "area" not in layout.roles and (is_total(cells) or _sums_up(layout, cells)):
            kept.totals += 1
            continue
        whole = carrying.filled(cells)
        kept.carried += whole is not cells
        kept.rows.append(Row(number, whole))
    return kept


def _says_units(cells: Sequence[str], data: Sequence[int]) -> bool:
    """Whether a row holds the same unit under every period and nothing else: '%, %, %' (LG Inform)."""
    first = cells[data[0]] if data[0] < len(cells) else ""
    if not first or first[0].isdecimal():
        return False  # a hundred thousand rows of figures are asked
    filled = {at: cell.strip() for at, cell in enumerate(cells) if cell.strip()}
    said = set(filled.values())
    return len(said) == 1 and filled.keys() <= set(data) and _is_unit(said.pop())


def _is_unit(text: str) -> bool:
    return not any(letter.isdigit() for letter in text) and read_figure(text).problem is not None


def _sums_up(layout: Layout, cells: Sequence[str]) -> bool:
    """Whether the code or the title of a row says that it is a sum: 'Subtotal'."""
    places = (layout.roles.get(role, len(cells)) for role in ("code", "title"))
    return any(is_total((cells[at],)) for at in places if at < len(cells))


class _Carrying:
    """A name written once over several rows: 'Bins' for 2021-22, and nothing before 2022-23 under it.

    Only rows that differ from those above in their period, or in being actual or target, take their name: a
    sum without a name is no further figure of the last measure.
    """

    def __init__(self, layout: Layout) -> None:
        roles = layout.roles
        self._names = [roles[role] for role in ("code", "title") if role in roles]
        beside = (roles.get(role) for role in ("area", "area_code", "how", "unit", "polarity"))
        self._taken = [*self._names, *(at for at in beside if at is not None), *layout.splits]
        self._areas = [roles[role] for role in ("area", "area_code") if role in roles]
        apart = (roles.get("period"), layout.part, layout.kinds)
        self._apart = [at for at in apart if at is not None]
        self._block: list[Sequence[str]] = []  # the rows of the last name, and those that took it
        self._told: set[tuple[str, ...]] = set()  # what tells the first of them apart, as far as asked
        self._asked = 0

    def filled(self, cells: Sequence[str]) -> Sequence[str]:
        """The row with the name from above; as it is where it has one, or says the same as one above."""
        names, block = self._of(cells, self._names), self._block
        if any(names):
            if block and names != self._of(block[-1], self._names):
                block.clear()
                self._told, self._asked = set(), 0
            block.append(cells)
        if any(names) or not block or not self._apart or not all(self._of(cells, self._apart)):
            return cells
        whole = [*cells, *[""] * (len(block[-1]) - len(cells))]
        for at in self._taken:
            whole[at] = _cell(cells, at) or _cell(block[-1], at)
        told = [*self._apart, *self._areas]
        self._told |= {self._of(row, told) for row in block[self._asked :]}
        self._asked = len(block)
        if self._of(whole, told) in self._told:
            return cells
        block.append(whole)
        return whole

    def _of(self, cells: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
        return tuple(_cell(cells, at) for at in places)


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at].strip() if at < len(cells) else ""


def text_of(row: Row, at: int) -> str:
    """A row's cell as one line of text; '' beyond the row's end."""
    return " ".join(row.cells[at].split()) if at < len(row.cells) else ""


def kind_of(layout: Layout, row: Row) -> str | None:
    """Which figure a row holds: 'value', 'target' ..., '' for what the program reckons, None where unsaid."""
    if layout.kinds is None:
        return "value"
    return KINDS.get(fold(_cell(row.cells, layout.kinds)))


def cell_of(layout: Layout, row: Row, column: DataColumn) -> FigureCell:
    """A row's cell in a column of figures, with what the column beside it or its heading says of it."""
    aimed = column.says.kind in _AIMED or (layout.kinds is not None and kind_of(layout, row) in _AIMED)
    cell = (read_target if aimed else read_figure)(_cell(row.cells, column.at))
    note = layout.states.get(column.at) if layout.states else None
    if note is not None:
        cell = noted(cell, _cell(row.cells, note))
    if column.says.provisional and cell.state == "actual":
        cell = cell._replace(state="provisional")
    return cell
