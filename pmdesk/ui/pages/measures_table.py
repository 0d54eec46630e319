"""The list of measures in its columns, a page of rows at a time; heads over it sort it."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.ui.buttons import Button
from pmdesk.ui.drawing import draw_hairline
from pmdesk.ui.labels import label
from pmdesk.ui.paged_model import PagedModel
from pmdesk.ui.pages.measures_row import Head, MeasureDelegate, heads, places, spoken_measure
from pmdesk.ui.record_list import RecordList
from pmdesk.ui.theme import tall, themes
from pmdesk.ui.words import _

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 32


class MeasureModel(PagedModel):
    """Rows of measures, said aloud with every column."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row: Any = self.row(index.row())
            return spoken_measure(row) if isinstance(row, MeasureRow) else None
        return super().data(index, role)


class MeasuresTable(RecordList):
    """`opened` on Enter or a click; `sorted_by` gives an order and whether it is downwards."""

    sorted_by = Signal(str, bool)

    def __init__(self, model: MeasureModel) -> None:
        self.columns = heads()
        super().__init__(model, _("Measures"))
        self.delegate = MeasureDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.head_row = _Heads()
        self.head_row.sorted_by.connect(self.sorted_by)
        box = self.layout()
        assert isinstance(box, QBoxLayout)
        box.insertWidget(0, self.head_row)
        self.view.clicked.connect(lambda _index: self._open())
        self.set_columns(self.columns)
        themes().changed.connect(self._place)

    def set_columns(self, columns: tuple[Head, ...]) -> None:
        """Show these columns after the name."""
        self.columns = columns
        self.delegate.effort = any(each.key == "hours" for each in columns)
        self.head_row.set_columns(columns)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.delegate.shown = places(self.columns, self.width())
        self.head_row.place(self.delegate.shown)
        self.view.viewport().update()


class _Heads(QWidget):
    """The small words over the columns; the one it is sorted by is ink with a chevron."""

    sorted_by = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.order, self.down = "code", False
        self.parts: dict[str, QWidget] = {}
        self._orders: dict[str, str] = {}
        self._shown: dict[str, tuple[int, int]] = {}
        themes().changed.connect(self._measure)
        self._measure()

    def set_columns(self, columns: tuple[Head, ...]) -> None:
        for old in self.parts.values():
            old.hide()
            old.deleteLater()
        first = Head("name", _("Measure"), 0, "code")
        self._orders = {each.key: each.order for each in (first, *columns)}
        self.parts = {each.key: self._part(each) for each in (first, *columns)}
        self._say()

    def place(self, shown: dict[str, tuple[int, int]]) -> None:
        """Put each head over its column; hide those whose column has no room."""
        self._shown = shown
        for key, part in self.parts.items():
            part.setVisible(key in shown)
            if key in shown:
                left, width = shown[key]
                part.setGeometry(left, 2, min(width, part.sizeHint().width() + 4), self.height() - 4)

    def set_order(self, order: str, down: bool) -> None:
        """Show by what the list is sorted, without asking for it."""
        self.order, self.down = order, down
        self._say()

    def _part(self, head: Head) -> QWidget:
        if not head.order:
            made: QWidget = label(head.word, "small", wrap=False, parent=self)
        else:
            made = Button(head.word, "head", partial(self._clicked, head.order))
            made.setParent(self)
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.show()
        return made

    def _clicked(self, order: str) -> None:
        self.set_order(order, order == self.order and not self.down)
        self.sorted_by.emit(order, self.down)

    def _say(self) -> None:
        for key, button in self.parts.items():
            if not isinstance(button, Button):
                continue
            sorted_by = self._orders[key] == self.order
            button.setProperty("sorted", sorted_by)
            button.set_icon(("down" if self.down else "up") if sorted_by else None)
            button.setAccessibleName(_spoken(button.text(), self.down) if sorted_by else button.text())
            button.style().unpolish(button)
            button.style().polish(button)
        if self._shown:
            self.place(self._shown)  # with its chevron a word wants more room

    def _measure(self) -> None:
        self.setFixedHeight(tall(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_hairline(QPainter(self), 0, self.width(), self.height() - 1)

    def sizeHint(self) -> QSize:
        return QSize(200, tall(HEIGHT))


def _spoken(head: str, down: bool) -> str:
    return _("{head}, sorted downwards", head=head) if down else _("{head}, sorted", head=head)
