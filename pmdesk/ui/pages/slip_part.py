"""The slip chart's part of the milestones page: finding, a quiet sentence, chart or table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.figures.slip_chart import SlipFigures, SlipRow, slip_rows
from pmdesk.ui.buttons import flat
from pmdesk.ui.labels import label
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.words import _, n_, spoken

if TYPE_CHECKING:
    from pmdesk.ui.charts.slip import SlipChart


class SlipPart(QWidget):
    """The chart is made by `draw_chart`; `opened` gives the milestone of a line. Nothing is saved here."""

    opened = Signal(str)
    table_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.figures: SlipFigures | None = None
        self._as_table = False
        self._ids: list[str] = []
        self.chart: SlipChart | None = None
        self.finding, self.about = label("", "section"), label("", "quiet_list")
        self.toggle = flat(_("Show as table"), self._toggle, "table")
        self.toggle.setAccessibleName(_("Show the slip chart as a table"))
        self.table = SmallTable(
            [Column(_("Milestone"), 34, strong=True), Column(_("Report of"), 22), Column(_("Forecast"), 22),
             Column(_("Moved"), 22)], _("Slip chart"),
        )  # fmt: skip
        self.table.activated_cell.connect(lambda row, _column: self.opened.emit(self._ids[row]))
        head = QHBoxLayout()
        head.addWidget(self.finding, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 24, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self.about)
        self._column.addSpacing(4)
        self._column.addWidget(self.table)
        self._choose_parts()

    def show_figures(self, figures: SlipFigures) -> None:
        self.figures = figures
        self.finding.setText(figures.finding)
        self.about.setText(_about(figures))
        rows = slip_rows(figures, spoken())
        self._ids = [row.milestone for row in rows]
        self.table.set_rows([_cells(row) for row in rows])
        if self.chart:
            self.chart.set_figures(figures)
        self._choose_parts()

    def set_table(self, on: bool) -> None:
        """Show the table in place of the chart."""
        self._as_table = on
        self.toggle.set_word(_("Show as chart") if on else _("Show as table"))
        self.toggle.setAccessibleName(
            _("Show the slip chart as a chart") if on else _("Show the slip chart as a table")
        )
        self.toggle.set_icon("measures" if on else "table")
        self._choose_parts()

    def draw_chart(self) -> None:
        """Make the chart if it is wanted and was not made; the first time takes a moment."""
        if self.chart or self._as_table or not self.figures or not self.figures.lines:
            return
        from pmdesk.ui.charts.slip import SlipChart

        self.chart = SlipChart()
        self.chart.opened.connect(self.opened.emit)
        self._column.addWidget(self.chart)
        self.setTabOrder(self.table, self.chart)
        self.chart.set_figures(self.figures)
        self._choose_parts()

    def _toggle(self) -> None:
        self.set_table(not self._as_table)
        self.draw_chart()
        shown = self.table if self._as_table else self.chart
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table_toggled.emit(self._as_table)

    def _choose_parts(self) -> None:
        some = bool(self.figures and self.figures.lines)
        self.setVisible(some)
        self.table.setVisible(some and self._as_table)
        if self.chart:
            self.chart.setVisible(some and not self._as_table)


def _cells(row: SlipRow) -> list[Cell]:
    return [Cell(row.title), Cell(row.reported), Cell(row.forecast), Cell(row.move, quiet=True)]


def _about(figures: SlipFigures) -> str:
    said = _(
        "Each line is one milestone: its forecast date (up) at each report (across). "
        "Level is on time, bent upward has slipped."
    )
    if not figures.left_out:
        return said
    rest = n_(
        figures.left_out,
        "{n} more is not shown: choose a partnership to see all of its milestones.",
        "{n} more are not shown: choose a partnership to see all of its milestones.",
    )
    return f"{said} {rest}"
