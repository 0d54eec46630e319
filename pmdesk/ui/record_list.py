"""The list of records: a strong line, a quiet line, a pill; it shows its model and says what was chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from pmdesk.ui.buttons import Button
from pmdesk.ui.drawing import draw_hairline, draw_in_hand, draw_words
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.paged_model import ROW, PagedModel, Row
from pmdesk.ui.pill import draw_pill
from pmdesk.ui.scroll_bar import OverlayBar
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

Index = QModelIndex | QPersistentModelIndex
LEFT, RIGHT, PILL, HEIGHT, HEADS = 24, 16, 104, 50, 32
# With less than this for the name a rating is its shape alone.
NAME, SHAPE = 168, 12


class _RowDelegate(QStyledItemDelegate):
    """Draws text and one pill and nothing else, so that a million rows scroll as ten do."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), option.rect
        view = self.parent()
        if not isinstance(row, Row) or not isinstance(view, _View):
            return
        if index.row() == view.currentIndex().row():
            draw_in_hand(painter, rect, view.hasFocus())
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, token("panel"))
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom())
        self._words(painter, QRectF(rect), row, view.pill_room)

    def _words(self, painter: QPainter, rect: QRectF, row: Row, room: int) -> None:
        # A row without a pill leaves its room to the words as the others do.
        narrow = bool(room) and not row.note and rect.width() - LEFT - RIGHT - room < px(NAME)
        room = px(SHAPE) if narrow else room
        width = rect.width() - LEFT - RIGHT - (room + 12 if room else 0)
        middle = rect.height() / 2 if row.quiet else rect.height()
        top = 6 if row.quiet else 0
        draw_words(painter, QRectF(LEFT, rect.top() + top, width, middle - top + 1), row.title, "strong")
        if row.quiet:
            lower = QRectF(LEFT, rect.top() + middle + 1, width, middle - 7)
            draw_words(painter, lower, row.quiet, "small", "quiet")
        left = rect.right() - RIGHT - room
        if row.pill and narrow:
            # Too narrow for the word: the shape alone, its word in the tooltip.
            draw_shape(painter, row.pill[0], QRectF(left, rect.top(), room, rect.height()))
        elif row.pill and room:
            draw_pill(painter, left, rect.center().y(), *row.pill, room + 8)
        elif row.note:
            draw_words(painter, QRectF(left, rect.top(), room, rect.height()), row.note, "list", "quiet")


class _View(QTableView):
    """A table of one column: unlike a list view it lays a million rows out at once."""

    opened = Signal()
    spaced = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pill_room = px(PILL)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        OverlayBar(self)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(tall(32))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to the ends of the list; a table's own lead to the ends of a row."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Typing in a list would read it whole; the filter above it is for that."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.spaced.emit()
        else:
            super().keyPressEvent(event)


class RecordList(QWidget):
    """`heads` are (key, word) for the name and the pill column; a click on one asks for its order.

    `chosen` gives the id when a row is selected, `opened` on Enter or a double click, `ticked` on the space
    bar or a click, for lists of which several are chosen.
    """

    chosen = Signal(str)
    opened = Signal(str)
    ticked = Signal(str)
    sort_asked = Signal(str, bool)

    def __init__(self, model: PagedModel, name: str, heads: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.model, self._kept = model, ""
        self.view = _View()
        self.view.setAccessibleName(name)
        self._delegate = _RowDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.heads = _Heads(heads)
        self.heads.sort_asked.connect(self.sort_asked)
        layout.addWidget(self.heads)
        # Only now that it has a parent: before, it would show as a window of its own.
        self.heads.setVisible(bool(heads))
        layout.addWidget(self.view, 1)
        self._connect()
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list in it takes the keyboard; a focus proxy would take the heads out of Tab's way."""
        self.view.setFocus(event.reason())

    def chosen_id(self) -> str | None:
        row = self.model.row(self.view.currentIndex().row())
        return row.id if row else None

    def choose(self, id: str) -> bool:
        """Select the record with this id and bring it into sight; False when the list does not show it."""
        at = self.model.position(id)
        if at is None:
            return False
        self._go(at)
        self.view.scrollTo(self.model.index(at, 0))
        return True

    def choose_first(self) -> None:
        if self.model.rowCount():
            self._go(0)

    def show_pills(self, on: bool) -> None:
        """Whether rows keep the column at the right for a pill."""
        self.view.pill_room = px(PILL) if on else 0

    def set_row_height(self, height: int) -> None:
        self._height = height
        self.view.verticalHeader().setDefaultSectionSize(height)

    def _connect(self) -> None:
        self.view.opened.connect(self._open)
        self.view.doubleClicked.connect(lambda _index: self._open())
        self.view.spaced.connect(self._tick)
        self.view.clicked.connect(lambda _index: self._tick())
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.modelReset.connect(self._restore)
        themes().changed.connect(self._measure)

    def _measure(self) -> None:
        self.view.pill_room = px(PILL) if self.view.pill_room else 0
        self.heads.measure()
        self.set_row_height(tall(HEIGHT, 2))

    def _go(self, at: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self.model.index(at, 0)
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(now.row()) if now.isValid() else None
        self.view.viewport().update()
        if row and row.id != self._kept:
            self._kept = row.id
            self.chosen.emit(row.id)

    def _open(self) -> None:
        id = self.chosen_id()
        if id:
            self.opened.emit(id)

    def _tick(self) -> None:
        id = self.chosen_id()
        if id:
            self.ticked.emit(id)

    def _keep(self) -> None:
        self._kept = self.chosen_id() or self._kept

    def _restore(self) -> None:
        """The same record stays in hand after the list was read again, without being announced as new."""
        at = self.model.position(self._kept) if self._kept else None
        if at is not None:
            self._go(at)
            self.view.scrollTo(self.model.index(at, 0))


class _Heads(QWidget):
    """The small words over a list; the one it is sorted by is ink with a chevron."""

    sort_asked = Signal(str, bool)

    def __init__(self, heads: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._by, self._down = (heads[0][0] if heads else ""), False
        self._buttons: dict[str, Button] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LEFT, 0, RIGHT, 1)
        layout.setSpacing(0)
        for at, (key, word) in enumerate(heads):
            button = Button(word, "head", partial(self._clicked, key))
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self._buttons[key] = button
            layout.addWidget(button)
            if not at:
                layout.addStretch(1)
        self.measure()
        self._show()

    def measure(self) -> None:
        """As high as its words, and no button higher than the line under them leaves room for."""
        for at, button in enumerate(self._buttons.values()):
            button.setMaximumHeight(tall(HEADS) - 4)
            if at:
                button.setFixedWidth(px(PILL))
        self.setFixedHeight(tall(HEADS))

    def set_order(self, key: str, down: bool) -> None:
        """Show by which column the list is sorted, without asking for it."""
        self._by, self._down = key, down
        self._show()

    def _clicked(self, key: str) -> None:
        self.set_order(key, key == self._by and not self._down)
        self.sort_asked.emit(key, self._down)

    def _show(self) -> None:
        for key, button in self._buttons.items():
            sorted_by = key == self._by
            button.setProperty("sorted", sorted_by)
            button.set_icon(("down" if self._down else "up") if sorted_by else None)
            button.setAccessibleName(_spoken(button.text(), self._down) if sorted_by else button.text())
            button.style().unpolish(button)
            button.style().polish(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_hairline(QPainter(self), 0, self.width(), self.height() - 1)

    def sizeHint(self) -> QSize:
        return QSize(200, tall(HEADS))


def _spoken(head: str, down: bool) -> str:
    return _("{head}, sorted downwards", head=head) if down else _("{head}, sorted", head=head)
