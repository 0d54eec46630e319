"""The milestone chart as a picture file, with or without a window: title, key, chart, on white paper."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from pmdesk.actions.milestone_figures import milestone_figures
from pmdesk.actions.records import named
from pmdesk.actions.writing import write_file
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.figures.timeline import TimelineFigures
from pmdesk.ui import theme
from pmdesk.ui.charts.legend import draw_legend
from pmdesk.ui.drawing import draw_words
from pmdesk.ui.words import speak, spoken

WIDE, MARGIN, TITLE, DOTS = 1232, 24, 32, 2
# The word under which the PNG format itself keeps what a picture shows.
DESCRIPTION = "Description"


def save_timeline_picture(figures: TimelineFigures, path: Path) -> Path:
    """Write the chart to `path`, SVG when it ends so, else PNG; Unavailable when it cannot be written.

    Where no application runs, one without a screen is made, so that the command line can call this.
    """
    # Kept in a variable: a picture is drawn only while the application lives.
    app = _application()
    with _on_paper():
        app.processEvents()
        made = _svg(figures) if path.suffix.lower() == ".svg" else _png(figures)
    return write_file(made, path)


def make_picture(register: Any, out: Path, partnership: str, language: str, today: str) -> Path:
    """The milestone chart of a partnership (its name or id, '' for all) as a file; for the command line.

    Raises Refused when there is no such partnership, or no milestone to show; Unavailable as above.
    """
    speak(language)
    one = named(register, "partnership", partnership) if partnership else None
    figures = milestone_figures(register, today, spoken(), one)
    if not figures.rows:
        raise Refused(Say(N_("There are no milestones to draw.")))
    return save_timeline_picture(figures, out)


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = QApplication([])
    theme.apply_theme(made, "light")
    return made


@contextmanager
def _on_paper() -> Iterator[None]:
    """Light colours and plain size while a picture is drawn, whatever the window wears; nobody is told."""
    state = theme.themes()
    before = state.mode, state.scale, state.screen
    state.mode, state.scale, state.screen = "light", 1.0, 1.0
    _forget()
    try:
        yield
    finally:
        state.mode, state.scale, state.screen = before
        _forget()


def _forget() -> None:
    theme._colour.cache_clear()
    theme.font.cache_clear()


def _png(figures: TimelineFigures) -> bytes:
    drawing = _Drawing(figures)
    image = QImage(drawing.size * DOTS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DOTS)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.draw(painter)
    painter.end()
    image.setText(DESCRIPTION, figures.summary)

    def write(device: QBuffer) -> bool:
        return QImageWriter(device, QByteArray(b"png")).write(image)

    return _bytes_of(write)


def _svg(figures: TimelineFigures) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    drawing = _Drawing(figures)

    def write(device: QBuffer) -> bool:
        generator = QSvgGenerator()
        generator.setOutputDevice(device)
        generator.setSize(drawing.size)
        generator.setViewBox(QRect(0, 0, drawing.size.width(), drawing.size.height()))
        generator.setTitle(figures.finding)
        generator.setDescription(figures.summary)
        # SVG counts 96 to the inch, as our drawings do.
        generator.setResolution(96)
        painter = QPainter(generator)
        drawing.draw(painter)
        return painter.end()

    return _bytes_of(write)


def _bytes_of(write: Callable[[QBuffer], bool]) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    write(device)
    return bytes(device.data().data())


class _Drawing:
    """The chart laid out once at the width of a page, ready to be drawn on anything."""

    def __init__(self, figures: TimelineFigures) -> None:
        from pmdesk.ui.charts.timeline import OVERHANG, TimelineChart

        self._figures, self._overhang = figures, OVERHANG
        self._chart = TimelineChart()
        self._chart.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._chart.resize(WIDE - 2 * MARGIN + 2 * OVERHANG, 100)
        self._chart.set_figures(figures)
        self._chart.show()
        QApplication.processEvents()
        self.size = QSize(WIDE, 2 * MARGIN + TITLE + 28 + self._chart.height())

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = QRectF(MARGIN, MARGIN - 8, WIDE - 2 * MARGIN, TITLE)
        draw_words(painter, title, self._figures.finding, "section")
        draw_legend(painter, MARGIN, MARGIN + TITLE - 8, WIDE - 2 * MARGIN)
        top, chart = MARGIN + TITLE + 20, self._chart
        target = QRectF(MARGIN - self._overhang, top, chart.width(), chart.height())
        chart.render(painter, target, chart.rect())
