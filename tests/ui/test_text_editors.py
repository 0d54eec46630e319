"""What was typed comes back as it was typed."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from pmdesk.ui.editors import DateText, LineText, LongText, NumberText
from pmdesk.ui.theme import apply_theme
from tests.ui.conftest import Place


@pytest.mark.parametrize(
    ("editor", "value"),
    [(LineText, "Wendle"), (LongText, "Two\nlines"), (DateText, "3/5/26"), (NumberText, "7 of 8")],
)
def test_a_value_goes_in_and_comes_out(on: Place, editor: type, value: str) -> None:
    made = editor()
    on(made)
    assert made.value() is None
    made.set_value(value)
    assert made.value() == value
    made.set_value(None)
    assert made.value() is None


def test_a_unit_stands_in_the_box(on: Place) -> None:
    made, bare = NumberText(unit="days"), NumberText()
    window = on(made)
    made.resize(made.sizeHint())
    assert made.sizeHint().width() > bare.sizeHint().width() == 96
    assert not window.grab().isNull()


def test_typing_says_edited_and_setting_does_not(on: Place, qtbot: QtBot) -> None:
    for made in (LineText(), LongText()):
        on(made)
        said: list[int] = []
        made.edited.connect(lambda said=said: said.append(1))
        made.set_value("given")
        assert said == []
        qtbot.keyClicks(made, "x")
        assert said == [1]


def test_long_text_grows_and_counts(on: Place, qtbot: QtBot) -> None:
    made = LongText(lines=2)
    on(made)
    counted: list[int] = []
    made.words_changed.connect(counted.append)
    before = made.height()
    made.set_value("one two three\n" * 8)
    assert counted[-1] == 24
    assert made.height() > before


def test_a_date_picked_stands_as_text(on: Place, qtbot: QtBot) -> None:
    made = DateText(written=lambda iso: f"on {iso}")
    on(made)
    qtbot.mouseClick(made.findChild(QToolButton), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(made.edited):
        made._calendar._pick(QDate(2026, 5, 20))
    assert made.value() == "on 2026-05-20"


def test_the_calendar_beside_a_date_grows_with_the_letters(on: Place, qapp: QApplication) -> None:
    made = DateText()
    on(made)
    button = made.findChild(QToolButton)
    before, room = button.width(), made.textMargins().right()
    apply_theme(qapp, "light", 2.0)
    try:
        made.resize(made.sizeHint())
        assert button.width() >= 1.5 * before and button.iconSize().width() == 32
        assert made.textMargins().right() > room and made.rect().contains(button.geometry())
        made.set_read_only(True)
        assert not button.isVisible()
    finally:
        apply_theme(qapp, "light", 1.0)
