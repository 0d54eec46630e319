"""One measure drawn from its figures: way here, head, facts, chart, tables, pane beside; saves nothing."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.figures.measure_page import MeasurePage
from pmdesk.figures.record_page import Changed, Edit, Lead, Row, Section, said_changed
from pmdesk.figures.trajectory import TrajectoryFigures
from pmdesk.ui import small_table
from pmdesk.ui.buttons import flat, menu_button, menu_of, primary, secondary
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, PageHead, page_column
from pmdesk.ui.pages.arrangements import FORMS
from pmdesk.ui.pages.measure_facts_panel import MeasureFacts
from pmdesk.ui.pages.measure_parts import Ask, ChartPart, SideArea, Way
from pmdesk.ui.pages.measure_side import MeasureSide
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.pages.unsettled_mark import UnsettledMark
from pmdesk.ui.section import Section as SectionPart
from pmdesk.ui.theme import px, scale, themes
from pmdesk.ui.words import _, n_, spoken

if TYPE_CHECKING:
    from pmdesk.ui.charts.trajectory import TrajectoryChart

Entries = list[tuple[str, Callable[[], object]] | None]
SIDE, TURN, BETWEEN, LARGE = 288, 900, 24, 1.25
SHOWN = 24  # readings; the rest of a long row of years is one click away


class Shown(NamedTuple):
    """All that is drawn: the page, its chart, its place in the list, and who changed it last."""

    page: MeasurePage
    figures: TrajectoryFigures
    place: tuple[int, int]  # (place, of how many), 0 when the list leaves it out
    changed: Changed | None
    read_only: bool


class MeasureView(QWidget):
    """`followed` gives a Lead; `stepped` is -1 or 1 for the measure before or after."""

    followed = Signal(object)
    stepped = Signal(int)
    picture_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: Shown | None = None
        self.chart: TrajectoryChart | None = None
        self.tables: dict[str, small_table.SmallTable] = {}
        self._all, self._as_table, self._since = False, False, 0.0
        self.crumbs = Way(self._go, self.stepped.emit)
        self.head, self.facts = PageHead(), MeasureFacts((), big=True)
        more = [(_("History"), lambda: self._verb("history")), (_("Print its story"), self._print), None,
                (_("Delete"), lambda: self._verb("delete"))]  # fmt: skip
        self.more = menu_button("", more, "more", _("More for this measure"))
        self.edit_button = secondary(_("Edit"), lambda: self._verb("edit"), "edit")
        self.enter_button = primary(_("Enter reading"), self._enter)
        for button in (self.more, self.edit_button, self.enter_button):
            self.head.add_action(button)
        self.mark, self.ask = UnsettledMark(self._go), Ask(self._go, _("Write the note"), "edit")
        self.challenged = Ask(self._go, _("See the challenge"), "challenges", "close")
        self.chart_part = ChartPart(self._toggle, self.picture_asked.emit)
        self.side = MeasureSide(self._go)
        self._lay_out()
        themes().changed.connect(self._again)

    def show_measure(self, shown: Shown) -> None:
        """Draw a measure; the same one read again keeps its place on the screen."""
        same = self.shown is not None and self.shown.page.id == shown.page.id
        if not same:
            self._all, self._since = False, monotonic()
            self._area.verticalScrollBar().setValue(0)
        self.shown = shown
        self._draw()

    def draw_chart(self) -> None:
        """Make the chart when the page has been painted once; the first time takes a moment."""
        if self.chart is None and self.shown and not self._as_table:
            from pmdesk.ui.charts.trajectory import TrajectoryChart

            self.chart = TrajectoryChart()
            self.chart.opened.connect(self._open_reading)
            self.chart_part.place.addWidget(self.chart)
        self._show_chart()

    def set_table(self, on: bool) -> None:
        """Show the chart's numbers as a table in its place."""
        self._as_table = on
        self.chart_part.toggle.set_word(_("Show as chart") if on else _("Show as table"))
        self.chart_part.toggle.set_icon("measures" if on else "table")
        self.draw_chart()

    def focus(self) -> None:
        """The keyboard goes to the first button of the head that can be pressed."""
        button = self.enter_button if self.enter_button.isEnabled() else self.more
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.draw_chart)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
        self._give_height()

    def _lay_out(self) -> None:
        self._area, self._column = page_column(MARGIN, MARGIN, 0)
        for part in (self.crumbs, self.head, self.mark, self.facts, self.challenged, self.ask):
            self._column.addWidget(part)
            self._column.addSpacing(12 if part is self.mark else 0)
        self._column.addSpacing(BETWEEN - 8)
        self._column.addWidget(self.chart_part)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(BETWEEN)
        self._column.addSpacing(16)
        self._column.addLayout(self._sections)
        self._below = QVBoxLayout()
        self._column.addLayout(self._below)
        inner = QWidget()
        inner.setObjectName("page")
        self._beside = QVBoxLayout(inner)
        self._beside.setContentsMargins(MARGIN, MARGIN - 8, MARGIN, MARGIN)
        self._side_area = SideArea(inner)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._side_area)
        self._beside.addWidget(self.side)
        self._turn()

    def _turn(self) -> None:
        """The pane stands beside the measure where there is room for both, else below it."""
        beside = self.width() >= px(TURN)
        self._side_area.setFixedWidth(px(SIDE))
        self._side_area.setVisible(beside)
        wanted = self._beside if beside else self._below
        if wanted.indexOf(self.side) < 0:
            (self._below if beside else self._beside).removeWidget(self.side)
            wanted.addWidget(self.side)
            self.side.show()
        self._below.setContentsMargins(0, 0 if beside else BETWEEN, 0, 0)

    def _again(self) -> None:
        if self.shown:
            self._draw()
            self._turn()

    def _draw(self) -> None:
        assert self.shown
        page, read_only = self.shown.page, self.shown.read_only
        self.crumbs.show_way(page, *self.shown.place)
        self.head.set(page.title, pill=page.pill, line=page.quiet)
        self.facts.show_facts(page.facts)
        self.mark.show_unsettled(page.unsettled)
        self.challenged.show_ask(page.challenged)
        self.ask.show_ask(None if read_only else page.ask)
        for button in (self.edit_button, self.enter_button):
            button.setEnabled(not read_only)
        self.chart_part.say(self.shown.figures)
        self._draw_sections(page)
        self.side.show_page(page, read_only)
        self._show_chart()
        QTimer.singleShot(0, self, self._give_height)

    def _draw_sections(self, page: MeasurePage) -> None:
        while (item := self._sections.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.tables = {}
        for section in page.sections:
            self._sections.addWidget(self._section(section))
        for heading, text in page.about:
            part = SectionPart(heading)
            part.add(Prose(text))
            self._sections.addWidget(part)
        if self.shown and self.shown.changed:
            self._sections.addWidget(self._history(self.shown.changed))

    def _section(self, section: Section) -> SectionPart:
        action = None
        if section.action and self.shown and not self.shown.read_only:
            lead = section.action.lead
            action = (section.action.word, section.action.icon, lambda: self._go(lead))
        part = SectionPart(section.title, section.count, None if scale() > LARGE else action)
        if action and scale() > LARGE:
            part.body.addWidget(flat(action[0], action[2], action[1]), 0, Qt.AlignmentFlag.AlignLeft)
        if section.columns:
            part.add(self._table(section) if section.rows else label(section.empty, "quiet"))
        if section.text:
            part.add(label(section.text, "quiet"))
        if len(section.rows) > SHOWN and not self._all:
            more = flat(_("Show all {n}", n=len(section.rows)), self._show_all)
            part.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _table(self, section: Section) -> small_table.SmallTable:
        rows = section.rows if self._all else section.rows[:SHOWN]
        columns = [small_table.Column(*each[:2], each.align, each.strong) for each in section.columns]
        table = small_table.SmallTable(columns, section.title)
        table.set_rows(
            [
                [
                    small_table.Cell(cell.text, cell.note, cell.state, cell.link, None, cell.quiet, cell.icon)
                    for cell in row.cells
                ]
                for row in rows
            ]
        )
        table.activated_cell.connect(lambda row, column: self._open_cell(rows, row, column))
        table.clicked.connect(lambda index: self._clicked(rows, index))
        table.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self._row_menu(table, rows, at))
        self.tables[section.title] = table
        return table

    def _open_cell(self, rows: Sequence[Row], row: int, column: int) -> None:
        self._go(rows[row].cells[column].lead)

    def _open_reading(self, reading: str) -> None:
        """A reading of the chart opens as its row in the table does."""
        sections = self.shown.page.sections if self.shown else ()
        rows = [row for section in sections for row in section.rows if row.record == reading]
        self._go(rows[0].cells[0].lead if rows else Lead("edit", Edit("reading", reading)))

    def _clicked(self, rows: Sequence[Row], index: QModelIndex) -> None:
        # The second half of a double click in the list would open whatever lies under it here.
        if (monotonic() - self._since) * 1000 > QApplication.doubleClickInterval():
            self._open_cell(rows, index.row(), index.column())

    def _row_menu(self, table: small_table.SmallTable, rows: Sequence[Row], at: QPoint) -> None:
        index = table.currentIndex() if table.currentIndex().isValid() else table.indexAt(at)
        if not 0 <= index.row() < len(rows) or rows[index.row()].kind not in FORMS:
            return
        if table.indexAt(at).row() != index.row():
            at = table.visualRect(index).bottomLeft()
        edit = Edit(rows[index.row()].kind, rows[index.row()].record)
        verbs: Entries = [(_("History"), lambda: self._go(Lead("history", edit)))]
        if self.shown and not self.shown.read_only:
            verbs.insert(0, (_("Edit"), lambda: self._go(Lead("edit", edit))))
            verbs += [None, (_("Delete"), lambda: self._go(Lead("delete", edit)))]
        menu_of(table, verbs).popup(table.viewport().mapToGlobal(at))

    def _history(self, changed: Changed) -> QWidget:
        holder = QWidget()
        row = QVBoxLayout(holder) if scale() > LARGE else QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(said_changed(changed, spoken()), "quiet_list", wrap=scale() > LARGE))
        word = n_(changed.changes, "History of {n} change", "History of {n} changes")
        row.addWidget(flat(word, lambda: self._verb("history"), "history"), 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        return holder

    def _show_chart(self) -> None:
        if self.chart and self.shown:
            self.chart.set_figures(self.shown.figures)
            self.chart.setVisible(not self._as_table)
        if self.shown:
            self.chart_part.show_table(self.shown.figures if self._as_table else None)

    def _toggle(self) -> None:
        self.set_table(not self._as_table)

    def _show_all(self) -> None:
        self._all = True
        self._again()

    def _verb(self, verb: str) -> None:
        if self.shown:
            self._go(Lead(verb, Edit("measure", self.shown.page.id)))

    def _enter(self) -> None:
        if self.shown:
            self._go(Lead("readings", self.shown.page.id))

    def _print(self) -> None:
        if self.shown:
            self._go(Lead("papers", ("measure", self.shown.page.id)))

    def _go(self, lead: Lead | None) -> None:
        if lead is not None:
            self.followed.emit(lead)

    def _give_height(self) -> None:
        """Words that wrap need their height for this width: a scroll area alone would press them together."""
        for area in (self._area, self._side_area.area):
            inner = area.widget()
            layout = inner.layout() if inner else None
            if inner and layout and layout.hasHeightForWidth():
                inner.setMinimumHeight(layout.totalHeightForWidth(area.viewport().width()))
