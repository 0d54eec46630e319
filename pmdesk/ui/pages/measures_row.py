"""How a measure's row is laid out and drawn: columns make way, one by one, for the name where room is short.

What has no column any more is said in the quiet line, so that nothing is lost at a large text size.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.ui.drawing import draw_hairline, draw_in_hand, draw_words
from pmdesk.ui.icons import draw_shape, pixmap
from pmdesk.ui.paged_model import ROW
from pmdesk.ui.pill import draw_pill
from pmdesk.ui.sparkline import draw_spark
from pmdesk.ui.theme import px, token
from pmdesk.ui.words import _

Index = QModelIndex | QPersistentModelIndex
LEFT, RIGHT, GAP, NAME = 24, 24, 16, 220
ICON = 14


class Head(NamedTuple):
    """A column: `order` is what a click sorts by ('' for nothing), `leaves` which column goes first."""

    key: str
    word: str
    width: int
    order: str = ""
    leaves: int = 0  # 0 never goes


def heads(effort: bool = False) -> tuple[Head, ...]:
    """The columns after the name; hours in place of what is due where effort is looked at."""
    last = Head("hours", _("Effort"), 112, "effort", 4) if effort else Head("due", _("Due"), 136, "due", 4)
    return (
        Head("spark", _("Last twelve"), 112, "", 1),
        Head("latest", _("Latest"), 136, "latest"),
        Head("target", _("Target"), 168, "target", 3),
        Head("rating", _("Rating"), 152, "rating"),
        Head("way", _("Direction"), 104, "direction", 2),
        last,
    )


def places(shown: tuple[Head, ...], width: int) -> dict[str, tuple[int, int]]:
    """(left, width) of the name and of each column that has room, for a list `width` pixels wide."""
    kept = list(shown)
    while kept and width - px(LEFT) - _room(kept) - RIGHT < px(NAME):
        going = [each for each in kept if each.leaves]
        if not going:
            break
        kept.remove(min(going, key=lambda each: each.leaves))
    found = {"name": (LEFT, max(width - LEFT - _room(kept) - RIGHT, 0))}
    left = width - RIGHT - _room(kept)
    for each in kept:
        found[each.key] = (left + GAP, px(each.width) - GAP)
        left += px(each.width)
    return found


def _room(kept: list[Head]) -> int:
    return sum(px(each.width) for each in kept)


def said_without_column(row: MeasureRow, shown: Mapping[str, tuple[int, int]], effort: bool = False) -> str:
    """The quiet line: what has no column at this width, then whose the measure is."""
    extra = []
    if effort and "hours" not in shown:
        extra.append(row.hours or _("no hours recorded"))
    if "target" not in shown and row.target:
        extra.append(_("target {n}", n=row.target))
    if "way" not in shown and row.way:
        extra.append(row.way.lower())
    if not effort and "due" not in shown and row.due:
        extra.append(_("due {period}", period=due_words(row)))
    first = ", ".join(extra)
    return ". ".join(part for part in (first[:1].upper() + first[1:], row.quiet) if part)


def due_words(row: MeasureRow) -> str:
    """'2026-27 Q1' or '2025-26 Q4, overdue'."""
    return _("{period}, overdue", period=row.due) if row.overdue else row.due


def spoken_measure(row: MeasureRow) -> str:
    """The row as a screen reader says it, every column with its word."""
    latest = _("latest {n}, {period}", n=row.latest, period=row.period) if row.latest else row.period
    parts = [
        row.title,
        row.pill[1] if row.pill else "",
        latest,
        _("target {n}, {period}", n=row.target, period=row.target_note) if row.target else "",
        row.way,
        _("due {period}", period=due_words(row)) if row.due else "",
        row.hours,
        row.quiet,
    ]
    return ", ".join(part for part in parts if part)


class MeasureDelegate(QStyledItemDelegate):
    """Draws words, one pill and a small line, from values in hand: a row costs the same in any list."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self.shown: dict[str, tuple[int, int]] = {}
        self.effort = False  # whether the hours spent are looked at

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, view = index.data(ROW), option.rect, self.parent()
        if not isinstance(row, MeasureRow) or not isinstance(view, QTableView):
            return
        if index.row() == view.currentIndex().row():
            draw_in_hand(painter, rect, view.hasFocus())
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, token("panel"))
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom())
        for key, (left, width) in self.shown.items():
            draw = _DRAWN.get(key)
            if draw:
                draw(painter, QRectF(left, rect.top(), width, rect.height() - 1), row)
        left, width = self.shown.get("name", (LEFT, rect.width()))
        quiet = said_without_column(row, self.shown, self.effort)
        _two(painter, QRectF(left, rect.top(), width, rect.height() - 1), row.title, quiet)


def _two(painter: QPainter, box: QRectF, strong: str, quiet: str, role: str = "strong") -> None:
    """A strong line over a quiet one, or the strong one alone in the middle."""
    if not quiet:
        draw_words(painter, box, strong, role)
        return
    half = box.height() / 2
    draw_words(painter, QRectF(box.left(), box.top() + 6, box.width(), half - 5), strong, role)
    lower = QRectF(box.left(), box.top() + half + 1, box.width(), half - 7)
    draw_words(painter, lower, quiet, "small", "quiet")


def _spark(painter: QPainter, box: QRectF, row: MeasureRow) -> None:
    draw_spark(painter, box.adjusted(0, 8, 0, -8), row.spark)


def _latest(painter: QPainter, box: QRectF, row: MeasureRow) -> None:
    if row.latest:
        _two(painter, box, row.latest, row.period)
    elif row.period:
        draw_words(painter, box, row.period, "list", "quiet")


def _target(painter: QPainter, box: QRectF, row: MeasureRow) -> None:
    if row.target:
        _two(painter, box, row.target, row.target_note, role="list")


def _rating(painter: QPainter, box: QRectF, row: MeasureRow) -> None:
    if row.pill:
        draw_pill(painter, box.left(), box.center().y(), *row.pill, int(box.width()))


def _way(painter: QPainter, box: QRectF, row: MeasureRow) -> None:
    if not row.direction:
        return
    side = px(ICON)
    icon = "same" if row.direction == "no_change" else row.direction
    arrow = pixmap(icon, "text", side, painter.device().devicePixelRatioF())
    painter.drawPixmap(round(box.left()), round(box.center().y() - side / 2), arrow)
    draw_words(painter, box.adjusted(side + 8, 0, 0, 0), row.way, "list")


def _due(painter: QPainter, box: QRectF, row: MeasureRow) -> None:
    if not row.overdue:
        draw_words(painter, box, row.due, "list", "quiet")
        return
    half, side = box.height() / 2, px(9)
    draw_words(painter, QRectF(box.left(), box.top() + 6, box.width(), half - 5), row.due, "list")
    lower = QRectF(box.left(), box.top() + half + 1, box.width(), half - 7)
    draw_shape(painter, "missed", QRectF(lower.left(), lower.top(), side, lower.height()))
    draw_words(painter, lower.adjusted(side + 5, 0, 0, 0), _("overdue"), "small_strong", "missed")


def _hours(painter: QPainter, box: QRectF, row: MeasureRow) -> None:
    draw_words(painter, box, row.hours or _("not recorded"), "list", "text" if row.hours else "quiet")


_DRAWN: Mapping[str, Callable[[QPainter, QRectF, MeasureRow], None]] = {
    "spark": _spark, "latest": _latest, "target": _target, "rating": _rating, "way": _way, "due": _due,
    "hours": _hours,
}  # fmt: skip
