"""The page of outside bodies, and from it the way to their year."""

from functools import partial

from pmdesk.domain.words import N_
from pmdesk.ui.buttons import menu_button
from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _

KEY = "bodies"
# The pages of the year, in the order a year goes; offered where the window has them.
YEAR = (
    ("gaps", N_("Gaps in seats")),
    ("annual-council", N_("Annual Council")),
    ("annual-updates", N_("Annual updates")),
    ("send-returns", N_("Make forms to send")),
    ("receive-returns", N_("Receive returns")),
)


def bodies_page(context: Context) -> RecordsPage:
    page = RecordsPage(context, ListWords(
        KEY, "outside_body", _("Outside bodies"), _("Filter by name, member, officer"), _("Annual update"),
        _("The trusts, boards and charities to which the council sends people belong here."),
    ))  # fmt: skip
    ways = [(_(word), partial(context.visit, key, None)) for key, word in YEAR if context.has(key)]
    page.list_part.head.add_action(menu_button("", ways, "calendar", _("The year of outside bodies")))
    return page
