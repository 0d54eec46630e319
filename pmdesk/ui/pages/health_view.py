"""Draws a health check's page: its record as every other, and its results as a chart or as their table."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pmdesk.figures.health_page import RESULTS, HealthPage
from pmdesk.figures.record_page import Section
from pmdesk.ui.buttons import Button, flat, menu_button
from pmdesk.ui.charts.spread import SpreadChart
from pmdesk.ui.labels import label
from pmdesk.ui.pages.record_view import RecordView
from pmdesk.ui.section import Section as SectionPart
from pmdesk.ui.small_table import SmallTable
from pmdesk.ui.words import _


class HealthView(RecordView):
    """A RecordView whose results are a chart; `picture_asked` when it shall be saved."""

    picture_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chart: SpreadChart | None = None
        self.toggle: Button | None = None
        self._table_part: SmallTable | None = None
        self._as_table = False

    def set_table(self, on: bool) -> None:
        """Show the results as a table in place of the chart."""
        self._as_table = on
        if self.chart is None or self._table_part is None or self.toggle is None:
            return
        self.chart.setVisible(not on)
        self._table_part.setVisible(on)
        self.toggle.set_word(_("Show as chart") if on else _("Show as table"))
        self.toggle.set_icon("measures" if on else "table")
        QTimer.singleShot(0, self, self._give_height)

    def _draw(self) -> None:
        self.chart = self.toggle = self._table_part = None
        super()._draw()

    def _section(self, section: Section) -> SectionPart:
        part = super()._section(section)
        page = self.page
        if section.title == _(RESULTS) and isinstance(page, HealthPage) and page.spread:
            self._table_part = self.tables[-1]
            self.chart = SpreadChart()
            self.chart.set_figure(page.spread)
            part.add(self._over(page.spread.finding))
            part.add(self.chart)
            self.set_table(self._as_table)
        return part

    def _over(self, finding: str) -> QWidget:
        """The finding as the chart's title, and what can be done with it."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.toggle = flat(_("Show as table"), lambda: self.set_table(not self._as_table), "table")
        entries = [(_("Save chart as a picture…"), self.picture_asked.emit)]
        line.addWidget(label(finding, "strong"), 1)
        line.addWidget(self.toggle)
        line.addWidget(menu_button("", entries, name=_("More about the chart")))
        return holder
