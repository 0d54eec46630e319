"""The words round the timeline, painted as its axes: names, owners, months, dates, slips, the day it is."""

from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from pmdesk.domain.dates import SHORT_MONTHS, say_date
from pmdesk.figures.timeline import TimelineFigures
from pmdesk.ui.charts.months import day_number, months
from pmdesk.ui.charts.said import now_words, slip_words
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import px, tall, token
from pmdesk.ui.words import _, spoken

HEAD, ROW, FOOT = 32, 32, 24
NAME, OWNER, NOW, SLIP, GAP = 240, 192, 88, 116, 16
MOST = 0.66  # of the width, for words
RIGHT = Qt.AlignmentFlag.AlignRight


def column_widths(width: float) -> tuple[int, int]:
    """Pixels for the words at the left and at the right; the chart keeps a third at the least.

    The owner, which the table and the row's own facts say too, goes first where there is no room.
    """
    left, right = px(NAME + OWNER), px(NOW + SLIP)
    if left + right > MOST * width:
        left = round(min(px(NAME), max(MOST * width - right, MOST * width / 2)))
    return left, round(min(right, MOST * width - left))


class _Words(pg.AxisItem):
    """An axis that paints words of ours in place of ticks."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.figures: TimelineFigures | None = None
        self.setStyle(showValues=False)

    def set_figures(self, figures: TimelineFigures) -> None:
        self.figures = figures
        self.prepareGeometryChange()
        self.update()

    def box(self) -> QRectF:
        """Where this axis may paint, in its own coordinates."""
        return self.mapRectFromParent(self.geometry())

    def boundingRect(self) -> QRectF:
        return self.box()

    def x_of(self, day: date) -> float:
        """Where a day stands across, in this axis' coordinates."""
        view = self.linkedView()
        return float(self.mapFromItem(view, view.mapFromView(pg.Point(day_number(day), 0))).x())

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        if self.figures is not None:
            self.write(painter, self.box(), self.figures)

    def write(self, painter: QPainter, box: QRectF, figures: TimelineFigures) -> None:
        """Paint the words of this side."""


class LeftWords(_Words):
    """What each milestone is called and who answers for it."""

    def __init__(self) -> None:
        super().__init__("left")

    def write(self, painter: QPainter, box: QRectF, figures: TimelineFigures) -> None:
        owners = box.width() > px(NAME) + 1
        name = px(NAME) if owners else box.width()
        for at, row in enumerate(figures.rows):
            top = box.top() + at * tall(ROW)
            draw_words(painter, QRectF(box.left(), top, name - GAP, tall(ROW)), row.title, "strong")
            if owners:
                beside = QRectF(box.left() + name, top, box.width() - name - GAP, tall(ROW))
                draw_words(painter, beside, row.owner, "list", "quiet")


class RightWords(_Words):
    """Each milestone's date now and by how much it has slipped."""

    def __init__(self) -> None:
        super().__init__("right")

    def write(self, painter: QPainter, box: QRectF, figures: TimelineFigures) -> None:
        for at, row in enumerate(figures.rows):
            top = box.top() + at * tall(ROW)
            inner = QRectF(box.left() + GAP, top, box.width() - GAP, tall(ROW))
            used = draw_words(
                painter, inner, now_words(row, figures.today), "list" if row.done or not row.now else "strong"
            )
            colour = "text" if row.slip_days else "quiet"
            draw_words(painter, inner.adjusted(used + 8, 0, 0, 0), slip_words(row), "list", colour, RIGHT)


class Months(_Words):
    """The months along the top with the heads of the columns; a January is its year."""

    def __init__(self) -> None:
        super().__init__("top")
        self._span = (date(2000, 1, 1), date(2000, 2, 1))

    def set_span(self, span: tuple[date, date]) -> None:
        self._span = span
        self.prepareGeometryChange()
        self.update()

    def lines(self) -> list[date]:
        """The months to rule, none when they would stand too close."""
        return months(self._span, 48)

    def boundingRect(self) -> QRectF:
        # The heads of the columns stand at both sides, over the axes below.
        return self.box().adjusted(-2000, 0, 2000, 0)

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        box = self.box()
        room = QRectF(box.left(), box.top(), box.width(), box.height() - 4)
        self._heads(painter, room)
        wide = room.width() / max(words_width("2026", "small_strong") + px(2), 1)
        for day in months(self._span, int(wide)):
            january = day.month == 1
            said = str(day.year) if january else _(SHORT_MONTHS[day.month - 1]).strip()
            role, colour = ("small_strong", "text") if january else ("small", "quiet")
            left = self.x_of(day) + 4
            if left + words_width(said, role) <= room.right():
                draw_words(painter, QRectF(left, room.top(), px(60), room.height()), said, role, colour)

    def _heads(self, painter: QPainter, room: QRectF) -> None:
        plot = self.parentItem()
        left, right = plot.getAxis("left").width(), plot.getAxis("right").width()
        owners = left > px(NAME) + 1
        name = px(NAME) if owners else left
        head = QRectF(room.left() - left, room.top(), name - GAP, room.height())
        draw_words(painter, head, _("Milestone"), "small", "quiet")
        if owners:
            draw_words(
                painter,
                QRectF(room.left() - left + name, room.top(), left - name - GAP, room.height()),
                _("Owner"),
                "small",
                "quiet",
            )
        at_right = QRectF(room.right() + GAP, room.top(), right - GAP, room.height())
        used = draw_words(painter, at_right, _("Now"), "small", "quiet")
        draw_words(
            painter, at_right.adjusted(used + 8, 0, 0, 0), _("Slip, re-dated"), "small", "quiet", RIGHT
        )


class TodayLabel(_Words):
    """'Today, 27 April' under the line that runs through the rows."""

    def __init__(self) -> None:
        super().__init__("bottom")

    def boundingRect(self) -> QRectF:
        return self.box().adjusted(-400, 0, 400, 0)

    def write(self, painter: QPainter, box: QRectF, figures: TimelineFigures) -> None:
        day = say_date(figures.today.isoformat(), spoken()).rpartition(" ")[0]
        said, x = _("Today, {day}", day=day), self.x_of(figures.today)
        painter.setPen(QPen(token("text"), 1))
        painter.drawLine(round(x), round(box.top()), round(x), round(box.top() + 3))
        wide = words_width(said, "small_strong") + 2
        left = min(max(x - wide / 2, box.left() - px(40)), box.right() + px(40) - wide)
        draw_words(painter, QRectF(left, box.top() + 4, wide, box.height() - 4), said, "small_strong")
