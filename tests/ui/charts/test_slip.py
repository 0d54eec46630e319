"""The slip chart by keyboard, by mouse, by ear and by its pixels."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.domain.words import words_in
from pmdesk.figures.slip_chart import SlipFigures, slip_chart
from pmdesk.figures.timeline import timeline
from pmdesk.ui.charts.months import day_number
from pmdesk.ui.charts.slip import SlipChart
from pmdesk.ui.charts.slip_ink import diagonal_days, label_widths
from pmdesk.ui.theme import apply_theme, token
from tests.ui.charts.chart_figures import FORECASTS, MILESTONES
from tests.ui.charts.pointer import move_over

WORDS = words_in("en")


def example(more: int = 0) -> SlipFigures:
    """‘slip’ (the latest forecast) and ‘past’ have moved, ‘on’ has not, ‘done’ is done."""
    others = [{"id": f"m{n}", "title": f"Milestone {n}", "first_due": "2026-08-01"} for n in range(more)]
    figures = timeline([*MILESTONES, *others], FORECASTS, "2026-04-27", WORDS)
    return slip_chart(FORECASTS, figures, WORDS)


@pytest.fixture
def chart(qtbot: QtBot, dressed: QApplication) -> SlipChart:
    made = SlipChart()
    qtbot.addWidget(made)
    made.resize(1100, 300)
    made.set_figures(example())
    with qtbot.waitExposed(made):
        made.show()
    return made


def near(image: QImage, at: QPointF, colour: QColor, reach: int = 6) -> bool:
    x, y = round(at.x()), round(at.y())
    return any(
        image.pixelColor(x + across, y + down).name() == colour.name()
        for across in range(-reach, reach + 1)
        for down in range(-reach, reach + 1)
    )


def test_lines_and_places_agree(chart: SlipChart) -> None:
    """The marks stand where the library draws the lines."""
    ink, view = chart.ink(), chart.getPlotItem().getViewBox()
    assert ink is not None
    for line in ink.figures.lines:
        for point in line.points:
            there = QPointF(day_number(point.reported), day_number(point.forecast))
            gap = view.mapViewToScene(there) - ink.at(point)
            assert abs(gap.x()) + abs(gap.y()) < 1


def test_each_line_has_its_colour_and_mark(chart: SlipChart) -> None:
    image, ink = chart.grab().toImage(), chart.ink()
    assert ink is not None
    assert [line.id for line in ink.figures.lines] == ["slip", "on", "past", "done"]
    for line in ink.figures.lines:
        last = line.points[-1]
        names = ("blue", "vermillion", "green", "purple", "ink")
        colour = "complete" if last.done else f"series_{names[line.series]}"
        assert near(image, ink.at(last), token(colour)), line.id
    # The diagonal meets the tick of what is done.
    done = ink.figures.lines[-1].points[-1]
    assert done.reported == done.forecast
    assert diagonal_days(ink.spans) is not None


def test_arrows_read_the_reports_of_a_line_and_go_to_the_next(chart: SlipChart, qtbot: QtBot) -> None:
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().startswith(
        "High Street works start, report of 27 April 2026: 30 November 2026, 90 days later. Slip chart of"
    )
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription().startswith(
        "High Street works start, report of 31 March 2026: 1 September 2026. "
    )
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription().startswith(
        "Shopfront grants, report of 31 March 2026: 30 June 2026. "
    )
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(chart, key)
    assert chart.accessibleDescription().startswith("Masterplan adopted, report of 31 August 2025")
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert (
        "Masterplan adopted, report of 14 October 2025: 14 October 2025, done"
        in chart.accessibleDescription()
    )
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == ["past"]


def test_a_click_takes_a_report_and_a_name_its_line(chart: SlipChart, qtbot: QtBot) -> None:
    ink = chart.ink()
    assert ink is not None
    where = chart.mapFromScene(ink.at(ink.figures.lines[2].points[3]))
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chart.in_hand() == (2, 3)
    name = QPoint(chart.width() - 200, chart.mapFromScene(ink.at(ink.figures.lines[0].points[-1])).y())
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.mouseDClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert opened.args == ["slip"]


def test_the_mouse_over_a_report_shows_its_figures(chart: SlipChart, qtbot: QtBot) -> None:
    ink = chart.ink()
    assert ink is not None
    chart.clearFocus()
    assert chart.shown_in_hand() is None
    move_over(chart.viewport(), chart.mapFromScene(ink.at(ink.figures.lines[1].points[2])))
    qtbot.waitUntil(lambda: chart.shown_in_hand() == (1, 2))
    assert chart.in_hand() != (1, 2)


def test_the_report_in_hand_stays_when_the_register_changes(chart: SlipChart, qtbot: QtBot) -> None:
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    before = chart.in_hand()
    ink = chart.ink()
    chart.set_figures(example())
    assert chart.ink() is ink, "what did not change is not drawn anew"
    chart.set_figures(example(3))
    assert chart.in_hand() is not None
    assert before == (0, 0)
    assert chart.accessibleName().startswith(
        "Slip chart: The date of ‘High Street works start’ has moved once"
    )


def test_many_lines_make_a_chart_high_enough_for_their_names(chart: SlipChart) -> None:
    low = chart.height()
    chart.set_figures(example(30))
    assert chart.height() > low
    ink = chart.ink()
    assert ink is not None
    boxes = sorted(ink._labels.values(), key=lambda box: box.top())
    assert all(one.bottom() <= other.top() + 0.01 for one, other in pairwise(boxes))
    chart.grab()


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_drawn_in_every_dress(chart: SlipChart, mode: str, scale: float, qapp: QApplication) -> None:
    apply_theme(qapp, mode, scale)
    try:
        image, ink = chart.grab().toImage(), chart.ink()
        assert ink is not None
        assert image.pixelColor(2, 2) == token("background")
        widths = label_widths(example(), 0.45 * chart.width())
        assert widths.whole <= 0.45 * chart.width() + 1
        assert (widths.slip == 0) == (scale > 1)
    finally:
        apply_theme(qapp, "light", 1.0)


def test_nothing_to_follow_is_drawn_as_nothing(qtbot: QtBot, dressed: QApplication) -> None:
    made = SlipChart()
    qtbot.addWidget(made)
    made.set_figures(slip_chart([], timeline([], [], "2026-04-27", WORDS), WORDS))
    made.grab()
    qtbot.keyClick(made, Qt.Key.Key_Right)
    assert made.in_hand() is None
