"""What two sides say, beside one another on panels of their own; one below the other where room is short."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pmdesk.figures.record_page import Side
from pmdesk.ui.labels import label
from pmdesk.ui.page import Beside, beside
from pmdesk.ui.pages.record_parts import Prose

TURN = 520


def sides(columns: Sequence[Sequence[Side]]) -> Beside:
    """The columns in their order, so that a screen reader reads the question before the reply."""
    return beside(*(_column(column) for column in columns), spacing=16, turn_at=TURN)


def _column(column: Sequence[Side]) -> QWidget:
    holder = QWidget()
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(8)
    for side in column:
        rows.addWidget(_panel(side))
    return holder


def _panel(side: Side) -> QFrame:
    panel = QFrame()
    panel.setProperty("role", "panel")
    panel.setAccessibleName(", ".join(part for part in (side.who, side.quiet) if part))
    rows = QVBoxLayout(panel)
    rows.setContentsMargins(16, 12, 16, 12)
    rows.setSpacing(8)
    head = QVBoxLayout()
    head.setSpacing(0)
    head.addWidget(label(side.who, "body_strong"))
    if side.quiet:
        head.addWidget(label(side.quiet, "quiet_list"))
    rows.addLayout(head)
    rows.addWidget(Prose(side.text))
    if side.foot:
        rows.addWidget(label(side.foot, "quiet_list"))
    return panel
