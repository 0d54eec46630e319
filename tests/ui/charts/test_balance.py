"""The balance bar by keyboard, by mouse, by ear and by where its words stand."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.domain.words import words_in
from pmdesk.figures.balance import balance_figures
from pmdesk.ui.charts.balance import BalanceBar
from pmdesk.ui.theme import apply_theme

WORDS = words_in("en")
COUNTS = {"input": 1, "activity": 0, "output": 30, "outcome": 5, "": 2}


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> BalanceBar:
    apply_theme(qapp, "light", 1.0)
    made = BalanceBar()
    qtbot.addWidget(made)
    made.resize(600, 60)
    made.set_figures(balance_figures(COUNTS, WORDS))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_parts_are_as_wide_as_they_are_many(bar: BalanceBar) -> None:
    widths = [box.width() for box in bar.part_boxes()]
    assert sum(widths) == pytest.approx(bar.width())
    assert widths[2] == pytest.approx(30 * widths[0])
    assert widths[1] == 0


@pytest.mark.parametrize("width", [140, 300, 600, 1400])
def test_no_word_hides_another(bar: BalanceBar, width: int) -> None:
    bar.resize(width, bar.height())
    boxes = bar.label_boxes()
    assert len(boxes) == 5
    assert not any(one.intersects(other) for one, other in pairwise(boxes))
    assert all(box.bottom() <= bar.height() + 1 for box in boxes)


@pytest.mark.parametrize("counts", [{"outcome": 3}, {"input": 9}, {"activity": 1, "output": 20, "": 1}])
def test_the_words_stand_in_the_order_of_the_chain(bar: BalanceBar, counts: dict[str, int]) -> None:
    bar.set_figures(balance_figures(counts, WORDS))
    for width in (460, 600, 1400):
        bar.resize(width, bar.height())
        places = [(box.top(), box.left()) for box in bar.label_boxes()]
        assert places == sorted(places), width
        assert all(box.right() <= width + 1 for box in bar.label_boxes())


def test_arrows_and_enter(bar: BalanceBar, qtbot: QtBot) -> None:
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Space,
                Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Return):  # fmt: skip
        qtbot.keyClick(bar, key)
    assert chosen == ["output", "", "input"]


def test_a_click_on_a_part_or_its_words(bar: BalanceBar, qtbot: QtBot) -> None:
    for box, kind in ((bar.part_boxes()[2], "output"), (bar.label_boxes()[1], "activity")):
        with qtbot.waitSignal(bar.chosen) as chosen:
            qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        assert chosen.args == [kind]


def test_it_is_described(bar: BalanceBar) -> None:
    assert bar.accessibleName() == "Balance of measures: 5 of 38 measures show an outcome"
    assert "Output 30" in bar.accessibleDescription()


def test_each_kind_has_a_pattern_of_its_own(bar: BalanceBar) -> None:
    """In grey they still differ: how much of a part is inked."""
    bar.set_figures(balance_figures({"input": 1, "activity": 1, "output": 1, "outcome": 1, "": 1}, WORDS))
    image = bar.grab().toImage()
    inked = []
    for box in bar.part_boxes():
        spots = [(x, y) for x in range(int(box.left()) + 4, int(box.right()) - 4) for y in range(4, 16)]
        ground = image.pixelColor(int(box.left()) + 4, 4).lightness()
        dark = sum(image.pixelColor(x, y).lightness() < 200 for x, y in spots)
        inked.append(round(dark / len(spots), 2))
        assert ground >= 0
    assert len(set(inked)) == 5, inked


def test_nothing_to_count(bar: BalanceBar, qtbot: QtBot) -> None:
    bar.set_figures(balance_figures({}, WORDS))
    assert not bar.grab().isNull()
    qtbot.keyClick(bar, Qt.Key.Key_Return)
