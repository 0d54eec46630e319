"""What stands on a chart's picture: title, key and chart, laid out once at the width of a page."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from pmdesk.domain.rating import RATINGS
from pmdesk.figures.attainment_bars import AttainmentBars
from pmdesk.figures.health_spread import SpreadFigure
from pmdesk.figures.multiples import MultiplesFigures
from pmdesk.figures.partnership_map import PartnershipMap
from pmdesk.figures.share_rows import ShareRows
from pmdesk.figures.slip_chart import SlipFigures
from pmdesk.figures.timeline import TimelineFigures
from pmdesk.figures.trajectory import TrajectoryFigures
from pmdesk.figures.year_pictures import ReturnsYear
from pmdesk.ui.charts.legend import draw_legend
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.icons import draw_shape

WIDE, MARGIN, TITLE, LINE = 1232, 24, 32, 20
_CHART_WIDE = 960  # of a trajectory: as wide as text on a page bears
_SHAPE, _BETWEEN = 12, 24


class Sheet(Protocol):
    """A picture ready to be drawn on anything: its size, its name and the words for who cannot see it."""

    size: QSize
    title: str
    description: str

    def draw(self, painter: QPainter) -> None:
        """Draw it from (0, 0) on."""


class TimelineSheet:
    """The milestone chart: its finding, its key, its rows."""

    def __init__(self, figures: TimelineFigures) -> None:
        from pmdesk.ui.charts.timeline import OVERHANG, TimelineChart

        self.title, self.description, self._overhang = figures.finding, figures.summary, OVERHANG
        self._chart = TimelineChart()
        self._chart.resize(WIDE - 2 * MARGIN + 2 * OVERHANG, 100)
        self._chart.set_figures(figures)
        _make_ready(self._chart)
        self.size = QSize(WIDE, 2 * MARGIN + TITLE + 28 + self._chart.height())

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = QRectF(MARGIN, MARGIN - 8, WIDE - 2 * MARGIN, TITLE)
        draw_words(painter, title, self.title, "section")
        draw_legend(painter, MARGIN, MARGIN + TITLE - 8, WIDE - 2 * MARGIN)
        top, chart = MARGIN + TITLE + 20, self._chart
        target = QRectF(MARGIN - self._overhang, top, chart.width(), chart.height())
        chart.render(painter, target, chart.rect())


class SlipSheet:
    """The slip chart under its finding."""

    def __init__(self, figures: SlipFigures, dots: float) -> None:
        from pmdesk.ui.charts.slip import SlipChart

        self.title, self.description = figures.finding, figures.summary
        self._chart = SlipChart()
        self._chart.resize(WIDE - 2 * MARGIN, 100)
        self._chart.set_dots(dots)
        self._chart.set_figures(figures)
        _make_ready(self._chart)
        self.size = QSize(WIDE, 2 * MARGIN + TITLE + self._chart.height())

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = QRectF(MARGIN, MARGIN - 8, WIDE - 2 * MARGIN, TITLE)
        draw_words(painter, title, self.title, "section")
        chart = self._chart
        target = QRectF(MARGIN, MARGIN + TITLE, chart.width(), chart.height())
        chart.render(painter, target, chart.rect())


class TrajectorySheet:
    """A measure's trajectory: its title with the unit, its finding, the ratings that occur, the chart."""

    def __init__(self, figures: TrajectoryFigures, dots: float) -> None:
        from pmdesk.ui.charts.trajectory import TrajectoryChart

        self._figures = figures
        self.title, self.description = f"{figures.title}: {figures.finding}", figures.summary
        self._chart = TrajectoryChart()
        self._chart.resize(_CHART_WIDE, self._chart.height())
        self._chart.set_dots(dots)
        self._chart.set_figures(figures)
        _make_ready(self._chart)
        self._top = MARGIN + TITLE + 2 * LINE + 12
        self.size = QSize(_CHART_WIDE + 2 * MARGIN, self._top + self._chart.height() + MARGIN)

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.size.width() - 2 * MARGIN
        head = QRectF(MARGIN, MARGIN - 8, wide, TITLE)
        used = draw_words(painter, head, self._figures.title, "section")
        unit = head.adjusted(used + 8, 2, 0, 0)
        draw_words(painter, unit, self._figures.unit, "small", "quiet")
        draw_words(painter, QRectF(MARGIN, head.bottom(), wide, LINE), self._figures.finding, "strong")
        self._key(painter, head.bottom() + LINE + 2)
        target = QRectF(MARGIN, self._top, self._chart.width(), self._chart.height())
        self._chart.render(painter, target, self._chart.rect())

    def _key(self, painter: QPainter, top: float) -> None:
        """What each shape on this chart means."""
        said = {(each.rating, each.shape, each.word) for each in self._figures.points()}
        x = float(MARGIN)
        for _rating, shape, word in sorted(said, key=lambda each: (list(RATINGS).index(each[0]), each[2])):
            draw_shape(painter, shape, QRectF(x, top + (LINE - _SHAPE) / 2, _SHAPE, _SHAPE))
            box = QRectF(x + _SHAPE + 6, top, words_width(word, "small") + 2, LINE)
            draw_words(painter, box, word, "small", "quiet")
            x = box.right() + _BETWEEN


class MultiplesSheet:
    """Small multiples under the name of what they are of."""

    def __init__(self, figures: MultiplesFigures, name: str) -> None:
        from pmdesk.ui.charts.multiples import tile_box

        self._figures, self._name = figures, name
        told = "; ".join(f"{each.title}: {each.finding}" for each in figures.tiles)
        self.title, self.description = f"{name}: {figures.finding}", f"{figures.finding}. {told}"
        self._top = MARGIN + TITLE + LINE + 8
        wide = WIDE - 2 * MARGIN
        self._boxes = [tile_box(at, wide).translated(MARGIN, self._top) for at in range(len(figures.tiles))]
        foot = max((round(box.bottom()) for box in self._boxes), default=self._top)
        self.size = QSize(WIDE, foot + MARGIN)

    def draw(self, painter: QPainter) -> None:
        from pmdesk.ui.charts.multiples import draw_tile

        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = WIDE - 2 * MARGIN
        draw_words(painter, QRectF(MARGIN, MARGIN - 8, wide, TITLE), self._name, "section")
        below = QRectF(MARGIN, MARGIN + TITLE - 8, wide, LINE)
        draw_words(painter, below, self._figures.finding, "list", "quiet")
        for each, box in zip(self._figures.tiles, self._boxes, strict=True):
            draw_tile(painter, each, box)


class PartnershipMapSheet:
    """The map of partnerships under its finding, as large as it needs to be."""

    def __init__(self, figures: PartnershipMap) -> None:
        from pmdesk.ui.charts.partnership_map import map_size

        self._figures = figures
        self.title, self.description = figures.finding, figures.summary
        size = map_size(figures)
        wide = max(size.width(), round(words_width(figures.finding, "section")) + 8)
        self.size = QSize(wide + 2 * MARGIN, size.height() + 2 * MARGIN + TITLE)

    def draw(self, painter: QPainter) -> None:
        from pmdesk.ui.charts.partnership_map import draw_map

        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = QRectF(MARGIN, MARGIN - 8, self.size.width() - 2 * MARGIN, TITLE)
        draw_words(painter, head, self.title, "section")
        painter.translate(MARGIN, MARGIN + TITLE)
        draw_map(painter, self._figures)


class NamedSheet:
    """A chart under a name and its finding: a partner's attainment bars, the spread of a health check."""

    def __init__(self, figures: AttainmentBars | SpreadFigure, name: str) -> None:
        from pmdesk.ui.charts.attainment import AttainmentChart
        from pmdesk.ui.charts.spread import SpreadChart

        self._figures, self._name = figures, name
        self.title, self.description = f"{name}: {figures.finding}", f"{name}. {figures.summary}"
        self._chart: AttainmentChart | SpreadChart
        if isinstance(figures, SpreadFigure):
            self._chart = SpreadChart()
            self._chart.resize(_CHART_WIDE, 100)
            self._chart.set_figure(figures)
        else:
            self._chart = AttainmentChart()
            self._chart.resize(_CHART_WIDE, 100)
            self._chart.set_figures(figures)
        _make_ready(self._chart)
        self._top = MARGIN + TITLE + LINE + 8
        self.size = QSize(_CHART_WIDE + 2 * MARGIN, self._top + self._chart.height() + MARGIN)

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.size.width() - 2 * MARGIN
        draw_words(painter, QRectF(MARGIN, MARGIN - 8, wide, TITLE), self._name, "section")
        below = QRectF(MARGIN, MARGIN + TITLE - 8, wide, LINE)
        draw_words(painter, below, self._figures.finding, "list", "quiet")
        painter.save()
        painter.translate(MARGIN, self._top)
        self._chart.draw(painter)
        painter.restore()


class YearSheet:
    """One picture of the year of annual updates under its heading and its finding."""

    def __init__(self, figures: ReturnsYear | ShareRows, heading: str) -> None:
        from pmdesk.ui.charts.returns_year import ReturnsYearChart
        from pmdesk.ui.charts.share_rows import ShareRowsChart

        self._finding = figures.title if isinstance(figures, ReturnsYear) else figures.finding
        self._heading = heading
        self.title, self.description = f"{heading}: {self._finding}", f"{heading}. {figures.summary}"
        self._chart: ReturnsYearChart | ShareRowsChart
        if isinstance(figures, ReturnsYear):
            self._chart = ReturnsYearChart()
            self._chart.set_figures(figures)
        else:
            self._chart = ShareRowsChart()
            self._chart.set_figures(figures)
        self._chart.resize(_CHART_WIDE, self._chart.height())
        _make_ready(self._chart)
        self._top = MARGIN + TITLE + LINE + 8
        self.size = QSize(_CHART_WIDE + 2 * MARGIN, self._top + self._chart.height() + MARGIN)

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.size.width() - 2 * MARGIN
        draw_words(painter, QRectF(MARGIN, MARGIN - 8, wide, TITLE), self._heading, "section")
        below = QRectF(MARGIN, MARGIN + TITLE - 8, wide, LINE)
        draw_words(painter, below, self._finding, "list", "quiet")
        painter.save()
        painter.translate(MARGIN, self._top)
        self._chart.draw(painter)
        painter.restore()


def _make_ready(chart: QWidget) -> None:
    """Lay a chart out without showing it, and without the keyboard: nothing in it is in hand."""
    chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    chart.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    chart.show()
    QApplication.processEvents()
