"""The spread by keyboard, by mouse, by ear, and where its marks stand."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.domain.health_results import Spread
from pmdesk.domain.words import words_in
from pmdesk.figures.health_spread import spread_figure
from pmdesk.ui.charts import spread as drawn
from pmdesk.ui.charts.spread import ROW, SpreadChart
from pmdesk.ui.theme import apply_theme, tall
from tests.figures.health_made import closed


@pytest.fixture
def chart(qtbot: QtBot, qapp: QApplication) -> SpreadChart:
    apply_theme(qapp, "light", 1.0)
    made = SpreadChart()
    qtbot.addWidget(made)
    made.set_figure(spread_figure(closed(), words_in("en")))
    made.resize(760, made.height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_axis_runs_from_one_to_four(chart: SpreadChart) -> None:
    places = [chart.place(value) for value in (1, 2, 3, 4)]
    steps = [round(after - before, 6) for before, after in pairwise(places)]
    assert len(set(steps)) == 1
    assert 0 < places[0] < places[-1] < chart.width()


def test_it_is_read_by_keys_and_by_mouse(
    chart: SpreadChart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[str]()
    monkeypatch.setattr(drawn, "announce", lambda _widget, text: told.append(text))
    chart.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(chart, key)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, int(tall(drawn.ROW) * 1.5)))
    money = "Money: fewer than three answers"
    assert told == [money, money, "Trust: median 3, middle half 1 to 3.5, they disagree", money]


def test_it_says_what_it_shows(chart: SpreadChart) -> None:
    assert chart.accessibleName() == "What the partners think: All stand alike, at 3 of 4"
    assert "Trust: median 3" in chart.accessibleDescription()
    assert not chart.grab().toImage().isNull()


def test_of_few_answers_only_the_median_is_drawn(chart: SpreadChart) -> None:
    def colour(spread: Spread, at: float) -> str:
        """Of a pixel in the first row's middle."""
        [trust, money] = figure.rows
        chart.set_figure(replace(figure, rows=(trust._replace(spread=spread), money)))
        return chart.grab().toImage().pixelColor(round(chart.place(at)), round(tall(ROW) / 2)).name()

    figure = spread_figure(closed(), words_in("en"))
    bar, bare = colour(Spread(5, 1, 3, 3.5), 1.5), colour(Spread(4, None, 3, None), 1.5)
    assert bar != bare == colour(Spread(5, 1, 3, 3.5), 3.8)
    assert colour(Spread(4, None, 3, None), 3) not in (bar, bare)
