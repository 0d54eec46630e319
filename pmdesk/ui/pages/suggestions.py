"""Tensions nobody has recorded yet: measures of one organisation that move against each other."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.pulls import by_organisation
from pmdesk.figures.record_page import Lead, RecordPage
from pmdesk.figures.suggestions import suggestions_page
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do
from pmdesk.ui.page import PageHead
from pmdesk.ui.pages.record_view import RecordView
from pmdesk.ui.words import _, spoken

READ = ("measure", "reading", "serves", "organisation", "tension", "objective")


class SuggestionsPage(QWidget):
    """Reached from the page of tensions; each pair leads to the form that records it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._stale = context, True
        self.view = SuggestionsView()
        self.view.followed.connect(self.follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        bus().changed.connect(self._changed)

    def refresh(self) -> None:
        register, self._stale = self._context.register, False
        found = do(self._context, lambda: by_organisation(register))
        if found is not None:
            self.view.show_page(suggestions_page(found, self._context.today, spoken()), None)

    def follow(self, lead: Lead) -> None:
        self._context.visit(lead.page, lead.argument)

    def escape(self) -> bool:
        self._context.visit("tensions", None)
        return True

    def focus_record(self) -> None:
        self.view.focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _changed(self, changes: Changes | None) -> None:
        self._stale = self._stale or changes is None or changes.touches(*READ)
        if self._stale and self.isVisible():
            self.refresh()


class SuggestionsView(RecordView):
    """A page of sections without a record of its own: its one button leads back."""

    def _head(self, page: RecordPage) -> PageHead:
        head = PageHead()
        head.set(page.title, line=page.quiet)
        self.edit_button = secondary(_("Back to tensions"), lambda: self.go(Lead("tensions")), "back")
        head.add_action(self.edit_button)
        return head
