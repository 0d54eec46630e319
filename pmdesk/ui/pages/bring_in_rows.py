"""The rows of a spreadsheet as records: those to look at first, each with its reasons; then those ready."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pmdesk.actions.imports import Look, PlannedRow
from pmdesk.domain.words import N_, Say
from pmdesk.ui.drawing import draw_hairline, draw_in_hand, draw_words, words_width
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole

SHAPES: Mapping[str, str] = {
    "ready": "met", "refused": "missed", "doubtful": "close", "twice": "none", "total": "dash",
    "left_out": "dash", "waiting": "unknown", "passed_over": "missed",
}  # fmt: skip
BEGIN: Mapping[str, str] = {
    "refused": N_("Refused:"), "doubtful": N_("Doubtful:"), "twice": N_("Twice in the file:"),
    "passed_over": N_("Refused:"), "total": N_("Left out:"), "left_out": N_("Left out:"),
    "waiting": N_("Waiting for your answer:"),
}  # fmt: skip
MENDS: Mapping[str, str] = {
    "refused": N_("Mend"), "doubtful": N_("Answer"), "waiting": N_("Answer"), "left_out": N_("Take back"),
}  # fmt: skip
# The page shows what a person can look through; the counts above are of all rows.
MOST = 400
ROW, REASON, NUMBER, SHAPE, LINK = 32, 26, 36, 26, 88
SHOWN_COLUMNS = 4


HEAD = "head"
# Doubtful rows that a person has found right: the row's number and what was doubted.
Settled = frozenset[tuple[int, tuple[str, ...]]]


class Line(NamedTuple):
    """One row as the list shows it: its cells in the shown columns, the columns at fault, its reasons."""

    number: int
    state: str
    cells: tuple[str, ...]
    bad: frozenset[int]
    reasons: tuple[str, ...]


def shown_columns(look: Look) -> list[int]:
    """Which columns of the sheet stand in the list: the name first, then what tells rows apart."""
    wanted = (
        "name",
        "title",
        "person",
        "seats",
        "category",
        "kind",
        "capacity",
        "ends",
        "starts",
        "lead_officer",
    )
    targets = [str(look.mapping.get(heading) or "").partition(".")[2] for heading in look.sheet.headings]
    ranked = sorted(
        (at for at, target in enumerate(targets) if target),
        key=lambda at: (wanted.index(targets[at]) if targets[at] in wanted else len(wanted), at),
    )
    return ranked[:SHOWN_COLUMNS]


def settled_as(row: PlannedRow) -> tuple[int, tuple[str, ...]]:
    """A doubtful row with what was doubted: other reasons are another doubt."""
    return row.number, tuple(str(reason.say) for reason in row.reasons)


def states_of(look: Look, settled: Settled) -> Counter[str]:
    """How many rows are in each state; doubtful ones a person has found right count as ready."""
    return Counter(_state(row, settled) for row in look.plan.rows)


def _state(row: PlannedRow, settled: Settled) -> str:
    return "ready" if row.state == "doubtful" and settled_as(row) in settled else row.state


def lines_of(look: Look, first_to_look_at: bool, settled: Settled = frozenset()) -> list[Line]:
    """The rows to show: with `first_to_look_at` those with reasons come before the ready ones."""
    columns = shown_columns(look)
    rows = [
        row._replace(state="ready", reasons=()) if _state(row, settled) == "ready" else row
        for row in look.plan.rows
    ]
    if first_to_look_at:
        order = {"refused": 0, "waiting": 1, "doubtful": 2, "twice": 3, "left_out": 4, "total": 5, "ready": 6}
        rows.sort(key=lambda row: (order.get(row.state, 7), row.number))
    lines = [_line(row, columns, look.sheet.headings) for row in rows[:MOST]]
    return _headed(lines, sum(row.state == "ready" for row in rows)) if first_to_look_at else lines


def _headed(lines: list[Line], ready: int) -> list[Line]:
    """A small heading between the rows to look at and those that are ready."""
    at = next((place for place, line in enumerate(lines) if line.state == "ready"), 0)
    head = [Line(0, HEAD, (_("Ready"), str(ready)), frozenset(), ())] if at else []
    return [*lines[:at], *head, *lines[at:]]


def _line(row: PlannedRow, columns: Sequence[int], headings: Sequence[str]) -> Line:
    at_fault = {reason.column for reason in row.reasons}
    bad = frozenset(place for place, at in enumerate(columns) if headings[at] in at_fault)
    reasons = tuple(_(reason.say) for reason in row.reasons)
    if not reasons and row.state in BEGIN:
        reasons = (_(_WHY[row.state]),) if row.state in _WHY else ()
    return Line(row.number, row.state, tuple(row.cells[at] for at in columns), bad, reasons)


_WHY: Mapping[str, Say] = {
    "total": Say(N_("it is a total row")),
    "twice": Say(N_("once is enough")),
    "left_out": Say(N_("as you asked")),
}


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if line.state == HEAD:
            return " ".join(line.cells) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = [_(BEGIN[line.state])] if line.state in BEGIN else [_("Ready:")]
            return " ".join(
                [_("Row {n}", n=line.number), *said, ", ".join(filter(None, line.cells)), *line.reasons]
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keyboard goes past a heading."""
        head = index.isValid() and self.lines[index.row()].state == HEAD
        return Qt.ItemFlag.NoItemFlags if head else super().flags(index)


class _Paint(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE)
        return QSize(120, tall(ROW) + len(line.reasons) * tall(REASON))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect, view = index.data(LINE), QRectF(option.rect), self.parent()
        if not isinstance(view, RowList):
            return
        if line.state == HEAD:
            used = draw_words(painter, rect.adjusted(0, 4, 0, 0), line.cells[0], "strong")
            draw_words(painter, rect.adjusted(used + 8, 4, 0, 0), line.cells[1], "list", "quiet")
            draw_hairline(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom())
            return
        if view.currentIndex().row() == index.row() and view.hasFocus():
            draw_in_hand(painter, option.rect, True)
        first = QRectF(rect.left() + 8, rect.top(), rect.width() - 8, tall(ROW))
        draw_words(painter, first, str(line.number), "list", "quiet")
        draw_shape(
            painter,
            SHAPES.get(line.state, "none"),
            QRectF(first.left() + px(NUMBER), first.center().y() - 6, 12, 12),
        )
        self._cells(painter, first, line)
        for at, reason in enumerate(line.reasons):
            top = rect.top() + tall(ROW) + at * tall(REASON)
            self._reason(
                painter,
                QRectF(
                    first.left() + px(NUMBER + SHAPE), top, first.width() - px(NUMBER + SHAPE), tall(REASON)
                ),
                line,
                reason,
                last=at == 0,
            )
        draw_hairline(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom())

    def _cells(self, painter: QPainter, first: QRectF, line: Line) -> None:
        left, room = first.left() + px(NUMBER + SHAPE), first.width() - px(NUMBER + SHAPE)
        shares = _shares(len(line.cells))
        for place, text in enumerate(line.cells):
            box = QRectF(left, first.top(), room * shares[place] - 12, first.height())
            used = draw_words(
                painter, box, text or (_("(empty)") if place == 0 else ""), "strong" if place == 0 else "list"
            )
            if place in line.bad and text:
                painter.setPen(QPen(token(SHAPES.get(line.state, "close")), 2))
                painter.drawLine(
                    int(box.left()),
                    int(box.center().y() + 10),
                    int(box.left() + used),
                    int(box.center().y() + 10),
                )
            left += room * shares[place]

    def _reason(self, painter: QPainter, box: QRectF, line: Line, reason: str, last: bool) -> None:
        colour = SHAPES.get(line.state, "quiet") if line.state in ("refused", "doubtful") else "quiet"
        begin = _(BEGIN[line.state]) if line.state in BEGIN else ""
        used = draw_words(painter, box, begin, "strong", colour)
        words = box.adjusted(used + 5, 0, -px(LINK), 0)
        draw_words(painter, words, reason, "list", colour)
        if last and line.state in MENDS:
            word = _(MENDS[line.state])
            width = words_width(word, "list")
            draw_words(
                painter,
                QRectF(box.right() - width - 4, box.top(), width + 4, box.height()),
                word,
                "list",
                "accent",
            )


class RowHeads(QWidget):
    """The small heads over the rows: the sheet's own headings, in the columns that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Sequence[str] = ()
        self.setFixedHeight(tall(REASON))

    def set_words(self, words: Sequence[str]) -> None:
        self._words = words
        self.setFixedHeight(tall(REASON))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, height = QPainter(self), self.height()
        draw_words(painter, QRectF(8, 0, px(NUMBER + SHAPE), height), _("Row"), "small", "quiet")
        left: float = 8 + px(NUMBER + SHAPE)
        room = self.width() - 8 - px(NUMBER + SHAPE)
        for word, share in zip(self._words, _shares(len(self._words)), strict=True):
            draw_words(painter, QRectF(left, 0, room * share - 12, height), word, "small", "quiet")
            left += room * share
        draw_hairline(painter, 0, self.width(), height - 1)


class RowList(QListView):
    """`asked` gives a row's number when a person wants to mend or answer it, by Enter or by a click."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._model, self._paint = _Lines(), _Paint(self)
        self.setModel(self._model)
        self.setItemDelegate(self._paint)
        self.setAccessibleName(_("Rows as records"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        themes().changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: list[Line]) -> None:
        now = self.currentIndex().row()
        self._model.beginResetModel()
        self._model.lines = lines
        self._model.endResetModel()
        if lines:
            at = min(max(now, 0), len(lines) - 1)
            self.setCurrentIndex(self._model.index(at + 1 if lines[at].state == HEAD else at))

    def lines(self) -> list[Line]:
        """The rows shown, without the heading between them."""
        return [line for line in self._model.lines if line.state != HEAD]

    def choose(self, number: int) -> None:
        """Put the keyboard on the row with this number."""
        at = next(at for at, line in enumerate(self._model.lines) if line.number == number)
        self.setCurrentIndex(self._model.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex(), also_ready=True)
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._ask(index, also_ready=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() > self.viewport().width() - px(LINK):
            self._ask(index)

    def _ask(self, index: Index, also_ready: bool = False) -> None:
        line = index.data(LINE)
        if line.state in MENDS or (also_ready and line.state == "ready"):
            self.asked.emit(line.number)


def _shares(n: int) -> list[float]:
    return {0: [], 1: [1.0], 2: [0.5, 0.5], 3: [0.46, 0.24, 0.3]}.get(n, [0.4, 0.18, 0.17, 0.25])
