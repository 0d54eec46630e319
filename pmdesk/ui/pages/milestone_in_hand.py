"""Under the chart: the milestone in hand, its dates and why they moved, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.actions.milestone_figures import Questions, Redate
from pmdesk.actions.waiting import WaitLines
from pmdesk.figures.timeline import TimelineRow
from pmdesk.ui.buttons import quiet, secondary
from pmdesk.ui.charts.said import STATE_SHAPES, day, slip_words, state_words
from pmdesk.ui.drawing import words_width
from pmdesk.ui.facts import Fact, FactsPanel
from pmdesk.ui.labels import label
from pmdesk.ui.page import beside
from pmdesk.ui.pages.milestone_challenges import MilestoneChallenges
from pmdesk.ui.pages.milestone_waits import Find, WaitList
from pmdesk.ui.pages.unsettled_mark import UnsettledMark
from pmdesk.ui.pill import Pill
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.theme import px, scale, themes
from pmdesk.ui.words import _

Verb = Callable[[], object]
WIDEST, TURN, LARGE = 420, 720, 1.4
NONE = WaitLines()


class MilestoneInHand(QWidget):
    """Hidden while no milestone is chosen."""

    def __init__(self, redate: Verb, done: Verb, edit: Verb, find: Find, read_only: bool) -> None:
        """`find` gives the milestones that can be added to what waits, for what is typed."""
        super().__init__()
        self.title, self.pill = label("", "section"), Pill()
        self.redate_button = secondary(_("Re-date"), redate, "calendar")
        self.done_button = secondary(_("Mark done"), done, "save")
        self.edit_button = quiet(_("Edit"), edit, "edit")
        words, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (words, buttons):
            row.setSpacing(12)
        words.addWidget(self.title)
        words.addWidget(self.pill)
        words.addStretch(1)
        for button in (self.edit_button, self.done_button, self.redate_button):
            button.setEnabled(not read_only)
            buttons.addWidget(button)
        # Beside large words the buttons go below.
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addLayout(words, 1)
        self._head.addLayout(buttons)
        self._buttons = buttons
        self.facts = FactsPanel()
        self.questions = label("", "list")
        self.heading = label(_("Why its date moved"), "strong")
        self.redates = SmallTable(
            [Column(_("Reported on"), 16), Column(_("New date"), 16, strong=True), Column(_("Cause"), 20),
             Column(_("Reason"), 48)], _("Why its date moved"),
        )  # fmt: skip
        self.waits_for = WaitList(
            _("Waits for"), _("It waits for no other milestone."), _("Add what it waits for"), find, read_only
        )
        self.wait_for_it = WaitList(
            _("Wait for it"), _("No other milestone waits for it."), _("Add what waits for it"), find,
            read_only,
        )  # fmt: skip
        self.challenges = MilestoneChallenges(read_only)
        self.mark = UnsettledMark(self.challenges.followed.emit)
        both = beside(self.waits_for, self.wait_for_it, turn_at=TURN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._head)
        for part in (
            self.mark,
            self.facts,
            self.questions,
            both,
            self.heading,
            self.redates,
            self.challenges,
        ):
            layout.addWidget(part)
        themes().changed.connect(self._measure)
        self.hide()

    def stop_adding(self) -> bool:
        """Close a line in which a milestone is being chosen; whether one was open."""
        return any([part.stop() for part in (self.waits_for, self.wait_for_it)])

    def show_milestone(
        self,
        row: TimelineRow | None,
        redates: list[Redate],
        questions: Questions | None = None,
        waits: WaitLines = NONE,
    ) -> None:
        self.setVisible(row is not None)
        if row is None:
            return
        self.title.setText(row.title)
        self._measure()
        self.pill.set(STATE_SHAPES[row.state], state_words(row))
        self.redate_button.setVisible(not row.done)
        self.done_button.setVisible(not row.done)
        self.facts.set_facts([
            Fact(_("First date"), day(row.first_due) or _("None")),
            Fact(_("Done") if row.done else _("Now"), day(row.now) or _("No date")),
            Fact(_("Slip"), slip_words(row) or _("Not known")),
            Fact(_("Owner"), row.owner or _("Nobody named")),
        ])  # fmt: skip
        self.questions.setText(_asked(questions) if questions else "")
        self.questions.setVisible(questions is not None)
        self.waits_for.show_lines(waits.waits_for)
        self.wait_for_it.show_lines(waits.wait_for_it)
        self.heading.setVisible(bool(redates))
        self.redates.setVisible(bool(redates))
        self.redates.set_rows([
            [Cell(each.reported), Cell(each.date), Cell(each.cause), Cell(each.reason, quiet=True)]
            for each in redates
        ])  # fmt: skip

    def _measure(self) -> None:
        """A wrapping label asks for little room: a title of ordinary length stays on one line."""
        self.title.setMinimumWidth(round(min(words_width(self.title.text(), "section") + 4, px(WIDEST))))
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.TopToBottom if scale() > LARGE else directions.LeftToRight)
        self._head.setAlignment(
            self._buttons, Qt.AlignmentFlag.AlignLeft if scale() > LARGE else Qt.AlignmentFlag(0)
        )


def _asked(questions: Questions) -> str:
    """'SMART: 4 of 5 answered. What will be there when it is done?'"""
    said = _("SMART: {n} of {of} answered.", n=questions.answered, of=questions.of)
    return " ".join((said, *questions.asked))
