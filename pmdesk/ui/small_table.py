"""A short table inside a record: no grid, as high as its rows, with pills and links in its cells."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)  # fmt: skip

from pmdesk.ui.drawing import draw_hairline, draw_words, words_width
from pmdesk.ui.icons import pixmap
from pmdesk.ui.pill import draw_pill, pill_width
from pmdesk.ui.theme import px, tall, themes, token

Index = QModelIndex | QPersistentModelIndex
HEAD, HEIGHT, GAP, WIDEST, LEAST = 26, 32, 12, 280, 104
ICON, BESIDE, LONG, SHORT = 14, 8, 30, 12
CELL = Qt.ItemDataRole.UserRole


class Column(NamedTuple):
    """`share` is the column's part of the width; figures are aligned 'right'; `strong` for the name.

    Words that are long and may be cut `give` way where the table has too little room.
    """

    title: str
    share: float = 1.0
    align: str = "left"
    strong: bool = False
    gives: bool = False


class Cell(NamedTuple):
    """Words in a cell: `note` quiet after them; `state` makes them a pill; `link` can be followed.

    `icon` is drawn before the words, `said` is read aloud before them.
    """

    text: str = ""
    note: str = ""
    state: str = ""
    link: bool = False
    strong: bool | None = None
    quiet: bool = False
    icon: str = ""
    said: str = ""


class _Model(QAbstractTableModel):
    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns, self.rows = columns, list[list[Cell]]()

    def set_rows(self, rows: Sequence[Sequence[Cell | str]]) -> None:
        self.beginResetModel()
        self.rows = [[Cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.rows[index.row()][index.column()]
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = f"{cell.said} " if cell.said and role == Qt.ItemDataRole.AccessibleTextRole else ""
            return f"{said}{cell.text} {cell.note}".strip()
        long = SHORT if self.columns[index.column()].gives else LONG
        if role == Qt.ItemDataRole.ToolTipRole and len(cell.text) > long:
            return cell.text  # it may not have the room it needs
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_align(self.columns[section]) | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Heads(QHeaderView):
    """Words over the columns that end where the figures under them end; a style sheet pads all alike."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        view = self.parent()
        if not isinstance(view, SmallTable):
            return
        column = view.columns[section]
        gap = 2 * GAP if column.align == "right" else 0
        box = QRectF(rect).adjusted(0, 0, -gap, -1)
        draw_words(painter, box, column.title, "small", "quiet", _align(column))
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom())


class _CellDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, cell, rect = self.parent(), index.data(CELL), option.rect
        if not isinstance(view, SmallTable) or not isinstance(cell, Cell):
            return
        in_hand = view.hasFocus() and view.currentIndex().row() == index.row()
        if in_hand:
            painter.fillRect(rect, token("selection"))
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom())
        last = index.column() == len(view.columns) - 1
        self._words(painter, QRectF(rect), cell, view.columns[index.column()], 0 if last else GAP)
        if in_hand and view.currentIndex().column() == index.column():
            painter.setPen(QPen(token("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _words(self, painter: QPainter, rect: QRectF, cell: Cell, column: Column, gap: int) -> None:
        if cell.state and cell.text:
            draw_pill(painter, rect.left(), rect.center().y(), cell.state, cell.text, int(rect.width()))
            return
        if cell.icon:
            side = px(ICON)
            top = round(rect.center().y() - side / 2)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(round(rect.left()), top, pixmap(cell.icon, "text", side, ratio))
            rect = rect.adjusted(side + BESIDE, 0, 0, 0)
        box = rect.adjusted(0, 0, -2 * GAP if column.align == "right" else -gap, -1)
        role, colour = _look(cell, column)
        used = draw_words(painter, box, cell.text, role, colour, _align(column))
        if cell.note:
            after = box.adjusted(used + 5 if cell.text else 0, 0, 0, 0)
            draw_words(painter, after, cell.note, "list", "quiet")


class SmallTable(QTableView):
    """`activated_cell` gives row and column on Enter, or on a click of a cell that is a link.

    Arrows move in it, Tab goes on; words that do not fit at a large text size are reached by scrolling.
    """

    activated_cell = Signal(int, int)

    def __init__(self, columns: Sequence[Column], name: str) -> None:
        super().__init__()
        self.columns = columns
        self._model, self._delegate = _Model(columns), _CellDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.horizontalHeader().setMinimumSectionSize(8)
        themes().changed.connect(self._measure)
        self._measure()

    _naturals: list[int] | None = None  # how wide each column's words are, until rows or letters change

    def set_rows(self, rows: Sequence[Sequence[Cell | str]]) -> None:
        self._model.set_rows(rows)
        self._measure()

    def cell(self, row: int, column: int) -> Cell:
        return self._model.rows[row][column]

    def row_count(self) -> int:
        return len(self._model.rows)

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rows:
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_cell.emit(self.currentIndex().row(), self.currentIndex().column())
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Short tables are read, not searched."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.data(CELL).link:
            self.activated_cell.emit(index.row(), index.column())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and index.data(CELL).link
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the table in it."""
        event.ignore()

    def _measure(self) -> None:
        self._naturals = None
        self.horizontalHeader().setFixedHeight(tall(HEAD))
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setDefaultSectionSize(tall(HEIGHT))
        self._share_width()

    def leave_out(self, columns: Sequence[int], out: bool) -> None:
        """Hide columns, or show them again; the others share their room."""
        for at in columns:
            self.setColumnHidden(at, out)
        self._share_width()

    def _share_width(self) -> None:
        hidden = {at for at in range(len(self.columns)) if self.isColumnHidden(at)}
        if self._naturals is None:
            self._naturals = [self._natural(at) for at in range(len(self.columns))]
        natural = [0 if at in hidden else width for at, width in enumerate(self._naturals)]
        giving = [at for at, column in enumerate(self.columns) if column.gives and at not in hidden]
        room = self.viewport().width()
        shares = [0 if at in hidden else column.share for at, column in enumerate(self.columns)]
        widths = _shared(shares, _given(natural, giving, room), room)
        for at, width in enumerate(widths):
            if at not in hidden:
                self.setColumnWidth(at, width)
        bar = 8 if sum(widths) > self.viewport().width() else 0
        self.fit_height(tall(HEAD) + len(self._model.rows) * tall(HEIGHT) + bar)

    def fit_height(self, height: int) -> None:
        """Take the height of all rows."""
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _natural(self, at: int) -> int:
        column = self.columns[at]
        cells = [_width(row[at], column) for row in self._model.rows]
        last = GAP if at == len(self.columns) - 1 else 0
        title = words_width(column.title, "small") + (2 * GAP if column.align == "right" else GAP)
        return min(px(WIDEST), round(max([title, *cells]) + 1 - last))


def _given(natural: Sequence[int], giving: Sequence[int], room: int) -> list[int]:
    """The same widths, the widest of those that give way made narrower until all fit or none gives more."""
    widths, least = list(natural), px(LEAST)
    while giving and sum(widths) > room:
        at = max(giving, key=widths.__getitem__)
        if widths[at] <= least:
            break
        widths[at] = max(least, widths[at] - min(4, sum(widths) - room))
    return widths


def _shared(shares: Sequence[float], natural: Sequence[int], room: int) -> list[int]:
    """Widths by share, a column never narrower than its words; wider than `room` only when words need it."""
    if sum(natural) >= room:
        return list(natural)
    fixed: dict[int, int] = {}
    while True:
        free = [at for at in range(len(shares)) if at not in fixed]
        left, parts = room - sum(fixed.values()), sum(shares[at] for at in free) or 1
        short = [at for at in free if natural[at] > left * shares[at] / parts]
        if not short:
            return [fixed.get(at, int(left * shares[at] / parts)) for at in range(len(shares))]
        fixed.update({at: natural[at] for at in short})


def _width(cell: Cell, column: Column) -> float:
    if cell.state:
        return pill_width(cell.state, cell.text) + GAP
    role, _colour = _look(cell, column)
    note = words_width(cell.note, "list") + 5 if cell.note else 0
    icon = px(ICON) + BESIDE if cell.icon else 0
    return icon + words_width(cell.text, role) + note + (2 * GAP if column.align == "right" else GAP)


def _look(cell: Cell, column: Column) -> tuple[str, str]:
    strong = column.strong and not cell.quiet if cell.strong is None else cell.strong
    colour = "accent" if cell.link else "quiet" if cell.quiet else "text"
    return ("strong" if strong else "list"), colour


def _align(column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
