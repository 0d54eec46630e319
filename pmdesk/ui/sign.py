"""A state in a shape and a few words that leads to where it is told in full; words wrap in a narrow place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from pmdesk.ui.field import Mark
from pmdesk.ui.labels import label
from pmdesk.ui.theme import px, themes

SIDE = 10


class Sign(QPushButton):
    """Hidden while it has nothing to say; pressed by click, Space or Enter."""

    def __init__(self, indent: int = 0) -> None:
        super().__init__()
        self.setProperty("role", "sign")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self._mark, self._words = Mark("none", side=SIDE), label("", "small")
        for part in (self._mark, self._words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(indent, 2, 4, 2)
        layout.setSpacing(6)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words, 1)
        themes().changed.connect(self._measure)
        self.hide()

    def say(self, shape: str, words: str) -> None:
        """`shape` is one of ui/icons.py; empty words take the sign away."""
        self._mark.set_state(shape)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def said(self) -> str:
        return self._words.text()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def _measure(self) -> None:
        self._mark.setFixedSize(px(SIDE), px(SIDE))
