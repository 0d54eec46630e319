"""The words round the timeline's rows: heads of columns, months along the top, the day it is at the foot."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from pmdesk.domain.dates import SHORT_MONTHS, say_date
from pmdesk.ui.charts.months import months
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import px, tall, token
from pmdesk.ui.words import _, spoken

HEAD, ROW, FOOT = 32, 32, 24
NAME, OWNER, NOW, SLIP, GAP = 240, 192, 88, 116, 16
MOST = 0.66  # of the width, for words
RIGHT = Qt.AlignmentFlag.AlignRight


class Columns(NamedTuple):
    """Where the parts of a row stand, in pixels: words at the left, the chart, words at the right.

    `owner` is where the owners begin; there are none where it is `chart_left`.
    """

    left: float
    owner: float
    chart_left: float
    chart_right: float
    right: float

    @property
    def name_width(self) -> float:
        return self.owner - self.left - GAP

    @property
    def owner_width(self) -> float:
        """0 where the owners gave way."""
        return max(self.chart_left - self.owner - GAP, 0)


def column_widths(width: float) -> tuple[int, int]:
    """Pixels for the words at the left and at the right; the chart keeps a third at the least.

    The owner, which the table and the row's own facts say too, goes first where there is no room.
    """
    left, right = px(NAME + OWNER), px(NOW + SLIP)
    if left + right > MOST * width:
        left = round(min(px(NAME), max(MOST * width - right, MOST * width / 2)))
    return left, round(min(right, MOST * width - left))


def columns_of(left: float, width: float) -> Columns:
    """The columns of rows that begin at `left` and are `width` wide."""
    words_left, words_right = column_widths(width)
    owners = words_left > px(NAME) + 1
    owner = left + (px(NAME) if owners else words_left)
    return Columns(left, owner, left + words_left, left + width - words_right, left + width)


def draw_heads(painter: QPainter, at: Columns) -> None:
    """What stands in each column, over it."""

    def head(left: float, width: float) -> QRectF:
        return QRectF(left, 0, width, tall(HEAD) - 4)

    draw_words(painter, head(at.left, at.name_width), _("Milestone"), "small", "quiet")
    if at.owner_width:
        draw_words(painter, head(at.owner, at.owner_width + GAP), _("Owner"), "small", "quiet")
    last = head(at.chart_right + GAP, at.right - at.chart_right - GAP)
    used = draw_words(painter, last, _("Now"), "small", "quiet")
    draw_words(painter, last.adjusted(used + 8, 0, 0, 0), _("Slip, re-dated"), "small", "quiet", RIGHT)


def draw_months(
    painter: QPainter, span: tuple[date, date], at: Columns, x_of: Callable[[date], float]
) -> None:
    """The months along the top; a January is its year."""
    wide = (at.chart_right - at.chart_left) / max(words_width("2026", "small_strong") + px(2), 1)
    for day in months(span, int(wide)):
        january = day.month == 1
        said = str(day.year) if january else _(SHORT_MONTHS[day.month - 1]).strip()
        role, colour = ("small_strong", "text") if january else ("small", "quiet")
        left = x_of(day) + 4
        if left + words_width(said, role) <= at.chart_right:
            draw_words(painter, QRectF(left, 0, px(60), tall(HEAD) - 4), said, role, colour)


def draw_today(painter: QPainter, today: date, x: float, top: float, at: Columns) -> None:
    """'Today, 27 April' under the line that runs through the rows."""
    day = say_date(today.isoformat(), spoken()).rpartition(" ")[0]
    said = _("Today, {day}", day=day)
    painter.setPen(QPen(token("text"), 1))
    painter.drawLine(round(x), round(top), round(x), round(top + 3))
    wide = words_width(said, "small_strong") + 2
    left = min(max(x - wide / 2, at.chart_left - px(40)), at.chart_right + px(40) - wide)
    draw_words(painter, QRectF(left, top + 4, wide, tall(FOOT) - 4), said, "small_strong")
