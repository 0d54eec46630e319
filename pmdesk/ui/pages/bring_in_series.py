"""The series of a file of figures as measures: ticked or not, what is doubtful in them said beside them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from pmdesk.actions.figure_imports import PlannedSeries
from pmdesk.domain.decimals import decimal_of, say_measured
from pmdesk.domain.measure import FREQUENCIES, POLARITIES, STATES
from pmdesk.domain.periods import say_period
from pmdesk.ui.drawing import draw_hairline, draw_in_hand, draw_words, words_width
from pmdesk.ui.icons import draw_shape
from pmdesk.ui.theme import px, tall, themes
from pmdesk.ui.words import _, n_, spoken

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
ROW, QUIET, REASON, TICK, LINK = 28, 22, 22, 30, 88


class SeriesLine(NamedTuple):
    """One series as the list shows it; `state` is a shape: met comes in, close asks, dash stays out."""

    key: str
    state: str
    title: str
    polarity: str
    quiet: str
    reasons: tuple[str, ...]
    taken: bool


def series_lines(series: Sequence[PlannedSeries], look_first: bool) -> list[SeriesLine]:
    """The series in the file's order, or those with a doubt first and those left out last."""
    lines = [_line(each) for each in series]
    if look_first:
        order = {"close": 0, "met": 1, "dash": 2}
        lines.sort(key=lambda line: (order[line.state], bool(line.polarity)))
    return lines


def _line(series: PlannedSeries) -> SeriesLine:
    reasons = tuple(_(doubt) for doubt in series.doubts) if series.taken else ()
    if not series.taken:
        reasons = (_("Left out: {why}", why=_(series.why_out) if series.why_out else _("as you asked")),)
    if series.held and series.why_out:
        reasons = (_(series.why_out),)
    state = "close" if series.held or (series.taken and reasons) else "met" if series.taken else "dash"
    # A file that gives codes only is read with what the register calls them.
    name = series.called if series.called and series.title == series.code else series.title
    title = f"{series.code}  {name}" if series.code and series.code != name else name
    return SeriesLine(
        series.key, state, title, _word(POLARITIES, series.polarity), _quiet(series), reasons, series.taken
    )


def _quiet(series: PlannedSeries) -> str:
    parts = [
        _latest(series),
        series.unit,
        _word(FREQUENCIES, series.frequency).lower(),
        n_(series.readings, "{n} reading", "{n} readings") if series.readings or not series.others else "",
        n_(series.targets, "{n} target", "{n} targets") if series.targets else "",
        _("{n} suppressed", n=series.suppressed) if series.suppressed else "",
        _("{n} missing", n=series.missing) if series.missing else "",
        n_(series.others, "{n} other area", "{n} other areas") if series.others else "",
        _("new") if series.measure is None else _("in the register"),
    ]
    return ", ".join(part for part in parts if part)


def _latest(series: PlannedSeries) -> str:
    """'2023–24: 56.9%': the last of our figures, as it would be kept."""
    period, figure = series.latest
    if not period:
        return ""
    number = decimal_of(figure)
    if number is None:
        return f"{say_period(period, spoken())}: {_word(STATES, figure).lower() or figure}"
    times = Decimal(series.times or "1")
    return f"{say_period(period, spoken())}: {say_measured(number * times, series.unit)}"


def _word(choices: Sequence[tuple[str, str]], code: str) -> str:
    return _(dict(choices)[code]) if code in dict(choices) else ""


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[SeriesLine] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            comes = _("Comes in:") if line.taken else _("Stays out:")
            polarity = line.polarity or _("Which way is better is not said")
            return ". ".join([f"{comes} {line.title}", polarity, line.quiet, *line.reasons])
        return None


class _Paint(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, tall(ROW) + tall(QUIET) + len(index.data(LINE).reasons) * tall(REASON) + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect, view = index.data(LINE), QRectF(option.rect), self.parent()
        if isinstance(view, SeriesList) and view.currentIndex().row() == index.row() and view.hasFocus():
            draw_in_hand(painter, option.rect, True)
        top, left = rect.top() + 2, rect.left() + 8
        draw_shape(painter, line.state, QRectF(left, top + tall(ROW) / 2 - 6, 12, 12))
        left += px(TICK)
        room = rect.right() - left - px(LINK) - 4
        polarity = line.polarity or (_("Which way is better?") if line.taken else "")
        wide = min(words_width(polarity, "list"), room / 2)
        title = QRectF(left, top, room - wide - 12, tall(ROW))
        draw_words(painter, title, line.title, "strong", "text" if line.taken else "quiet")
        said = QRectF(left + room - wide, top, wide + 4, tall(ROW))
        draw_words(painter, said, polarity, "list", "quiet" if line.polarity or not line.taken else "close")
        word = _("Change")
        link = QRectF(rect.right() - words_width(word, "list") - 8, top, px(LINK), tall(ROW))
        draw_words(painter, link, word, "list", "accent")
        under = QRectF(left, top + tall(ROW), rect.right() - left, tall(QUIET))
        draw_words(painter, under, line.quiet, "small", "quiet")
        for at, reason in enumerate(line.reasons):
            box = QRectF(left, top + tall(ROW) + tall(QUIET) + at * tall(REASON), room, tall(REASON))
            draw_words(painter, box, reason, "list", "close" if line.taken else "quiet")
        draw_hairline(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom())


class SeriesList(QListView):
    """`ticked` gives a series to be taken in or left out (Space), `asked` one to be changed (Enter)."""

    ticked = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model, self._paint = _Lines(), _Paint(self)
        self.setModel(self._model)
        self.setItemDelegate(self._paint)
        self.setAccessibleName(
            _("Series as measures. Space takes one in or leaves it out, Enter changes it.")
        )
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        themes().changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: list[SeriesLine]) -> None:
        held = self._held()
        self._model.beginResetModel()
        self._model.lines = lines
        self._model.endResetModel()
        at = next((place for place, line in enumerate(lines) if line.key == held), 0)
        if lines:
            self.setCurrentIndex(self._model.index(at))

    def lines(self) -> list[SeriesLine]:
        return self._model.lines

    def choose(self, key: str) -> None:
        """Put the keyboard on this series."""
        at = next(at for at, line in enumerate(self._model.lines) if line.key == key)
        self.setCurrentIndex(self._model.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self._held()
        if held and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(held)
        elif held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(held)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        if event.position().x() < px(TICK):
            self.ticked.emit(index.data(LINE).key)
        elif event.position().x() > self.viewport().width() - px(LINK):
            self.asked.emit(index.data(LINE).key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and px(TICK) <= event.position().x() <= self.viewport().width() - px(LINK):
            self.asked.emit(index.data(LINE).key)

    def _held(self) -> str:
        index = self.currentIndex()
        return str(index.data(LINE).key) if index.isValid() else ""
