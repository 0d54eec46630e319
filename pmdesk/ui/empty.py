"""What an empty list says: one sentence about what belongs here and one button for the next step."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.ui.buttons import Button, secondary
from pmdesk.ui.labels import label


class Empty(QWidget):
    def __init__(
        self, sentence: str, word: str = "", on_click: Callable[[], object] | None = None,
        icon: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 16)
        layout.setSpacing(12)
        self._sentence = label(sentence, "quiet")
        layout.addWidget(self._sentence)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)
        self.button = self.add_button(secondary(word, on_click, icon)) if word else None
        layout.addStretch(1)

    def add_button(self, button: Button) -> Button:
        """Another next step, to the right of those that are there."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def stand_at(self, left: int) -> None:
        """Begin so many points from the left, as what stands above it does."""
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(left, 16, 16, 16)

    def set_sentence(self, sentence: str) -> None:
        self._sentence.setText(sentence)
