"""The page of people: elected members, officers and partners' contacts."""

from pmdesk.ui.buttons import menu_button
from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _

KEY = "members"


def members_page(context: Context) -> RecordsPage:
    """The list, with the way to those who are gone and may be erased."""
    page = RecordsPage(context, ListWords(
        KEY, "person", _("Members"), _("Filter by name, ward, group"), "",
        _("Elected members, officers and partners’ contacts belong here."),
    ))  # fmt: skip
    gone = (_("Gone for long"), lambda: context.visit("retention", None))
    page.list_part.head.add_action(menu_button("", [gone], "more", _("More about members")))
    return page
