"""A band above every page that says something of the register as a whole, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import Button, Callback, flat
from pmdesk.ui.flow import Flow
from pmdesk.ui.labels import label


class Banner(QWidget):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self._ways = label("", "list"), Flow(16)
        self.buttons: list[Button] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(4)
        layout.addWidget(self._words)
        layout.addWidget(self._ways)
        self.hide()

    def say(self, sentence: str, ways: Sequence[tuple[str, Callback]]) -> None:
        """Show a sentence, and a button for each (word, what it does)."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.buttons = [flat(word, do) for word, do in ways]
        self._ways.set_parts(list(self.buttons))
        self.show()
        announce(self, sentence)

    def sentence(self) -> str:
        return self._words.text() if self.isVisible() else ""

    def put_away(self) -> None:
        self.hide()
