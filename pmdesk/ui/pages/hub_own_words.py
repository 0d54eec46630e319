"""A laptop that the others do not trust: it says so, with the six words to be read out on the telephone."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.actions.laptops import own_words
from pmdesk.figures.hub import OWN_TRUST, WAS_STOPPED
from pmdesk.ui.context import Context
from pmdesk.ui.field import inset
from pmdesk.ui.labels import label, prose
from pmdesk.ui.pages.record_parts import Prose
from pmdesk.ui.words import _


class HubOwnWords(QWidget):
    """Out of sight while the others trust this laptop, or nobody can know."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.heading, self.about, self.words = label("", "section"), prose(""), Prose("", "body_strong")
        self.words.setAccessibleName(_("The six words of this laptop"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self.about, self.words):
            column.addWidget(inset(part))
        self.hide()

    def show_trust(self, trust: str) -> None:
        """Say how it stands: TRUSTED, WAITS or WAS_STOPPED (figures/hub.py)."""
        self.setVisible(bool(trust))
        if trust:
            stopped = trust == WAS_STOPPED
            self.heading.setText(
                _("This laptop was stopped") if stopped else _("Nobody trusts this laptop yet")
            )
            self.about.setText(_(OWN_TRUST[trust]))
            self.words.setText(own_words(self._context.register))
