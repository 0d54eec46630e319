"""A list as high as what it shows, its rows leading somewhere; how a row looks is drawn by who shows it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)  # fmt: skip

from pmdesk.figures.record_page import Lead
from pmdesk.ui.drawing import draw_in_hand
from pmdesk.ui.theme import px, themes

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole


class Flow(NamedTuple):
    """A row: what its drawing needs, how it is said, where it leads; one without a lead is passed over."""

    shown: Any
    spoken: str
    lead: Lead | None = None


# Draws the row at a place into a rectangle: (painter, rectangle, place, whether it is narrow).
Draw = Callable[[QPainter, QRect, int, bool], None]
# The height of the row at a place: (place, whether it is narrow).
Height = Callable[[int, bool], int]


class FlowList(QListView):
    """Arrows go from row to row, Enter or a click follows (`followed` gives the Lead); the page scrolls."""

    followed = Signal(object)

    def __init__(self, name: str, narrow_under: int) -> None:
        super().__init__()
        self.narrow, self._narrow_under = False, narrow_under
        self._model, self._delegate = _Model(), _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._measure)

    def set_rows(self, rows: Sequence[Flow], draw: Draw, height: Height) -> None:
        """Show these rows; the first that leads somewhere comes in hand."""
        self._delegate.draw, self._delegate.height = draw, height
        self._model.set_rows(rows)
        self._measure()
        first = next((at for at, row in enumerate(rows) if row.lead), -1)
        if first >= 0:
            self.setCurrentIndex(self._model.index(first))

    def row_count(self) -> int:
        return len(self._model.rows)

    def row(self, at: int) -> Flow:
        return self._model.rows[at]

    def follow(self, at: int) -> None:
        """Go where a row leads."""
        if 0 <= at < self.row_count() and self.row(at).lead:
            self.followed.emit(self.row(at).lead)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.follow(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """A letter typed here must not jump about."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.follow(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        leads = index.isValid() and self.row(index.row()).lead
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(self._narrow_under)
        if narrow != self.narrow:
            self.narrow = narrow
            self._measure()
        self.viewport().update()

    def _measure(self) -> None:
        self.setFixedHeight(sum(self._delegate.height(at, self.narrow) for at in range(self.row_count())))
        self.scheduleDelayedItemsLayout()


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
