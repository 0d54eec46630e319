"""Everything on the timeline, painted row by row: only what is in sight, its words measured and cut once."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from pmdesk.figures.timeline import TimelineFigures, TimelineRow
from pmdesk.ui.charts.columns import GAP, HEAD, RIGHT, ROW, Columns, draw_heads, draw_months, draw_today
from pmdesk.ui.charts.marks import draw_mark
from pmdesk.ui.charts.months import months, whole_months
from pmdesk.ui.charts.said import STATE_SHAPES, now_words, slip_words
from pmdesk.ui.drawing import KeptWords, words_width
from pmdesk.ui.icons import SHAPES
from pmdesk.ui.theme import scale, tall, token
from pmdesk.ui.words import _

BAR, CHAIN_BAR = 2, 4
CLEAR, ARROW = 9, 4  # pixels an elbow keeps from a mark; half the width of its head


class TimelineInk:
    """Draws `figures` in `columns`; `x_of(day)` gives the pixel of a day. Kept while nothing changes."""

    def __init__(
        self, figures: TimelineFigures, columns: Columns, x_of: Callable[[date], float], words: KeptWords
    ) -> None:  # fmt: skip
        self.figures, self.columns, self._x_of = figures, columns, x_of
        self.span = whole_months(figures.span)
        self._words, self._at = words, {row.id: at for at, row in enumerate(figures.rows)}
        self._head, self._row = tall(HEAD), tall(ROW)  # the ink is made anew when the text size changes
        self._said: dict[int, tuple[str, str]] = {}

    def draw(self, painter: QPainter, sight: QRectF, in_hand: int) -> None:
        """Paint what stands in `sight`; `in_hand` is the row whose elbows are shown, -1 for none."""
        foot = tall(HEAD) + len(self.figures.rows) * tall(ROW)
        if sight.top() < tall(HEAD):
            draw_heads(painter, self.columns)
            draw_months(painter, self.span, self.columns, self._x_of)
        self._draw_lines(painter, foot)
        rows = list(self._in_sight(sight))
        for at, row in rows:
            self._write(painter, at, row)
        self._draw_bars(painter, rows)
        if in_hand >= 0:
            self._draw_elbows(painter, in_hand)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, row in rows:
            self._draw_marks(painter, at, row)
            if row.critical and row.now:
                self._draw_critical(painter, row, at, "selection" if at == in_hand else "background")
        if sight.bottom() >= foot:
            draw_today(painter, self.figures.today, self._x_of(self.figures.today), foot, self.columns)

    def pushed(self, at: int) -> list[str]:
        """The titles of all rows that move when this one does, nearest first."""
        rows = self.figures.rows
        # In a circle that came by a merge a row would push itself.
        return [rows[to].title for to in dict.fromkeys(to for _from, to in self._links(at)) if to != at]

    def _in_sight(self, sight: QRectF) -> Iterator[tuple[int, TimelineRow]]:
        first = max(int((sight.top() - tall(HEAD)) // tall(ROW)), 0)
        last = int((sight.bottom() - tall(HEAD)) // tall(ROW)) + 1
        return enumerate(self.figures.rows[first : max(last, 0)], first)

    def _y(self, at: int) -> float:
        return self._head + (at + 0.5) * self._row

    def _draw_lines(self, painter: QPainter, foot: float) -> None:
        """The months' lines and today's, through all rows."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for colour, days in (
            ("grid", [day for day in months(self.span, 48) if day.month != 1]),
            ("line", [day for day in months(self.span, 48) if day.month == 1]),
            ("text", [self.figures.today]),
        ):
            painter.setPen(QPen(token(colour), 1))
            lines = [QLineF(round(x), tall(HEAD), round(x), foot) for x in map(self._x_of, days)]
            painter.drawLines(lines)

    def _write(self, painter: QPainter, at: int, row: TimelineRow) -> None:
        """What it is called, who answers for it, its date now and by how much it has slipped."""
        columns, words = self.columns, self._words
        top, high = self._head + at * self._row, self._row
        words.draw(painter, QRectF(columns.left, top, columns.name_width, high), row.title, "strong")
        if columns.owner_width:
            owner = QRectF(columns.owner, top, columns.owner_width, high)
            words.draw(painter, owner, row.owner, "list", "quiet")
        inner = QRectF(columns.chart_right + GAP, top, columns.right - columns.chart_right - GAP, high)
        role = "list" if row.done or not row.now else "strong"
        if at not in self._said:
            self._said[at] = now_words(row, self.figures.today), slip_words(row)
        now, slip = self._said[at]
        used = words.draw(painter, inner, now, role)
        colour = "text" if row.slip_days else "quiet"
        words.draw(painter, inner.adjusted(used + 8, 0, 0, 0), slip, "list", colour, RIGHT)

    def _draw_bars(self, painter: QPainter, rows: list[tuple[int, TimelineRow]]) -> None:
        """From the first date to the one now, heavier on a critical chain."""
        for state, shape in STATE_SHAPES.items():
            for critical in (False, True):
                bars = [
                    QLineF(self._x_of(row.first_due), self._y(at), self._x_of(row.now), self._y(at))
                    for at, row in rows
                    if row.state == state and row.critical is critical and _has_bar(row)
                    if row.first_due and row.now
                ]
                painter.setPen(QPen(token(SHAPES[shape]), CHAIN_BAR if critical else BAR))
                painter.drawLines(bars)

    def _draw_marks(self, painter: QPainter, at: int, row: TimelineRow) -> None:
        """Earlier forecasts, first date and the date now, the last on top."""
        if row.now is None:
            return
        y, shape = self._y(at), STATE_SHAPES[row.state]
        for day in row.earlier:
            draw_mark(painter, "tick", QPointF(self._x_of(day), y), SHAPES[shape])
        if _has_bar(row) and row.first_due:
            draw_mark(painter, "first", QPointF(self._x_of(row.first_due), y), "line")
        draw_mark(painter, shape, QPointF(self._x_of(row.now), y), SHAPES[shape])

    def _draw_critical(self, painter: QPainter, row: TimelineRow, at: int, ground: str) -> None:
        """The chain's mark and word before the row's first mark, or after its last; no line crosses it."""
        y = self._y(at)
        days = [day for day in (row.first_due, row.now, *row.earlier) if day]
        first, last = self._x_of(min(days)), self._x_of(max(days))
        grown = min(scale(), 1.5)
        mark, clear, said = 14 * grown, 11 * grown, _("critical")
        word = words_width(said, "small") + 2
        left = first - clear - word - 4 - mark
        if left < self.columns.chart_left:
            left = last + clear
        there = left + mark + 4 + word <= self.columns.chart_right
        clear_of = QRectF(left - 2, y - tall(ROW) / 2 + 6, mark + (word + 8 if there else 4), tall(ROW) - 12)
        painter.fillRect(clear_of, token(ground))
        draw_mark(painter, "chain", QPointF(left + mark / 2, y), "text")
        if there:
            box = QRectF(left + mark + 4, y - tall(ROW) / 2, word, tall(ROW))
            self._words.draw(painter, box, said, "small", "text")

    def _links(self, at: int) -> Iterator[tuple[int, int]]:
        """Every link from a row to one that waits for it, and on from there, each once."""
        ahead, seen = [at], {at}
        while ahead:
            here = ahead.pop(0)
            for id in self.figures.rows[here].pushes:
                to = self._at[id]
                yield here, to
                if to not in seen:
                    seen.add(to)
                    ahead.append(to)

    def _draw_elbows(self, painter: QPainter, at: int) -> None:
        """Lines with a head from the row in hand to all that it pushes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for here, to in self._links(at):
            one, other = self.figures.rows[here].now, self.figures.rows[to].now
            if one and other:
                ends = (QPointF(self._x_of(one), self._y(here)), QPointF(self._x_of(other), self._y(to)))
                _draw_elbow(painter, *ends)


def _has_bar(row: TimelineRow) -> bool:
    return bool(row.first_due and row.now and row.first_due != row.now)


def _draw_elbow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """Along its own row to the other's date, then up or down; to one no later, out of its row first."""
    clear = CLEAR * min(scale(), 1.5)
    way = 1 if end.y() > start.y() else -1
    stop = QPointF(end.x(), end.y() - way * clear)
    if end.x() > start.x() + clear:
        corners = [QPointF(start.x() + clear, start.y()), QPointF(end.x(), start.y()), stop]
    else:
        turn = start.y() + way * tall(ROW) / 2
        corners = [QPointF(start.x(), start.y() + way * clear), QPointF(start.x(), turn)]
        corners += [QPointF(end.x(), turn), stop]
    path = QPainterPath(corners[0])
    for corner in corners[1:]:
        path.lineTo(corner)
    painter.setPen(QPen(token("accent"), BAR))
    painter.setBrush(QBrush())
    painter.drawPath(path)
    painter.setBrush(QBrush(token("accent")))
    head = [QPointF(stop.x() + side, stop.y() - way * 1.5 * ARROW) for side in (-ARROW, ARROW)]
    painter.drawPolygon(QPolygonF([stop, *head]))
