"""The grouped list of what needs somebody: headings, items, and at the right the verb that mends each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from pmdesk.ui.drawing import BAR, draw_hairline, draw_in_hand, draw_words
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import px, tall, token
from pmdesk.ui.whole_list import Index, WholeList

ENTRY = Qt.ItemDataRole.UserRole
# The tint of the row in hand reaches this far beyond the page's edges: place the list that much wider.
OVERHANG = 8
HEADING, ABOVE, ITEM = 28, 8, 32
GO, WHEN, WHO, SHAPE, NARROW = 168, 184, 176, 12, 840


class Item(NamedTuple):
    """One thing to mend: `state` its shape, `go` the verb, `key` what is given back when it is chosen."""

    state: str
    name: str
    quiet: str
    who: str
    when: str
    go: str
    key: object


class Group(NamedTuple):
    """Items under a heading; `show_all` is the words of the link to the rest, empty when all are shown."""

    title: str
    total: str
    items: Sequence[Item]
    show_all: str = ""
    key: object = None


class _Heading(NamedTuple):
    group: Group


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[_Heading | Item] = []

    def set_groups(self, groups: Sequence[Group]) -> None:
        self.beginResetModel()
        shown = [group for group in groups if group.items]
        self.entries = []
        for group in shown:
            self.entries += [_Heading(group), *group.items]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entries[index.row()]
        reachable = isinstance(entry, Item) or bool(entry.group.show_all)
        enabled = Qt.ItemFlag.ItemIsEnabled
        return enabled | Qt.ItemFlag.ItemIsSelectable if reachable else enabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(entry)
        return None


def _spoken(entry: _Heading | Item) -> str:
    if isinstance(entry, _Heading):
        group = entry.group
        return ", ".join(part for part in (group.title, group.total, group.show_all) if part)
    return ", ".join(part for part in (entry.name, entry.quiet, entry.who, entry.when, entry.go) if part)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(ENTRY), _Heading)
        view = self.parent()
        item = item_height(isinstance(view, LinkList) and view.narrow)
        return QSize(200, tall(HEADING) + ABOVE if heading else item)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, entry, rect = self.parent(), index.data(ENTRY), option.rect
        if not isinstance(view, LinkList):
            return
        columns = _columns(rect)
        in_hand = view.currentIndex().row() == index.row()
        if isinstance(entry, _Heading):
            self._heading(painter, rect, entry.group, columns, in_hand and view.hasFocus())
            if view.currentIndex().row() != index.row() + 1:
                draw_hairline(painter, rect.left() + OVERHANG, rect.right() + 1 - OVERHANG, rect.bottom())
            return
        if in_hand:
            draw_in_hand(painter, rect, view.hasFocus())
        if view.next_is_item(index.row()) and view.currentIndex().row() not in (index.row(), index.row() + 1):
            draw_hairline(painter, rect.left() + OVERHANG, rect.right() + 1 - OVERHANG, rect.bottom())
        if view.narrow:
            self._two_lines(painter, rect, entry)
        else:
            self._item(painter, rect, entry, columns)

    def _heading(
        self, painter: QPainter, rect: QRect, group: Group, columns: tuple[int, int, int], in_hand: bool
    ) -> None:
        box = QRectF(rect.adjusted(OVERHANG, ABOVE, -OVERHANG, 0))
        if in_hand:
            painter.fillRect(QRect(rect.left(), rect.top() + ABOVE, BAR, tall(HEADING)), token("accent"))
        used = draw_words(painter, box, group.title, "section")
        draw_words(painter, box.adjusted(used + 8, 0, 0, 0), group.total, "body", "quiet")
        if group.show_all:
            link = QRectF(columns[2], box.top(), rect.right() - OVERHANG - columns[2], box.height())
            draw_words(painter, link, group.show_all, "list", "accent")

    def _two_lines(self, painter: QPainter, rect: QRect, item: Item) -> None:
        """In a narrow window: what it is above, who, when and the verb below it."""
        left, top, half = rect.left() + OVERHANG + 2 * px(SHAPE), rect.top() + 4, rect.height() // 2 - 4
        room = rect.right() - OVERHANG - left
        side = px(SHAPE)
        draw_shape(painter, item.state, QRectF(rect.left() + OVERHANG, top + (half - side) / 2, side, side))
        used = draw_words(painter, QRectF(left, top, room, half), item.name, "strong")
        draw_words(painter, QRectF(left + used + 8, top, room - used - 8, half), item.quiet, "list", "quiet")
        third, low = room / 3, top + half
        draw_words(painter, QRectF(left, low, third - 8, half), item.who, "list")
        draw_words(painter, QRectF(left + third, low, third - 8, half), item.when, "list")
        draw_words(painter, QRectF(left + 2 * third, low, third, half), item.go, "list", "accent")

    def _item(self, painter: QPainter, rect: QRect, item: Item, columns: tuple[int, int, int]) -> None:
        left, top, height, side = rect.left() + OVERHANG, rect.top(), rect.height(), px(SHAPE)
        draw_shape(painter, item.state, QRectF(left, top + (height - side) / 2, side, side))
        who, when, go = columns
        box = QRectF(left + 2 * side, top, who - left - 2 * side - 12, height)
        used = draw_words(painter, box, item.name, "strong")
        if used + 32 < box.width():
            draw_words(painter, box.adjusted(used + 8, 0, 0, 0), item.quiet, "list", "quiet")
        draw_words(painter, QRectF(who, top, when - who - 12, height), item.who, "list")
        draw_words(painter, QRectF(when, top, go - when - 8, height), item.when, "list")
        draw_words(painter, QRectF(go, top, rect.right() - OVERHANG - go, height), item.go, "list", "accent")


def _columns(rect: QRect) -> tuple[int, int, int]:
    """Left edges of who, when and go, measured from the right; together never more than 60% of the row."""
    wished = [px(part) for part in (WHO, WHEN, GO)]
    share = min(1.0, 0.62 * rect.width() / sum(wished))
    go = rect.right() + 1 - OVERHANG - round(wished[2] * share)
    when = go - round(wished[1] * share)
    return when - round(wished[0] * share), when, go


def item_height(narrow: bool) -> int:
    return tall(56, 2) if narrow else tall(ITEM)


class LinkList(WholeList):
    """`go` gives an item's key, `show_all` a group's key."""

    go = Signal(object)
    show_all = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name, NARROW)
        self._model, self._delegate = _Model(), _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups, empty ones left out; the row in hand stays where it was."""
        row = self.currentIndex().row()
        self._model.set_groups(groups)
        self.measure()
        if self._model.entries:
            self.setCurrentIndex(self._model.index(min(max(row, 1), len(self._model.entries) - 1)))

    def entry_count(self) -> int:
        return len(self._model.entries)

    def next_is_item(self, row: int) -> bool:
        entries = self._model.entries
        return row + 1 < len(entries) and isinstance(entries[row + 1], Item)

    def follow(self, at: int) -> None:
        entry = self._model.entries[at] if 0 <= at < self.entry_count() else None
        if isinstance(entry, Item):
            self.go.emit(entry.key)
        elif isinstance(entry, _Heading) and entry.group.show_all:
            self.show_all.emit(entry.group.key if entry.group.key is not None else entry.group.title)

    def rows_height(self) -> int:
        headings = sum(isinstance(entry, _Heading) for entry in self._model.entries)
        items = self.entry_count() - headings
        return headings * (tall(HEADING) + ABOVE) + items * item_height(self.narrow)
