"""The bars of counts by keyboard, by mouse, by ear and by how far they are filled."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.figures.share_rows import ShareRows
from pmdesk.ui.charts import share_rows as drawn
from pmdesk.ui.charts.share_rows import ShareRowsChart
from pmdesk.ui.theme import apply_theme, tall, token
from tests.ui.charts.year_charts import GROUPS, WORTH


def chart_of(figures: ShareRows, qtbot: QtBot, qapp: QApplication) -> ShareRowsChart:
    apply_theme(qapp, "light", 1.0)
    made = ShareRowsChart()
    qtbot.addWidget(made)
    made.set_figures(figures)
    made.resize(760, made.height())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def chart(qtbot: QtBot, qapp: QApplication) -> ShareRowsChart:
    return chart_of(GROUPS, qtbot, qapp)


def inked(chart: ShareRowsChart, at: int) -> float:
    """How much of a whole bar is filled, counted in pixels."""
    image, box = chart.grab().toImage(), chart.bar_boxes()[at]
    y, blue = round(box.center().y()), token("series_blue").name()
    spots = range(round(box.left()) + 1, round(box.right()) - 1)
    return sum(image.pixelColor(x, y).name() == blue for x in spots) / len(spots)


def test_a_bar_is_filled_as_far_as_its_first_part_goes(chart: ShareRowsChart) -> None:
    assert inked(chart, 0) == pytest.approx(0.75, abs=0.01)
    assert inked(chart, 1) == pytest.approx(0.5, abs=0.01)
    assert inked(chart, 2) == 0
    assert len({(box.left(), box.width()) for box in chart.bar_boxes()}) == 1


def test_the_keyboard_and_the_mouse_go_from_bar_to_bar(
    chart: ShareRowsChart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(drawn, "announce", lambda _widget, said: heard.append(said))
    chart.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Up):
        qtbot.keyClick(chart, key)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, tall(drawn.ROW) + 4))
    labour, others, green = "Labour: 5 of 10, 2 late", "Others: 0 of 2", "Green: 3 of 4"
    assert heard == [labour, others, others, green, green, labour]
    assert chart.accessibleName() == "Political group: Most is still to come from Labour: 5 of 10 in"
    assert chart.accessibleDescription() == GROUPS.summary


def test_what_is_filled_in_three_ways_is_named_above(qtbot: QtBot, qapp: QApplication) -> None:
    made = chart_of(WORTH, qtbot, qapp)
    assert made.height() == 2 * tall(drawn.ROW)
    assert 0.5 <= inked(made, 0) < 0.75, "stripes are not full"


def test_large_words_in_a_narrow_window_leave_room_for_a_bar(qtbot: QtBot, qapp: QApplication) -> None:
    made = chart_of(GROUPS, qtbot, qapp)
    apply_theme(qapp, "dark", 2.0)
    try:
        made.resize(420, made.height())
        assert all(box.width() >= drawn.LEAST for box in made.bar_boxes())
        assert not made.grab().isNull()
    finally:
        apply_theme(qapp, "light", 1.0)
