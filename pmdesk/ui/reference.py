"""The editor that refers to another record: type a part of its name, choose it from what is found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pmdesk.ui.icons import pixmap
from pmdesk.ui.suggest import KEY, SuggestList
from pmdesk.ui.theme import font, px, tall, themes, token
from pmdesk.ui.words import _

Index = QModelIndex | QPersistentModelIndex
SHOWN, EMPTY = 50, ""
ARROW = 16


def is_current(option: QStyleOptionViewItem, index: Index) -> bool:
    """Whether this row is the one the keyboard is on."""
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.currentIndex() == index


class PlainRows(QStyledItemDelegate):
    """One line a row, the tint on the one chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, tall(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if is_current(option, index):
            painter.fillRect(option.rect, token("selection"))
        painter.setFont(font("list"))
        painter.setPen(token("text" if index.data(KEY) else "quiet"))
        box = option.rect.adjusted(10, 0, -10, 0)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


class Reference(QLineEdit):
    """`find(text)` gives [(id, title)], the first for an empty text; `value()` is the id chosen, or None.

    Text that names no record is kept and given by `unresolved()`, so that the form can say so.
    """

    edited = Signal()

    def __init__(
        self, find: Callable[[str], Sequence[tuple[str, str]]], required: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._find, self._required = find, required
        self._id: str | None = None
        self._popup: SuggestList | None = None
        self._titles: dict[str, str] = {}
        self._leave_room()
        themes().changed.connect(self._leave_room)
        self.textEdited.connect(self._typed)

    def _leave_room(self) -> None:
        """The words end before the arrow, which grows with the text."""
        self.setTextMargins(0, 0, px(ARROW) + 4, 0)

    def value(self) -> str | None:
        return self._id

    def set_value(self, value: object, title: str = "") -> None:
        """Show the record with this id under its title; None empties the field."""
        self._id = None if value is None else str(value)
        self.setText(title if self._id else "")
        self.setCursorPosition(0)

    def unresolved(self) -> str | None:
        """What was typed and names no record; None when empty or chosen."""
        return None if self._id else self.text().strip() or None

    def set_read_only(self, on: bool) -> None:
        self.setReadOnly(on)

    def focus_target(self) -> QWidget:
        return self

    def open_list(self) -> None:
        """Show what is found for the text; everything while a chosen record's whole title stands there."""
        if self.isReadOnly():
            return
        text = "" if self._id else self.text().strip()
        found = list(self._find(text))[:SHOWN]
        self._titles = dict(found)
        items = [_item(title, key) for key, title in found] or [_item(_("Nothing found."), None)]
        # While a name is being typed, Enter and the arrows must not lead to losing it.
        if not self._required and not text:
            items.append(_item(_("Leave empty"), EMPTY))
        self._list().show_items(items)

    def _list(self) -> SuggestList:
        if self._popup is None:
            self._popup = SuggestList(self, _("Records found"), PlainRows(self))
            self._popup.chosen.connect(self._take)
        return self._popup

    def _typed(self, _text: str) -> None:
        self._id = None
        self.open_list()
        self.edited.emit()

    def _take(self, key: object) -> None:
        self.set_value(None if key == EMPTY else key, self._titles.get(str(key), ""))
        self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        typed = self.unresolved()
        exact = [key for key, title in self._titles.items() if typed and title.casefold() == typed.casefold()]
        if len(exact) == 1:
            self._take(exact[0])
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - px(ARROW) - 12:
            self.open_list()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isReadOnly():
            side = px(ARROW)
            arrow = pixmap("down", "text", side, self.devicePixelRatioF())
            QPainter(self).drawPixmap(self.width() - 8 - side, (self.height() - side) // 2, arrow)


def _item(text: str, key: str | None) -> QListWidgetItem:
    made = QListWidgetItem(text)
    made.setData(KEY, key)
    return made
