"""Ways to see the same records, side by side: the one in force is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from pmdesk.ui.buttons import toggle, toggle_width
from pmdesk.ui.theme import themes


class ViewSwitch(QWidget):
    """`chosen` gives the code of the way that was pressed; `ways` are (code, word)."""

    chosen = Signal(str)

    def __init__(self, ways: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._codes = [code for code, _word in ways]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for at, (_code, word) in enumerate(ways):
            button = toggle(word)
            self._group.addButton(button, at)
            row.addWidget(button)
        themes().changed.connect(self._measure)
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._codes[at]))

    def _measure(self) -> None:
        """Larger words need more room."""
        for button in self._group.buttons():
            button.setMinimumWidth(toggle_width(button.text()))

    def show_way(self, code: str) -> None:
        """Press one without saying so."""
        self._group.button(self._codes.index(code)).setChecked(True)

    def focus(self) -> None:
        """The keyboard goes to the one that is pressed."""
        if (pressed := self._group.checkedButton()) is not None:
            pressed.setFocus()
