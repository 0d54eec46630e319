"""A box to tick as an answer on a form; unticked it stays blank until somebody has ticked it once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmdesk.ui.choice_editors import Check


class Tick(Check):
    """`word` is what is being agreed to; value() is True, False or None."""

    edited = Signal()

    def __init__(self, word: str) -> None:
        super().__init__(word.replace("&", "&&"))
        self._word = word
        self._unticked: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on: self.edited.emit())
        self.setAccessibleName(word)

    def setAccessibleName(self, name: str) -> None:
        """The question is read with what is ticked."""
        super().setAccessibleName(name if name == self._word else f"{name}: {self._word}")

    def value(self) -> bool | None:
        return True if self.isChecked() else self._unticked

    def set_value(self, value: object) -> None:
        self._unticked = None if value is None else False
        self.setChecked(bool(value))

    def set_read_only(self, on: bool) -> None:
        self.setEnabled(not on)

    def focus_target(self) -> QWidget:
        return self
