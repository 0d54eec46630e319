"""The page of organisations: the partners, and the council among them."""

from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _

KEY = "partners"


def partners_page(context: Context) -> RecordsPage:
    return RecordsPage(context, ListWords(
        KEY, "organisation", _("Partners"), _("Filter by name"), "",
        _("The organisations the council works with belong here."),
    ))  # fmt: skip
