"""The page of validations: the council looks at its own framework, head by head, as its register does."""

from pmdesk.actions.pages import last_changed, record_page
from pmdesk.actions.validations import scores
from pmdesk.figures.record_page import RecordPage
from pmdesk.ui.apart import Apart
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.pages.health_switch import SwitchedList
from pmdesk.ui.pages.list_part import ListPart, ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _, spoken

KEY, KIND = "validations", "validation"
MANY_READ = 300  # measures whose stories are read in the blink of an eye


def validations_page(context: Context) -> RecordsPage:
    return ValidationsPage(context, ListWords(
        KEY, KIND, _("Our framework"), _("Filter by title"), "",
        _("A dated look at your own targets and reports belongs here, scored by head with its evidence."),
    ))  # fmt: skip


class ValidationsPage(RecordsPage):
    """A page of records whose list leads to the health checks too."""

    def __init__(self, context: Context, words: ListWords) -> None:
        super().__init__(context, words)
        self._apart = Apart(context, self, MANY_READ)

    def make_list(self, context: Context, words: ListWords) -> ListPart:
        return SwitchedList(context, words)

    def draw(self, record: str) -> bool:
        """The scores at once; what the register says beside them comes when a large one has been read."""
        if not self._apart.is_large():
            return super().draw(record)
        context, words = self._context, spoken()
        page = do(context, lambda: scores(context.register, record, context.today, words))
        if page is None:
            return False
        self._draw_page(page)
        self._apart.ask(
            lambda register: record_page(register, KIND, record, context.today, words), self._read_whole
        )
        return True

    def _read_whole(self, page: RecordPage | None, _later: bool) -> None:
        if page is not None and page.id == self.shown():
            self._draw_page(page)

    def _draw_page(self, page: RecordPage) -> None:
        changed = last_changed(self._context.register, KIND, page.id)
        self.view.show_page(page, changed, self._context.read_only)
