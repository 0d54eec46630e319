"""Tensions nobody has recorded yet: measures of one organisation that move against each other."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.pulls import by_organisation
from pmdesk.figures.record_page import Lead, RecordPage
from pmdesk.figures.suggestions import Found, looking_page, suggestions_page
from pmdesk.ui.apart import Apart
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import secondary
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes
from pmdesk.ui.page import PageHead
from pmdesk.ui.pages.record_view import RecordView
from pmdesk.ui.words import _, spoken

READ = ("measure", "reading", "serves", "organisation", "tension", "objective")
MANY_READ = 300  # measures whose readings are compared in the blink of an eye


class SuggestionsPage(QWidget):
    """Reached from the page of tensions; each pair leads to the form that records it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._stale = context, True
        self._apart = Apart(context, self, MANY_READ)
        self.view = SuggestionsView()
        self.view.followed.connect(self.follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        bus().changed.connect(self._changed)

    def refresh(self) -> None:
        """Look anew; in a large register readings are compared apart, and the page says so meanwhile."""
        self._stale = False
        if self._apart.is_large():
            self.view.show_page(looking_page(spoken()), None)
        self._apart.ask(by_organisation, self._found)

    def _found(self, found: Found | None, _later: bool) -> None:
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
