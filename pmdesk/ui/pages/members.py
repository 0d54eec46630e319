"""The page of people: elected members, officers and partners' contacts."""

from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _

KEY = "members"


def members_page(context: Context) -> RecordsPage:
    return RecordsPage(context, ListWords(
        KEY, "person", _("Members"), _("Filter by name, ward, group"), "",
        _("Elected members, officers and partners’ contacts belong here."),
    ))  # fmt: skip
