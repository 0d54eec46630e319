"""The sections at the left: an icon, a word, a count; one in hand. Arrows move, Tab goes on to the page."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pmdesk.ui.drawing import BAR, draw_words, words_width
from pmdesk.ui.icons import pixmap
from pmdesk.ui.labels import label
from pmdesk.ui.page import scrolled
from pmdesk.ui.sign import Sign
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

WIDTH, EDGE, ROW, GROUP_GAP = 208, 8, 32, 12
ICON, SLOT, BEFORE, AFTER = 18, 20, 8, 12


class Section(NamedTuple):
    """`build` makes the page at its first visit; sections of another `group` stand a little apart.

    A `hidden` one has a page but no entry: it is reached from other pages. While it is in sight the entry of
    the section it is `within` stays marked. Ctrl and a number choose the first nine that are `numbered`.
    """

    key: str
    word: str
    icon: str
    build: Callable[[], QWidget]
    group: int = 0
    at_foot: bool = False
    hidden: bool = False
    within: str = ""
    numbered: bool = True


class _Entry(QPushButton):
    """A push button so that a screen reader knows it; drawn as a row."""

    stepped = Signal(int)

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section, self.badge = section, ""
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAccessibleName(section.word)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_badge(self, badge: str) -> None:
        self.badge = badge
        self.setAccessibleName(f"{self.section.word}, {badge}" if badge else self.section.word)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def needed(self) -> int:
        badge = words_width(self.badge, "small_strong") + 12 if self.badge else 0
        return round(_word_at() + words_width(self.section.word, "strong") + badge + 12)

    def sizeHint(self) -> QSize:
        return QSize(self.needed(), tall(ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, chosen = QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = "accent" if chosen else "text"
        self._ground(painter, chosen)
        side, word = px(ICON), _word_at()
        drawn = pixmap(self.section.icon, "accent" if chosen else "quiet", side, self.devicePixelRatioF())
        painter.drawPixmap(BEFORE + 1, (self.height() - side) // 2, drawn)
        box = QRectF(word, 0, self.width() - word - 8, self.height())
        draw_words(painter, box, self.section.word, "strong" if chosen else "list", colour)
        if self.badge:
            role, ink = ("small_strong", "accent") if chosen else ("small", "quiet")
            draw_words(painter, box, self.badge, role, ink, Qt.AlignmentFlag.AlignRight)

    def _ground(self, painter: QPainter, chosen: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or self.underMouse():
            painter.setBrush(token("selection" if chosen else "hover"))
            painter.drawRoundedRect(self.rect(), 4, 4)
        if chosen:
            painter.setBrush(token("accent"))
            painter.drawRoundedRect(QRect(0, 8, BAR, self.height() - 16), 1.5, 1.5)


def _word_at() -> int:
    return BEFORE + px(SLOT) + AFTER


class Sidebar(QWidget):
    """Says `visited` with the key of a section; only the one in hand takes Tab, arrows reach the others."""

    visited = Signal(str)

    def __init__(self, council: str, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._council, self._saved = label(council, "strong"), label("", "small")
        self._sign, self._leads_to = Sign(EDGE), ""
        self._sign.clicked.connect(lambda: self.visited.emit(self._leads_to))
        sections = [section for section in sections if not section.hidden]
        self._entries = {section.key: self._entry(section) for section in sections}
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(EDGE, 9, EDGE, EDGE)
        self._rows.setSpacing(0)
        self._fill(sections)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        self._area = area = scrolled(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        area.setStyleSheet("background: transparent")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(area)
        themes().changed.connect(self._measure)
        self._measure()

    def set_council(self, name: str) -> None:
        self._council.setText(name)

    def council(self) -> str:
        return self._council.text()

    def set_saved(self, text: str) -> None:
        self._saved.setText(text)

    def say_file(self, path: str) -> None:
        """Where the register lies, to who rests on its name."""
        for each in (self._council, self._saved):
            each.setToolTip(path)

    def set_sign(self, shape: str, words: str, leads_to: str) -> None:
        """A state under 'saved', which leads to the section `leads_to`; no words take it away."""
        self._leads_to = leads_to
        self._sign.say(shape, words)

    def sign(self) -> str:
        return self._sign.said()

    def set_badge(self, key: str, badge: str) -> None:
        self._entries[key].set_badge(badge)

    def show_current(self, key: str) -> None:
        """Mark the section `key` as the one in hand; the keyboard goes with it where the sidebar has it."""
        held = self.has_keyboard()
        for one, entry in self._entries.items():
            entry.setChecked(one == key)
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == key else Qt.FocusPolicy.ClickFocus)
            entry.update()
        if held:
            self.focus_current()
        self._keep_in_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """With large words or a low window the sections do not all fit: the one in hand always shows.

        The first and the last bring what stands above and below them along.
        """
        entries = list(self._entries.values())
        for at, entry in enumerate(entries):
            if entry.isChecked():
                self._rows.activate()
                self._area.ensureWidgetVisible(
                    entry, 0, self.height() if at in (0, len(entries) - 1) else ROW
                )

    def has_keyboard(self) -> bool:
        return any(entry.hasFocus() for entry in self._entries.values())

    def focus_current(self) -> None:
        for entry in self._entries.values():
            if entry.isChecked():
                entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, key: str, step: int) -> None:
        keys = list(self._entries)
        self.visited.emit(keys[(keys.index(key) + step) % len(keys)])
        self.focus_current()

    def _entry(self, section: Section) -> _Entry:
        entry = _Entry(section)
        entry.clicked.connect(lambda: self.visited.emit(section.key))
        entry.stepped.connect(lambda step: self._step(section.key, step))
        return entry

    def _fill(self, sections: Sequence[Section]) -> None:
        for words in (self._council, self._saved):
            words.setContentsMargins(EDGE, 0, 0, 0)
            self._rows.addWidget(words)
        self._rows.addWidget(self._sign)
        self._rows.addSpacing(20)
        self._group([section for section in sections if not section.at_foot])
        self._rows.addStretch(1)
        self._group([section for section in sections if section.at_foot])

    def _group(self, sections: Sequence[Section]) -> None:
        before = sections[0].group if sections else 0
        for section in sections:
            if section.group != before:
                self._rows.addSpacing(GROUP_GAP)
            before = section.group
            self._rows.addWidget(self._entries[section.key])

    def _measure(self) -> None:
        needed = max((entry.needed() for entry in self._entries.values()), default=0) + 2 * EDGE + 1
        self.setFixedWidth(max(WIDTH, needed))
        self.setAccessibleName(_("Sections"))
