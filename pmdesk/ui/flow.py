"""Small parts in a row that goes on in the next line where the window is narrow or the words are large."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QWidget):
    """`set_parts` shows these parts in place of those before; hidden while there are none.

    A part that is hidden afterwards takes no room.
    """

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self._row = FlowLayout(gap, gap)
        flow_in(self, self._row)
        self.parts: list[QWidget] = []
        self.hide()

    def set_parts(self, parts: list[QWidget]) -> None:
        for old in self.parts:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.parts = parts
        for part in parts:
            self._row.addWidget(part)
            part.show()
        self.setVisible(bool(parts))


def flow_in(widget: QWidget, layout: "FlowLayout") -> None:
    """Lay a widget out by lines; its own layout gives it the height they take."""
    widget.setLayout(layout)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class FlowLayout(QLayout):
    """As high as the lines it takes at the width it has; `gap` beside each other, `between` the lines."""

    def __init__(self, gap: int, between: int) -> None:
        super().__init__()
        self._gap, self._between, self._items = gap, between, list[QLayoutItem]()
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._in_sight()]
        widest = max((hint.width() for hint in hints), default=0)
        return QSize(widest, self.heightForWidth(self.geometry().width()))

    def _in_sight(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, move: bool) -> int:
        """Put the items line by line; the height they take."""
        left, top, tallest = rect.left(), rect.top(), 0
        for item in self._in_sight():
            hint = item.sizeHint()
            if left > rect.left() and left + hint.width() > rect.left() + rect.width():
                left, top, tallest = rect.left(), top + tallest + self._between, 0
            if move:
                width = min(hint.width(), rect.width())
                item.setGeometry(QRect(left, top, width, hint.height()))
            left += hint.width() + self._gap
            tallest = max(tallest, hint.height())
        return top + tallest - rect.top()
