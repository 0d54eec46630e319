"""Another record is found by a part of its name, and never guessed."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.reference import Reference
from pmdesk.ui.theme import apply_theme
from tests.ui.conftest import Place

PEOPLE = [("p1", "Cllr Daniel Okafor"), ("p2", "Cllr Margaret Holloway"), ("p3", "Ruth Adeyemi")]


def find(text: str) -> list[tuple[str, str]]:
    return [(id, name) for id, name in PEOPLE if text.casefold() in name.casefold()]


def test_a_reference_is_typed_and_chosen(on: Place, qtbot: QtBot) -> None:
    made = Reference(find)
    on(made)
    made.setFocus()
    qtbot.keyClicks(made, "hollo")
    assert made.unresolved() == "hollo"
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert (made.value(), made.text(), made.unresolved()) == ("p2", "Cllr Margaret Holloway", None)


def test_its_arrow_grows_with_the_letters_and_opens_the_list(
    on: Place, qtbot: QtBot, qapp: QApplication
) -> None:
    made = Reference(find)
    on(made)
    made.resize(400, 60)
    room = made.textMargins().right()
    apply_theme(qapp, "light", 2.0)
    try:
        assert made.textMargins().right() > room
        drawn = made.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        dark = [x for x in range(300, 396) if any(drawn.pixelColor(x, y).red() < 120 for y in range(12, 48))]
        assert max(dark) - min(dark) >= 12  # 7 at 100%
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(400 - 38, 30))
        assert made._popup is not None and made._popup.isVisible()
    finally:
        apply_theme(qapp, "light", 1.0)


def test_a_reference_may_be_left_empty(on: Place, qtbot: QtBot) -> None:
    made = Reference(find)
    on(made)
    made.set_value("p1", "Cllr Daniel Okafor")
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Down)
    qtbot.keyClick(made, Qt.Key.Key_Up)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert (made.value(), made.text()) == (None, "")


def test_a_whole_name_typed_counts_as_chosen(on: Place, qtbot: QtBot) -> None:
    made = Reference(find)
    on(made)
    made.setFocus()
    qtbot.keyClicks(made, "ruth adeyemi")
    made.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    assert made.value() == "p3"


def test_a_name_being_typed_is_not_lost_by_a_key(on: Place, qtbot: QtBot) -> None:
    made = Reference(find)
    on(made)
    made.setFocus()
    qtbot.keyClicks(made, "Ruth")
    qtbot.keyClick(made, Qt.Key.Key_Down)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert made.value() == "p3"
    made.set_value(None)
    qtbot.keyClicks(made, "Nobody Here")
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert (made.value(), made.unresolved()) == (None, "Nobody Here")
