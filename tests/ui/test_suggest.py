"""The list under a line leaves the keyboard in the line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from pmdesk.ui.editors import LineText
from pmdesk.ui.suggest import KEY, SuggestList
from tests.ui.conftest import Place


def item(word: str, key: str | None) -> QListWidgetItem:
    made = QListWidgetItem(word)
    made.setData(KEY, key)
    return made


def test_arrows_pass_over_headings_and_enter_chooses(on: Place, qtbot: QtBot) -> None:
    line = LineText()
    on(line)
    line.setFocus()
    suggestions = SuggestList(line, "Found")
    chosen: list[object] = []
    suggestions.chosen.connect(chosen.append)
    suggestions.show_items([item("Bodies", None), item("A", "a"), item("People", None), item("B", "b")])
    assert suggestions.current_key() == "a"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert suggestions.current_key() == "b"
    assert line.window().focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (chosen, suggestions.isVisible()) == (["b"], False)


def test_escape_closes_without_choosing(on: Place, qtbot: QtBot) -> None:
    line = LineText()
    on(line)
    suggestions = SuggestList(line, "Found")
    suggestions.show_items([item("A", "a")])
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not suggestions.isVisible()


def test_a_form_that_goes_takes_its_list_along(on: Place, qtbot: QtBot) -> None:
    line = LineText()
    window = on(line).window()
    suggestions = SuggestList(line, "Found")
    suggestions.show_items([item("A", "a")])
    line.hide()
    assert not suggestions.isVisible()
    line.show()
    suggestions.show_items([item("A", "a")])
    line.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(SuggestList))
