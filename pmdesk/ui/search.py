"""Ctrl+K: anything in the register by a part of its name, from the field at the top of every page."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pmdesk.ui.accessible import announce
from pmdesk.ui.drawing import draw_in_hand, draw_words
from pmdesk.ui.reference import is_current
from pmdesk.ui.search_line import SearchLine
from pmdesk.ui.suggest import KEY, SuggestList
from pmdesk.ui.theme import tall
from pmdesk.ui.words import _, n_

Index = QModelIndex | QPersistentModelIndex
QUIET = Qt.ItemDataRole.UserRole + 1


class Found(NamedTuple):
    """`kind_label` heads its group ('Outside bodies'); `kind` and `id` lead to the record."""

    kind_label: str
    kind: str
    id: str
    title: str
    quiet: str = ""


Find = Callable[[str], Sequence[Found]]


class _FoundRows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, tall(32) if index.data(KEY) is not None else tall(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        box = QRectF(rect.adjusted(12, 0, -12, 0))
        if index.data(KEY) is None:
            draw_words(painter, box.adjusted(0, 4, 0, 0), index.data(), "small", "quiet")
            return
        if is_current(option, index):
            draw_in_hand(painter, rect, True)
        used = draw_words(painter, box, index.data(), "strong")
        if used + 24 < box.width():
            draw_words(painter, box.adjusted(used + 8, 0, 0, 0), index.data(QUIET) or "", "list", "quiet")


class SearchField(SearchLine):
    """`chosen` gives kind and id of what was picked. Nothing is asked for fewer than `LEAST` letters."""

    chosen = Signal(str, str)
    LEAST = 2

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(_("Find a body, member, measure…"), _("Ctrl K"), parent)
        self._find = find
        self._popup: SuggestList | None = None
        self._asked = QTimer(self)
        self._asked.setSingleShot(True)
        # One question after a burst of keys; nobody sees 12 ms.
        self._asked.setInterval(12)
        self._asked.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._asked.start())

    def open(self) -> None:
        """What Ctrl+K does: the keyboard goes here, ready to type over what stands there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def results(self) -> list[str]:
        """What the list says at present, heading and all; empty while it is closed."""
        if self._popup is None or not self._popup.isVisible():
            return []
        return [self._popup.list.item(row).text() for row in range(self._popup.list.count())]

    def event(self, event: QEvent) -> bool:
        """Esc empties the field before it means anything to the window."""
        wanted = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and bool(self.text())
        if event.type() == QEvent.Type.ShortcutOverride and wanted:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._hide()
        elif event.key() == Qt.Key.Key_Down and self.text():
            self._ask()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._asked.stop()
        super().focusOutEvent(event)

    def _ask(self) -> None:
        text = self.text().strip()
        if len(text) < self.LEAST:
            self._hide()
            return
        found = self._find(text)
        if self._popup is None:
            self._popup = SuggestList(self, _("Found in the register"), _FoundRows(self))
            self._popup.max_height = 480
            self._popup.chosen.connect(self._take)
        self._popup.show_items(_entries(found, text), max(self.width(), 560))
        said = n_(len(found), "{n} found", "{n} found") if found else _("Nothing found")
        announce(self, said)

    def _take(self, key: object) -> None:
        self.clear()
        if isinstance(key, Found):
            self.chosen.emit(key.kind, key.id)

    def _hide(self) -> None:
        if self._popup:
            self._popup.hide()


def _entries(found: Sequence[Found], text: str) -> list[QListWidgetItem]:
    if not found:
        return [_sentence(_("Nothing in the register is called ‘{typed}’.", typed=text))]
    entries: list[QListWidgetItem] = []
    head = ""
    for one in found:
        one = Found(*one)
        if one.kind_label != head:
            head = one.kind_label
            entries.append(_sentence(head))
        entries.append(_entry(one))
    return entries


def _entry(one: Found) -> QListWidgetItem:
    made = QListWidgetItem(one.title)
    made.setData(KEY, one)
    made.setData(QUIET, one.quiet)
    spoken = ", ".join(part for part in (one.title, one.kind_label, one.quiet) if part)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    return made


def _sentence(text: str) -> QListWidgetItem:
    made = QListWidgetItem(text)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return made
