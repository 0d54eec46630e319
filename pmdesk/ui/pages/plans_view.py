"""Draws what the Plans page has in hand: a record's page with its thread, its balance, its small charts."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from pmdesk.figures.alignment import AlignmentFigures
from pmdesk.figures.balance import BalanceFigures
from pmdesk.figures.multiples import MultiplesFigures
from pmdesk.figures.plan_page import BALANCE, MEASURES, SIDES, THREAD
from pmdesk.figures.record_page import Changed, Edit, Lead, RecordPage, Section
from pmdesk.figures.thread import ThreadFigures
from pmdesk.ui.buttons import flat, secondary
from pmdesk.ui.charts.balance import BalanceBar
from pmdesk.ui.charts.multiples import Multiples
from pmdesk.ui.labels import label
from pmdesk.ui.page import PageHead
from pmdesk.ui.pages.plans_sides import SidesView
from pmdesk.ui.pages.plans_thread import ThreadView
from pmdesk.ui.pages.record_view import RecordView
from pmdesk.ui.section import Section as SectionPart
from pmdesk.ui.tab_order import tab_as_laid_out
from pmdesk.ui.words import _, n_


class Drawn(NamedTuple):
    """What is drawn under some headings of a page; `left_out` measures of a plan have no small chart here."""

    thread: ThreadFigures | None = None
    balance: BalanceFigures | None = None
    multiples: MultiplesFigures | None = None
    sides: AlignmentFigures | None = None
    left_out: int = 0


class PlanView(RecordView):
    """A RecordView that puts drawings under the headings they belong to."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = Drawn()
        self.thread_part: ThreadView | None = None
        self.balance: BalanceBar | None = None
        self.multiples: Multiples | None = None
        self.sides: SidesView | None = None
        self._measures: SectionPart | None = None

    def show_plan(self, page: RecordPage, drawn: Drawn, changed: Changed | None, read_only: bool) -> None:
        """Draw a page and what is drawn on it."""
        self.drawn = drawn
        self.show_page(page, changed, read_only)

    def put_multiples(self, figures: MultiplesFigures, left_out: int) -> None:
        """Add the small charts of the plan in hand, read after its page was drawn."""
        self.drawn = self.drawn._replace(multiples=figures, left_out=left_out)
        if self._measures is not None and self.multiples is None:
            self._add_multiples(self._measures)
            tab_as_laid_out(self)
            QTimer.singleShot(0, self, self._give_height)

    def focus(self) -> None:
        """The first button of the head; a view that has none: its first list."""
        if self._is_record():
            super().focus()
            return
        first: QWidget | None = self.tables[0] if self.tables else self.thread_part
        if self.sides:
            first = self.sides.first_list()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_record(self) -> bool:
        return self.page is not None and self.page.kind in ("plan", "objective")

    def _draw(self) -> None:
        self.thread_part = self.balance = self.multiples = self.sides = self._measures = None
        super()._draw()

    def _head(self, page: RecordPage) -> PageHead:
        if self._is_record():
            return super()._head(page)
        head = PageHead()
        head.set(page.title, pill=page.pill, line=page.quiet)
        if page.primary:
            lead, icon = page.primary.lead, page.primary.icon
            head.add_action(secondary(page.primary.word, lambda: self.go(lead), icon))
        return head

    def _section(self, section: Section) -> SectionPart:
        part = super()._section(section)
        drawn = self._drawn_under(section, part)
        if drawn is not None:
            part.add(drawn)
        if section.title == _(MEASURES) and self.page is not None:
            self._finish_measures(part, self.page)
        return part

    def _drawn_under(self, section: Section, part: SectionPart) -> QWidget | None:
        if section.title == _(THREAD) and self.drawn.thread:
            self.thread_part = ThreadView()
            self.thread_part.set_figures(self.drawn.thread)
            self.thread_part.followed.connect(self.go)
            return self.thread_part
        if section.title == _(BALANCE) and self.drawn.balance and self.drawn.balance.total:
            self.balance = BalanceBar()
            self.balance.set_figures(self.drawn.balance)
            self.balance.chosen.connect(
                lambda kind: self.go(Lead("measures", {"kind": kind} if kind else None))
            )
            return self.balance
        if section.title == _(SIDES) and self.drawn.sides:
            self.sides = SidesView(self.drawn.sides)
            self.sides.followed.connect(self.go)
            part.head.hide()  # each side has its own heading
            return self.sides
        return None

    def _finish_measures(self, part: SectionPart, page: RecordPage) -> None:
        """An objective can be given a measure that is there already; a plan says what it leaves out."""
        if page.kind == "objective" and not self._read_only:
            lead = Lead("link", Edit("serves", None, {"objective": page.id}, "measure"))
            link = flat(_("Link a measure"), lambda: self.go(lead), "link")
            part.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if page.kind == "plan":
            self._measures = part
            self._add_multiples(part)

    def _add_multiples(self, part: SectionPart) -> None:
        figures = self.drawn.multiples
        if figures is None or not figures.tiles:
            return
        self.multiples = Multiples()
        self.multiples.set_figures(figures)
        self.multiples.opened.connect(lambda measure: self.go(Lead("measures", measure)))
        part.add(self.multiples)
        if self.drawn.left_out:
            said = n_(self.drawn.left_out, "{n} more is not drawn here.", "{n} more are not drawn here.")
            part.add(label(said, "quiet"))
