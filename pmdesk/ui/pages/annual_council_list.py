"""The seats before Annual Council under their headings: who, the update sent in, what was decided."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pmdesk.figures.annual_council_seat import STATES, SeatLine
from pmdesk.ui.drawing import draw_hairline, draw_in_hand, draw_words
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.pill import draw_pill, pill_width
from pmdesk.ui.scroll_bar import OverlayBar
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

Index = QModelIndex | QPersistentModelIndex
Groups = Sequence[tuple[str, Sequence[SeatLine]]]
ENTRY = Qt.ItemDataRole.UserRole
LEFT, RIGHT, HEADING, ROW, SHAPE = 24, 16, 36, 50, 12
UPDATE, NARROW, NAME = 188, 560, 168
VERBS = {Qt.Key.Key_R: "renew", Qt.Key.Key_C: "change", Qt.Key.Key_E: "end"}


class _Model(QAbstractListModel):
    """Headings (texts) and lines; a heading cannot be taken in hand."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[str | SeatLine] = []

    def set_groups(self, groups: Groups) -> None:
        self.beginResetModel()
        self.entries = []
        for heading, lines in groups:
            self.entries += [heading, *lines]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.entries[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry if isinstance(entry, str) else spoken_seat(entry)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, SeatLine):
            return spoken_seat(entry)
        return None


def spoken_seat(line: SeatLine) -> str:
    """A seat as a screen reader says it: everything the row shows."""
    parts = (
        line.body_name,
        _("required by law") if line.statutory else "",
        said_under(line),
        _("annual update: {state}", state=line.returned[1]) if line.returned else "",
        asked(line),
        _(STATES[line.state][1]),
    )
    return ", ".join(part for part in parts if part)


def said_under(line: SeatLine) -> str:
    """The quiet line: what was decided, else who sits there, as what and until when."""
    if line.outcome and line.state not in ("vacant", "runs_on"):
        return line.outcome
    return ", ".join(part for part in (line.who or _("Vacant"), line.capacity, line.term) if part)


def row_words(line: SeatLine, by_body: bool) -> tuple[str, str]:
    """(strong words, quiet words) of a row; under the name of its body the member comes first."""
    if not by_body:
        return line.body_name, said_under(line)
    who = ", ".join(part for part in (line.who or _("Vacant"), line.capacity) if part)
    return who, line.outcome or line.term


def asked(line: SeatLine) -> str:
    """What the member recommends, in words."""
    return {
        "continue": _("recommends to continue"),
        "change": _("recommends a change"),
        "end": _("recommends to end it"),
    }.get(line.asks, "")


def pill_room() -> int:
    """Pixels the widest of the states takes, in the language and size of the window."""
    return max(pill_width(shape, _(word)) for shape, word in STATES.values())


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(ENTRY), str)
        return QSize(200, tall(HEADING) if heading else tall(ROW, 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, entry, rect = self.parent(), index.data(ENTRY), option.rect
        if not isinstance(view, SeatList):
            return
        if isinstance(entry, str):
            box = QRectF(rect.adjusted(LEFT, 4, -RIGHT, 0))
            draw_words(painter, box, entry, "section")
        else:
            if index.row() == view.currentIndex().row():
                draw_in_hand(painter, rect, view.hasFocus())
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, token("panel"))
            self._line(painter, rect, entry)
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom())

    def _line(self, painter: QPainter, rect: QRect, line: SeatLine) -> None:
        narrow, room = rect.width() < px(NARROW), pill_room()
        right = rect.right() - RIGHT
        # Too narrow for the word: the shape alone, its word in the tooltip.
        bare = right - rect.left() - LEFT - room < px(NAME)
        pill = right - (px(SHAPE) if bare else room)
        update = pill - (0 if narrow else px(UPDATE))
        half = rect.height() / 2
        words = QRectF(rect.left() + LEFT, rect.top() + 6, update - rect.left() - LEFT - 12, half - 5)
        law = _("by law") if line.statutory else ""
        strong, quiet = row_words(line, self._by_body())
        used = draw_words(painter, words, strong, "strong")
        if law and used + 64 < words.width():
            draw_words(painter, words.adjusted(used + 8, 0, 0, 0), law, "small", "quiet")
        lower = QRectF(words.left(), rect.top() + half + 1, words.width(), half - 7)
        draw_words(painter, lower, quiet, "small", "quiet")
        if not narrow:
            self._update(painter, QRectF(update, rect.top(), px(UPDATE) - 12, rect.height()), line)
        shape, word = STATES[line.state]
        if bare:
            draw_shape(painter, shape, QRectF(pill, rect.top(), px(SHAPE), rect.height()))
        else:
            draw_pill(painter, pill, rect.center().y(), shape, _(word), room)

    def _by_body(self) -> bool:
        view = self.parent()
        return isinstance(view, SeatList) and view.by_body

    def _update(self, painter: QPainter, box: QRectF, line: SeatLine) -> None:
        """How the annual update stands, and under it what it recommends."""
        if line.returned is None:
            return
        half, side = box.height() / 2, px(SHAPE)
        shape, word = line.returned
        top = QRectF(box.left(), box.top() + 6, box.width(), half - 5) if line.asks else box
        draw_shape(painter, shape, QRectF(top.left(), top.top(), side, top.height()))
        draw_words(painter, top.adjusted(side + 6, 0, 0, 0), word, "list")
        if line.asks:
            lower = QRectF(box.left() + side + 6, box.top() + half + 1, box.width() - side - 6, half - 7)
            draw_words(painter, lower, asked(line), "small", "quiet")


class SeatList(QListView):
    """`chosen` gives a line's key, `asked` the verb whose letter was pressed: renew, change or end."""

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.by_body = False  # whether the headings are the names of bodies
        self._model, self._delegate = _Model(), _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Seats"))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        OverlayBar(self)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._taken(now))
        themes().changed.connect(self.scheduleDelayedItemsLayout)

    def set_groups(self, groups: Groups, in_hand: str) -> None:
        """Show these; the seat in hand stays in hand where it is among them."""
        self.selectionModel().blockSignals(True)
        self._model.set_groups(groups)
        self.selectionModel().blockSignals(False)
        self.choose(in_hand)

    def lines(self) -> list[SeatLine]:
        return [entry for entry in self._model.entries if isinstance(entry, SeatLine)]

    def chosen_key(self) -> str:
        entry = self.currentIndex().data(ENTRY)
        return entry.key if isinstance(entry, SeatLine) else ""

    def choose(self, key: str) -> bool:
        """Take a seat in hand and bring it into sight, without telling; False when it is not shown."""
        for at, entry in enumerate(self._model.entries):
            if isinstance(entry, SeatLine) and entry.key == key:
                index = self._model.index(at)
                self.selectionModel().blockSignals(True)
                self.setCurrentIndex(index)
                self.selectionModel().blockSignals(False)
                if not self.viewport().rect().contains(self.visualRect(index)):
                    self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                self.viewport().update()
                return True
        return False

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = VERBS.get(Qt.Key(event.key()))
        if verb and not event.modifiers():
            self.asked.emit(verb)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.chosen_key() and self.lines():
            self.choose(self.lines()[0].key)
            self.chosen.emit(self.chosen_key())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _taken(self, now: QModelIndex) -> None:
        entry = now.data(ENTRY) if now.isValid() else None
        self.viewport().update()
        if isinstance(entry, SeatLine):
            self.chosen.emit(entry.key)
