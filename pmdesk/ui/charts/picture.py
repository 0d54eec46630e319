"""Charts as picture files, with or without a window, on white paper: PNG, or SVG by the file's ending."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.actions.measure_story import story
from pmdesk.actions.milestone_figures import milestone_figures
from pmdesk.actions.plans import read_plans, stories_of
from pmdesk.actions.records import named
from pmdesk.actions.writing import write_file
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.figures.attainment_bars import AttainmentBars
from pmdesk.figures.health_spread import SpreadFigure
from pmdesk.figures.multiples import MultiplesFigures, multiples
from pmdesk.figures.partnership_map import PartnershipMap
from pmdesk.figures.share_rows import ShareRows
from pmdesk.figures.slip_chart import SlipFigures
from pmdesk.figures.timeline import TimelineFigures
from pmdesk.figures.trajectory import TrajectoryFigures, trajectory
from pmdesk.figures.year_pictures import ReturnsYear
from pmdesk.ui import theme
from pmdesk.ui.charts.picture_sheets import (
    MultiplesSheet,
    NamedSheet,
    PartnershipMapSheet,
    Sheet,
    SlipSheet,
    TimelineSheet,
    TrajectorySheet,
    YearSheet,
)
from pmdesk.ui.words import speak, spoken

DOTS = 2
# The word under which the PNG format itself keeps what a picture shows.
DESCRIPTION = "Description"


def save_timeline_picture(figures: TimelineFigures, path: Path) -> Path:
    """Write the milestone chart to `path`; Unavailable when it cannot be written."""
    return _save(lambda _dots: TimelineSheet(figures), path)


def save_slip_picture(figures: SlipFigures, path: Path) -> Path:
    """Write the slip chart to `path`; Unavailable when it cannot be written."""
    return _save(lambda dots: SlipSheet(figures, dots), path)


def save_trajectory_picture(figures: TrajectoryFigures, path: Path) -> Path:
    """Write a measure's trajectory to `path`; Unavailable when it cannot be written."""
    return _save(lambda dots: TrajectorySheet(figures, dots), path)


def save_multiples_picture(figures: MultiplesFigures, name: str, path: Path) -> Path:
    """Write small multiples under the `name` of their plan to `path`; Unavailable as above."""
    return _save(lambda _dots: MultiplesSheet(figures, name), path)


def save_partnership_map_picture(figures: PartnershipMap, path: Path) -> Path:
    """Write the map of partnerships to `path`; Unavailable as above."""
    return _save(lambda _dots: PartnershipMapSheet(figures), path)


def save_attainment_picture(figures: AttainmentBars, name: str, path: Path) -> Path:
    """Write the attainment bars of the organisation called `name` to `path`; Unavailable as above."""
    return _save(lambda _dots: NamedSheet(figures, name), path)


def save_spread_picture(figures: SpreadFigure, name: str, path: Path) -> Path:
    """Write the spread of the closed health check called `name` to `path`; Unavailable as above."""
    return _save(lambda _dots: NamedSheet(figures, name), path)


def save_year_picture(figures: ReturnsYear | ShareRows, heading: str, path: Path) -> Path:
    """Write one picture of the year of annual updates under its `heading` to `path`; Unavailable as above."""
    return _save(lambda _dots: YearSheet(figures, heading), path)


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


def make_measure_picture(register: Any, out: Path, measure: str, language: str, today: str) -> Path:
    """The trajectory of a measure (its code, title or id) as a file; for the command line.

    Raises Refused when there is no such measure; Unavailable as above.
    """
    speak(language)
    told = story(register, named(register, "measure", measure), today)
    return save_trajectory_picture(trajectory(told, spoken()), out)


def make_plan_picture(register: Any, out: Path, plan: str, language: str, today: str) -> Path:
    """The measures of a plan (its name or id) as small charts in a file; for the command line.

    Raises Refused when there is no such plan, or no measure to show; Unavailable as above.
    """
    speak(language)
    one = named(register, "plan", plan)
    stories = stories_of(register, read_plans(register), one, today)
    if not stories:
        raise Refused(Say(N_("There are no measures to draw.")))
    marks = challenge_marks(register, (each.measure["id"] for each in stories), today, spoken())
    return save_multiples_picture(multiples(stories, spoken(), marks), register.title(one), out)


def _save(make: Callable[[float], Sheet], path: Path) -> Path:
    """Write what `make` lays out for so many dots to a pixel: SVG when the path ends so, else PNG.

    Where no application runs, one without a screen is made, so that the command line can call this.
    """
    # Kept in a variable: a picture is drawn only while the application lives.
    app = _application()
    with _on_paper():
        app.processEvents()
        vectors = path.suffix.lower() == ".svg"
        made = _svg(make(1)) if vectors else _png(make(DOTS))
    return write_file(made, path)


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


def _png(sheet: Sheet) -> bytes:
    image = QImage(sheet.size * DOTS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DOTS)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    sheet.draw(painter)
    painter.end()
    image.setText(DESCRIPTION, sheet.description)

    def write(device: QBuffer) -> bool:
        return QImageWriter(device, QByteArray(b"png")).write(image)

    return _bytes_of(write)


def _svg(sheet: Sheet) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    def write(device: QBuffer) -> bool:
        generator = QSvgGenerator()
        generator.setOutputDevice(device)
        generator.setSize(sheet.size)
        generator.setViewBox(QRect(0, 0, sheet.size.width(), sheet.size.height()))
        generator.setTitle(sheet.title)
        generator.setDescription(sheet.description)
        # SVG counts 96 to the inch, as our drawings do.
        generator.setResolution(96)
        painter = QPainter(generator)
        sheet.draw(painter)
        return painter.end()

    return _bytes_of(write)


def _bytes_of(write: Callable[[QBuffer], bool]) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    write(device)
    return bytes(device.data().data())
