"""Under the milestone in hand: what its owner was asked about it, and the button that asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.figures.record_page import Section
from pmdesk.ui.buttons import flat
from pmdesk.ui.labels import label
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.words import _


class MilestoneChallenges(QWidget):
    """`followed` gives the Lead of a challenge, or of the form of a new one."""

    followed = Signal(object)

    def __init__(self, read_only: bool) -> None:
        super().__init__()
        self._section: Section | None = None
        self.count, self.empty = label("", "quiet"), label("", "quiet_list")
        self.ask_button = flat(_("Challenge"), self._ask, "plus")
        self.ask_button.setAccessibleName(_("Challenge whoever answers for this milestone"))
        self.ask_button.setVisible(not read_only)
        self.table = SmallTable(
            [Column(_("The question"), 40, strong=True, gives=True),
             Column(_("Who is asked"), 17, gives=True), Column(_("Who asks"), 16, gives=True),
             Column(_("Asked on"), 12), Column(_("State"), 15)],
            _("Challenges"),
        )  # fmt: skip
        self.table.activated_cell.connect(lambda row, _column: self._open(row))
        self.table.clicked.connect(lambda index: self._open(index.row()))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(_("Challenges"), "strong", wrap=False))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.ask_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self.table)

    def show_section(self, section: Section) -> None:
        """Show what figures/challenges.py says of a milestone."""
        self._section = section
        self.count.setText(section.count)
        self.count.setVisible(bool(section.count))
        self.empty.setText(section.empty)
        self.empty.setVisible(not section.rows)
        self.table.setVisible(bool(section.rows))
        self.table.set_rows(
            [[Cell(cell.text, state=cell.state) for cell in row.cells] for row in section.rows]
        )

    def _ask(self) -> None:
        if self._section and self._section.action:
            self.followed.emit(self._section.action.lead)

    def _open(self, row: int) -> None:
        if self._section and 0 <= row < len(self._section.rows):
            self.followed.emit(self._section.rows[row].cells[0].lead)
