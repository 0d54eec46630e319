"""The slip chart in pyqtgraph: its lines here, its words and marks painted over them by SlipInk.

Imported when a chart is first shown: numpy and pyqtgraph take longer than the whole window.
"""

from datetime import date, timedelta

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QWidget

from pmdesk.figures.slip_chart import SlipFigures, SlipLine
from pmdesk.ui.accessible import announce
from pmdesk.ui.charts.marks import SERIES
from pmdesk.ui.charts.months import day_number, month_after, months, whole_months
from pmdesk.ui.charts.said import spoken_point
from pmdesk.ui.charts.slip_ink import GAP, LABEL, LINE, SlipInk, Span, diagonal_days, label_widths
from pmdesk.ui.drawing import words_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

HIGH, TOP, END = 300, 16, 24  # END: room after the last report where nothing is named
_NEAR = 14  # pixels from a mark that still mean it
_MOST_WORDS = 0.45  # of the width, for the names at the right
Style = Qt.PenStyle


class SlipChart(pg.PlotWidget):
    """Left and right go from report to report, up and down from line to line, and say each.

    `opened` gives the id of the milestone whose line is in hand, on Enter or a double click.
    """

    opened = Signal(str)
    # Said here because pyqtgraph resizes while it is being made.
    _figures: SlipFigures | None = None
    _ink: SlipInk | None = None
    _in_hand: tuple[str, date] | None = None  # the milestone's id and the day of the report
    _under: tuple[int, int] | None = None  # the line and the report under the mouse
    _dots = 0.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settle_plot()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Slip chart"))
        themes().changed.connect(self._redraw)

    def set_figures(self, figures: SlipFigures) -> None:
        """Show this chart; a report in hand stays so where it is still there."""
        if figures == self._figures:
            return
        self._figures, self._under = figures, None
        if self.in_hand() is None:
            self._in_hand = None
        self.setAccessibleName(_("Slip chart: {finding}", finding=figures.finding))
        self.setAccessibleDescription(figures.summary)
        self._redraw()

    def set_dots(self, dots: float) -> None:
        """Draw for a picture with so many dots to a pixel: the library counts its pens in dots."""
        self._dots = dots
        self._redraw()

    def in_hand(self) -> tuple[int, int] | None:
        """Which line and which of its reports are in hand, counted from 0."""
        if self._figures is None or self._in_hand is None:
            return None
        milestone, reported = self._in_hand
        for n, line in enumerate(self._figures.lines):
            for k, point in enumerate(line.points):
                if (line.id, point.reported) == (milestone, reported):
                    return n, k
        return None

    def sizeHint(self) -> QSize:
        return QSize(640, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), self.minimumHeight())

    def ink(self) -> SlipInk | None:
        """What paints the words and marks, for the plot's box in the scene."""
        figures, plot = self._figures, self.getPlotItem()
        if figures is None or plot is None:
            return None
        view = plot.getViewBox()
        box, (across, up) = view.mapRectToScene(view.boundingRect()), _spans(figures)

        def place(reported: date, forecast: date) -> QPointF:
            x, y = _share(reported, across), _share(forecast, up)
            return QPointF(box.left() + x * box.width(), box.bottom() - y * box.height())

        if self._ink is None or self._ink.box != box:
            widths = label_widths(figures, _MOST_WORDS * self.width())
            self._ink = SlipInk(figures, box, (across, up), widths, place)
        return self._ink

    def shown_in_hand(self) -> tuple[int, int] | None:
        """The report whose figures are on the plate: under the mouse, else the one the keyboard took."""
        return self._under or (self.in_hand() if self.hasFocus() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = self._figures.lines if self._figures else ()
        n, k = self.in_hand() or (0, -1)
        last = len(lines[n].points) - 1 if lines else 0
        moves = {
            Qt.Key.Key_Right: (n, min(k + 1, last)),
            Qt.Key.Key_Left: (n, max(k, 1) - 1),
            Qt.Key.Key_Home: (n, 0),
            Qt.Key.Key_End: (n, last),
            Qt.Key.Key_Down: (min(n + 1, len(lines) - 1), k),
            Qt.Key.Key_Up: (max(n, 1) - 1, k),
        }
        key = Qt.Key(event.key())
        if key in moves and lines:
            self._take(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.in_hand():
            self.opened.emit(lines[n].id)
        else:
            # The plot's own keys zoom and scroll, which this chart does not do.
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if near := self._near(event.position()):
            self._take(*near)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        near = self._near(event.position())
        if near and self._figures:
            self.opened.emit(self._figures.lines[near[0]].id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_under(self._near(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._show_under(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the chart."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        lines = self._figures.lines if self._figures else ()
        if self._in_hand is None and lines:
            self._take(0, len(lines[0].points) - 1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, token("background"))

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Everything that is no line, over the whole plot."""
        ink = self.ink()
        if ink is not None:
            ink.draw(painter, self.shown_in_hand())

    def _settle_plot(self) -> None:
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        for edge in ("left", "bottom", "right", "top"):
            plot.hideAxis(edge)
        view = plot.getViewBox()
        view.setBackgroundColor(None)
        view.setDefaultPadding(0)
        view.disableAutoRange()
        self.setBackground(None)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)

    def _take(self, n: int, k: int) -> None:
        """Take a report in hand and say it; lines have as many reports as there were until they were done."""
        if self._figures is None:
            return
        line = self._figures.lines[n]
        point = line.points[min(max(k, 0), len(line.points) - 1)]
        self._in_hand = line.id, point.reported
        said = spoken_point(line, point)
        self.setAccessibleDescription(f"{said}. {self._figures.summary}")
        announce(self, said)
        self.viewport().update()

    def _near(self, where: QPointF) -> tuple[int, int] | None:
        """The line and the report under the mouse, or nearly."""
        ink = self.ink()
        return ink.nearest(self.mapToScene(where.toPoint()), px(_NEAR)) if ink else None

    def _show_under(self, near: tuple[int, int] | None) -> None:
        if near != self._under:
            self._under = near
            self.viewport().update()

    def _redraw(self) -> None:
        figures, plot = self._figures, self.getPlotItem()
        # A closed chart has no plot any more, and the theme may still change.
        if figures is None or plot is None:
            return
        plot.clear()
        self._ink = None
        across, up = (tuple(map(day_number, span)) for span in _spans(figures))
        named = sum(not line.done for line in figures.lines)
        high = max(tall(HIGH, 4), tall(TOP) + named * tall(LABEL) + 2 * tall(LINE) + 12)
        self.setFixedHeight(high)
        self._share_width()
        plot.getViewBox().setRange(xRange=across, yRange=up, padding=0)
        self._draw_grounds(plot, figures)
        # Quiet lines lie under those that are told apart.
        for line in sorted(figures.lines, key=lambda each: each.series):
            self._draw_line(plot, line)
        self.viewport().update()

    def _share_width(self) -> None:
        """Room round the lines: dates at the left, reports below, names at the right."""
        figures, plot = self._figures, self.getPlotItem()
        if figures is None or plot is None:
            return
        left = words_width("2026", "small_strong") + GAP + 8
        right = label_widths(figures, _MOST_WORDS * self.width()).whole + 1
        named = any(not line.done for line in figures.lines)
        foot = 2 * tall(LINE) + 8
        plot.layout.setContentsMargins(left, tall(TOP), right if named else END, foot)

    def _draw_grounds(self, plot: pg.PlotItem, figures: SlipFigures) -> None:
        """Level hairlines, and the days on which the forecast is the day of the report."""
        across, up = _spans(figures)
        for first in months(up, max(int((self.height() - 3 * tall(LINE)) / tall(40)), 2)):
            colour = "hairline" if first.month == 1 else "grid"
            plot.addItem(
                pg.InfiniteLine(day_number(first), angle=0, pen=self._pen(colour, 1)), ignoreBounds=True
            )
        diagonal = diagonal_days((across, up))
        if diagonal:
            ends = [day_number(each) for each in diagonal]
            pen = self._pen("quiet", 1, Style.DashLine)
            plot.addItem(pg.PlotCurveItem(ends, ends, pen=pen, antialias=True), ignoreBounds=True)

    def _draw_line(self, plot: pg.PlotItem, line: SlipLine) -> None:
        if len(line.points) > 1:
            across = [day_number(point.reported) for point in line.points]
            up = [day_number(point.forecast) for point in line.points]
            pen = self._pen(SERIES[line.series], 2) if line.series >= 0 else self._pen("line", 1)
            plot.addItem(pg.PlotCurveItem(across, up, pen=pen, antialias=True), ignoreBounds=True)

    def _pen(self, colour: str, width: float, style: Style = Style.SolidLine) -> QPen:
        """A pen as wide in pixels on every screen."""
        dots = self._dots or self.devicePixelRatioF()
        return pg.mkPen(token(colour), width=width * dots, style=style)


def _spans(figures: SlipFigures) -> tuple[Span, Span]:
    """Whole months across and up, with a little air over the latest forecast and under the earliest."""
    across = figures.across[0].replace(day=1), month_after(figures.across[1].replace(day=1))
    air = timedelta(days=max((figures.up[1] - figures.up[0]).days // 24, 10))
    up = whole_months((figures.up[0] - air, figures.up[1] + air))
    return across, up


def _share(day: date, span: Span) -> float:
    return (day_number(day) - day_number(span[0])) / (day_number(span[1]) - day_number(span[0]))
