"""The milestone timeline in pyqtgraph, with its columns of words; it works nothing out and writes nothing.

Imported when a chart is first shown: numpy and pyqtgraph take longer than the whole window.
"""

from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QWidget

from pmdesk.figures.timeline import TimelineFigures, TimelineRow
from pmdesk.ui.accessible import announce
from pmdesk.ui.charts.columns import FOOT, HEAD, ROW, LeftWords, Months, RightWords, TodayLabel, column_widths
from pmdesk.ui.charts.marks import Mark
from pmdesk.ui.charts.months import day_number, whole_months
from pmdesk.ui.charts.said import STATE_SHAPES, spoken_row
from pmdesk.ui.drawing import draw_hairline, draw_in_hand
from pmdesk.ui.icons import SHAPES
from pmdesk.ui.theme import tall, themes, token
from pmdesk.ui.words import _

OVERHANG = 8


class TimelineChart(pg.PlotWidget):
    """Rows 32 high, as high as they are many; arrows move the row in hand, Enter opens it.

    `chosen` and `opened` give a milestone's id. Words stand in the axes, so that a picture has them too.
    """

    chosen = Signal(str)
    opened = Signal(str)
    # Said here because pyqtgraph resizes while it is being made.
    _figures: TimelineFigures | None = None
    _in_hand = -1

    def __init__(self, parent: QWidget | None = None) -> None:
        self._left, self._right = LeftWords(), RightWords()
        self._months, self._foot = Months(), TodayLabel()
        axes = {"left": self._left, "right": self._right, "top": self._months, "bottom": self._foot}
        super().__init__(parent, axisItems=axes)
        self._settle_plot()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Milestone chart"))
        themes().changed.connect(self._redraw)

    def set_figures(self, figures: TimelineFigures, in_hand: str = "") -> None:
        """Show these milestones; the row of the milestone `in_hand` stays chosen where it is still there."""
        self._figures = figures
        ids = [row.id for row in figures.rows]
        self._in_hand = ids.index(in_hand) if in_hand in ids else -1
        self.setAccessibleDescription(figures.summary)
        self._redraw()

    def choose(self, milestone: str) -> None:
        """Take the row of this milestone in hand, and say it."""
        rows = self._figures.rows if self._figures else ()
        for at, row in enumerate(rows):
            if row.id == milestone:
                self._take(at)

    def row_in_hand(self) -> TimelineRow | None:
        return self._figures.rows[self._in_hand] if self._figures and self._in_hand >= 0 else None

    @property
    def at(self) -> int:
        """Which row is in hand, counted from 0; -1 for none."""
        return self._in_hand

    def sizeHint(self) -> QSize:
        return QSize(640, self.minimumHeight())

    def row_centre(self, at: int) -> int:
        """Where row `at` stands, in pixels from the top of the chart."""
        return round(tall(HEAD) + (at + 0.5) * tall(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = len(self._figures.rows) if self._figures else 0
        moves = {
            Qt.Key.Key_Down: self._in_hand + 1,
            Qt.Key.Key_Up: max(self._in_hand, 1) - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: rows - 1,
        }
        key = Qt.Key(event.key())
        if key in moves and rows:
            self._take(min(moves[key], rows - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (row := self.row_in_hand()):
            self.opened.emit(row.id)
        else:
            # The plot's own keys zoom and scroll, which this chart does not do.
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = int((event.position().y() - tall(HEAD)) // tall(ROW))
        if self._figures and 0 <= at < len(self._figures.rows):
            self._take(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if row := self.row_in_hand():
            self.opened.emit(row.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the chart."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._in_hand < 0 and self._figures and self._figures.rows:
            self._take(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._figures:
            self._share_width()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """The page's ground, hairlines over the whole width, and the tint of the row in hand."""
        painter.fillRect(rect, token("background"))
        rows = len(self._figures.rows) if self._figures else 0
        if self._in_hand >= 0:
            box = QRectF(0, tall(HEAD) + self._in_hand * tall(ROW), self.width(), tall(ROW)).toRect()
            draw_in_hand(painter, box, self.hasFocus())
        for at in range(rows + 1):
            draw_hairline(painter, OVERHANG, self.width() - OVERHANG, tall(HEAD) + at * tall(ROW) - 1)

    def _settle_plot(self) -> None:
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        plot.layout.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        plot.layout.setSpacing(0)
        for side in ("left", "right", "top", "bottom"):
            plot.showAxis(side)
        view = plot.getViewBox()
        view.setBackgroundColor(None)
        view.invertY(True)
        view.setDefaultPadding(0)
        # Our own ground follows the row in hand; the plot's would cover it and a cache would lag behind.
        self.setBackground(None)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)

    def _take(self, at: int) -> None:
        if not self._figures:
            return
        moved, self._in_hand = at != self._in_hand, at
        said = spoken_row(self._figures.rows[at])
        self.setAccessibleName(_("Milestone chart: {row}", row=said))
        self.viewport().update()
        if moved:
            announce(self, said)
            self.chosen.emit(self._figures.rows[at].id)

    def _redraw(self) -> None:
        figures, plot = self._figures, self.getPlotItem()
        # A closed chart has no plot any more, and the theme may still change.
        if figures is None or plot is None:
            return
        plot.clear()
        span = whole_months(figures.span)
        first, last = (day_number(day) for day in span)
        plot.getViewBox().setRange(xRange=(first, last), yRange=(0, max(len(figures.rows), 1)), padding=0)
        self._months.set_span(span)
        for words in (self._left, self._right, self._foot):
            words.set_figures(figures)
        self._measure(len(figures.rows))
        self._draw_months(plot)
        self._draw_rows(plot, figures)
        self._draw_today(plot, figures.today)
        self.viewport().update()

    def _measure(self, rows: int) -> None:
        self.setFixedHeight(tall(HEAD) + rows * tall(ROW) + tall(FOOT))
        self._months.setHeight(tall(HEAD))
        self._foot.setHeight(tall(FOOT))
        self._share_width()

    def _share_width(self) -> None:
        left, right = column_widths(self.width() - 2 * OVERHANG)
        self._left.setWidth(left)
        self._right.setWidth(right)

    def _draw_months(self, plot: pg.PlotItem) -> None:
        for day in self._months.lines():
            january = day.month == 1
            pen = pg.mkPen(token("line" if january else "grid"), width=1)
            line = pg.InfiniteLine(day_number(day), angle=90, pen=pen)
            line.setZValue(-10)
            plot.addItem(line, ignoreBounds=True)

    def _draw_rows(self, plot: pg.PlotItem, figures: TimelineFigures) -> None:
        for state in STATE_SHAPES:
            rows = [(at, row) for at, row in enumerate(figures.rows) if row.state == state and _has_bar(row)]
            if rows:
                across = [day_number(day) for _at, row in rows for day in (row.first_due, row.now) if day]
                down = [at + 0.5 for at, _row in rows for _end in range(2)]
                pen = pg.mkPen(token(SHAPES[STATE_SHAPES[state]]), width=2)
                plot.addItem(pg.PlotCurveItem(across, down, pen=pen, connect="pairs"), ignoreBounds=True)
        for at, row in enumerate(figures.rows):
            for mark in _marks(row, at + 0.5):
                plot.addItem(mark, ignoreBounds=True)

    def _draw_today(self, plot: pg.PlotItem, today: date) -> None:
        line = pg.InfiniteLine(day_number(today), angle=90, pen=pg.mkPen(token("text"), width=1))
        line.setZValue(-5)
        plot.addItem(line, ignoreBounds=True)


def _has_bar(row: TimelineRow) -> bool:
    return bool(row.first_due and row.now and row.first_due != row.now)


def _marks(row: TimelineRow, y: float) -> list[Mark]:
    """First date, earlier forecasts and the date now, the last on top."""
    if row.now is None:
        return []
    shape = STATE_SHAPES[row.state]
    made = [Mark("tick", day_number(day), y, SHAPES[shape]) for day in row.earlier]
    if _has_bar(row) and row.first_due:
        made.append(Mark("first", day_number(row.first_due), y, "line"))
    return [*made, Mark(shape, day_number(row.now), y, SHAPES[shape])]
