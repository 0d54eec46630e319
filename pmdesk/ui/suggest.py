"""A list that hangs under a line of text while it is typed in; the keyboard stays in the line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QVBoxLayout,
)

from pmdesk.ui.accessible import announce

KEY = Qt.ItemDataRole.UserRole


class SuggestList(QFrame):
    """Drawn inside the window over everything else, so that no second window takes the keyboard away.

    `chosen` gives the key of an entry; arrows move, Enter chooses, Esc closes, a click chooses.
    """

    chosen = Signal(object)

    def __init__(self, line: QLineEdit, name: str, delegate: QStyledItemDelegate | None = None) -> None:
        super().__init__(line.window())
        self.setProperty("role", "popup")
        self._line, self.max_height = line, 320
        self.list = QListWidget(self)
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = delegate
        if delegate:
            self.list.setItemDelegate(delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.addWidget(self.list)
        self.list.itemClicked.connect(self._take)
        line.installEventFilter(self)
        # The window owns this list, so that it lies over everything: a form that goes takes it along.
        line.destroyed.connect(self.deleteLater)
        self.hide()

    def show_items(self, items: Sequence[QListWidgetItem], width: int | None = None) -> None:
        """Show these entries under the line; one without a key (KEY) is a heading or a sentence."""
        self.list.clear()
        for item in items:
            self.list.addItem(item)
        self._first()
        self._place(width or self._line.width())
        self.raise_()
        self.show()

    def current_key(self) -> object:
        item = self.list.currentItem()
        return item.data(KEY) if item else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._line or not self.isVisible():
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Esc closes this list first; only then may the window have it.
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem():
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(KEY) is not None]
        if not rows:
            return
        now = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else -1
        self.list.setCurrentRow(rows[(now + by) % len(rows)])
        item = self.list.currentItem()
        announce(self._line, str(item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text()))

    def _first(self) -> None:
        self.list.setCurrentRow(-1)
        for row in range(self.list.count()):
            if self.list.item(row).data(KEY) is not None:
                self.list.setCurrentRow(row)
                return

    def _take(self, item: QListWidgetItem) -> None:
        if item.data(KEY) is not None:
            self.hide()
            self.chosen.emit(item.data(KEY))

    def _place(self, width: int) -> None:
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        top = self._line.mapTo(window, QPoint(0, 0))
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + 12
        under = window.height() - top.y() - self._line.height() - 12
        height = min(rows, self.max_height, max(under, top.y() - 12))
        y = top.y() + self._line.height() + 4 if height <= under else top.y() - height - 4
        self.setGeometry(min(top.x(), max(8, window.width() - width - 8)), y, width, height)
