"""Under the grid: what the row in hand wants, its note, and the cause that a missed target asks for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from pmdesk.domain.measure import READING
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.field import Mark
from pmdesk.ui.labels import label
from pmdesk.ui.text_editors import LongText
from pmdesk.ui.theme import px, scale, tall, themes
from pmdesk.ui.words import _

TURN, LEAST, LARGE = 500, 108, 1.4
_WAY = QBoxLayout.Direction


class ReadingsNote(QFrame):
    """`typed(field, text)` is called while the note or its cause is typed."""

    def __init__(self, typed: Callable[[str, str], object]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._mark, self._said = Mark("none"), label("", "body_strong")
        self.commentary = LongText(2)
        self.commentary.setAccessibleName(_("Commentary"))
        self.commentary.setPlaceholderText(_(READING.field("commentary").help))
        self.commentary.edited.connect(lambda: typed("commentary", self.commentary.toPlainText()))
        choices = [(code, _(word)) for code, word in READING.field("cause").choices]
        self.cause = ListChoice(choices)
        self.cause.setItemText(0, _("Whose doing is it?"))
        self.cause.setAccessibleName(_("Cause"))
        self.cause.edited.connect(lambda: typed("cause", self.cause.value() or ""))
        self._editors = QWidget()
        self._lay_out()
        themes().changed.connect(self._fit)
        self.say("none", "")

    def say(self, shape: str, sentence: str) -> None:
        """One sentence about the row in hand, with the shape of what it is about."""
        self._mark.set_state(shape)
        self._mark.setVisible(bool(sentence) and shape != "none")
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._said.setProperty("role", "quiet" if shape == "none" else "body_strong")
        self._said.style().polish(self._said)

    def said(self) -> str:
        return self._said.text()

    def show_row(self, texts: Mapping[str, str] | None, missed: bool, read_only: bool = False) -> None:
        """The note of a row (its texts), and its cause where the target is missed; nothing for None."""
        self._editors.setVisible(texts is not None)
        if texts is None:
            return
        if (self.commentary.toPlainText(), self.cause.value() or "") != (texts["commentary"], texts["cause"]):
            self.commentary.set_value(texts["commentary"])
            self.cause.set_value(texts["cause"] or None)
        self.cause.setVisible(missed or bool(texts["cause"]))
        for editor in (self.commentary, self.cause):
            editor.set_read_only(read_only)

    def focus(self) -> None:
        answered = self.commentary.value() and self.cause.isVisible()
        wanted = self.cause if answered else self.commentary
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._box.setDirection(_WAY.TopToBottom if self.width() < px(TURN) else _WAY.LeftToRight)
        # The panel keeps its height whatever it says: the grid above does not move.
        self.setMinimumHeight(tall(LEAST, 3) if scale() <= LARGE else 0)

    def _lay_out(self) -> None:
        self._box = QBoxLayout(_WAY.LeftToRight, self._editors)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(self.commentary, 1)
        self._box.addWidget(self.cause, 0, Qt.AlignmentFlag.AlignTop)
        row = QBoxLayout(_WAY.LeftToRight)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._editors)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
