"""Which partnerships scrutiny is due to look at: a table by significance, each with 'Begin a review'."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.reviews import looks
from pmdesk.figures.looks import LookFigures, LookRow
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, TOP, PageHead, page_column
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.words import _, spoken

BEGIN = 4  # the column of the link


class ScrutinyLooks(QWidget):
    """`begun` gives the partnership a review is begun of, `opened` the one to be read."""

    begun = Signal(str)
    opened = Signal(str)

    def __init__(self, context: Context, switch: ViewSwitch) -> None:
        super().__init__()
        self._context, self.switch = context, switch
        self.figures: LookFigures | None = None
        self.head, self.finding = PageHead(_("Scrutiny")), label("", "section")
        self.note = label(_("How often each is looked at follows from its significance."), "quiet")
        columns = [
            Column(_("Partnership"), 30, strong=True, gives=True), Column(_("State"), 14),
            Column(_("Significance"), 19), Column(_("Last looked at"), 23), Column("", 14),
        ]  # fmt: skip
        self.table = SmallTable(columns, _("Partnerships and when scrutiny last looked at them"))
        self.table.activated_cell.connect(self._go)
        self.empty = Empty(_("No partnership is in the register yet."))
        self._lay_out()

    def refresh(self) -> None:
        """Read the register and say it anew."""
        self.figures = looks(self._context.register, self._context.today, spoken())
        rows = self.figures.rows
        self.finding.setText(self.figures.finding)
        self.table.set_rows([self._row(each) for each in rows])
        for part in (self.finding, self.note, self.table):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def focus(self) -> None:
        self.table.setFocus()

    def _row(self, each: LookRow) -> list[Cell]:
        free = each.state != "under_way" and not self._context.read_only
        return [
            Cell(each.name, link=True),
            Cell(each.pill[1], state=each.pill[0]),
            Cell(each.level, note=each.often),
            Cell(each.last, note=each.ago),
            Cell(_("Begin a review") if free else "", link=free),
        ]

    def _go(self, row: int, column: int) -> None:
        if self.figures is None:
            return
        each = self.figures.rows[row]
        if column == BEGIN and each.state != "under_way" and not self._context.read_only:
            self.begun.emit(each.id)
        elif column != BEGIN:
            self.opened.emit(each.id)

    def _lay_out(self) -> None:
        area, column = page_column(MARGIN, MARGIN, 12, TOP)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.head)
        column.addLayout(row)
        for part in (self.finding, self.table, self.note, self.empty):
            column.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
