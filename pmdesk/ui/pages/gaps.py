"""Gaps in the seats of outside bodies, each with the way to mend it, and political balance over them all."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.gaps import SHOWS, GapFigures, gap_figures
from pmdesk.domain.dates import say_date
from pmdesk.domain.seat_gaps import MONTHS_AHEAD
from pmdesk.figures.balance_words import balance_columns, balance_rows, say_balance, say_unbalanced
from pmdesk.figures.gap_lines import GapLine
from pmdesk.figures.record_page import Lead, Pair
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import flat, menu_button
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes
from pmdesk.ui.empty import Empty
from pmdesk.ui.link_list import OVERHANG, Group, Item, LinkList
from pmdesk.ui.page import MARGIN, TOP, PageHead, page_column
from pmdesk.ui.pages.record_parts import Pairs, Prose
from pmdesk.ui.section import Section
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.theme import px
from pmdesk.ui.words import _, n_, spoken

WIDEST = 720  # figures that stand too far from their names are misread
MONTHS = (3, 6, 12, 24, 48)
_STATES = {"law": "close", "now": "close", "together": "clock", "ending": "clock", "substitute": "none"}


class GapsPage(QWidget):
    """Reached from Outside bodies and the Desk."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.figures: GapFigures | None = None
        self.months = MONTHS_AHEAD
        self.head = PageHead(_("Gaps in seats"))
        entries = [(_within(months), lambda months=months: self.look_ahead(months)) for months in MONTHS]
        self.ahead = menu_button(_within(self.months), entries)
        self.head.add_action(self.ahead)
        self.list = LinkList(_("Seats that are or will be empty"))
        self.list.go.connect(self._go)
        self.empty = Empty("", _("Outside bodies"), lambda: self._context.visit("bodies", None))
        self._balance = QVBoxLayout()
        self._lay_out()
        bus().changed.connect(self._changed)

    def arrive(self, argument: object = None) -> None:
        """Read it anew: a day may have passed since."""
        self.refresh()

    def look_ahead(self, months: int) -> None:
        """Show what is empty within so many months."""
        self.months = months
        self.ahead.set_word(_within(months))
        self.refresh()

    def refresh(self) -> None:
        self.figures = gap_figures(self._context.register, self._context.today, self.months, spoken())
        self._show(self.figures)

    def focus_list(self) -> None:
        self.list.setFocus() if self.list.isVisible() else self.ahead.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*SHOWS):
            self.refresh()

    def _lay_out(self) -> None:
        area, column = page_column(MARGIN - OVERHANG, MARGIN - OVERHANG, 0, TOP)
        above, below = QVBoxLayout(), QVBoxLayout()
        for part in (above, below):
            part.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        above.setSpacing(12)
        back = flat(_("Back to outside bodies"), lambda: self._context.visit("bodies", None), "left")
        above.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        above.addWidget(self.head)
        below.addSpacing(24)
        below.addLayout(self._balance)
        column.addLayout(above)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        column.addLayout(below)
        self._area = area
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_height()

    def _give_height(self) -> None:
        """Words that wrap need their height for this width: a scroll area alone would press the list."""
        inner = self._area.widget()
        layout = inner.layout() if inner else None
        if inner and layout and layout.hasHeightForWidth():
            inner.setMinimumHeight(layout.totalHeightForWidth(self._area.viewport().width()))

    def _show(self, figures: GapFigures) -> None:
        day = say_date(figures.until, spoken())
        empty = figures.seats.total()
        self.head.set(
            _("Gaps in seats"),
            n_(empty, "{n} seat until {day}", "{n} seats until {day}", day=day) if empty else "",
        )
        self.list.set_groups(
            [
                Group(group.title, str(len(group.lines)), [_item(group.code, line) for line in group.lines])
                for group in figures.groups
            ]
        )
        self.list.setVisible(bool(figures.groups))
        self.empty.setVisible(not figures.groups)
        self.empty.set_sentence(
            _("No seat is empty or will be before {day}.", day=day)
            if figures.bodies
            else _("Seats stand here when they are empty or soon will be. There is no outside body yet.")
        )
        self._show_balance(figures)
        QTimer.singleShot(0, self, self._give_height)

    def _show_balance(self, figures: GapFigures) -> None:
        """Over all bodies, then each of three seats or more that is out of balance."""
        while (item := self._balance.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if not figures.bodies:
            return
        whole, words = Section(_("Political balance"), _("over all seats")), spoken()
        if figures.balance.shares:
            columns = [
                Column(each.title, each.share, each.align, each.strong) for each in balance_columns(words)
            ]
            table = SmallTable(columns, _("Political balance"))
            table.setMaximumWidth(px(WIDEST))
            rows = balance_rows(figures.balance.shares, words)
            table.set_rows([[Cell(cell.text, quiet=cell.quiet) for cell in row.cells] for row in rows])
            whole.add(table)
        whole.add(Prose(say_balance(figures.balance, words)))
        self._balance.addWidget(whole)
        if figures.unbalanced:
            part = Section(_("Three seats or more, out of balance"), str(len(figures.unbalanced)), under=True)
            pairs = [
                Pair(name, say_unbalanced(balance, words), _("Open"), Lead("bodies", id))
                for id, name, balance in figures.unbalanced
            ]
            part.add(Pairs(pairs, self._follow, self._context.read_only))
            self._balance.addSpacing(16)
            self._balance.addWidget(part)

    def _go(self, line: object) -> None:
        if isinstance(line, GapLine):
            # The body first: its page is where the form leads back to.
            self._context.visit("bodies", line.gap.body)
            if line.lead.argument != line.gap.body:
                self._follow(line.lead)

    def _follow(self, lead: Lead | None) -> None:
        if lead is not None:
            self._context.visit(lead.page, lead.argument)


def _within(months: int) -> str:
    return n_(months, "Within {n} month", "Within {n} months")


def _item(code: str, line: GapLine) -> Item:
    # What the law requires and nobody fills is missed already.
    state = "missed" if code == "law" and line.gap.day is None else _STATES[code]
    return Item(state, line.body, line.what, line.officer, line.when, line.go, line)
