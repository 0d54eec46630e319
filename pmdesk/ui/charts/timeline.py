"""The milestone timeline in pyqtgraph, its rows and words painted by TimelineInk; it works nothing out.

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
from pmdesk.ui.charts.columns import FOOT, HEAD, ROW, columns_of
from pmdesk.ui.charts.months import day_number, whole_months
from pmdesk.ui.charts.said import spoken_row
from pmdesk.ui.charts.timeline_ink import TimelineInk
from pmdesk.ui.drawing import KeptWords, draw_hairline, draw_in_hand
from pmdesk.ui.theme import tall, themes, token
from pmdesk.ui.words import _

OVERHANG = 8


class TimelineChart(pg.PlotWidget):
    """Rows 32 high, as high as they are many; arrows move the row in hand, Enter opens it.

    `chosen` and `opened` give a milestone's id. The row in hand shows with elbows what it pushes.
    """

    chosen = Signal(str)
    opened = Signal(str)
    # Said here because pyqtgraph resizes while it is being made.
    _figures: TimelineFigures | None = None
    _ink: TimelineInk | None = None
    _in_hand = -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = KeptWords()
        self._settle_plot()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Milestone chart"))
        themes().changed.connect(self._dress)

    def set_figures(self, figures: TimelineFigures, in_hand: str = "") -> None:
        """Show these milestones; the row of the milestone `in_hand` stays chosen where it is still there."""
        ids = [row.id for row in figures.rows]
        self._in_hand = ids.index(in_hand) if in_hand in ids else -1
        if figures == self._figures:
            self.viewport().update()
            return
        self._figures = figures
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
        self._share_width()

    def ink(self) -> TimelineInk | None:
        """What paints the rows, kept while figures, width and text size stay."""
        figures, plot = self._figures, self.getPlotItem()
        if figures is None or plot is None:
            return None
        columns = columns_of(OVERHANG, self.width() - 2 * OVERHANG)
        if self._ink is None or self._ink.columns != columns:
            first, last = (day_number(day) for day in whole_months(figures.span))
            each = (columns.chart_right - columns.chart_left) / (last - first)

            def x_of(day: date) -> float:
                return columns.chart_left + (day_number(day) - first) * each

            self._ink = TimelineInk(figures, columns, x_of, self._words)
        return self._ink

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """The page's ground, hairlines over the whole width, and the tint of the row in hand."""
        painter.fillRect(rect, token("background"))
        rows = len(self._figures.rows) if self._figures else 0
        if self._in_hand >= 0:
            box = QRectF(0, tall(HEAD) + self._in_hand * tall(ROW), self.width(), tall(ROW)).toRect()
            draw_in_hand(painter, box, self.hasFocus())
        head, row, right = tall(HEAD), tall(ROW), self.width() - OVERHANG
        first = max(int((rect.top() - head) // row), 0)
        for at in range(first, min(rows, int((rect.bottom() - head) // row) + 1) + 1):
            draw_hairline(painter, OVERHANG, right, head + at * row - 1)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Words, bars and marks of the rows in sight."""
        ink = self.ink()
        if ink is not None:
            ink.draw(painter, rect, self._in_hand)

    def _settle_plot(self) -> None:
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        for side in ("left", "right", "top", "bottom"):
            plot.hideAxis(side)
        view = plot.getViewBox()
        view.setBackgroundColor(None)
        view.invertY(True)
        view.setDefaultPadding(0)
        view.disableAutoRange()
        # Our own ground follows the row in hand; the plot's would cover it and a cache would lag behind.
        self.setBackground(None)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)

    def _take(self, at: int) -> None:
        if not self._figures:
            return
        moved, self._in_hand = at != self._in_hand, at
        said = self._spoken(at)
        self.setAccessibleName(_("Milestone chart: {row}", row=said))
        self.viewport().update()
        if moved:
            announce(self, said)
            self.chosen.emit(self._figures.rows[at].id)

    def _spoken(self, at: int) -> str:
        """The row with the names of those that move with it."""
        ink = self.ink()
        return spoken_row(self._figures.rows[at], ink.pushed(at)) if self._figures and ink else ""

    def _dress(self) -> None:
        """Other colours or larger words: what was measured no longer holds."""
        self._words = KeptWords()
        self._redraw()

    def _redraw(self) -> None:
        figures, plot = self._figures, self.getPlotItem()
        # A closed chart has no plot any more, and the theme may still change.
        if figures is None or plot is None:
            return
        self._ink = None
        first, last = (day_number(day) for day in whole_months(figures.span))
        rows = max(len(figures.rows), 1)
        plot.getViewBox().setRange(xRange=(first, last), yRange=(0, rows), padding=0)
        self.setFixedHeight(tall(HEAD) + len(figures.rows) * tall(ROW) + tall(FOOT))
        self._share_width()
        self.viewport().update()

    def _share_width(self) -> None:
        """The plot stands between the columns of words, under the months."""
        plot = self.getPlotItem()
        if self._figures is None or plot is None:
            return
        at = columns_of(OVERHANG, self.width() - 2 * OVERHANG)
        plot.layout.setContentsMargins(at.chart_left, tall(HEAD), self.width() - at.chart_right, tall(FOOT))
