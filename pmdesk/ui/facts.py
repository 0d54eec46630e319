"""The few facts that matter, in four columns on a panel; and the strip of figures above a desk."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.ui.labels import label
from pmdesk.ui.theme import px

COLUMNS = 4


class Fact(NamedTuple):
    """`label` says what it is, `value` how much, `note` what to know about it."""

    label: str
    value: str
    note: str = ""


class _Reflow(QFrame):
    """Stacks of words in a grid of as many columns as there is room for, four at most."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._least, self._columns = least, COLUMNS
        self._stacks: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(12)

    def _show(self, stacks: Sequence[QWidget]) -> None:
        for stack in self._stacks:
            self._grid.removeWidget(stack)
            stack.hide()
            stack.deleteLater()
        self._stacks = list(stacks)
        self._place()

    def _place(self) -> None:
        for at, stack in enumerate(self._stacks):
            place = divmod(at, self._columns)
            self._grid.addWidget(stack, *place, Qt.AlignmentFlag.AlignTop)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def minimumSizeHint(self) -> QSize:
        """One column is enough: the grid turns before it pushes the page wider."""
        return QSize(px(self._least) + 32, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = max(1, min(COLUMNS, (self.width() - 32) // px(self._least)))
        columns = 2 if fitting == 3 else fitting
        if columns != self._columns:
            self._columns = columns
            self._place()
            self._turned()

    def _turned(self) -> None:
        """The number of columns changed."""


class FactsPanel(_Reflow):
    """Facts in four equal columns, further ones below; `big` shows values at 18 points."""

    def __init__(self, facts: Sequence[Fact] = (), big: bool = False) -> None:
        super().__init__(150)
        self._big = big
        self._grid.setContentsMargins(16, 12, 16, 12)
        self.setLayout(self._grid)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        order = ("small", "figure" if self._big else "body_strong", "small")
        self._show([_stack(fact, order) for fact in facts])


class FiguresStrip(_Reflow):
    """Figures 172 apart, value first (18 points); put one chart into `room`, at the right or below."""

    def __init__(self, figures: Sequence[Fact] = ()) -> None:
        super().__init__(172)
        self.room = QHBoxLayout()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(16, 8, 16, 8)
        self._both.setSpacing(16)
        self._both.addLayout(self._grid)
        self._both.addStretch(1)
        self._both.addLayout(self.room)
        self.setMinimumHeight(104)
        self.set_figures(figures)

    def set_figures(self, figures: Sequence[Fact]) -> None:
        """`value` is large, `label` says of what, `note` is the quiet line."""
        stacks = [_stack(Fact(f.value, f.label, f.note), ("figure", "list", "small")) for f in figures]
        for stack in stacks:
            stack.setMinimumWidth(px(172))
        self._show(stacks)

    def _turned(self) -> None:
        directions = QBoxLayout.Direction
        wide = self._columns == COLUMNS
        self._both.setDirection(directions.LeftToRight if wide else directions.TopToBottom)


def _stack(fact: Fact, roles: tuple[str, str, str]) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.setSpacing(1)
    for text, role in zip(fact, roles, strict=True):
        if text:
            layout.addWidget(label(text, role))
    return holder
