"""The page of outside bodies."""

from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _

KEY = "bodies"


def bodies_page(context: Context) -> RecordsPage:
    return RecordsPage(context, ListWords(
        KEY, "outside_body", _("Outside bodies"), _("Filter by name, member, officer"), _("Annual update"),
        _("The trusts, boards and charities to which the council sends people belong here."),
    ))  # fmt: skip
