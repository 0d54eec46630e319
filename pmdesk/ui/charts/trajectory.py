"""A measure's trajectory in pyqtgraph: its lines here, its words and marks painted over them by Ink.

Imported when a chart is first shown: numpy and pyqtgraph take longer than the whole window.
"""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import (
    QGraphicsPathItem,
    QGraphicsView,
    QSizePolicy,
    QWidget,
)  # fmt: skip

from pmdesk.figures.trajectory import TrajectoryFigures
from pmdesk.figures.trajectory_points import Point
from pmdesk.ui.accessible import announce
from pmdesk.ui.charts.said_figures import row_of, spoken_reading
from pmdesk.ui.charts.trajectory_ink import GAP, LINE, Ink, end_width
from pmdesk.ui.drawing import words_width
from pmdesk.ui.theme import px, tall, themes, token
from pmdesk.ui.words import _

HIGH, LEFT, GUTTER, TOP = 292, 32, 160, 14
_NEAR = 14  # pixels from a mark that still mean it
_MOST_WORDS = 0.4  # of the width, for the labels at the right
Line = Sequence[tuple[float, float]]
Style = Qt.PenStyle


class TrajectoryChart(pg.PlotWidget):
    """Left and right go from reading to reading and say each; Enter opens it (`opened` gives its id)."""

    opened = Signal(str)
    # Said here because pyqtgraph resizes while it is being made.
    _figures: TrajectoryFigures | None = None
    _ink: Ink | None = None
    _in_hand, _under, _dots = "", "", 0.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settle_plot()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Trajectory"))
        themes().changed.connect(self._redraw)
        self._measure()

    def set_figures(self, figures: TrajectoryFigures) -> None:
        """Show this trajectory; a reading in hand stays so where it is still there."""
        self._figures = figures
        self._under = ""
        if self._in_hand not in {each.id for each in figures.points()}:
            self._in_hand = ""
        self.setAccessibleName(f"{figures.title}: {figures.finding}")
        self.setAccessibleDescription(figures.summary)
        self._redraw()

    def set_dots(self, dots: float) -> None:
        """Draw for a picture with so many dots to a pixel: the library counts its pens in dots."""
        self._dots = dots
        self._redraw()

    def figures(self) -> TrajectoryFigures | None:
        return self._figures

    def in_hand(self) -> str:
        """The id of the reading in hand; '' for none."""
        return self._in_hand

    def sizeHint(self) -> QSize:
        return QSize(640, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), self.minimumHeight())

    def ink(self) -> Ink | None:
        """What paints the words and marks, for the plot's box in the scene."""
        plot = self.getPlotItem()
        if self._figures is None or plot is None:
            return None
        view = plot.getViewBox()
        box, figures = view.mapRectToScene(view.boundingRect()), self._figures
        low, high = float(figures.upright.low), float(figures.upright.high)

        left, foot, wide, tall_ = box.left(), box.bottom(), box.width(), box.height()
        months, span = figures.width, high - low

        def place(x: float, value: float) -> QPointF:
            return QPointF(left + x / months * wide, foot - (value - low) / span * tall_)

        if self._ink is None or self._ink.box != box:
            self._ink = Ink(figures, box, place)
        return self._ink

    def shown_in_hand(self) -> str:
        """The reading whose figures are on the plate: under the mouse, else the one the keyboard took."""
        return self._under or (self._in_hand if self.hasFocus() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        points = self._figures.points() if self._figures else ()
        ids = [each.id for each in points]
        at = ids.index(self._in_hand) if self._in_hand in ids else -1
        moves = {
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Left: max(at, 1) - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(ids) - 1,
        }
        key = Qt.Key(event.key())
        if key in moves and ids:
            self._take(ids[min(moves[key], len(ids) - 1)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._in_hand:
            self.opened.emit(self._in_hand)
        else:
            # The plot's own keys zoom and scroll, which this chart does not do.
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if near := self._nearest(event.position()):
            self._take(near.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if near := self._nearest(event.position()):
            self.opened.emit(near.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        near = self._nearest(event.position())
        self._show_under(near.id if near else "")

    def leaveEvent(self, event: object) -> None:
        self._show_under("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the chart."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        points = self._figures.points() if self._figures else ()
        if not self._in_hand and points:
            self._take(points[-1].id)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, token("background"))
        ink = self.ink()
        if ink is not None:
            ink.draw_levels(painter)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Everything that is no line, over the whole plot."""
        ink = self.ink()
        if ink is not None:
            ink.draw(painter, 0, self.width(), self.shown_in_hand())

    def _settle_plot(self) -> None:
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        for edge in ("left", "bottom", "right", "top"):
            plot.hideAxis(edge)
        plot.getViewBox().setBackgroundColor(None)
        plot.getViewBox().setDefaultPadding(0)
        plot.getViewBox().disableAutoRange()
        self.setBackground(None)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)

    def _take(self, reading: str) -> None:
        self._in_hand = reading
        row = row_of(self._figures, reading) if self._figures else None
        if row is None or self._figures is None:
            return
        said = spoken_reading(row)
        self.setAccessibleDescription(f"{said}. {self._figures.summary}")
        announce(self, said)
        self.viewport().update()

    def _show_under(self, reading: str) -> None:
        if reading != self._under:
            self._under = reading
            self.viewport().update()

    def _nearest(self, at: QPointF) -> Point | None:
        """The reading whose mark is under the mouse, or nearly."""
        ink = self.ink()
        if ink is None:
            return None
        here = self.mapToScene(at.toPoint())
        reach = {each.id: (ink.point(each) - here).manhattanLength() for each in ink.figures.points()}
        best = min(ink.figures.points(), key=lambda each: reach[each.id], default=None)
        return best if best and reach[best.id] <= px(_NEAR) else None

    def _redraw(self) -> None:
        figures, plot = self._figures, self.getPlotItem()
        # A closed chart has no plot any more, and the theme may still change.
        if figures is None or plot is None:
            return
        plot.clear()
        self._ink = None
        self._measure()
        low, high = float(figures.upright.low), float(figures.upright.high)
        plot.getViewBox().setRange(xRange=(0, figures.width), yRange=(low, high), padding=0)
        self._draw_grounds(plot, figures)
        self._draw_lines(plot, figures)
        self.viewport().update()

    def _measure(self) -> None:
        self.setFixedHeight(tall(HIGH, 4))
        self._share_width()

    def _share_width(self) -> None:
        """Room round the lines: numbers at the left, periods below, labels at the right."""
        figures, plot = self._figures, self.getPlotItem()
        if figures is None or plot is None:
            return
        numbers = max(words_width(tick.label, "small") for tick in figures.upright.ticks)
        words = max(px(GUTTER), end_width(figures) + 2 * GAP) if figures.ends else 3 * GAP
        right = min(words, _MOST_WORDS * self.width(), max(end_width(figures), 0) + px(GUTTER))
        foot = tall(LINE) * (2 if figures.years else 1) + 6
        top = tall(TOP) + (tall(LINE) if figures.upright.note else 0)
        plot.layout.setContentsMargins(max(LEFT, numbers + GAP + 1), top, right, foot)

    def _draw_grounds(self, plot: pg.PlotItem, figures: TrajectoryFigures) -> None:
        """What lies under the lines: other areas, the forecast's range."""
        for run in figures.bands:
            upper = [(each.x, float(each.high)) for each in run]
            lower = [(each.x, float(each.low)) for each in run]
            _fill(plot, [*upper, *reversed(lower)], "quiet", 0.12)
            self._line(plot, [(each.x, float(each.middle)) for each in run], "quiet", 1)
        ahead = figures.outlook
        if ahead and ahead.low is not None and ahead.high is not None:
            start, end = (ahead.x, float(ahead.value)), ahead.to_x
            _fill(plot, [start, (end, float(ahead.high)), (end, float(ahead.low))], "series_blue", 0.16)

    def _draw_lines(self, plot: pg.PlotItem, figures: TrajectoryFigures) -> None:
        for steps in figures.path:
            for part in ("value", "low", "high"):
                known = [(each.x, getattr(each, part)) for each in steps if getattr(each, part) is not None]
                line = [(x, float(value)) for x, value in known]
                self._line(plot, line, "quiet", 1.5, Style.DashLine)
        for at, run in enumerate(figures.runs):
            start = figures.baseline if at == 0 and figures.joined else None
            first = [(start.x, float(start.value))] if start else []
            self._line(plot, [*first, *((each.x, float(each.value or 0)) for each in run)], "series_blue", 2)
        if ahead := figures.outlook:
            ends = [(ahead.x, float(ahead.value)), (ahead.to_x, float(ahead.to_value))]
            self._line(plot, ends, "series_blue", 2, Style.DotLine)

    def _line(
        self, plot: pg.PlotItem, at: Line, colour: str, width: float, style: Style = Style.SolidLine
    ) -> None:
        if len(at) > 1:
            across, up = [x for x, _value in at], [value for _x, value in at]
            curve = pg.PlotCurveItem(across, up, pen=self._pen(colour, width, style), antialias=True)
            plot.addItem(curve, ignoreBounds=True)

    def _pen(self, colour: str, width: float, style: Style = Style.SolidLine) -> QPen:
        """A pen as wide in pixels on every screen."""
        dots = self._dots or self.devicePixelRatioF()
        return pg.mkPen(token(colour), width=width * dots, style=style)


def _fill(plot: pg.PlotItem, corners: Line, colour: str, opacity: float) -> None:
    path = QPainterPath(QPointF(*corners[0]))
    for corner in corners[1:]:
        path.lineTo(QPointF(*corner))
    path.closeSubpath()
    item, ink = QGraphicsPathItem(path), QColor(token(colour))
    ink.setAlphaF(opacity)
    item.setPen(Qt.PenStyle.NoPen)
    item.setBrush(ink)
    plot.addItem(item, ignoreBounds=True)
