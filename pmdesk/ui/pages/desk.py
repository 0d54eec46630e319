"""The desk: what needs somebody today, each line a link to the place where it is mended."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.attention import attention
from pmdesk.actions.finding import place_of
from pmdesk.figures.desk import DeskFigures, Figure
from pmdesk.figures.desk_items import Group as DeskGroup
from pmdesk.figures.desk_items import Item as DeskItem
from pmdesk.ui.apart import Apart
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import secondary
from pmdesk.ui.charts.returns import ReturnsChart
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.facts import Fact, FiguresStrip
from pmdesk.ui.link_list import OVERHANG, Group, Item, LinkList
from pmdesk.ui.page import MARGIN, PageHead, page_column
from pmdesk.ui.words import _, spoken

# A group shows this many; the rest at 'Show all'.
SHOWN = 3
# So many figures fit beside the returns; those that come later give way.
MOST_FIGURES = 4
# Pages that are a form, and the kind of record each is the form of.
FORMS = {"progress-update": "progress_update", "annual-update": "annual_update"}
# A group too long for the desk leads to the page that has them all: a page, and what it is given.
ON_PAGES: Mapping[str, tuple[str, object]] = {
    "noteless": ("measures", {"noteless": True}),
    "readings": ("measures", {"overdue": True}),
    "unready": ("measures", {"ready": False}),
    "milestones": ("milestones", None),
    "asked": ("bodies", None),
    "unsettled": ("conflicts", None),
    "annual": ("annual-updates", None),
    "gone": ("retention", None),
}
# The page of these says more than the rest of the group: it is shown there, not here.
ALWAYS_ON_PAGES = ("annual",)
# The number beside the desk's name may lag this many milliseconds behind a save made on another page.
LATER = 1500


class DeskPage(QWidget):
    """`counted` is told how many lines there are, for the number beside the desk's name."""

    def __init__(self, context: Context, counted: Callable[[int], object] = lambda n: None) -> None:
        super().__init__()
        self._context, self._counted = context, counted
        self._figures: DeskFigures | None = None
        self._apart, self._reading, self._stale = Apart(context, self), False, False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.refresh)
        self._open: set[str] = set()
        self.head = PageHead(_("Desk"))
        for key, word in (
            ("reporting", _("Progress reports")),
            ("annual-council", _("Annual Council")),
            ("annual-updates", _("Annual updates")),
            ("gaps", _("Gaps in seats")),
        ):
            self.head.add_action(secondary(word, partial(self._context.visit, key, None)))
        self.strip, self.chart = FiguresStrip(), ReturnsChart()
        self.strip.room.addWidget(self.chart)
        self.list = LinkList(_("What needs somebody"))
        self.empty = Empty(
            _("Nothing needs you today. Updates that fall due and dates that slip will stand here."),
            _("Bring in a file"),
            lambda: self._context.visit("import", None),
            "import",
        )
        self._lay_out()
        self.list.go.connect(self._go)
        self.list.show_all.connect(self._show_all)
        bus().changed.connect(self._changed)

    def arrive(self, argument: object = None) -> None:
        """Read the desk anew: a day may have passed since."""
        self.refresh()

    def refresh(self) -> None:
        """Read the register and show what needs somebody; a large one is read apart, once at a time."""
        self._again.stop()
        if self._reading:
            self._stale = True
            return
        if self._figures is None and self._apart.is_large():
            self.head.set(_("Desk"), _("Looking through the register…"))
            self.empty.hide()
        self._reading = True
        today, words = self._context.today, spoken()
        self._apart.ask(lambda register: attention(register, today, words), self._read)

    def _read(self, figures: DeskFigures | None, _later: bool) -> None:
        self._reading = False
        if figures is not None:
            self._figures = figures
            self._show(figures)
        if self._stale:
            self._stale = False
            self.refresh()

    def focus_list(self) -> None:
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._figures is None or self._again.isActive():
            self.refresh()

    def _changed(self, _changes: object) -> None:
        """Someone saved: read again now, or a little later where another page is in sight."""
        if self.window().isVisible():
            self._again.start(0 if self.isVisible() else LATER)

    def _lay_out(self) -> None:
        area, column = page_column(MARGIN - OVERHANG, MARGIN - OVERHANG)
        above = QVBoxLayout()
        above.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        above.setSpacing(12)
        above.addWidget(self.head)
        above.addWidget(self.strip)
        column.addLayout(above)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _show(self, figures: DeskFigures) -> None:
        self.head.set(_("Desk"), figures.day)
        shown = [figure for figure in figures.strip if figure.of][:MOST_FIGURES]
        self.strip.set_figures([_fact(figure) for figure in shown])
        self.strip.setVisible(bool(shown))
        self.chart.set_curve(figures.returns)
        self.list.set_groups([self._group(group) for group in figures.groups])
        self.list.setVisible(bool(figures.groups))
        self.empty.setVisible(not figures.groups)
        if self.empty.button:
            # The next step of a register just started; who has records has come further.
            self.empty.button.setVisible(not shown and not self._context.register.read_only)
        self._counted(figures.count)

    def _group(self, group: DeskGroup) -> Group:
        whole = group.key in self._open or group.count <= SHOWN
        link = "" if whole else _("Show all {n}", n=group.count)
        if group.key in self._open and len(group.items) > SHOWN:
            link = _("Show fewer")
        items = group.items if whole else group.items[:SHOWN]
        return Group(group.title, str(group.count), [_line(item) for item in items], link, group.key)

    def _show_all(self, key: object) -> None:
        groups = self._figures.groups if self._figures else ()
        if key in ALWAYS_ON_PAGES or any(group.key == key and group.more for group in groups):
            self._context.visit(*ON_PAGES[str(key)])
            return
        self._open ^= {str(key)}
        if self._figures:
            self._show(self._figures)

    def _go(self, item: object) -> None:
        if isinstance(item, DeskItem):
            self._context.visit(*way_to(self._context.register, item))


def way_to(register: Any, item: DeskItem) -> tuple[str, object]:
    """The page that mends an item and what it is given: a record's id, or ('new', whose) for a new update."""
    if item.page in FORMS:
        return item.page, item.id if item.kind == FORMS[item.page] else ("new", item.id)
    return place_of(register, item.kind, item.id) if item.page == "record" else (item.page, item.id)


def _fact(figure: Figure) -> Fact:
    return Fact(figure.label, _("{n} of {m}", n=figure.n, m=figure.of), figure.quiet)


def _line(item: DeskItem) -> Item:
    return Item(item.state, item.title, item.quiet, item.who, item.when, item.go, item)
