"""Undo by name, the year, and room for them in a narrow window."""

from pytestqt.qtbot import QtBot

from pmdesk.ui.window import MainWindow
from tests.ui.conftest import Verbs


def test_undo_is_offered_by_name(window: MainWindow) -> None:
    window.set_undo("Saved progress update")
    assert window.topbar.undo.text() == "Undo: Saved progress update"
    window.set_undo(None)
    assert not window.topbar.undo.isEnabled()
    assert window.topbar.undo.accessibleName() == "Undo"


def test_the_year_is_chosen_from_its_menu(window: MainWindow, verbs: Verbs) -> None:
    window.topbar.year.menu().actions()[0].trigger()
    assert verbs.asked == ["2024-25"]


def test_undo_keeps_its_icon_in_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.topbar.undo.text() == "")
    assert window.topbar.undo.accessibleName() == "Undo: Saved progress update"
