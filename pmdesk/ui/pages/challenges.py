"""The page of challenges: what was asked of whom, with the reply beside it; and the switch to tensions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from pmdesk.actions.challenges import new_challenge
from pmdesk.domain.words import N_
from pmdesk.figures.record_page import Edit
from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListPart, ListWords
from pmdesk.ui.pages.record_parts import LARGE
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.theme import scale, themes
from pmdesk.ui.words import _, spoken

KEY = "challenges"
WAYS = ((KEY, N_("Challenges")), ("tensions", N_("Tensions")))


def challenges_page(context: Context) -> RecordsPage:
    return ChallengesPage(context, ListWords(
        KEY, "challenge", _("Challenges"), _("Filter by words"), _("State"),
        _("What one partner asks another to answer for belongs here, with the reply in its own words."),
    ))  # fmt: skip


class HeldList(ListPart):
    """A list with the switch between challenges and tensions over it; each is a page of its own."""

    def __init__(self, context: Context, words: ListWords) -> None:
        self.switch = ViewSwitch([(code, _(word)) for code, word in WAYS], _("What is shown"))
        super().__init__(context, words)
        self.switch.show_way(words.key)
        self.switch.chosen.connect(self._go)

    def _go(self, way: str) -> None:
        """The other page comes into sight with its own way pressed; this one keeps its own."""
        self.switch.show_way(self._words.key)
        page = self._context.visit(way, None)
        switch = getattr(getattr(page, "list_part", None), "switch", None)
        if switch is not None:
            switch.focus()

    def _lay_out(self) -> None:
        super()._lay_out()
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setContentsMargins(12, 0, 16, 0)
        self.row.setSpacing(12)
        self.row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(1, self.row)
        layout.insertSpacing(2, 4)
        themes().changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        """Beside large words what stands at the right of the switch stands under it."""
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if scale() > LARGE else ways.LeftToRight)


class ChallengesPage(RecordsPage):
    """A new one begins as asked by the council, today."""

    def make_list(self, context: Context, words: ListWords) -> HeldList:
        return HeldList(context, words)

    def new(self) -> None:
        known = new_challenge(self._context.register, self._context.today, spoken())
        self.edit(Edit("challenge", None, known))
