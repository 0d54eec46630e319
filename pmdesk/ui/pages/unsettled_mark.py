"""The mark of a record that two laptops changed: it stays until somebody settles it, and leads there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from pmdesk.figures.record_page import Lead
from pmdesk.ui.buttons import flat
from pmdesk.ui.field import Mark
from pmdesk.ui.labels import label
from pmdesk.ui.pages.record_parts import LARGE
from pmdesk.ui.theme import scale, themes
from pmdesk.ui.words import _, n_


class UnsettledMark(QWidget):
    """'Changed on two laptops: 1 thing to settle.' and the link; hidden where there is nothing."""

    def __init__(self, go: Callable[[Lead], object]) -> None:
        super().__init__()
        self._go, self._first = go, ""
        self.words = label("", "list", wrap=False)
        self.button = flat(_("Settle it"), lambda: self._go(Lead("conflicts", self._first)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 4)
        row.setSpacing(8)
        row.addWidget(Mark("close"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(8)
        self._both.addWidget(self.words)
        self._both.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._both.addStretch(1)
        row.addLayout(self._both, 1)
        self.hide()
        themes().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Where the text is large the link stands below its words."""
        large = scale() > LARGE
        self.words.setWordWrap(large)
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.TopToBottom if large else directions.LeftToRight)

    def show_unsettled(self, ids: tuple[str, ...]) -> None:
        """`ids` name what is to be settled; the link leads to the first."""
        self.setVisible(bool(ids))
        self._first = ids[0] if ids else ""
        self.words.setText(
            n_(
                len(ids),
                "Changed on two laptops: {n} thing to settle.",
                "Changed on two laptops: {n} things to settle.",
            )
        )
