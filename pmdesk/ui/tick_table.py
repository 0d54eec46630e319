"""A table of which several rows can be chosen: each has a box; it scrolls within the room it is given."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTableView

from pmdesk.ui.scroll_bar import OverlayBar
from pmdesk.ui.small_table import CELL, HEAD, HEIGHT, Cell, Column, SmallTable
from pmdesk.ui.theme import tall
from pmdesk.ui.words import _

LEAST_ROWS = 6


class TickTable(SmallTable):
    """`ticked` gives the row whose box was pressed, by Space or a click; `all_ticked` is Ctrl+A.

    Enter, or a click on a link, is `activated_cell` as in any small table.
    """

    ticked = Signal(int)
    all_ticked = Signal()

    def __init__(self, columns: Sequence[Column], name: str) -> None:
        super().__init__(columns, name)
        self.setVerticalScrollMode(SmallTable.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        OverlayBar(self)

    def fit_height(self, height: int) -> None:
        """No higher than the rows; fewer in sight where there is less room, the others by scrolling."""
        self.setMinimumHeight(min(height, tall(HEAD) + LEAST_ROWS * tall(HEIGHT)))
        self.setMaximumHeight(height)

    def go_to(self, row: int) -> None:
        """Take a row in hand and bring it into sight."""
        if 0 <= row < self.row_count():
            index = self.model().index(row, max(self.currentIndex().column(), 0))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_A and control:
            self.all_ticked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        tick = event.button() == Qt.MouseButton.LeftButton and index.isValid() and not index.data(CELL).link
        row = index.row()
        super().mouseReleaseEvent(event)
        if tick:
            self.ticked.emit(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Its own rows scroll; at their end, and where all are in sight, the page does."""
        QTableView.wheelEvent(self, event)


def box(text: str, on: bool) -> Cell:
    """The first cell of a row: its box and what it is called."""
    return Cell(text, icon="ticked" if on else "unticked", said=_("Chosen:") if on else _("Not chosen:"))
