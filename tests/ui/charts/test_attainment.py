"""The attainment bars by keyboard, by mouse, by ear and by how far they are filled."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.domain.attainment import Attainment
from pmdesk.domain.words import words_in
from pmdesk.figures.attainment_bars import AttainmentBars, attainment_bars
from pmdesk.ui.charts import attainment as drawn
from pmdesk.ui.charts.attainment import AttainmentChart
from pmdesk.ui.theme import apply_theme, tall, token

WORDS = words_in("en")


def figures() -> AttainmentBars:
    years = [
        ("2025-26", Attainment(17, 20, 1, {"funding": 2, "": 1})),
        ("2024-25", Attainment(5, 20, 0, {"": 15})),
        ("2023-24", Attainment(0, 0, 3, {})),
    ]
    return attainment_bars(years, WORDS)


@pytest.fixture
def chart(qtbot: QtBot, qapp: QApplication) -> AttainmentChart:
    apply_theme(qapp, "light", 1.0)
    made = AttainmentChart()
    qtbot.addWidget(made)
    made.set_figures(figures())
    made.resize(760, made.height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def inked(chart: AttainmentChart, at: int) -> float:
    """How much of a year's whole bar is filled, counted in pixels."""
    image, box = chart.grab().toImage(), chart.bar_boxes()[at]
    y = round(box.center().y())
    spots = range(round(box.left()) + 1, round(box.right()) - 1)
    blue = token("series_blue").name()
    return sum(image.pixelColor(x, y).name() == blue for x in spots) / len(spots)


def test_a_bar_is_filled_as_far_as_targets_were_met(chart: AttainmentChart) -> None:
    assert inked(chart, 0) == pytest.approx(0.85, abs=0.01)
    assert inked(chart, 1) == pytest.approx(0.25, abs=0.01)
    assert inked(chart, 2) == 0


def test_all_whole_bars_are_as_long_and_leave_room_for_their_words(chart: AttainmentChart) -> None:
    boxes = chart.bar_boxes()
    assert len({(box.left(), box.width()) for box in boxes}) == 1
    assert chart.height() == 3 * tall(drawn.ROW)
    wide = boxes[0].width()
    chart.resize(320, chart.height())
    assert chart.bar_boxes()[0].width() < wide


def test_up_and_down_say_each_year(
    chart: AttainmentChart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(drawn, "announce", lambda _widget, sentence: said.append(sentence))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(chart, key)
    assert said == [
        "2024-25: 5 of 20 (25%), no cause given 15",
        "2023-24: None rated, 3 not rated",
        "2023-24: None rated, 3 not rated",
        "2025-26: 17 of 20 (85%), 1 not rated; funding 2, no cause given 1",
    ]
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, tall(drawn.ROW) + 5))
    assert said[-1].startswith("2024-25")


def test_it_is_described(chart: AttainmentChart) -> None:
    finding = "Targets met in 2025-26: 17 of 20 (85%), after 5 of 20 (25%) in 2024-25"
    assert chart.accessibleName() == f"Attainment over the years: {finding}"
    assert "2025-26: 17 of 20 (85%), 1 not rated" in chart.accessibleDescription()


def test_a_larger_text_makes_higher_rows(chart: AttainmentChart, qapp: QApplication) -> None:
    before = chart.height()
    apply_theme(qapp, "dark", 2.0)
    assert chart.height() > before
    assert not chart.grab().isNull()
    apply_theme(qapp, "light", 1.0)


def test_no_years_at_all(chart: AttainmentChart, qtbot: QtBot) -> None:
    chart.set_figures(attainment_bars([], WORDS))
    assert not chart.grab().isNull()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
