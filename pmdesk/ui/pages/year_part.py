"""One picture of the year on its page: heading, finding, chart or its table, and save as a picture."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.domain.dates import say_date
from pmdesk.figures.share_rows import ShareRows
from pmdesk.figures.year_pictures import HEADINGS, ReturnsYear
from pmdesk.ui.buttons import flat, menu_button
from pmdesk.ui.charts.returns_year import ReturnsYearChart
from pmdesk.ui.charts.share_rows import ShareRowsChart
from pmdesk.ui.labels import label
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.words import _, spoken


class YearPart(QWidget):
    """`save` is asked with the figures and the heading when the picture shall be saved."""

    def __init__(
        self, figures: ReturnsYear | ShareRows, save: Callable[[ReturnsYear | ShareRows, str], object]
    ) -> None:
        super().__init__()
        self.figures = figures
        self.key = "returns" if isinstance(figures, ReturnsYear) else figures.key
        self.heading = _(HEADINGS[self.key])
        self.finding = figures.title if isinstance(figures, ReturnsYear) else figures.finding
        self.chart: ReturnsYearChart | ShareRowsChart
        if isinstance(figures, ReturnsYear):
            self.chart = ReturnsYearChart()
            self.chart.set_figures(figures)
            self.table = _days(figures, self.heading)
        else:
            self.chart = ShareRowsChart()
            self.chart.set_figures(figures)
            self.table = _counts(figures, self.heading)
        self.toggle = flat(_("Show as table"), lambda: self.set_table(self.table.isHidden()), "table")
        entries = [(_("Save chart as a picture…"), lambda: save(self.figures, self.heading))]
        self.more = menu_button("", entries, name=_("More about the chart: {name}", name=self.heading))
        self._lay_out()
        self.set_table(False)

    def set_table(self, on: bool) -> None:
        """The numbers as a table in place of the chart."""
        self.table.setVisible(on)
        self.chart.setVisible(not on)
        self.toggle.set_word(_("Show as chart") if on else _("Show as table"))
        self.toggle.set_icon("measures" if on else "table")
        self.toggle.setAccessibleName(f"{self.toggle.text()}: {self.heading}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.heading, "section"), 1)
        head.addWidget(self.toggle)
        head.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(label(self.finding, "strong"))
        layout.addSpacing(8)
        layout.addWidget(self.chart)
        layout.addWidget(self.table)


def _days(figures: ReturnsYear, name: str) -> SmallTable:
    """The days on which something came in, and how many were in by then."""
    columns = [Column(_("Day"), 30, strong=True), Column(_("In this year"), 35, "right")]
    if figures.last_year:
        columns.append(Column(_("In last year by this day"), 35, "right"))
    table = SmallTable(columns, name)
    days = sorted({day for day, _n in (*figures.this_year, *figures.last_year)})
    rows = []
    for day in days:
        counts = [_by(figures.this_year, day)]
        if figures.last_year:
            counts.append(_by(figures.last_year, day))
        rows.append([Cell(say_date(day, spoken())), *map(Cell, counts)])
    table.set_rows(rows)
    return table


def _by(points: tuple[tuple[str, int], ...], day: str) -> str:
    """How many were in by a day; '' for a day the line does not reach."""
    known = [n for at, n in points if at <= day]
    return str(known[-1]) if known and day <= points[-1][0] else ""


def _counts(figures: ShareRows, name: str) -> SmallTable:
    columns = [Column(figures.of, 40, strong=True)]
    columns += [Column(word[:1].upper() + word[1:], 20, "right") for word in figures.words()]
    table = SmallTable([*columns, Column("", 20)], name)
    table.set_rows(
        [
            [Cell(row.name), *(Cell(str(share.n)) for share in row.shares), Cell(row.quiet, quiet=True)]
            for row in figures.rows
        ]
    )
    return table
