"""The trajectory by keyboard, by mouse, by ear and by its pixels."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.domain.words import words_in
from pmdesk.figures.trajectory import TrajectoryFigures, trajectory
from pmdesk.ui.charts.trajectory import TrajectoryChart
from pmdesk.ui.theme import apply_theme, token
from tests.figures.measure_example import CH8, EN02, ch8, en02, made
from tests.ui.charts.pointer import move_over

WORDS = words_in("en")


@pytest.fixture
def chart(qtbot: QtBot, qapp: QApplication) -> TrajectoryChart:
    apply_theme(qapp, "light", 1.0)
    return shown(qtbot, trajectory(en02(), WORDS))


def shown(qtbot: QtBot, figures: TrajectoryFigures, width: int = 832) -> TrajectoryChart:
    made = TrajectoryChart()
    qtbot.addWidget(made)
    made.resize(width, 292)
    made.set_figures(figures)
    with qtbot.waitExposed(made):
        made.show()
    made.clearFocus()
    return made


def place(chart: TrajectoryChart, x: float, value: float) -> QPoint:
    """Where months and a value stand, in pixels of the widget."""
    plot = chart.getPlotItem()
    view = plot.getViewBox()
    return chart.mapFromScene(view.mapViewToScene(QPointF(x, value)))


def near(image: QImage, at: QPoint, colour: QColor, reach: int = 3) -> bool:
    return any(
        image.pixelColor(at.x() + across, at.y() + down).name() == colour.name()
        for across in range(-reach, reach + 1)
        for down in range(-reach, reach + 1)
    )


def test_each_rating_is_drawn_in_its_colour_at_its_place(chart: TrajectoryChart) -> None:
    image = chart.grab().toImage()
    for x, value, colour in ((10.5, 43.6, "met"), (37.5, 46.9, "close"), (31.5, 44.4, "missed")):
        assert near(image, place(chart, x, value), token(colour)), colour


def test_the_lines_are_where_the_figures_say(chart: TrajectoryChart) -> None:
    image = chart.grab().toImage()
    assert near(image, place(chart, 45, 43), token("series_vermillion"))
    assert near(image, place(chart, 39.84, 42), token("text"))
    assert near(image, place(chart, 6, 42.5), token("series_blue"))


def test_words_and_lines_share_one_scale(chart: TrajectoryChart) -> None:
    """What Ink paints stands where the library draws."""
    ink = chart.ink()
    assert ink is not None
    mine = chart.mapFromScene(ink.at(37.5, Decimal("41.8")))
    theirs = place(chart, 37.5, 41.8)
    assert abs(mine.x() - theirs.x()) <= 1
    assert abs(mine.y() - theirs.y()) <= 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [480, 640, 832, 1000])
def test_long_words_never_hide_a_reading(qtbot: QtBot, qapp: QApplication, scale: float, width: int) -> None:
    apply_theme(qapp, "light", scale)
    ink = shown(qtbot, trajectory(en02(), WORDS), width).ink()
    assert ink is not None
    marks = [ink.point(each) for each in ink.figures.points()]
    long = [each for each in ink.words if len(each.said) > 8]
    assert not [
        (each.said, mark) for each in long for mark in marks if each.box.adjusted(3, 5, -3, -5).contains(mark)
    ]
    apply_theme(qapp, "light", 1.0)


def test_arrows_go_from_reading_to_reading_and_say_it(chart: TrajectoryChart, qtbot: QtBot) -> None:
    assert chart.accessibleName() == (
        "EN02 Household waste recycled: At this rate it ends 2026-27 1.8 points short of its target"
    )
    assert chart.accessibleDescription().endswith(trajectory(en02(), WORDS).summary)
    chart.setFocus()
    found = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right,
                Qt.Key.Key_Left):  # fmt: skip
        qtbot.keyClick(chart, key)
        found.append(chart.in_hand())
    assert found == ["r000", "r000", "r001", "r011", "r011", "r010"]
    assert chart.accessibleDescription().startswith(
        "2025-26 Q3: 45.9, close, path 47.4, difference −1.5, better. EN02"
    )


def test_enter_opens_the_reading_and_a_click_takes_it(chart: TrajectoryChart, qtbot: QtBot) -> None:
    at = place(chart, 31.5, 44.4)
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chart.in_hand() == "r009"
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == ["r009"]
    move_over(chart.viewport(), place(chart, 37.5, 46.9))
    assert chart.shown_in_hand() == "r011"
    move_over(chart.viewport(), QPoint(300, 20))
    assert chart.shown_in_hand() in ("", "r009")


def test_a_gap_is_reached_and_said_too(qtbot: QtBot, dressed_light: None) -> None:
    told = [("2024-25 Q1", "5"), {"period": "2024-25 Q2", "state": "suppressed"}]
    chart = shown(qtbot, trajectory(made(EN02, told), WORDS))
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().startswith("2024-25 Q2: Suppressed")


def test_the_reading_in_hand_stays_when_the_register_changes(chart: TrajectoryChart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_End)
    chart.set_figures(trajectory(en02(), WORDS))
    assert chart.in_hand() == "r011"
    chart.set_figures(trajectory(ch8(), WORDS))
    assert chart.in_hand() == ""


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [300, 1200])
def test_odd_measures_at_odd_sizes(qtbot: QtBot, qapp: QApplication, scale: float, width: int) -> None:
    """Nothing in it, one reading, what adds up, large numbers, a band: painted without an error."""
    apply_theme(qapp, "dark", scale)
    try:
        band = {"title": "x", "polarity": "band", "unit": "%"}
        for story in (
            made({"title": "x"}), made(EN02), made(CH8, [("2009-10 Q1", "2")]), ch8(2),
            made({"title": "x", "unit": "£"}, [("2024-25", "1250000")], [("2025-26", "1900000")]),
            made(band, [("2024-25", "85")], [{"period": "2025-26", "low": "80", "high": "90"}]),
        ):  # fmt: skip
            chart = shown(qtbot, trajectory(story, WORDS), width)
            assert not chart.grab().isNull()
            assert chart.width() == width
    finally:
        apply_theme(qapp, "light", 1.0)


def test_other_keys_and_the_wheel_go_to_the_page(chart: TrajectoryChart) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    chart.keyPressEvent(event)
    assert not event.isAccepted()


@pytest.fixture
def dressed_light(qapp: QApplication) -> None:
    apply_theme(qapp, "light", 1.0)
