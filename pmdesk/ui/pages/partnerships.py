"""The page of partnerships, umbrella partnerships and their sub-groups."""

from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _

KEY = "partnerships"


def partnerships_page(context: Context) -> RecordsPage:
    return RecordsPage(context, ListWords(
        KEY, "partnership", _("Partnerships"), _("Filter by name, partner, officer"), _("Progress"),
        _("The partnerships the council works in belong here, with their updates and milestones."),
    ))  # fmt: skip
