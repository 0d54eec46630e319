"""The one window: sections at the left, the bar above, pages built at first visit; it holds no records."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from pmdesk.ui.banner import Banner
from pmdesk.ui.buttons import Callback
from pmdesk.ui.dropped import packs_in
from pmdesk.ui.labels import label
from pmdesk.ui.search import Find
from pmdesk.ui.sidebar import Section, Sidebar
from pmdesk.ui.theme import dress_when_seen, now_seen
from pmdesk.ui.toast import Toast
from pmdesk.ui.topbar import TopBar

__all__ = ["MainWindow", "Section", "WindowVerbs"]


def _nothing(*_given: object) -> None:
    """What a verb does that nobody gave the window."""


@dataclass(frozen=True)
class WindowVerbs:
    """What the window asks to be done; app.py gives the functions. Each has a harmless default."""

    undo: Callback = _nothing
    redo: Callback = _nothing
    help: Callback = _nothing
    choose_year: Callable[[str], object] = _nothing
    open_found: Callable[[str, str], object] = _nothing
    text_size: Callable[[int], object] = _nothing
    """Asked with +1, -1 or 0 (back to 100%)."""
    dropped: Callable[[list[Path]], object] = _nothing
    """Told the packs that were dropped anywhere on the window."""
    lock: Callback = _nothing
    may_close: Callable[[], bool] = lambda: True
    menu: Sequence[tuple[str, Callback] | None] = field(default_factory=tuple)


class MainWindow(QMainWindow):
    """Pages may have `arrive(argument)`, `save()`, `new()`, `escape()`, `focus_list()`, `focus_record()`.

    `again()` is asked of a page whose section is chosen while it is in sight: back to how it begins.
    """

    visited = Signal(str)

    def __init__(
        self, council: str, sections: Sequence[Section], find: Find, verbs: WindowVerbs = WindowVerbs()
    ) -> None:
        super().__init__()
        self._verbs = verbs
        self._sections: Mapping[str, Section] = {section.key: section for section in sections}
        self._pages: dict[str, QWidget] = {}
        self._key = ""
        self.sidebar, self.topbar = Sidebar(council, sections), TopBar(find)
        self.pages = QStackedWidget()
        self._notice, self.banner = _Notice(), Banner()
        self._lay_out()
        self.toasts = Toast(self)
        self._connect()
        self._keys()
        self._council = council
        self.setWindowTitle(f"{council} - pmdesk" if council else "pmdesk")
        self.setMinimumSize(800, 520)
        self.resize(1440, 900)
        self.setAcceptDrops(True)

    def visit(self, key: str, argument: object = None) -> QWidget:
        """Show the section `key`, building its page the first time; `argument` goes to its `arrive`."""
        if key not in self._pages:
            self._pages[key] = self._sections[key].build()
            dress_when_seen(self._pages[key])
            self.pages.addWidget(self._pages[key])
        page = self._pages[key]
        self._key = key
        self.pages.setCurrentWidget(page)
        now_seen(page)
        self.sidebar.show_current(self._sections[key].within or key)
        _ask(page, "arrive", argument)
        self.visited.emit(key)
        return page

    def has(self, key: str) -> bool:
        """Whether there is a section `key`."""
        return key in self._sections

    def choose(self, key: str) -> None:
        """What choosing a section at the left does: its page, or what it begins with when it is in sight."""
        page, held = self.page(), self.sidebar.has_keyboard()
        if page is None or key != self._key or not hasattr(page, "again"):
            self.visit(key)
            return
        self.sidebar.show_current(key)
        _ask(page, "again")
        if held:
            self.sidebar.focus_current()

    def current(self) -> str:
        return self._key

    def page(self) -> QWidget | None:
        return self._pages.get(self._key)

    def built(self) -> list[str]:
        """The sections whose page was made."""
        return list(self._pages)

    def say_file(self, path: Path) -> None:
        """Which file this is, since one made of a backup or a copy looks like the one it was made from."""
        self.setWindowTitle(f"{self._council} ({path.name}) - pmdesk")
        self.sidebar.say_file(str(path))

    def set_saved(self, text: str) -> None:
        self.sidebar.set_saved(text)

    def set_sign(self, shape: str, words: str, leads_to: str) -> None:
        """A state that stands by every page and leads to a section; no words take it away."""
        self.sidebar.set_sign(shape, words, leads_to)

    def set_undo(self, name: str | None) -> None:
        self.topbar.set_undo(name)

    def set_redo(self, name: str | None) -> None:
        self.topbar.set_redo(name)

    def set_years(self, years: Sequence[str], current: str) -> None:
        self.topbar.set_years(years, current)

    def set_badge(self, key: str, badge: str) -> None:
        self.sidebar.set_badge(key, badge)

    def set_read_only(self, sentence: str | None) -> None:
        """Say above every page that nothing can be saved and why; None takes it away."""
        self._notice.set(sentence or "")

    def toast(self, sentence: str, undo: Callback | None = None, word: str = "") -> None:
        self.toasts.show_toast(sentence, undo, word)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._verbs.may_close():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if packs_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if packs := packs_in(event):
            event.acceptProposedAction()
            self._verbs.dropped(packs)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self.topbar, self._notice, self.banner):
            right.addWidget(part)
        right.addWidget(self.pages, 1)
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addLayout(right, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.sidebar.visited.connect(self.choose)
        self.topbar.undo_asked.connect(lambda: self._verbs.undo())
        self.topbar.redo_asked.connect(lambda: self._verbs.redo())
        self.topbar.year_chosen.connect(lambda year: self._verbs.choose_year(year))
        self.topbar.search.chosen.connect(self._open_found)
        self.topbar.set_menu(self._verbs.menu)

    def _keys(self) -> None:
        keys: list[tuple[str, Callback]] = [
            ("Ctrl+K", self.topbar.search.open),
            ("Ctrl+Z", lambda: self._verbs.undo()),
            ("Ctrl+Y", lambda: self._verbs.redo()),
            ("Ctrl+Shift+Z", lambda: self._verbs.redo()),
            ("Ctrl+N", lambda: self._ask_page("new")),
            ("Ctrl+S", lambda: self._ask_page("save")),
            ("Esc", lambda: self._ask_page("escape")),
            ("Ctrl+L", lambda: self._verbs.lock()),
            ("F1", lambda: self._verbs.help()),
            ("F6", lambda: self._next_part(1)),
            ("Shift+F6", lambda: self._next_part(-1)),
            ("Ctrl++", lambda: self._verbs.text_size(1)),
            ("Ctrl+=", lambda: self._verbs.text_size(1)),
            ("Ctrl+-", lambda: self._verbs.text_size(-1)),
            ("Ctrl+0", lambda: self._verbs.text_size(0)),
        ]
        numbered = [key for key, section in self._sections.items() if section.numbered][:9]
        for at, key in enumerate(numbered, start=1):
            keys += [(f"{held}+{at}", partial(self.choose, key)) for held in ("Alt", "Ctrl")]
        for sequence, do in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(lambda do=do: do())

    def _open_found(self, kind: str, id: str) -> None:
        """Show what was found, and give it the keyboard: who chose by Enter wants to read on there."""
        self._verbs.open_found(kind, id)
        page = self.page()
        if page is None or not self.topbar.search.hasFocus():
            return
        _ask(page, "focus_record")
        if self.topbar.search.hasFocus():
            _focus_first(page)

    def _ask_page(self, verb: str) -> None:
        page = self.page()
        if page is not None:
            _ask(page, verb)

    def _next_part(self, step: int) -> None:
        """F6: sidebar, list, record, and round again; a page without these parts takes the keyboard whole."""
        page = self.page()
        stops: list[tuple[QWidget | None, Callback]] = [(self.sidebar, self.sidebar.focus_current)]
        for name in ("list", "record"):
            do, part = getattr(page, f"focus_{name}", None), getattr(page, f"{name}_part", None)
            if do:
                stops.append((part, do))
        if len(stops) == 1 and page is not None:
            stops.append((page, lambda: _focus_first(page)))
        now = self.focusWidget()
        at = next((n for n, (part, _do) in enumerate(stops) if part and now and _within(now, part)), -1)
        at = (at + step) % len(stops) if at >= 0 else self._after_last(step, len(stops))
        self._stop = at
        stops[at][1]()

    _stop = -1

    def _after_last(self, step: int, stops: int) -> int:
        """Where F6 goes when the page does not say which of its parts has the keyboard."""
        return (self._stop + step) % stops if self._stop > 0 else min(1, stops - 1)


def _ask(page: QWidget, verb: str, *given: Any) -> None:
    do = getattr(page, verb, None)
    if callable(do):
        do(*given)


def _within(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


def _focus_first(page: QWidget) -> None:
    for one in page.findChildren(QWidget):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled():
            one.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


class _Notice(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = label("", "list")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.addWidget(self._words)
        self.hide()

    def set(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
