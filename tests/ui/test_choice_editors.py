"""One of a few, or none: blank is an answer everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from pmdesk.ui.choice_editors import BESIDE
from pmdesk.ui.editors import Check, Choice, ListChoice, RadioChoice, YesNo
from pmdesk.ui.field import Field
from pmdesk.ui.theme import apply_theme
from tests.ui.conftest import Place

FEW = [("yes", "Yes"), ("partly", "Partly"), ("no", "No")]
MANY = [(code, code.capitalize()) for code in ("trustee", "director", "observer", "adviser", "substitute")]


@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no_are_not_blank(on: Place, value: bool) -> None:
    made = YesNo()
    on(made)
    assert made.value() is None
    made.set_value(value)
    assert made.value() is value
    made.set_value(None)
    assert made.value() is None


@pytest.mark.parametrize(("choices", "code"), [(FEW, "partly"), (MANY, "observer")])
def test_a_code_goes_in_and_comes_out(on: Place, choices: list[tuple[str, str]], code: str) -> None:
    made = Choice(choices)
    on(made)
    assert made.value() is None
    made.set_value(code)
    assert made.value() == code
    made.set_value(None)
    assert made.value() is None


def test_each_answer_is_spoken_with_its_question(on: Place) -> None:
    made = Choice(FEW)
    on(made)
    made.setAccessibleName("Was it worthwhile?")
    assert made.focus_target().accessibleName() == "Was it worthwhile?: Yes"


def test_an_answer_wider_than_its_place_goes_on_in_a_second_line(on: Place) -> None:
    long = "Green when better by more than the tolerance & more; amber within it; red when worse"
    made = RadioChoice([("a", long), ("b", "Short")])
    on(made)
    made.setAccessibleName("How")
    made.show()
    made.resize(320, made.heightForWidth(320))
    QApplication.processEvents()
    wide, short = made.findChildren(QRadioButton)
    lines = wide.text().replace("&&", "&").split("\n")
    assert len(lines) > 1 and " ".join(lines) == long
    assert max(map(wide.fontMetrics().horizontalAdvance, lines)) <= 320 - BESIDE
    assert wide.height() >= short.height() + wide.fontMetrics().lineSpacing()
    assert wide.accessibleName() == f"How: {long}"
    made.resize(1200, made.heightForWidth(1200))
    QApplication.processEvents()
    assert "\n" not in wide.text() and wide.height() == short.height()


def test_a_tick_is_drawn(on: Place) -> None:
    made = Check("Ended")
    window = on(made)
    before = window.grab().toImage()
    made.setChecked(True)
    assert window.grab().toImage() != before


def test_few_choices_are_all_in_sight(dressed: QApplication) -> None:
    assert isinstance(Choice(FEW), RadioChoice)
    assert isinstance(Choice(MANY), ListChoice)


def test_an_unknown_code_is_kept(dressed: QApplication) -> None:
    made = Choice(MANY)
    made.set_value("patron")
    assert made.value() == "patron"


def test_delete_takes_an_answer_back(on: Place, qtbot: QtBot) -> None:
    made = YesNo()
    on(made)
    made.set_value(True)
    with qtbot.waitSignal(made.edited):
        qtbot.keyClick(made.focus_target(), Qt.Key.Key_Delete)
    assert made.value() is None


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_list_has_room_for_its_longest_words(dressed: QApplication, on: Place, scale: float) -> None:
    apply_theme(dressed, "light", scale)
    for words in ("100%", "As the system", "All measures"):
        made = ListChoice([("a", "Short"), ("b", words)], blank=False)
        on(Field("one", "One", made))
        made.set_value("b")
        option = QStyleOptionComboBox()
        made.initStyleOption(option)
        complex_control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = made.style().subControlRect(complex_control, option, field, made).width() - 4
        assert option.fontMetrics.horizontalAdvance(words) <= room
    apply_theme(dressed, "light", 1.0)
