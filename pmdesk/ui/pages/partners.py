"""The page of organisations: the partners, and the council among them."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.organisation_shown import awaited_page
from pmdesk.actions.pages import last_changed, record_page
from pmdesk.figures.organisation_page import OrganisationPage
from pmdesk.figures.record_page import RecordPage
from pmdesk.ui.apart import Apart
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.partners_view import PartnerView
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _, spoken

KEY = "partners"
MANY_READ = 60  # measures whose targets are judged in the blink of an eye


def partners_page(context: Context) -> RecordsPage:
    return PartnersPage(context, ListWords(
        KEY, "organisation", _("Partners"), _("Filter by name"), _("Money"),
        _("The organisations the council works with belong here."),
    ))  # fmt: skip


class PartnersPage(RecordsPage):
    """The list of organisations and the one in hand, with its chart."""

    view: PartnerView

    def __init__(self, context: Context, words: ListWords) -> None:
        super().__init__(context, words)
        self._apart = Apart(context, self, MANY_READ)

    def draw(self, record: str) -> bool:
        """At once; how the targets of many measures ended comes when they have been read."""
        context, words = self._context, spoken()
        owned = context.register.count("measure", owner_organisation=record)
        if owned <= MANY_READ or not self._apart.is_large():
            return super().draw(record)
        page = do(context, lambda: awaited_page(context.register, record, context.today, words))
        if page is None:
            return False
        self._draw_page(page)
        self._apart.ask(
            lambda register: record_page(register, "organisation", record, context.today, words),
            self._read_whole,
        )
        return True

    def _read_whole(self, page: RecordPage | None, _later: bool) -> None:
        if page is not None and page.id == self.shown():
            self._draw_page(page)

    def _draw_page(self, page: RecordPage) -> None:
        changed = last_changed(self._context.register, "organisation", page.id)
        self.view.show_page(page, changed, self._context.read_only)

    def make_view(self) -> PartnerView:
        made = PartnerView()
        made.picture_asked.connect(self.ask_picture)
        return made

    def ask_picture(self) -> None:
        """Ask where the chart's picture shall lie and save it there."""
        if self.view.page is None:
            return
        start = str(Path.home() / f"{self.view.page.title}.png".replace("/", "-"))
        kinds = f"{_('Picture')} (*.png);;{_('Drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(self, _("Save chart as a picture"), start, kinds)
        if chosen:
            path, ending = Path(chosen), ".svg" if "svg" in kind else ".png"
            self.save_picture(
                path if path.suffix.lower() in (".png", ".svg") else path.with_name(path.name + ending)
            )

    def save_picture(self, path: Path) -> None:
        """Save the chart as a picture; what could not be written is said."""
        from pmdesk.ui.charts.picture import save_attainment_picture

        page = self.view.page
        bars = page.bars if isinstance(page, OrganisationPage) else None
        if page and bars and do(self._context, lambda: save_attainment_picture(bars, page.title, path)):
            self._context.toast(_("Saved {name}.", name=path.name))
