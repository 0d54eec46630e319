"""The page of validations: the council looks at its own framework, head by head, as its register does."""

from pmdesk.ui.context import Context
from pmdesk.ui.pages.health_switch import SwitchedList
from pmdesk.ui.pages.list_part import ListPart, ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _

KEY = "validations"


def validations_page(context: Context) -> RecordsPage:
    return ValidationsPage(context, ListWords(
        KEY, "validation", _("Our framework"), _("Filter by title"), "",
        _("A dated look at your own targets and reports belongs here, scored by head with its evidence."),
    ))  # fmt: skip


class ValidationsPage(RecordsPage):
    """A page of records whose list leads to the health checks too."""

    def make_list(self, context: Context, words: ListWords) -> ListPart:
        return SwitchedList(context, words)
