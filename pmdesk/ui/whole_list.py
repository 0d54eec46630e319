"""A list that shows all its rows, as high as they are: the page around it scrolls, the list does not."""

from abc import abstractmethod

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from pmdesk.ui.theme import px, themes

Index = QModelIndex | QPersistentModelIndex


class WholeList(QListView):
    """Arrows go from row to row, Enter or a click follows. A kind of it says `follow` and `rows_height`.

    `narrow` is True while the list is narrower than `narrow_under`, which is given at 100% text.
    """

    def __init__(self, name: str, narrow_under: int) -> None:
        super().__init__()
        self.narrow, self._narrow_under = False, narrow_under
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.measure)

    @abstractmethod
    def follow(self, at: int) -> None:
        """Go where the row at a place leads; nothing where it leads nowhere."""

    @abstractmethod
    def rows_height(self) -> int:
        """The height of all rows together, in pixels."""

    def measure(self) -> None:
        """Take the height of the rows, after they or the text size changed."""
        self.setFixedHeight(self.rows_height())
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.follow(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Ctrl+K searches; a letter typed here must not jump about."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.follow(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        leads = index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(self._narrow_under)
        if narrow != self.narrow:
            self.narrow = narrow
            self.measure()
        self.viewport().update()
