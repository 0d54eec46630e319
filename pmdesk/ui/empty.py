"""What an empty list says: one sentence about what belongs here and one button for the next step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmdesk.ui.buttons import secondary
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
        self.button = secondary(word, on_click, icon) if word else None
        if self.button:
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def set_sentence(self, sentence: str) -> None:
        self._sentence.setText(sentence)
