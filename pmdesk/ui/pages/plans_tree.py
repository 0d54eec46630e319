"""The plans as an outline: each with its objectives under it, and what their measures say at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView

from pmdesk.figures.plan_outline import OutlineRow
from pmdesk.ui.drawing import draw_hairline, draw_in_hand, draw_words, words_width
from pmdesk.ui.icons import draw_shape, pixmap
from pmdesk.ui.scroll_bar import OverlayBar
from pmdesk.ui.theme import px, tall, themes

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LEFT, RIGHT, STEP, HEIGHT, CHEVRON, SHAPE = 24, 16, 20, 32, 12, 10
# With more rows than this an outline begins closed: a person opens the plan that is wanted.
OPEN_UP_TO = 200


class OutlineView(QTreeView):
    """`chosen` gives the row when another comes in hand, `opened` on Enter or a double click."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows: tuple[OutlineRow, ...] = ()
        self._places: dict[str, Index] = {}
        self._turned: dict[str, bool] = {}  # what the person opened or closed
        self._quietly = False
        self._model = QStandardItemModel()
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        OverlayBar(self)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.expanded.connect(lambda index: self._keep_turn(index, True))
        self.collapsed.connect(lambda index: self._keep_turn(index, False))
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        themes().changed.connect(self._measure)
        self._measure()

    def show_rows(self, rows: Sequence[OutlineRow], all_open: bool = False) -> None:
        """Show an outline; the row in hand stays in hand, and open stays open. `all_open` shows every hit."""
        at = self.chosen_id()
        self.rows, self._quietly = tuple(rows), True
        self._fill()
        few = len(self.rows) <= OPEN_UP_TO
        for id, index in self._places.items():
            self.setExpanded(index, all_open or self._turned.get(id, few))
        self._quietly = False
        if at:
            self.choose(at)

    def chosen_id(self) -> str:
        row = self.currentIndex().data(ROW)
        return row.id if isinstance(row, OutlineRow) else ""

    def choose(self, id: str) -> bool:
        """Bring a row into sight and in hand without telling anybody; False when it is not there."""
        index = self._places.get(id)
        if index is None:
            return False
        self._quietly = True
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._quietly = False
        return True

    def choose_none(self) -> None:
        """Nothing in the outline is in hand."""
        self._quietly = True
        self.setCurrentIndex(QModelIndex())
        self._quietly = False

    def choose_first(self) -> None:
        """The first plan comes in hand, or what there is."""
        first = next((row for row in self.rows if row.kind == "plan"), None)
        first = first or next((row for row in self.rows if row.kind not in ("group", "view")), None)
        if first:
            self.setCurrentIndex(self._places[first.id])

    def row_at(self, id: str) -> OutlineRow | None:
        return next((row for row in self.rows if row.id == id and row.kind != "group"), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """The filter above it is for that."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click left of the words opens or closes; Qt's own place for it is where no chevron stands."""
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and self._model.hasChildren(index)
            and event.position().x() < self._words_left(index)
        ):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole width at once: tint, chevron, words, counts."""
        row, rect = (
            index.data(ROW),
            QRect(0, option.rect.top(), self.viewport().width(), option.rect.height()),
        )
        if not isinstance(row, OutlineRow):
            return
        if index == self.currentIndex():
            draw_in_hand(painter, rect, self.hasFocus())
        if row.kind == "group":
            box = QRectF(rect).adjusted(LEFT, 6, -RIGHT, 0)
            draw_words(painter, box, row.title, "small_strong", "quiet")
            return
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom())
        left = self._words_left(index)
        if self._model.hasChildren(index):
            self._chevron(painter, left, rect, self.isExpanded(index))
        right = self._counts(painter, row, rect)
        self._words(painter, QRectF(left, rect.top(), right - left - 12, rect.height()), row)

    def _words(self, painter: QPainter, box: QRectF, row: OutlineRow) -> None:
        if row.problem:
            side = px(SHAPE)
            draw_shape(painter, "close", QRectF(box.left(), box.top(), side, box.height()))
            box = box.adjusted(side + 6, 0, 0, 0)
        used = draw_words(painter, box, row.title, "strong" if row.kind == "plan" else "list")
        if row.quiet and used + 32 < box.width():
            draw_words(painter, box.adjusted(used + 8, 0, 0, 0), row.quiet, "small", "quiet")

    def _counts(self, painter: QPainter, row: OutlineRow, rect: QRect) -> float:
        """Shape and number of each, from the right; gives where they begin. Their words are the tooltip."""
        right, side = float(rect.right() + 1 - RIGHT), px(SHAPE)
        for each in reversed(row.counts):
            wide = words_width(str(each.n), "small")
            draw_words(
                painter, QRectF(right - wide, rect.top(), wide + 1, rect.height()), str(each.n), "small"
            )
            right -= wide + 4 + side
            draw_shape(painter, each.shape, QRectF(right, rect.top(), side, rect.height()))
            right -= 10
        return right

    def _chevron(self, painter: QPainter, left: float, rect: QRect, is_open: bool) -> None:
        side = px(CHEVRON)
        drawn = pixmap("down" if is_open else "right", "quiet", side, self.devicePixelRatioF())
        painter.drawPixmap(round(left - side - 4), rect.center().y() - side // 2, drawn)

    def _words_left(self, index: Index) -> float:
        row = index.data(ROW)
        depth = row.depth if isinstance(row, OutlineRow) else 0
        return (
            LEFT
            + depth * px(STEP)
            + (0 if isinstance(row, OutlineRow) and row.kind == "view" else px(STEP) - 4)
        )

    def _fill(self) -> None:
        self._model.clear()
        self._places = {}
        above: list[QStandardItem] = []
        for row in self.rows:
            item = _item(row, self.row_size())
            del above[row.depth :]
            (above[-1] if above and row.depth else self._model.invisibleRootItem()).appendRow(item)
            if row.kind in ("plan", "objective"):
                above.append(item)
            if row.kind != "group":
                self._places[row.id] = QPersistentModelIndex(item.index())

    def _measure(self) -> None:
        self.setIndentation(px(STEP))
        size = self.row_size()
        # A row is as high as the tallest hint of its items: those are set anew with the text.
        for at in range(self._model.rowCount()):
            _resize(self._model.item(at), size)
        self.scheduleDelayedItemsLayout()

    def row_size(self) -> QSize:
        """How high each row is; an outline with two lines to a row says so."""
        return QSize(100, tall(HEIGHT))

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        row = now.data(ROW) if now.isValid() else None
        if isinstance(row, OutlineRow) and row.kind != "group" and not self._quietly:
            self.chosen.emit(row)

    def _keep_turn(self, index: QModelIndex, is_open: bool) -> None:
        row = index.data(ROW)
        if isinstance(row, OutlineRow) and not self._quietly:
            self._turned[row.id] = is_open


def _resize(item: QStandardItem, size: QSize) -> None:
    item.setSizeHint(size)
    for at in range(item.rowCount()):
        _resize(item.child(at), size)


def _item(row: OutlineRow, size: QSize) -> QStandardItem:
    item = QStandardItem(row.title)
    item.setData(row, ROW)
    item.setData(row.spoken or row.title, Qt.ItemDataRole.AccessibleTextRole)
    item.setData(row.spoken or row.title, Qt.ItemDataRole.ToolTipRole)
    item.setSizeHint(size)
    if row.kind == "group":
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
