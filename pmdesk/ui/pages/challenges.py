"""The page of challenges: what was asked of whom, with the reply beside it."""

from pmdesk.actions.challenges import new_challenge
from pmdesk.figures.record_page import Edit
from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _, spoken

KEY = "challenges"


def challenges_page(context: Context) -> RecordsPage:
    return ChallengesPage(context, ListWords(
        KEY, "challenge", _("Challenges"), _("Filter by words"), _("State"),
        _("What one partner asks another to answer for belongs here, with the reply in its own words."),
    ))  # fmt: skip


class ChallengesPage(RecordsPage):
    """A new one begins as asked by the council, today."""

    def new(self) -> None:
        known = new_challenge(self._context.register, self._context.today, spoken())
        self.edit(Edit("challenge", None, known))
