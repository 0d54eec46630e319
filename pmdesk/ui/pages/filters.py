"""What a list is narrowed by: one menu of filters; each in force is a word to take off."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from pmdesk.ui.buttons import Button, DropButton, flat
from pmdesk.ui.drawing import words_width
from pmdesk.ui.flow import Flow
from pmdesk.ui.theme import px
from pmdesk.ui.words import _

LONGEST = 36  # letters of a filter's word


class Choice(NamedTuple):
    """A value a list can be narrowed to, in words, and how many of its records have it."""

    value: object
    word: str
    n: int


class Filters(Flow):
    """`button` opens the menu; `changed` is said whenever another set of filters is in force.

    A list says in a subclass of its own what can be chosen. One filter alone is the menu itself.
    """

    changed = Signal()

    def __init__(self, names: Mapping[str, str], switches: Sequence[str] = ()) -> None:
        super().__init__()
        self._names, self._switches = names, switches
        self.chosen: dict[str, object] = {}
        word = _("Filter") if len(names) > 1 else _(next(iter(names.values())))
        self.button = DropButton(word, icon="filter")
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName(word)
        self.button.setMenu(self.menu)
        for name, said in names.items():
            if len(names) == 1:
                self.menu.aboutToShow.connect(partial(self._fill, self.menu, name))
            else:
                self._offer(name, _(said))

    def choices(self, name: str) -> Sequence[Choice]:
        """What a filter can be set to, read when somebody looks."""
        raise LookupError(name)

    def said(self, name: str, value: object) -> str:
        """A filter's value in words; '' for one that has none."""
        raise LookupError(name)

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
        if name in self._switches:
            self.menu.addAction(_action(self.menu, word, lambda: self.choose(name, True)))
            return
        under = self.menu.addMenu(word)
        # What can be chosen is read when somebody looks.
        under.aboutToShow.connect(lambda: self._fill(under, name))

    def _fill(self, menu: QMenu, name: str) -> None:
        menu.clear()
        choices = self.choices(name)
        for each in choices:
            said = _("{word} ({n})", word=each.word, n=each.n)
            action = _action(menu, said, partial(self.choose, name, each.value))
            action.setCheckable(True)
            action.setChecked(name in self.chosen and self.chosen[name] == each.value)
            menu.addAction(action)
        if not choices:
            nothing = menu.addAction(_("None yet"))
            nothing.setEnabled(False)

    def _say(self) -> None:
        parts: list[QWidget] = [self._part(name) for name in self._names if name in self.chosen]
        if len(parts) > 1:
            parts.append(flat(_("Clear all"), self.clear))
        self.set_parts(parts)
        self.changed.emit()

    def _part(self, name: str) -> Button:
        value, word = self.said(name, self.chosen[name]), _(self._names[name])
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
