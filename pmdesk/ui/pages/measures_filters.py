"""What the list of measures is narrowed by: one menu of filters; each in force is a word to take off."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from pmdesk.actions.measures import FILTERS, SWITCHES, filter_choices, say_choice
from pmdesk.ui.buttons import Button, DropButton, flat
from pmdesk.ui.context import Context
from pmdesk.ui.drawing import words_width
from pmdesk.ui.flow import Flow
from pmdesk.ui.theme import px
from pmdesk.ui.words import _, spoken

LONGEST = 36  # letters of a filter's word


class MeasuresFilters(Flow):
    """`button` opens the menu; `changed` is said whenever another set of filters is in force."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.chosen: dict[str, object] = {}
        self.button = DropButton(_("Filter"), icon="filter")
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName(_("Filter"))
        self.button.setMenu(self.menu)
        for name, word in FILTERS.items():
            self._offer(name, _(word))

    def narrowed(self) -> Mapping[str, object]:
        """The filters in force."""
        return dict(self.chosen)

    def choose(self, name: str, value: object) -> None:
        """Put a filter in force; one value of each name at a time."""
        self.chosen[name] = value
        self._say()

    def clear(self) -> bool:
        """Take every filter off; False when none was in force."""
        had = bool(self.chosen)
        self.chosen = {}
        if had:
            self._say()
        return had

    def leave(self, name: str) -> None:
        """Take one filter off."""
        self.chosen.pop(name, None)
        self._say()
        self.button.setFocus()

    def _offer(self, name: str, word: str) -> None:
        if name in SWITCHES:
            self.menu.addAction(_action(self.menu, word, lambda: self.choose(name, True)))
            return
        under = self.menu.addMenu(word)
        # What can be chosen is read when somebody looks.
        under.aboutToShow.connect(lambda: self._fill(under, name))

    def _fill(self, menu: QMenu, name: str) -> None:
        menu.clear()
        choices = filter_choices(self._context.register, name, self._context.today, spoken())
        for each in choices:
            said = _("{word} ({n})", word=each.word, n=each.measures)
            action = _action(menu, said, partial(self.choose, name, each.value))
            action.setCheckable(True)
            action.setChecked(name in self.chosen and self.chosen[name] == each.value)
            menu.addAction(action)
        if not choices:
            nothing = menu.addAction(_("None yet"))
            nothing.setEnabled(False)

    def _say(self) -> None:
        parts: list[QWidget] = [self._part(name) for name in FILTERS if name in self.chosen]
        if len(parts) > 1:
            parts.append(flat(_("Clear all"), self.clear))
        self.set_parts(parts)
        self.changed.emit()

    def _part(self, name: str) -> Button:
        value = say_choice(self._context.register, name, self.chosen[name], self._context.today, spoken())
        word = _(FILTERS[name])
        said = _("{filter}: {value}", filter=word, value=value) if value else word
        shown = said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"
        made = Button(shown, "toggle", lambda: self.leave(name), "close", "accent")
        made.setCheckable(True)
        made.setChecked(True)
        # Pressed words are heavier: the button keeps the room they need, beside its cross.
        made.setMinimumWidth(round(words_width(shown, "strong")) + px(16) + 38)
        made.setToolTip(said)
        made.setAccessibleName(_("Take off the filter {filter}", filter=said))
        return made


def _action(menu: QMenu, word: str, do: Callable[[], object]) -> QAction:
    made = QAction(word.replace("&", "&&"), menu)
    made.triggered.connect(lambda _checked=False: do())
    return made
