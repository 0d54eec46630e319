"""How the annual cycle looks: head, year and filters, the table or the reminders, the steps at the foot."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.figures.annual_cycle import STANDINGS, CycleFigures, OwedLine
from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import flat, menu_button, primary, secondary, tool
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.context import Context
from pmdesk.ui.empty import Empty
from pmdesk.ui.labels import label
from pmdesk.ui.page import MARGIN, TOP, Footer, PageHead, scrolled
from pmdesk.ui.pages.annual_updates_filters import CycleFilters
from pmdesk.ui.pages.annual_updates_remind import RemindPart
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.search_line import SearchLine
from pmdesk.ui.small_table import Cell, Column
from pmdesk.ui.theme import scale, themes
from pmdesk.ui.tick_table import TickTable, box
from pmdesk.ui.words import _, n_

# Pages that other parts of the year have: offered where the window has them.
ELSEWHERE = ("send-returns", "receive-returns", "annual-council")
LARGE = 1.25  # text scale above which two columns give way
MOST_LEFT = 3  # names told for each reason


class CycleView(QWidget):
    """`asked` gives the key of a button: 'accepted', 'published', 'return', 'all', 'open-year', ..."""

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.head = PageHead(_("Annual updates"))
        self._offer()
        self.year = ListChoice([], blank=False)
        self.year.setAccessibleName(_("Municipal year"))
        self.line = SearchLine(_("Filter by member or body"))
        self.filters = CycleFilters()
        self.ways = ViewSwitch([("table", _("Updates")), ("remind", _("Reminders"))], _("What is shown"))
        self.ways.chosen.connect(self.show_way)
        self.table = TickTable(
            [Column(_("Member"), 22, strong=True, gives=True), Column(_("Outside body"), 30, gives=True),
             Column(_("Status"), 12), Column(_("Late"), 12),
             Column(_("Group"), 14, gives=True), Column(_("Capacity"), 14, gives=True)],
            _("Annual updates of the year"),
        )  # fmt: skip
        self.left, self.remind = Left(), RemindPart(context)
        self.empty = Empty("", _("Open a municipal year"), lambda: self.asked.emit("open-year"), "plus")
        self.nothing = Empty(_("Nothing here under this filter."))
        self._all = flat("", lambda: self.asked.emit("all"))
        self._count = label("", "small", wrap=False)
        self._steps = (
            secondary(_("Return with a reason"), lambda: self.asked.emit("return")),
            secondary(_("Publish"), lambda: self.asked.emit("published")),
            primary(_("Accept"), lambda: self.asked.emit("accepted")),
        )
        self.way = "table"
        self._lay_out()
        themes().changed.connect(self._fit)
        self._fit()
        self.ways.show_way("table")

    def fill_years(self, register: Any, shown: str) -> None:
        """The years to choose from, newest first."""
        wanted = [(str(row["id"]), str(row["name"])) for row in register.all("municipal_year")]
        wanted.sort(key=lambda each: each[1], reverse=True)
        if [(self.year.itemData(at), self.year.itemText(at)) for at in range(self.year.count())] != wanted:
            self.year.clear()
            for id, name in wanted:
                self.year.addItem(name, id)
        self.year.set_value(shown or None)

    def say_year(self, figures: CycleFigures, said: tuple[str, str]) -> None:
        """The head, what is offered, and what stands in place of an empty table."""
        self.head.set(_("Annual updates"), said[0], line=said[1])
        for key, button in self._elsewhere.items():
            button.setVisible(self._context.has(key))
        none = _("No municipal year has been opened. Open one to see who owes an annual update.")
        nobody = _("Nobody holds a seat on an outside body in this year, so nobody owes an update.")
        self.empty.set_sentence(nobody if figures.year else none)
        if self.empty.button:
            self.empty.button.setVisible(not figures.year and not self._context.read_only)
        self.remind.show_figures(figures)

    def show_way(self, way: str) -> None:
        """The table of updates, or whom to remind."""
        self.way = way
        self._place()

    def show_rows(self, figures: CycleFigures, lines: Sequence[OwedLine], chosen: set[str]) -> None:
        """The rows in sight, those chosen with their boxes ticked, and what the foot can do with them."""
        held, scrolled_to = self.table.currentIndex(), self.table.verticalScrollBar().value()
        self.table.set_rows([_row(line, line.seat in chosen) for line in lines])
        if held.isValid() and held.row() < len(lines):
            self.table.setCurrentIndex(self.table.model().index(held.row(), held.column()))
        self.table.verticalScrollBar().setValue(scrolled_to)
        self._lines, self._any = len(lines), len(figures.lines)
        taken = sum(line.seat in chosen for line in lines)
        whole = taken == len(lines) and taken > 0
        self._all.set_word(_("Choose none") if whole else _("Choose all {n}", n=len(lines)))
        self._all.setEnabled(bool(lines))
        self._count.setText(n_(taken, "{n} chosen", "{n} chosen") if taken else _("None chosen"))
        for button in self._steps:
            button.setEnabled(taken > 0 and not self._context.read_only)
        self._place()

    _lines, _any = 0, 0

    def _fit(self) -> None:
        """Where the text is large, group and capacity are left to the filter and to the page of the body."""
        self.table.leave_out((4, 5), scale() > LARGE)

    def _place(self) -> None:
        """Which part has the page, and whether the foot has anything to do."""
        table = self.way == "table"
        part: QWidget = self.remind
        if not self._any:
            part = self.empty
        elif table:
            part = self._table_part if self._lines else self.nothing
        self._parts.setCurrentWidget(part)
        self.foot.setVisible(table and self._any > 0)
        self.left.setVisible(table and self.left.tells)
        for one in (self.line, self.filters.button, self.ways):
            one.setVisible(self._any > 0 and (table or one is self.ways))
        self.filters.setVisible(table and bool(self.filters.chosen) and self._any > 0)
        self.year.setVisible(self.year.count() > 0)

    def _offer(self) -> None:
        """The ways on to other parts of the year."""
        words = {
            "send-returns": _("Make forms to send"), "receive-returns": _("Receive returns"),
            "annual-council": _("Annual Council"),
        }  # fmt: skip
        self._elsewhere = {
            key: secondary(words[key], partial(self._context.visit, key, None)) for key in ELSEWHERE
        }
        for button in self._elsewhere.values():
            self.head.add_action(button)
        self.more = menu_button("", [
            (_("Publish all accepted"), lambda: self.asked.emit("publish-all")),
            None,
            (_("Open a municipal year"), lambda: self.asked.emit("open-year")),
            (_("Change the dates of this year"), lambda: self.asked.emit("dates")),
            None,
            (_("The year in pictures"), lambda: self._context.visit("year-in-pictures", self.year.value())),
            (_("See the pack"), lambda: self._context.visit("papers", "annual-pack")),
        ], "more", _("More about the year"))  # fmt: skip
        self.head.add_action(self.more)

    def _lay_out(self) -> None:
        back = flat(_("Back to the Desk"), lambda: self._context.visit("desk", None), "left")
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.year)
        asked.addWidget(self.line, 1)
        asked.addWidget(self.filters.button)
        asked.addSpacing(8)
        asked.addWidget(self.ways)
        asked.addStretch(0)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN, TOP, MARGIN, 0)
        above.setSpacing(12)
        above.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        above.addWidget(self.head)
        above.addLayout(asked)
        above.addWidget(self.filters)
        above.addWidget(self.left)
        self._table_part = QWidget()
        around = QVBoxLayout(self._table_part)
        around.setContentsMargins(MARGIN, 0, MARGIN, 12)
        around.addWidget(self.table, 1)
        around.addStretch(0)
        self._parts = QStackedWidget()
        for part in (self._table_part, self.remind, self.empty, self.nothing):
            self._parts.addWidget(part)
        inner = QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(above)
        column.addWidget(self._parts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(self._footer())

    def _footer(self) -> Footer:
        self.foot = Footer()
        self.foot.row.addWidget(self._all)
        self.foot.row.addWidget(self._count)
        self.foot.row.addStretch(1)
        for button in self._steps:
            self.foot.row.addWidget(button)
        return self.foot


class Left(QFrame):
    """Which updates stay as they were, each with its reason; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._title, self._lines = label("", "body_strong"), label("", "list")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._lines)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 12)
        layout.addLayout(words, 1)
        close = tool("close", _("Close"), lambda: self.tell(()))
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    tells = False

    def tell(self, left: Sequence[tuple[str, str]]) -> None:
        """Show each (name, reason), a line for each reason with the first of many names; nothing hides it."""
        n, names = len(left), dict[str, list[str]]()
        for name, why in left:
            names.setdefault(why, []).append(name)
        self._title.setText(n_(n, "{n} update stays as it was", "{n} updates stay as they were"))
        self._lines.setText("\n".join(f"{_some(own)}: {why}" for why, own in names.items()))
        self.tells = n > 0
        self.setVisible(self.tells)
        if n:
            announce(self, f"{self._title.text()}. {self._lines.text()}")


def _some(names: Sequence[str]) -> str:
    """'A, B; C, D and 4 more'."""
    more = _(" and {n} more", n=len(names) - MOST_LEFT) if len(names) > MOST_LEFT else ""
    return "; ".join(names[:MOST_LEFT]) + more


def _row(line: OwedLine, chosen: bool) -> list[Cell]:
    shape, said = STANDINGS[line.standing]
    late = n_(line.late, "{n} day late", "{n} days late") if line.late else ""
    return [
        box(line.member, chosen),
        Cell(line.body, link=True),
        Cell(_(said), state=shape),
        Cell(late, quiet=line.is_in),
        Cell(line.group, quiet=True),
        Cell(line.capacity, quiet=True),
    ]
