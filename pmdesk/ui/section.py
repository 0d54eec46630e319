"""A section of a record: heading, quiet count, what can be done at the right, and what stands under it."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.ui.buttons import Button, flat
from pmdesk.ui.drawing import words_width
from pmdesk.ui.labels import label
from pmdesk.ui.theme import tall

HEADING = 28


class SectionHead(QWidget):
    """The heading row, 28 high; `action` is (word, icon or None, what it does); `under`: a lesser one."""

    def __init__(
        self,
        title: str,
        count: str = "",
        action: tuple[str, str | None, Callable[[], object]] | None = None,
        under: bool = False,
    ) -> None:
        super().__init__()
        self._role = "body_strong" if under else "section"
        self._title, self._count = label(title, self._role, wrap=False), label(count, "quiet", wrap=False)
        # A long heading wraps before it pushes its page wider than the window.
        self._title.setMinimumWidth(1)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._count)
        layout.addStretch(1)
        self.action: Button | None = None
        if action:
            self.action = flat(action[0], action[2], action[1])
            layout.addWidget(self.action)
        self.setMinimumHeight(tall(HEADING))
        self.setAccessibleName(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_title(self, text: str) -> None:
        self._title.setText(text)
        self._fit()

    def set_count(self, text: str) -> None:
        self._count.setText(text)

    def _beside(self) -> int:
        """What the count and the action take of the row."""
        parts = [part for part in (self._count, self.action) if part is not None]
        return sum(part.sizeHint().width() + self._row.spacing() for part in parts) + self._row.spacing()

    def _fit(self) -> None:
        """Words that have no room in one line wrap; Qt would wrap them long before."""
        wrap = words_width(self._title.text(), self._role) + 2 + self._beside() > self.width()
        if wrap != self._title.wordWrap():
            self._title.setWordWrap(wrap)
            self._row.setStretch(0, int(wrap))
            self._row.setStretch(2, int(not wrap))


class Section(QWidget):
    """A heading and a column `body` under it; add widgets with `add`."""

    def __init__(
        self,
        title: str,
        count: str = "",
        action: tuple[str, str | None, Callable[[], object]] | None = None,
        under: bool = False,
    ) -> None:
        super().__init__()
        self.head = SectionHead(title, count, action, under)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(self.body)

    def add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)

    def set_count(self, text: str) -> None:
        self.head.set_count(text)
