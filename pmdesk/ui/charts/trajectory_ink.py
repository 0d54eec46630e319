"""The words and marks of a trajectory, painted over its lines in pixels; it works nothing out."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from pmdesk.figures.axis import Named, named, spread
from pmdesk.figures.trajectory import EndLabel, TrajectoryFigures
from pmdesk.figures.trajectory_points import Point
from pmdesk.ui.charts.marks import draw_mark
from pmdesk.ui.charts.placing import Room, along, beside, further_off, lead_to, round_about
from pmdesk.ui.charts.said_figures import row_of, tip_lines
from pmdesk.ui.drawing import draw_words, widest, words_width
from pmdesk.ui.icons import SHAPES, draw_at
from pmdesk.ui.theme import font, scale, tall, token
from pmdesk.ui.words import _

Style = Qt.PenStyle
MARK, HALO, LINE, GAP = 10, 1.5, 18, 8
RIGHT, CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
# The look of each label beside the chart: its role and its colour.
_END_LOOK = {
    "target": ("small_strong", "text"),
    "forecast": ("small_strong", "series_blue"),
    "floor": ("small", "text"),
    "stretch": ("small", "quiet"),
}


class Placed(NamedTuple):
    """Words and the box found for them."""

    box: QRectF
    said: str
    role: str
    colour: str
    lead: QLineF | None = None  # from its mark, where it stands away from it


class Ink:
    """Draws one trajectory on `box`; `place(x, value)` gives the pixel of months and a value.

    Room for its words is found once, and kept for as long as figures, box and text size stay.
    """

    def __init__(
        self, figures: TrajectoryFigures, box: QRectF, place: Callable[[float, float], QPointF]
    ) -> None:
        self.figures, self.box, self._place = figures, box, place

    def at(self, x: float, value: Decimal) -> QPointF:
        return self._place(x, float(value))

    def x(self, months: float) -> float:
        """The pixel of a place along the axis."""
        return self._place(months, 0.0).x()

    def draw_levels(self, painter: QPainter) -> None:
        """What runs straight through the whole chart, under everything: numbers, floor and stretch, today."""
        figures, box = self.figures, self.box
        levels = [(tick.value, "grid", 1.0, Style.SolidLine) for tick in figures.upright.ticks[1:]]
        if figures.floor is not None:
            levels.append((figures.floor, "series_vermillion", 1.5, Style.SolidLine))
        if figures.stretch is not None:
            levels.append((figures.stretch, "quiet", 1.0, Style.DotLine))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for value, colour, width, style in levels:
            y = round(self.at(0, value).y())
            painter.setPen(QPen(token(colour), width, style))
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
        if figures.today is not None:
            x = round(self.x(figures.today))
            painter.setPen(QPen(token("text"), 1))
            painter.drawLine(QLineF(x, box.top(), x, box.bottom()))

    def draw(self, painter: QPainter, left: float, right: float, in_hand: str = "") -> None:
        """Axes, marks and words, from the widget's edge `left` to `right`; `in_hand` a reading's id."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_values(painter, self, left)
        draw_periods(painter, self, left)
        self._aims(painter)
        self._marks(painter)
        for each in self.words:
            _over(painter, each)
        draw_ends(painter, self, right)
        if in_hand:
            draw_in_hand(painter, self, in_hand)

    def point(self, each: Point) -> QPointF:
        """Where a reading stands; one without a number at the foot."""
        return self._points[each.id]

    @cached_property
    def _points(self) -> dict[str, QPointF]:
        foot = self.box.bottom() - side() / 2 - 3
        return {
            each.id: QPointF(self.x(each.x), foot) if each.value is None else self.at(each.x, each.value)
            for each in self.figures.points()
        }

    def _aims(self, painter: QPainter) -> None:
        for each in self.figures.aims:
            for value in {each.value, each.low, each.high} - {None}:
                _ring(painter, self.at(each.x, value or Decimal(0)), each.goal)

    def _marks(self, painter: QPainter) -> None:
        if self.figures.baseline:
            at = self.at(self.figures.baseline.x, self.figures.baseline.value)
            draw_mark(painter, "first", at, "text")
        small = side() if len(self.figures.points()) <= 60 else side() * 0.7
        for each in self.figures.points():
            draw_reading(painter, self.point(each), each, small)

    @cached_property
    def words(self) -> list[Placed]:
        """Today, the note, then numbers, the baseline and the path, each where it hides nothing."""
        room, figures, placed = self._room(), self.figures, list[Placed]()
        self._today(placed, room)
        points = figures.points()
        noted = next((each for each in points if figures.note and each.period == figures.note.period), None)
        if noted and figures.note:
            said = self._write(placed, self.point(noted), figures.note.text, room, long=True)
            noted = noted if said else None
        for each in reversed(points):
            if each.label and each is not noted:
                self._write(placed, self.point(each), each.label, room, "small_strong")
        if figures.baseline:
            at = self.at(figures.baseline.x, figures.baseline.value)
            self._write(placed, at, figures.baseline.label, room, long=True)
        self._along_lines(placed, room)
        return placed

    def _room(self) -> Room:
        """What no word may hide: every mark and every line."""
        room, figures = Room(self.box), self.figures
        for each in figures.points():
            room.take_mark(self.point(each), side() + 2)
        for run in figures.runs:
            room.take_line([self.point(each) for each in run])
        for steps in figures.path:
            room.take_line([self.at(step.x, step.value) for step in steps if step.value is not None])
        for aim in figures.aims:
            if aim.value is not None:
                room.take_mark(self.at(aim.x, aim.value), 14)
        if figures.baseline:
            room.take_mark(self.at(figures.baseline.x, figures.baseline.value), 14)
        if figures.floor is not None:
            level = self.at(0, figures.floor).y()
            room.take(QRectF(self.box.left(), level - 1, self.box.width(), 2))
        if ahead := figures.outlook:
            room.take_line([self.at(ahead.x, ahead.value), self.at(ahead.to_x, ahead.to_value)])
        return room

    def _write(
        self,
        placed: list[Placed],
        at: QPointF,
        said: str,
        room: Room,
        role: str = "small",
        long: bool = False,
    ) -> bool:
        """Words beside a mark; left out where other words stand, and long ones where they would hide a mark.

        The table says all of them. Whether they were placed.
        """
        wide, high, gap = words_width(said, role) + 2, text_height(role), side() / 2 + 4
        near = (beside if long else round_about)(at, wide, high, gap)
        away = (room.inside(each) for each in further_off(at, wide, high, gap)) if long else ()
        box = room.best([*near, *away])
        if room.crowded(box) or (long and room.hides(box)):
            return False
        room.take_words(box)
        placed.append(Placed(box, said, role, "text", lead_to(at, box, gap) if long else None))
        return True

    def _today(self, placed: list[Placed], room: Room) -> None:
        if self.figures.today is None:
            return
        x, said = self._place(self.figures.today, 0.0).x(), _("Today")
        wide, high = words_width(said, "small_strong") + 2, text_height("small_strong")
        left = x - wide - 6 if x - wide - 6 >= self.box.left() else x + 6
        box = QRectF(left, self.box.top() - 6, wide, high)
        placed.append(Placed(box, said, "small_strong", "text"))
        room.take_words(box)
        room.take(QRectF(x - 1, self.box.top(), 2, self.box.height()))

    def _along_lines(self, placed: list[Placed], room: Room) -> None:
        """'Path to target' beside the path and the other areas' words at their band."""
        longest = max(self.figures.path, key=len, default=())
        steps = [self.at(each.x, each.value) for each in longest if each.value is not None]
        if len(steps) > 1:
            self._line_words(placed, steps, _("Path to target"), room)
        run = max(self.figures.bands, key=len, default=())
        if run:
            upper = [self.at(each.x, each.high) for each in run]
            self._line_words(placed, upper, self.figures.band_label, room)

    def _line_words(self, placed: list[Placed], steps: Sequence[QPointF], said: str, room: Room) -> None:
        wide, high = words_width(said, "small") + 2, text_height("small")
        box = room.best(along(steps, wide, high))
        if not room.crowded(box) and not room.hides(box):
            room.take_words(box)
            placed.append(Placed(box, said, "small", "quiet"))


def side() -> float:
    """Pixels of a reading's mark; beside large words it grows, but not out of its place."""
    return MARK * min(scale(), 1.5)


def text_height(role: str) -> float:
    return QFontMetricsF(font(role)).height()


def draw_reading(painter: QPainter, at: QPointF, each: Point, size: float) -> None:
    """A reading's shape on a thin ground of the page, so that a line under it stops at its edge.

    On a painter that smooths edges; its pen and brush are left as the shape wanted them.
    """
    wide = size + 2 * HALO
    if each.shape in ("met", "close", "missed"):
        draw_at(painter, each.shape, at, wide, token("background"))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(token("background")))
        painter.drawEllipse(at, wide / 2, wide / 2)
    draw_at(painter, each.shape, at, size, token(SHAPES[each.shape]))


def draw_values(painter: QPainter, ink: Ink, left: float) -> None:
    """The numbers at the left, thinned where large text would pile them up."""
    upright = ink.figures.upright
    places = [ink.at(0, tick.value).y() for tick in upright.ticks]
    apart = abs(places[0] - places[1]) if len(places) > 1 else 99
    every = max(1, round(text_height("small") / max(apart, 1) + 0.4))
    for at, (tick, y) in enumerate(zip(upright.ticks, places, strict=True)):
        if at % every == 0:
            box = QRectF(left, y - tall(LINE) / 2, ink.box.left() - GAP - left, tall(LINE))
            draw_words(painter, box, tick.label, "small", "quiet", RIGHT)
    if upright.note:
        box = QRectF(left, ink.box.top() - 1.6 * tall(LINE), ink.box.width(), tall(LINE))
        draw_words(painter, box, upright.note, "small", "quiet")


def draw_periods(painter: QPainter, ink: Ink, left: float) -> None:
    """The foot: a tick at each period's end with its label in the middle, financial years below."""
    figures, foot = ink.figures, ink.box.bottom()
    painter.setPen(QPen(token("line"), 1))
    painter.drawLine(QPointF(ink.box.left(), foot), QPointF(ink.box.right(), foot))
    month, start = ink.box.width() / figures.width, ink.box.left()
    slot_wide = widest([slot.label for slot in figures.slots], "small") + 6
    year_wide = widest([year.label for year in figures.years], "small_strong") + 8
    before = (ink.box.left() - left) / month
    shown = named(figures.slots, figures.years, slot_wide / month, year_wide / month, before)
    if ink.box.width() / max(len(figures.slots), 1) >= 5:
        ends = [start + slot.end * month for slot in figures.slots]
        painter.drawLines([QLineF(x, foot, x, foot + 4) for x in ends])
    for slot in shown.slots:
        middle = ink.x((slot.start + slot.end) / 2)
        box = QRectF(middle - slot_wide / 2, foot + 3, slot_wide, tall(LINE))
        draw_words(painter, box, slot.label, "small", "quiet", CENTRE)
    _draw_years(painter, ink, shown, year_wide)


def _draw_years(painter: QPainter, ink: Ink, shown: Named, wide: float) -> None:
    """The names of years under those of their parts, or in their place; a line parts years that are named."""
    foot, line = ink.box.bottom(), tall(LINE)
    top = foot + 3 + (line if shown.slots else 0)
    painter.setPen(QPen(token("line"), 1))
    for year in ink.figures.years[1:]:
        x = ink.x(year.start)
        painter.drawLine(QPointF(x, foot), QPointF(x, top + line - 1 if shown.whole else foot + 4))
    for year, middle in shown.years:
        box = QRectF(ink.x(middle) - wide / 2, top, wide, line)
        draw_words(painter, box, year.label, "small_strong", "text", CENTRE)


def end_width(figures: TrajectoryFigures) -> float:
    """Pixels the labels right of the chart take."""
    return max((max(words_width(text, _END_LOOK[each.kind][0]) for text in (each.text, each.second))
                for each in figures.ends), default=0)  # fmt: skip


def draw_ends(painter: QPainter, ink: Ink, right: float) -> None:
    """The labels at the right, moved apart so that none touches another; a leader where one has moved far."""
    ends, line = ink.figures.ends, text_height("small")
    wanted = [(ink.at(0, each.value).y(), line * (2 if each.second else 1) + 2) for each in ends]
    left = ink.box.right() + GAP
    for each, (wish, high), y in zip(ends, wanted, spread(wanted, 0, ink.box.bottom() + line), strict=True):
        if abs(y - wish) > high / 2 + 2:
            painter.setPen(QPen(token("line"), 1))
            painter.drawLine(QPointF(ink.box.right() + 1, wish), QPointF(left - 1, y))
        _draw_end(painter, each, QRectF(left, y - high / 2, right - left, high), line)


def _draw_end(painter: QPainter, each: EndLabel, box: QRectF, line: float) -> None:
    role, colour = _END_LOOK[each.kind]
    draw_words(painter, QRectF(box.left(), box.top(), box.width(), line), each.text, role, colour)
    if each.second:
        under = QRectF(box.left(), box.top() + line, box.width(), line)
        draw_words(painter, under, each.second, "small", "quiet")


def draw_in_hand(painter: QPainter, ink: Ink, reading: str) -> None:
    """A ring round the reading in hand and its figures on a small plate."""
    each = next((one for one in ink.figures.points() if one.id == reading), None)
    row = row_of(ink.figures, reading)
    if each is None or row is None:
        return
    at, reach = ink.point(each), side() / 2 + 4
    painter.setPen(QPen(token("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, reach, reach)
    head, below = tip_lines(row)
    line = text_height("small")
    wide = max(words_width(head, "small_strong"), words_width(below, "small")) + 18
    high = line * (2 if below else 1) + 10
    choices = round_about(at, wide, high, reach + 4)
    plate = Room(ink.box).best([choices[1], choices[0], *choices[4:6], *choices[2:4]])
    painter.setPen(QPen(token("line"), 1))
    painter.setBrush(QBrush(token("background")))
    painter.drawRoundedRect(plate, 4, 4)
    inner = plate.adjusted(8, 5, -8, -5)
    draw_words(painter, QRectF(inner.left(), inner.top(), inner.width() + 2, line), head, "small_strong")
    if below:
        under = QRectF(inner.left(), inner.top() + line, inner.width() + 2, line)
        draw_words(painter, under, below, "small", "quiet")


def _ring(painter: QPainter, at: QPointF, goal: bool) -> None:
    grown = min(scale(), 1.5)
    reach = (5.5 if goal else 4.0) * grown
    painter.setPen(QPen(token("text" if goal else "quiet"), 1.8 if goal else 1.3))
    painter.setBrush(QBrush(token("background")))
    painter.drawEllipse(at, reach, reach)
    if goal:
        painter.setBrush(QBrush(token("text")))
        painter.drawEllipse(at, 1.2 * grown, 1.2 * grown)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _over(painter: QPainter, words: Placed) -> None:
    """Words on a thin veil of the page, readable where nothing better than over a line was free."""
    if words.lead:
        painter.setPen(QPen(token("quiet"), 1))
        painter.drawLine(words.lead)
    veil = QColor(token("background"))
    veil.setAlphaF(0.75)
    painter.fillRect(words.box.adjusted(-1, 2, 1, -2), veil)
    draw_words(painter, words.box, words.said, words.role, words.colour)
