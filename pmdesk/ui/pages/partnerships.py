"""The page of partnerships, umbrella partnerships and their sub-groups."""

from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.partnership_view import PartnershipView
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _

KEY = "partnerships"


class PartnershipsPage(RecordsPage):
    """A page of records whose record shows its risks in their matrix."""

    def make_view(self) -> PartnershipView:
        return PartnershipView()


def partnerships_page(context: Context) -> PartnershipsPage:
    return PartnershipsPage(context, ListWords(
        KEY, "partnership", _("Partnerships"), _("Filter by name, partner, officer"), _("Progress"),
        _("The partnerships the council works in belong here, with their updates and milestones."),
    ))  # fmt: skip
