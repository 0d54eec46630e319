"""Anything by a part of its name, by keyboard alone."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pmdesk.ui.window import MainWindow
from tests.ui.conftest import Verbs

CTRL = Qt.KeyboardModifier.ControlModifier


def test_search_leads_to_a_record(window: MainWindow, qtbot: QtBot, verbs: Verbs) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    search = window.topbar.search
    assert window.focusWidget() is search
    qtbot.keyClicks(search, "holl")
    qtbot.waitUntil(lambda: search.results() == ["Members", "Cllr Margaret Holloway"])
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert verbs.asked == [("person", "p2")]
    assert search.text() == ""


def test_search_says_when_nothing_is_found(window: MainWindow, qtbot: QtBot) -> None:
    search = window.topbar.search
    search.open()
    qtbot.keyClicks(search, "zebra")
    qtbot.waitUntil(lambda: bool(search.results()))
    assert search.results() == ["Nothing in the register is called ‘zebra’."]
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.results() == []


def test_one_letter_asks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    search = window.topbar.search
    search.open()
    qtbot.keyClicks(search, "a")
    qtbot.wait(30)
    assert search.results() == []
