"""The first column of the grid of readings, standing still while the others scroll: whose row it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from pmdesk.ui.pages.readings_cells import EDGE, ReadingsDelegate
from pmdesk.ui.words import _


class FirstColumn(QTableView):
    """Lies over the first column of `grid`, shares its cells and what is chosen; the keyboard stays there."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setModel(grid.model())
        self.setSelectionModel(grid.selectionModel())
        # One of its own: two views of one delegate would both answer when a cell is done.
        self._delegate = ReadingsDelegate(grid)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Whose row it is"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(grid)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setStyleSheet(f"QHeaderView::section {{ padding: 0 {EDGE}px }}")
        for each in (self.verticalHeader(), head):
            each.setMinimumSectionSize(8)
            each.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.hide()

    def lie_over(self, shown: bool) -> None:
        """Take the place of the grid's first column where it can scroll away, else go."""
        grid, view = self._grid, self._grid.viewport()
        self.setVisible(shown)
        if not shown:
            return
        for column in range(grid.model().columnCount()):
            self.setColumnHidden(column, column > 0)
        width = grid.columnWidth(0)
        self.setColumnWidth(0, width)
        self.horizontalHeader().setFixedHeight(grid.horizontalHeader().height())
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        top = view.y() - self.horizontalHeader().height()
        self.setGeometry(view.x(), top, width, view.y() + view.height() - top)
        self.verticalScrollBar().setValue(grid.verticalScrollBar().value())
        self.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the grid, and this column with it."""
        self._grid.wheelEvent(event)
