"""A list as high as what it shows, its rows leading somewhere; how a row looks is drawn by who shows it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pmdesk.figures.record_page import Lead
from pmdesk.ui.drawing import draw_in_hand
from pmdesk.ui.theme import px
from pmdesk.ui.whole_list import Index, WholeList


class Flow(NamedTuple):
    """A row: what its drawing needs, how it is said, where it leads; one without a lead is passed over."""

    shown: Any
    spoken: str
    lead: Lead | None = None


# Draws the row at a place into a rectangle: (painter, rectangle, place, whether it is narrow).
Draw = Callable[[QPainter, QRect, int, bool], None]
# The height of the row at a place: (place, whether it is narrow).
Height = Callable[[int, bool], int]


class FlowList(WholeList):
    """`followed` gives the Lead of the row that is followed."""

    followed = Signal(object)

    def __init__(self, name: str, narrow_under: int) -> None:
        super().__init__(name, narrow_under)
        self._model, self._delegate = _Model(), _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)

    def set_rows(self, rows: Sequence[Flow], draw: Draw, height: Height) -> None:
        """Show these rows; the first that leads somewhere comes in hand."""
        self._delegate.draw, self._delegate.height = draw, height
        self._model.set_rows(rows)
        self.measure()
        first = next((at for at, row in enumerate(rows) if row.lead), -1)
        if first >= 0:
            self.setCurrentIndex(self._model.index(first))

    def row_count(self) -> int:
        return len(self._model.rows)

    def row(self, at: int) -> Flow:
        return self._model.rows[at]

    def follow(self, at: int) -> None:
        if 0 <= at < self.row_count() and self.row(at).lead:
            self.followed.emit(self.row(at).lead)

    def rows_height(self) -> int:
        return sum(self._delegate.height(at, self.narrow) for at in range(self.row_count()))

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.minimumHeight())


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Flow] = []

    def set_rows(self, rows: Sequence[Flow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled
        return enabled | Qt.ItemFlag.ItemIsSelectable if self.rows[index.row()].lead else enabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
        ):  # fmt: skip
            return self.rows[index.row()].spoken
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: FlowList) -> None:
        super().__init__(view)
        self.draw: Draw = lambda painter, rect, at, narrow: None
        self.height: Height = lambda at, narrow: 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        return QSize(100, self.height(index.row(), isinstance(view, FlowList) and view.narrow))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        if isinstance(view, FlowList):
            # Without the keyboard nothing is in hand here: what is in hand stands at the left.
            if view.hasFocus() and view.currentIndex().row() == index.row() and view.row(index.row()).lead:
                draw_in_hand(painter, option.rect, True)
            self.draw(painter, option.rect, index.row(), view.narrow)
