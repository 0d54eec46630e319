"""The words and marks of a slip chart, painted over its lines in pixels; it works nothing out."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from pmdesk.domain.dates import SHORT_MONTHS
from pmdesk.figures.axis import spread
from pmdesk.figures.slip_chart import SlipFigures, SlipLine, SlipPoint, say_move
from pmdesk.ui.charts.marks import draw_mark, draw_series_mark
from pmdesk.ui.charts.months import month_after, months
from pmdesk.ui.charts.placing import Room, along, beside, round_about
from pmdesk.ui.charts.said import day, short_day
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.theme import scale, tall, token
from pmdesk.ui.words import _, spoken

LINE, GAP, LABEL, MARK = 18, 8, 20, 10
LEADER, AFTER_MARK, BETWEEN = 26, 14, 16
RIGHT, CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
Span = tuple[date, date]


class Placed(NamedTuple):
    """Words on the chart and the box found for them."""

    box: QRectF
    said: str


class LabelWidths(NamedTuple):
    """Pixels of the three columns of words beside the chart; the slip gives way first."""

    name: float
    slip: float
    day: float

    @property
    def whole(self) -> float:
        slip = self.slip + BETWEEN if self.slip else 0
        return LEADER + _after_mark() + self.name + slip + BETWEEN + self.day


class SlipInk:
    """Draws one slip chart on `box`; `place(reported, forecast)` gives the pixel of two days.

    `spans` are the days from edge to edge, across and up.
    """

    def __init__(
        self, figures: SlipFigures, box: QRectF, spans: tuple[Span, Span], widths: LabelWidths,
        place: Callable[[date, date], QPointF],
    ) -> None:  # fmt: skip
        self.figures, self.box, self.spans, self.widths, self._place = figures, box, spans, widths, place

    def at(self, point: SlipPoint) -> QPointF:
        return self._place(point.reported, point.forecast)

    def draw(self, painter: QPainter, in_hand: tuple[int, int] | None) -> None:
        """Axes, marks, names and the report in hand (line, point)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axes(painter)
        self._draw_ends(painter, in_hand[0] if in_hand else -1)
        for line in sorted(self.figures.lines, key=lambda each: each.series):
            self._draw_marks(painter, line)
        for words in self._inside:
            _over(painter, words)
        if in_hand:
            self._draw_in_hand(painter, *in_hand)

    def nearest(self, where: QPointF, reach: float) -> tuple[int, int] | None:
        """The report (line, point) under the mouse, or nearly; a name beside the chart means its last."""
        found = [
            ((self.at(point) - where).manhattanLength(), (n, k))
            for n, line in enumerate(self.figures.lines)
            for k, point in enumerate(line.points)
        ]
        best = min(found, default=None)
        if best and best[0] <= reach:
            return best[1]
        for n, box in self._labels.items():
            if box.contains(where):
                return n, len(self.figures.lines[n].points) - 1
        return None

    def _draw_axes(self, painter: QPainter) -> None:
        box, (across, up) = self.box, self.spans
        for first in months(up, max(int(box.height() / tall(40)), 2)):
            y = self._place(across[0], first).y()
            january = first.month == 1
            said = str(first.year) if january else _month(first)
            words = QRectF(0, y - tall(LINE) / 2, box.left() - GAP, tall(LINE))
            role, colour = ("small_strong", "text") if january else ("small", "quiet")
            draw_words(painter, words, said, role, colour, RIGHT)
        painter.setPen(QPen(token("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._draw_reports(painter)

    def _draw_reports(self, painter: QPainter) -> None:
        """The months of the reports in the middle of their room, years below, parted at January."""
        box, (across, up) = self.box, self.spans
        wide = words_width("Mmm", "small") + 10
        named = months(across, max(int(box.width() / wide), 1))
        each = (box.width()) / max((across[1] - across[0]).days, 1) * 30.4
        for first in named:
            left, after = (self._place(day, up[0]).x() for day in (first, month_after(first)))
            painter.setPen(QPen(token("line"), 1))
            painter.drawLine(QPointF(after, box.bottom()), QPointF(after, box.bottom() + 4))
            slot = QRectF((left + after) / 2 - wide, box.bottom() + 5, 2 * wide, tall(LINE))
            if each >= wide / 2:
                draw_words(painter, slot, _month(first), "small", "quiet", CENTRE)
        self._draw_years(painter, box.bottom() + 5 + tall(LINE))

    def _draw_years(self, painter: QPainter, top: float) -> None:
        box, (across, up) = self.box, self.spans
        januaries = [
            date(year, 1, 1) for year in range(across[0].year + 1, (across[1] - timedelta(1)).year + 1)
        ]
        wide = words_width("2026", "small_strong") + 4
        for first in januaries:
            x = self._place(first, up[0]).x()
            painter.setPen(QPen(token("line"), 1))
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x, top + tall(LINE) - 2))
            after = QRectF(x + 6, top, wide, tall(LINE))
            draw_words(painter, after, str(first.year), "small_strong")
            if first is januaries[0]:
                before = QRectF(x - 6 - wide, top, wide, tall(LINE))
                draw_words(painter, before, str(first.year - 1), "small_strong", "text", RIGHT)
        said = _("Report at the end of")
        room = self._place(januaries[0], up[0]).x() - wide - 12 if januaries else box.right()
        if words_width(said, "small") < room - box.left():
            words = QRectF(box.left(), top, room - box.left(), tall(LINE))
            draw_words(painter, words, said, "small", "quiet")

    def _draw_marks(self, painter: QPainter, line: SlipLine) -> None:
        for point in line.points:
            if point.done:
                draw_mark(painter, "complete", self.at(point), "complete")
            elif line.series >= 0 or point.by or point is line.points[-1]:
                draw_series_mark(painter, line.series, self.at(point))

    @cached_property
    def _labels(self) -> dict[int, QRectF]:
        """A box for each unfinished line's name beside the chart; none touches another."""
        lines = [(n, line) for n, line in enumerate(self.figures.lines) if not line.done]
        wanted = [(self.at(line.points[-1]).y(), float(tall(LABEL))) for _n, line in lines]
        middles = spread(wanted, self.box.top() - tall(LABEL) / 2, self.box.bottom() + tall(LINE))
        left, wide = self.box.right() + LEADER, self.widths.whole - LEADER
        return {
            n: QRectF(left, y - tall(LABEL) / 2, wide, tall(LABEL))
            for (n, _line), y in zip(lines, middles, strict=True)
        }

    def _draw_ends(self, painter: QPainter, in_hand: int) -> None:
        """Beside the chart: mark, name, slip and date of each unfinished milestone, with a leader."""
        for n, box in self._labels.items():
            line = self.figures.lines[n]
            end, y = self.at(line.points[-1]), box.center().y()
            if n == in_hand:
                painter.fillRect(box.adjusted(-4, 0, 4, 0), token("selection"))
            painter.setPen(QPen(token("line" if line.series >= 0 else "hairline"), 1))
            turn = self.box.right() + LEADER - 14
            way = [
                QPointF(end.x() + 8, end.y()),
                QPointF(turn, end.y()),
                QPointF(turn + 6, y),
                QPointF(turn + 11, y),
            ]
            painter.drawPolyline(QPolygonF(way))
            draw_series_mark(painter, line.series, QPointF(box.left() + MARK / 2 * min(scale(), 1.3), y))
            self._label(painter, line, box.adjusted(_after_mark(), 0, 0, 0))

    def _label(self, painter: QPainter, line: SlipLine, box: QRectF) -> None:
        name = QRectF(box.left(), box.top(), self.widths.name + 1, box.height())
        draw_words(painter, name, line.title, "strong" if line.series >= 0 else "list", "text")
        if self.widths.slip:
            slip = QRectF(name.right() + BETWEEN, box.top(), self.widths.slip, box.height())
            draw_words(painter, slip, line.slip, "list", "quiet", RIGHT)
        when = QRectF(box.right() - self.widths.day - 1, box.top(), self.widths.day + 1, box.height())
        draw_words(painter, when, end_day(line, self.figures), "list", "text", RIGHT)

    @cached_property
    def _inside(self) -> list[Placed]:
        """What stands among the lines, where there is room: what was done, and what the diagonal means."""
        room, placed = Room(self.box), list[Placed]()
        for line in self.figures.lines:
            room.take_line([self.at(point) for point in line.points])
            for point in line.points:
                room.take_mark(self.at(point), MARK)
        diagonal = diagonal_days(self.spans)
        if diagonal:
            ends = [self._place(each, each) for each in diagonal]
            steps = [ends[0] + (ends[1] - ends[0]) * (part / 12) for part in range(13)]
            room.take_line(steps)
            self._find_room(placed, room, _("A line that meets this one is done"), steps=steps)
        for line in self.figures.lines:
            if line.done:
                when = short_day(line.points[-1].forecast, self.figures.reports[-1])
                said = _("{title}, done {day}", title=line.title, day=when)
                self._find_room(placed, room, said, at=self.at(line.points[-1]))
        return placed

    def _find_room(
        self, placed: list[Placed], room: Room, said: str, at: QPointF | None = None,
        steps: Sequence[QPointF] = (),
    ) -> None:  # fmt: skip
        wide, high = words_width(said, "small") + 2, float(tall(LINE) - 2)
        choices = along(steps, wide, high) if steps else []
        if at is not None:
            choices = [*beside(at, wide, high, MARK), *round_about(at, wide, high, MARK)]
        fitting = [box for box in choices if self.box.contains(box)]
        if not fitting:
            return
        box = room.best(fitting)
        if room.free(box) if steps else not room.crowded(box) and not room.hides(box):
            room.take_words(box)
            placed.append(Placed(box, said))

    def _draw_in_hand(self, painter: QPainter, n: int, k: int) -> None:
        """A ring round the report in hand and its figures on a small plate."""
        line = self.figures.lines[n]
        point = line.points[k]
        at, reach, high = self.at(point), MARK / 2 * min(scale(), 1.5) + 4, float(tall(LINE) - 2)
        painter.setPen(QPen(token("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, reach, reach)
        said = f"{day(point.reported)}: {day(point.forecast)}"
        below = ", ".join(part for part in (said, say_move(point, spoken())) if part)
        wide = max(words_width(line.title, "small_strong"), words_width(below, "small")) + 18
        choices = round_about(at, wide, 2 * high + 10, reach + 4)
        # Over the point first: what waits for it stands above, and lines bend upwards.
        plate = Room(self.box).best([choices[0], choices[1], *choices[4:6], *choices[2:4]])
        painter.setPen(QPen(token("line"), 1))
        painter.setBrush(QBrush(token("background")))
        painter.drawRoundedRect(plate, 4, 4)
        inner = plate.adjusted(8, 5, -8, -5)
        title = QRectF(inner.left(), inner.top(), inner.width() + 2, high)
        draw_words(painter, title, line.title, "small_strong")
        draw_words(painter, title.translated(0, high), below, "small", "quiet")


def label_widths(figures: SlipFigures, most: float) -> LabelWidths:
    """The columns of names, slips and dates in at most so many pixels: slips go first, then names are cut."""
    lines = [line for line in figures.lines if not line.done]
    name, slip, when = (
        max((words_width(said(line), role) for line in lines), default=0)
        for said, role in (
            (lambda line: line.title, "strong"),
            (lambda line: line.slip, "list"),
            (lambda line: end_day(line, figures), "list"),
        )
    )
    widths = LabelWidths(name, slip, when)
    if widths.whole > most:
        widths = widths._replace(slip=0)
    return widths._replace(name=max(widths.name - max(widths.whole - most, 0), 0))


def end_day(line: SlipLine, figures: SlipFigures) -> str:
    """The date forecast now, short."""
    return short_day(line.points[-1].forecast, figures.reports[-1])


def diagonal_days(spans: tuple[Span, Span]) -> tuple[date, date] | None:
    """The first and the last day that stand both on the chart's width and on its height; None for none."""
    first, last = max(spans[0][0], spans[1][0]), min(spans[0][1], spans[1][1])
    return (first, last) if first < last else None


def _after_mark() -> float:
    """Pixels from the left of a mark to its name; the mark grows with the words, to a point."""
    return AFTER_MARK * min(scale(), 1.5)


def _month(first: date) -> str:
    return _(SHORT_MONTHS[first.month - 1]).strip()


def _over(painter: QPainter, words: Placed) -> None:
    """Words on a thin veil of the page."""
    veil = QColor(token("background"))
    veil.setAlphaF(0.75)
    painter.fillRect(words.box.adjusted(-1, 2, 1, -2), veil)
    draw_words(painter, words.box, words.said, "small", "quiet")
