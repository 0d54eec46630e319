"""Draws an organisation's page: its record as every other, and its attainment as bars or as their table."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pmdesk.figures.organisation_page import OrganisationPage
from pmdesk.figures.own_targets import ATTAINMENT
from pmdesk.figures.record_page import Section
from pmdesk.ui.buttons import Button, flat, menu_button
from pmdesk.ui.charts.attainment import AttainmentChart
from pmdesk.ui.labels import label
from pmdesk.ui.pages.record_view import RecordView
from pmdesk.ui.section import Section as SectionPart
from pmdesk.ui.small_table import SmallTable
from pmdesk.ui.words import _


class PartnerView(RecordView):
    """A RecordView whose years of attainment are a chart; `picture_asked` when it shall be saved."""

    picture_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chart: AttainmentChart | None = None
        self.toggle: Button | None = None
        self._years: SmallTable | None = None
        self._as_table = False

    def set_table(self, on: bool) -> None:
        """Show the years as a table in place of the bars."""
        self._as_table = on
        if self.chart is None or self._years is None or self.toggle is None:
            return
        self.chart.setVisible(not on)
        self._years.setVisible(on)
        self.toggle.set_word(_("Show as chart") if on else _("Show as table"))
        self.toggle.set_icon("measures" if on else "table")
        QTimer.singleShot(0, self, self._give_height)

    def _draw(self) -> None:
        self.chart = self.toggle = self._years = None
        super()._draw()

    def _section(self, section: Section) -> SectionPart:
        part = super()._section(section)
        page = self.page
        if section.title == _(ATTAINMENT) and isinstance(page, OrganisationPage) and page.bars:
            self._years = self.tables[-1]
            self.chart = AttainmentChart()
            self.chart.set_figures(page.bars)
            part.add(self._over(page.bars.finding))
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
