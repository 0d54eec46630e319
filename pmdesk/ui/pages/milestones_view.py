"""What the milestones page shows: finding, key, chart or table, the milestone in hand; it saves nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pmdesk.figures.slip_chart import SlipFigures
from pmdesk.figures.timeline import TimelineFigures, TimelineRow
from pmdesk.ui.buttons import flat, menu_button, primary
from pmdesk.ui.charts.legend import Legend
from pmdesk.ui.charts.said import STATE_SHAPES, day, now_words, slip_words, state_words
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.empty import Empty
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, PageHead, page_column
from pmdesk.ui.pages.milestone_in_hand import MilestoneInHand
from pmdesk.ui.pages.milestone_waits import Find
from pmdesk.ui.pages.slip_part import SlipPart
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.theme import px, scale, tall, themes
from pmdesk.ui.words import _

if TYPE_CHECKING:
    from pmdesk.ui.charts.timeline import TimelineChart

Verb = Callable[[], object]
OVERHANG, LARGE = 8, 1.4


class MilestonesView(QWidget):
    """The chart is made by `draw_chart`, when the page has been painted once."""

    chosen = Signal(str)
    opened = Signal(str)
    followed = Signal(str, object)
    partnership_chosen = Signal(str)
    table_toggled = Signal(bool)

    def __init__(
        self, add: Verb, redate: Verb, done: Verb, edit: Verb, pictures: tuple[Verb, Verb], find: Find,
        read_only: bool,
    ) -> None:  # fmt: skip
        super().__init__()
        self._figures: TimelineFigures | None = None
        self._in_hand, self._as_table = "", False
        self.chart: TimelineChart | None = None
        self.crumbs = _Crumbs(self.followed.emit)
        self.head = PageHead(_("Milestones"))
        offered = [
            (_("Save chart as a picture…"), pictures[0]),
            (_("Save slip chart as a picture…"), pictures[1]),
        ]
        self.menu = menu_button("", offered, name=_("More about the charts"))
        self.which = ListChoice([], blank=False)
        self.which.setAccessibleName(_("Milestones of"))
        self.which.setSizeAdjustPolicy(ListChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.edited.connect(lambda: self.partnership_chosen.emit(self.which.value() or ""))
        self.add_button = primary(_("Add milestone"), add, "plus")
        self.add_button.setEnabled(not read_only)
        for button in (self.menu, self.which, self.add_button):
            self.head.add_action(button)
        self.finding = label("", "section")
        self.toggle = flat(_("Show as table"), self._toggle, "table")
        self.legend = Legend()
        self.chain = label("", "quiet_list")
        self.table = SmallTable(
            [Column(_("Milestone"), 24, strong=True), Column(_("Owner"), 19), Column(_("First date"), 13),
             Column(_("Now"), 11), Column(_("State"), 15), Column(_("Slip, re-dated"), 13),
             Column(_("Cause of the last move"), 15)], _("Milestones"),
        )  # fmt: skip
        self.empty = Empty(
            _("The dates a partnership has agreed to keep belong here."), _("Add milestone"), add, "plus"
        )
        self.in_hand = MilestoneInHand(redate, done, edit, find, read_only)
        self.slip = SlipPart()
        self.slip.opened.connect(self._choose)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._take_row(now.row()))
        themes().changed.connect(self._dress)
        self.table.activated_cell.connect(lambda row, _column: self._open_row(row))

    def show_figures(self, figures: TimelineFigures, in_hand: str) -> None:
        """Show these milestones, with `in_hand` chosen where it is among them."""
        self._figures, self._in_hand = figures, in_hand
        # Beside large words the count stands under the title.
        counted = _counted(figures)
        if scale() < LARGE:
            self.head.set(_("Milestones"), counted)
        else:
            self.head.set(_("Milestones"), line=counted)
        self.finding.setText(figures.finding)
        self.chain.setText(figures.chain)
        self._fill_table(figures)
        if self.chart:
            self.chart.set_figures(figures, in_hand)
        self._choose_parts()

    def show_slip(self, figures: SlipFigures) -> None:
        """Show this slip chart under the timeline."""
        self.slip.show_figures(figures)
        if self.isVisible():
            self.slip.draw_chart()

    def show_partnerships(self, names: Sequence[tuple[str, str]], chosen: str) -> None:
        """Whose milestones can be shown, and whose are."""
        self.which.clear()
        self.which.addItem(_("All partnerships"), "")
        for id, name in names:
            self.which.addItem(name, id)
        self.which.set_value(chosen if chosen in dict(names) else "")
        # Beside large words the list of names gives way, not the button.
        self.which.setMinimumContentsLength(_names(scale()))
        self.which.setMaximumWidth(px(320))
        self.crumbs.show_way(chosen, dict(names).get(chosen, ""))

    def set_table(self, on: bool) -> None:
        """Show the table in place of the chart."""
        self._as_table = on
        self.toggle.set_word(_("Show as chart") if on else _("Show as table"))
        self.toggle.set_icon("milestones" if on else "table")
        self._choose_parts()

    def draw_chart(self) -> None:
        """Make the chart if it is wanted and was not made; the first time takes a moment."""
        if self.chart or self._as_table or not self._figures or not self._figures.rows:
            return
        from pmdesk.ui.charts.timeline import TimelineChart

        self.chart = TimelineChart()
        self.chart.chosen.connect(self._take)
        self.chart.chosen.connect(lambda _id: self._bring_into_sight())
        self.chart.opened.connect(self.opened.emit)
        self._place.addWidget(self.chart)
        # Made last, it stands between the table's place and the milestone in hand.
        self.setTabOrder(self.table, self.chart)
        self.chart.set_figures(self._figures, self._in_hand)
        self._choose_parts()

    def focus_rows(self) -> None:
        """Put the keyboard on the milestones."""
        target = self.table if self._as_table else self.chart
        if target is not None:
            target.setFocus()

    def _lay_out(self) -> None:
        self._area, column = page_column(MARGIN - OVERHANG, MARGIN - OVERHANG, 0)
        self._place = QVBoxLayout()
        self._place.addLayout(_inset(self.table))
        column.addLayout(_inset(self.crumbs))
        column.addLayout(_inset(self.head))
        column.addSpacing(12)
        found = QHBoxLayout()
        found.setContentsMargins(OVERHANG, 0, OVERHANG, 4)
        found.addWidget(self.finding, 1)
        found.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(found)
        column.addLayout(_inset(self.chain))
        column.addLayout(_inset(self.legend))
        column.addLayout(self._place)
        column.addLayout(_inset(self.empty))
        column.addLayout(_inset(self.in_hand))
        column.addLayout(_inset(self.slip))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _choose_parts(self) -> None:
        some = bool(self._figures and self._figures.rows)
        for part in (self.finding, self.toggle, self.add_button):
            part.setVisible(some)
        self.menu.setVisible(some)
        self.chain.setVisible(bool(some and self._figures and self._figures.chain))
        self.legend.setVisible(some and not self._as_table)
        self.table.setVisible(some and self._as_table)
        self.empty.setVisible(self._figures is not None and not some)
        if self.chart:
            self.chart.setVisible(some and not self._as_table)
        elif some and not self._as_table and self.isVisible():
            self.draw_chart()

    def _dress(self) -> None:
        """Larger or smaller words move the count and the width of the list of names."""
        if self._figures:
            self.show_figures(self._figures, self._in_hand)
            self.which.setMinimumContentsLength(_names(scale()))

    def _toggle(self) -> None:
        self.set_table(not self._as_table)
        self.draw_chart()
        self.focus_rows()
        self.table_toggled.emit(self._as_table)

    def _fill_table(self, figures: TimelineFigures) -> None:
        self.table.selectionModel().blockSignals(True)
        self.table.set_rows([_cells(row, figures.today) for row in figures.rows])
        at = next((n for n, row in enumerate(figures.rows) if row.id == self._in_hand), -1)
        if at >= 0:
            self.table.setCurrentIndex(self.table.model().index(at, 0))
        self.table.selectionModel().blockSignals(False)

    def _take_row(self, at: int) -> None:
        if self._figures and 0 <= at < len(self._figures.rows):
            self._take(self._figures.rows[at].id)

    def _open_row(self, at: int) -> None:
        self._take_row(at)
        if self._in_hand:
            self.opened.emit(self._in_hand)

    def _bring_into_sight(self) -> None:
        """The row in hand, and a little round it, stays in sight while arrows move it."""
        if self.chart and self.chart.at >= 0:
            self._area.ensureVisible(0, self.chart.y() + self.chart.row_centre(self.chart.at), 0, tall(48))

    def _choose(self, milestone: str) -> None:
        """Take a line of the slip chart in hand, in the timeline too."""
        self._take(milestone)
        if self._figures:
            self.show_figures(self._figures, milestone)
        self._bring_into_sight()
        self.focus_rows()

    def _take(self, milestone: str) -> None:
        if milestone != self._in_hand:
            self._in_hand = milestone
            self.chosen.emit(milestone)


def _cells(row: TimelineRow, today: date) -> list[Cell]:
    """A row of the table: the facts of the chart's row."""
    return [
        Cell(row.title, note=_("critical") if row.critical else ""),
        Cell(row.owner),
        Cell(day(row.first_due)),
        Cell(now_words(row, today)),
        Cell(state_words(row), state=STATE_SHAPES[row.state]),
        Cell(slip_words(row)),
        Cell(row.cause, quiet=True),
    ]


class _Crumbs(QWidget):
    """The way here: partnerships, then the one whose milestones are shown."""

    def __init__(self, follow: Callable[[str, object], object]) -> None:
        super().__init__()
        self._id = ""
        self.up = flat(_("Partnerships"), lambda: follow("partnerships", None))
        self.name = flat("", lambda: follow("partnerships", self._id), "right")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.up)
        row.addWidget(self.name)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_way(self, id: str, name: str) -> None:
        self._id = id
        # A long name would push the page's buttons out of the window.
        self.name.set_word(_cut(name, 2 * _names(scale())))
        self.name.setAccessibleName(name)
        self.name.setToolTip(name)
        self.setFixedHeight(tall(24))
        self.setVisible(bool(id and name))


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def _names(scale: float) -> int:
    """How many letters the list of partnerships is wide."""
    return 28 if scale < LARGE else 12


def _counted(figures: TimelineFigures) -> str:
    """'8, of which 3 done and 4 slipping'."""
    rows = len(figures.rows)
    if figures.left_out:
        return _("The {n} late or next; all are shown by partnership.", n=rows)
    done, late = figures.count("done"), figures.count("past") + figures.count("slipping")
    if done and late:
        return _("{n}, of which {done} done and {late} slipping", n=rows, done=done, late=late)
    if done or late:
        return (
            _("{n}, of which {done} done", n=rows, done=done)
            if done
            else _("{n}, of which {late} slipping", n=rows, late=late)
        )
    return str(rows) if rows else ""


def _inset(part: QWidget) -> QVBoxLayout:
    """Everything but the chart stands in by what the chart's row in hand reaches out."""
    box = QVBoxLayout()
    box.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
    box.addWidget(part)
    return box
