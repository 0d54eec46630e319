"""A list of any length that holds only the pages near what is shown; it never asks for all rows."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
PAGE, KEPT = 128, 24
ROW = Qt.ItemDataRole.UserRole


class Row(NamedTuple):
    """One record in a list: `pill` is (state, word) or None; `note` is plain text in the pill's place."""

    id: str
    title: str
    quiet: str = ""
    pill: tuple[str, str] | None = None
    note: str = ""


class Source(Protocol):
    """What a list reads from; answers must not depend on earlier questions."""

    def count(self) -> int: ...

    def rows(self, first: int, last: int) -> Sequence[Row]:
        """Rows `first` up to but not including `last`."""

    def position(self, id: str) -> int | None:
        """Where the record stands in the list, None when the filter leaves it out."""


class Rows:
    """A source over rows already in hand, for short lists and tests."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self._rows = rows

    def count(self) -> int:
        return len(self._rows)

    def rows(self, first: int, last: int) -> Sequence[Row]:
        return self._rows[first:last]

    def position(self, id: str) -> int | None:
        return next((at for at, row in enumerate(self._rows) if row.id == id), None)


class PagedModel(QAbstractListModel):
    """Shows a Source; keeps at most KEPT pages of PAGE rows."""

    def __init__(self, source: Source | None = None) -> None:
        super().__init__()
        self._source: Source = source or Rows()
        self._count = self._source.count()
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def set_source(self, source: Source) -> None:
        """Show another list; views keep their record by its id."""
        self._source = source
        self.refresh()

    def refresh(self) -> None:
        """Read again, after a change or another filter."""
        self.beginResetModel()
        self._pages.clear()
        self._count = self._source.count()
        self.endResetModel()

    def row(self, at: int) -> Row | None:
        if not 0 <= at < self._count:
            return None
        page, within = divmod(at, PAGE)
        rows = self._page(page)
        return rows[within] if within < len(rows) else None

    def position(self, id: str) -> int | None:
        return self._source.position(id)

    def pages_held(self) -> int:
        return len(self._pages)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken_row(row)
        return None

    def _page(self, page: int) -> Sequence[Row]:
        if page not in self._pages:
            self._pages[page] = self._source.rows(page * PAGE, min((page + 1) * PAGE, self._count))
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page]


def spoken_row(row: Row) -> str:
    """The row as a screen reader says it."""
    return ", ".join(part for part in (row.title, row.pill[1] if row.pill else row.note, row.quiet) if part)
