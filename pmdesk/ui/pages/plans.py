"""Plans and their objectives: the outline at the left, beside it the record in hand and its golden thread."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer

from pmdesk.actions import plans
from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.actions.pages import last_changed
from pmdesk.actions.thread import alignment
from pmdesk.figures.alignment import AlignmentFigures
from pmdesk.figures.balance import balance_figures
from pmdesk.figures.challenge_marks import Mark
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.multiples import multiples
from pmdesk.figures.plan_outline import VIEWS
from pmdesk.figures.plan_views import by_theme_page, thread_page, waiting_page
from pmdesk.figures.record_page import Edit, Lead, RecordPage
from pmdesk.ui.apart import Apart
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.pages.history_view import HistoryView
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.plans_link import LinkMeasure
from pmdesk.ui.pages.plans_outline import OutlinePart
from pmdesk.ui.pages.plans_view import Drawn, PlanView
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _, spoken

MOST_LISTED = 20  # measures under one heading of the two sides


class PlansPage(RecordsPage):
    """A page of records whose list is an outline, with two views above the plans (VIEWS)."""

    list_part: Any  # an OutlinePart: the same signals and verbs as the list of other pages
    view: PlanView

    def __init__(self, context: Context) -> None:
        self._wanted = ""
        super().__init__(context, ListWords("plans", "plan", _("Plans"), "", "", ""))
        self._apart = Apart(context, self)
        self.list_part.was_read.connect(self._was_read)

    def make_list(self, context: Context, words: ListWords) -> Any:
        return OutlinePart(context, self.edit)

    def make_view(self) -> PlanView:
        return PlanView()

    def shows(self) -> tuple[str, ...]:
        return plans.SHOWS

    def own_kinds(self) -> tuple[str, ...]:
        return ("plan", "objective")

    def open(self, record: str) -> None:
        """Show a plan, an objective, one of VIEWS, or the thread of a measure (its id)."""
        if self.list_part.reading:
            self._wanted = record
            return
        read = self.list_part.read
        if record not in VIEWS and read and plans.kind_of(self._context.register, read, record) == "measure":
            self._leave_form()
            self.list_part.view.choose_none()
            self._show(record)
        elif record not in VIEWS or self.list_part.choose(record):
            super().open(record)

    def _was_read(self) -> None:
        """What was read behind the window is there: show what was asked for meanwhile, or is in hand."""
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.open(wanted)
        elif self.shown():
            self._show(self.shown())
        elif self._pane() is None:
            self.list_part.choose_first()

    def follow(self, lead: Lead) -> None:
        """Do what a link asks; 'link' opens the form for a measure that is there already."""
        if lead.page == "link" and isinstance(lead.argument, Edit):
            self.link(lead.argument)
        else:
            super().follow(lead)

    def link(self, edit: Edit) -> None:
        """The form that links a measure to the objective in hand."""
        self._leave_form()
        form = LinkMeasure(self._context, edit, self._back)
        self._put(form)
        form.focus_field()

    def save(self) -> None:
        pane = self._pane()
        pane.save() if isinstance(pane, LinkMeasure) else super().save()

    def focus_record(self) -> None:
        pane = self._pane()
        pane.focus_field() if isinstance(pane, LinkMeasure) else super().focus_record()

    def draw(self, record: str) -> bool:
        """Draw a view, a plan, an objective or a measure's thread; False when it is not there."""
        read = self.list_part.read
        if read is None:
            return False
        if record in VIEWS:
            return self._draw_view(record, read)
        kind = plans.kind_of(self._context.register, read, record)
        if kind == "measure":
            return self._draw_measure(record, read)
        return self._draw_record(kind, record, read) if kind else False

    def _draw_view(self, view: str, read: plans.PlansRead) -> bool:
        register, words = self._context.register, spoken()
        if view == "gaps":
            page = do(self._context, lambda: plans.gaps_of_plans(register, read, words))
            return page is not None and self._put_page(page, Drawn())
        today = self._context.today
        if not self._apart.ask(
            lambda of: alignment(of, today, words, MOST_LISTED, read.thread), self._draw_sides
        ):
            self._put_page(waiting_page(words), Drawn())
        return True

    def _draw_sides(self, figures: AlignmentFigures | None, later: bool) -> None:
        if figures and self.shown() == "by-theme":
            self._put_page(by_theme_page(figures, spoken()), Drawn(sides=figures))

    def _put_page(self, page: RecordPage, drawn: Drawn) -> bool:
        self.view.show_plan(page, drawn, None, self._context.read_only)
        return True

    def _draw_measure(self, measure: str, read: plans.PlansRead) -> bool:
        register, words = self._context.register, spoken()
        figures = do(
            self._context, lambda: plans.thread_from(register, read, measure, self._context.today, words)
        )
        if figures is not None:
            self._put_page(thread_page(figures, words), Drawn(figures))
        return figures is not None

    def _draw_record(self, kind: str, record: str, read: plans.PlansRead) -> bool:
        register, words = self._context.register, spoken()
        found = do(self._context, lambda: plans.page_of(register, read, record, self._context.today, words))
        if found is None:
            return False
        page, thread = found
        drawn = Drawn(thread)
        if kind == "plan":
            counts, bare = plans.balance_of(read, record)
            drawn = Drawn(balance=balance_figures(counts, words, bare))
            # Their readings are read once the page stands: twenty charts would keep a person waiting for it.
            QTimer.singleShot(0, self, lambda: self._draw_multiples(record, read))
        self.view.show_plan(page, drawn, last_changed(register, kind, record), self._context.read_only)
        return True

    def _draw_multiples(self, plan: str, read: plans.PlansRead) -> None:
        page = self.view.page
        if page is None or page.id != plan or self.list_part.read is not read:
            return
        stories = do(
            self._context, lambda: plans.stories_of(self._context.register, read, plan, self._context.today)
        )
        if stories:
            left_out = len(plans.measures_in(read, plan)) - len(stories)
            self.view.put_multiples(multiples(stories, spoken(), self._marks(stories)), left_out)

    def _marks(self, stories: Sequence[MeasureStory]) -> dict[str, Mark]:
        ids = [each.measure["id"] for each in stories]
        return challenge_marks(self._context.register, ids, self._context.today, spoken())

    def _pane(self) -> Any:
        pane = self.record_part.currentWidget()
        return pane if isinstance(pane, LinkMeasure | HistoryView) else super()._pane()
