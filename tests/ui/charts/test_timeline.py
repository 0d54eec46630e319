"""The milestone timeline by keyboard, by mouse, by ear and by its pixels."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from pmdesk.domain.words import words_in
from pmdesk.figures.timeline import Step, timeline
from pmdesk.ui.charts.months import day_number
from pmdesk.ui.charts.timeline import TimelineChart
from pmdesk.ui.theme import token
from tests.ui.charts.chart_figures import FORECASTS, MILESTONES, example

IDS = ["done", "past", "on", "slip", "none"]


@pytest.fixture
def chart(qtbot: QtBot) -> TimelineChart:
    made = TimelineChart()
    qtbot.addWidget(made)
    made.resize(1200, 300)
    made.set_figures(example())
    with qtbot.waitExposed(made):
        made.show()
    return made


def near(image: QImage, x: int, y: int, colour: QColor, reach: int = 7) -> bool:
    return any(
        image.pixelColor(x + across, y + down).name() == colour.name()
        for across in range(-reach, reach + 1)
        for down in range(-reach, reach + 1)
    )


def x_of(chart: TimelineChart, at: int) -> int:
    """Where the date now of row `at` is drawn, in pixels of the widget."""
    now = example().rows[at].now
    assert now is not None
    view = chart.getPlotItem().getViewBox()
    return chart.mapFromScene(view.mapViewToScene(QPointF(day_number(now), at + 0.5))).x()


def test_each_state_is_drawn_in_its_colour_at_its_date(chart: TimelineChart) -> None:
    image = chart.grab().toImage()
    for at, colour in enumerate(("complete", "missed", "met", "close")):
        assert near(image, x_of(chart, at), chart.row_centre(at), token(colour)), colour


def test_today_runs_through_the_rows(chart: TimelineChart) -> None:
    view = chart.getPlotItem().getViewBox()
    x = chart.mapFromScene(view.mapViewToScene(QPointF(day_number(example().today), 0))).x()
    image = chart.grab().toImage()
    for at in (0, 4):
        assert near(image, x, chart.row_centre(at), token("text"), 2)


def test_arrows_move_the_row_in_hand_and_say_it(chart: TimelineChart, qtbot: QtBot) -> None:
    taken: list[str] = []
    chart.chosen.connect(taken.append)
    chart.choose("done")
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_Down,
    ):
        qtbot.keyClick(chart, key)
    assert taken[-5:] == ["past", "done", "none", "done", "past"]
    assert chart.accessibleName() == (
        "Milestone chart: Bus station design agreed, Wendleshire County Council, past its first date, "
        "first date 31 March 2026, now 12 June 2026, slip 73 days, twice"
    )
    assert chart.accessibleDescription() == example().summary


def test_enter_opens_it_and_a_click_takes_a_row(chart: TimelineChart, qtbot: QtBot) -> None:
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, chart.row_centre(3)))
    row = chart.row_in_hand()
    assert row is not None
    assert row.id == "slip"
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == ["slip"]


def test_the_row_in_hand_stays_when_the_register_changes(chart: TimelineChart) -> None:
    chart.set_figures(example(), "on")
    row = chart.row_in_hand()
    assert row is not None
    assert row.id == "on"
    chart.set_figures(example(), "gone")
    assert chart.row_in_hand() is None


def test_no_milestones_and_none_dated(qtbot: QtBot) -> None:
    made = TimelineChart()
    qtbot.addWidget(made)
    for rows in ([], [{"id": "a", "title": "No date"}]):
        made.set_figures(timeline(rows, [], "2026-04-27", words_in("en")))
        made.grab()
    qtbot.keyClick(made, Qt.Key.Key_Down)


def test_a_narrow_chart_keeps_a_third_for_the_dates(chart: TimelineChart) -> None:
    from pmdesk.ui.charts.columns import column_widths

    for width in (1184, 900, 600, 300):
        left, right = column_widths(width)
        assert left + right <= 0.7 * width


def chained(chart: TimelineChart) -> TimelineChart:
    """‘Shopfront grants’ wait for the bus station and the works for both; the chain is critical."""
    waits = [("on", "past"), ("slip", "on")]
    chain = [Step("past", "Bus station design agreed"), Step("slip", "High Street works start")]
    chart.set_figures(timeline(MILESTONES, FORECASTS, "2026-04-27", words_in("en"), waits, [chain]))
    return chart


def test_the_row_in_hand_shows_what_it_pushes(chart: TimelineChart) -> None:
    chained(chart).choose("past")
    image = chart.grab().toImage()
    half_way = (x_of(chart, 1) + x_of(chart, 2)) // 2
    assert near(image, half_way, chart.row_centre(1), token("accent"), 2)
    assert near(image, x_of(chart, 3), (chart.row_centre(2) + chart.row_centre(3)) // 2, token("accent"), 2)
    assert chart.accessibleName().endswith(
        "on the critical chain, moves with it: Shopfront grants; High Street works start"
    )
    chart.choose("slip")
    image = chart.grab().toImage()
    assert not near(image, half_way, chart.row_centre(1), token("accent"), 2)


def test_the_critical_chain_is_said_and_marked(chart: TimelineChart) -> None:
    chart.set_figures(example())
    plain = chart.grab().toImage()
    marked = chained(chart).grab().toImage()

    def differs(at: int) -> bool:
        y = chart.row_centre(at)
        return any(plain.pixelColor(x, y) != marked.pixelColor(x, y) for x in range(450, 900))

    assert [differs(at) for at in range(4)] == [False, True, False, True]
    assert "Critical chain, which decides when all is done" in chart.accessibleDescription()


def test_only_what_changed_is_made_again(chart: TimelineChart) -> None:
    ink = chart.ink()
    chart.set_figures(example(), "on")
    assert chart.ink() is ink
    assert chart.at == 2
    chained(chart)
    assert chart.ink() is not ink


def test_a_chart_longer_than_the_window_paints_the_rows_in_sight(qtbot: QtBot) -> None:
    made = TimelineChart()
    qtbot.addWidget(made)
    rows = [{"id": str(n), "title": f"Milestone {n}", "first_due": "2026-06-30"} for n in range(300)]
    made.resize(1200, 600)
    made.set_figures(timeline(rows, [], "2026-04-27", words_in("en")))
    part = QRect(0, made.row_centre(200) - 40, 1200, 80)
    image = made.grab(part).toImage()
    assert near(image, made.mapFromScene(made.getPlotItem().getViewBox().mapViewToScene(
        QPointF(day_number(date(2026, 6, 30)), 200.5))).x(), 40, token("met"))  # fmt: skip


def test_a_circle_that_came_by_a_merge_is_drawn_once_round(chart: TimelineChart) -> None:
    waits = [("on", "past"), ("past", "on")]
    chart.set_figures(timeline(MILESTONES, FORECASTS, "2026-04-27", words_in("en"), waits))
    chart.choose("past")
    chart.grab()
    assert chart.accessibleName().endswith("moves with it: Shopfront grants")
