"""The page of tensions: what pulls against what, who bears the cost, the way out, whether it held."""

from PySide6.QtCore import Qt

from pmdesk.domain.dates import say_date
from pmdesk.figures.record_page import Edit
from pmdesk.ui.buttons import flat
from pmdesk.ui.context import Context
from pmdesk.ui.pages.challenges import HeldList
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _, spoken

KEY = "tensions"


def tensions_page(context: Context) -> RecordsPage:
    return TensionsPage(context, ListWords(
        KEY, "tension", _("Tensions"), _("Filter by words"), _("State"),
        _("Targets that pull against each other belong here, with who bears the cost and the way out."),
    ))  # fmt: skip


class TensionsList(HeldList):
    """Beside the switch, the way to what the readings suggest."""

    def _lay_out(self) -> None:
        super()._lay_out()
        self.suggest_button = flat(_("Suggestions"), self._suggest, "search")
        self.row.addWidget(self.suggest_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addStretch(1)

    def _suggest(self) -> None:
        self._context.visit("suggestions", None)


class TensionsPage(RecordsPage):
    """A new one is seen today."""

    def make_list(self, context: Context, words: ListWords) -> TensionsList:
        return TensionsList(context, words)

    def new(self) -> None:
        self.edit(Edit("tension", None, {"seen_on": say_date(self._context.today, spoken())}))
