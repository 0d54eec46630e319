"""What was typed on a page and never saved, offered back: bring it back, or throw it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pmdesk.actions.drafts import Draft
from pmdesk.domain.dates import say_date
from pmdesk.ui.buttons import flat, secondary
from pmdesk.ui.labels import label
from pmdesk.ui.words import _, spoken


class DraftOffer(QFrame):
    """Hidden until a draft is offered, and again after the answer: `taken` gives the draft, or `left`."""

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.draft: Draft | None = None
        self._said = label("", "body_strong")
        self.take = secondary(_("Bring it back"), lambda: self._answer(True))
        self.leave = flat(_("Throw it away"), lambda: self._answer(False))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._said)
        layout.addLayout(row)
        self.hide()

    def offer(self, draft: Draft | None) -> None:
        """Offer a draft, or hide where there is none."""
        self.draft = draft if draft is not None and draft.typed else None
        self.setVisible(self.draft is not None)
        if self.draft is None:
            return
        day, _space, time = self.draft.at.partition(" ")
        when = _("{day}, {time}", day=say_date(day, spoken()), time=time)
        self._said.setText(_("What you typed here on {when} was not saved.", when=when))

    def _answer(self, take: bool) -> None:
        draft = self.draft
        self.offer(None)
        if take and draft is not None:
            self.taken.emit(draft)
        else:
            self.left.emit()
