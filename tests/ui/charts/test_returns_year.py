"""The steps of the year by keyboard, by ear and by where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.charts import returns_year as drawn
from pmdesk.ui.charts.returns_year import ReturnsYearChart
from pmdesk.ui.theme import apply_theme, token
from tests.ui.charts.year_charts import STEPS


@pytest.fixture
def chart(qtbot: QtBot, qapp: QApplication) -> ReturnsYearChart:
    apply_theme(qapp, "light", 1.0)
    made = ReturnsYearChart()
    qtbot.addWidget(made)
    made.set_figures(STEPS)
    made.resize(760, made.height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_count_stands_until_the_next_comes_in(chart: ReturnsYearChart) -> None:
    first, last = chart.place(1), chart.place(2)
    image = chart.grab().toImage()
    near = range(round(first.y()) - 2, round(first.y()) + 3)
    x = round((first.x() + last.x()) / 2)
    assert token("accent").name() in {image.pixelColor(x, y).name() for y in near}
    assert first.y() > last.y() and chart.place(3).x() > last.x()


def test_the_keyboard_goes_from_day_to_day(
    chart: ReturnsYearChart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(drawn, "announce", lambda _widget, said: heard.append(said))
    chart.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
    assert heard == [
        "20 April 2026: 2 of 4 in", "1 April 2026: 0 of 4 in", "1 April 2026: 0 of 4 in",
        "10 April 2026: 1 of 4 in", "27 April 2026: 2 of 4 in",
    ]  # fmt: skip
    assert STEPS.title in chart.accessibleName() and chart.accessibleDescription() == STEPS.summary
