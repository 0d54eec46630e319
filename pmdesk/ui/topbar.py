"""The bar over every page: search, undo and redo by name, the year, the menu; it never moves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pmdesk.ui.buttons import Button, Callback, DropButton, menu_of, quiet, tool
from pmdesk.ui.search import Find, SearchField
from pmdesk.ui.theme import px, tall, themes
from pmdesk.ui.words import _

HEIGHT, SEARCH = 56, 400


class TopBar(QWidget):
    """Says what was asked for; the window does it. `year_chosen` gives the year's text."""

    undo_asked = Signal()
    redo_asked = Signal()
    year_chosen = Signal(str)

    def __init__(self, find: Find) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchField(find)
        self.undo = quiet(_("Undo"), self.undo_asked.emit, "undo")
        self.redo = Button("", "quiet", self.redo_asked.emit, "redo")
        self.year = DropButton("", icon="calendar")
        self.menu = tool("menu", _("Menu"))
        self._undo_name = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 16, 1)
        layout.setSpacing(8)
        layout.addWidget(self.search, 4)
        layout.addStretch(1)
        for button in (self.undo, self.redo, self.year, self.menu):
            layout.addWidget(button)
        self.set_undo(None)
        self.set_redo(None)
        self.set_years([], "")
        themes().changed.connect(self._measure)
        self._measure()

    def set_undo(self, name: str | None) -> None:
        """`name` is what would be undone ('Saved progress update'); None when there is nothing."""
        self._undo_name = name or ""
        words = _("Undo: {name}", name=name) if name else _("Undo")
        self.undo.setToolTip(f"{words} (Ctrl+Z)")
        self.undo.setEnabled(name is not None)
        self._fit()

    def set_redo(self, name: str | None) -> None:
        words = _("Redo: {name}", name=name) if name else _("Redo")
        self.redo.setToolTip(f"{words} (Ctrl+Y)")
        self.redo.setAccessibleName(words)
        self.redo.setEnabled(name is not None)

    def set_years(self, years: Sequence[str], current: str) -> None:
        """The municipal years to choose from; an empty `current` hides the button."""
        self.year.setVisible(bool(current))
        self.year.set_word(current)
        self.year.setAccessibleName(_("Municipal year {year}", year=current))
        self.year.setMenu(menu_of(self.year, [(year, self._chooser(year)) for year in years]))

    def set_menu(self, entries: Sequence[tuple[str, Callback] | None]) -> None:
        self.menu.setMenu(menu_of(self.menu, entries))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _chooser(self, year: str) -> Callable[[], None]:
        return lambda: self.year_chosen.emit(year)

    def _fit(self) -> None:
        """Undo keeps its words while there is room; in a narrow window its icon and tooltip say them."""
        words = _("Undo: {name}", name=self._undo_name) if self._undo_name else ""
        others = self.redo.sizeHint().width() + self.year.sizeHint().width() + self.menu.sizeHint().width()
        room = self.width() - others - px(240) - 5 * 8
        wide = self.undo.fontMetrics().horizontalAdvance(words) + 48
        self.undo.set_word(words if wide < room else "")
        self.undo.setAccessibleName(words or _("Undo"))

    def _measure(self) -> None:
        self.setFixedHeight(tall(HEIGHT))
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(px(SEARCH))
        self._fit()
        self.undo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
