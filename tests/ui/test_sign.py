"""A sign under the council's name: there when there is something to say, heard, and pressed by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.accessible import unnamed
from pmdesk.ui.theme import apply_theme
from pmdesk.ui.window import MainWindow


def test_it_says_and_leads(window: MainWindow, qtbot: QtBot) -> None:
    sign = window.sidebar._sign
    assert not sign.isVisible() and window.sidebar.sign() == ""
    window.set_sign("close", "Hub away: 3 saves waiting", "bodies")
    assert sign.isVisible() and sign.accessibleName() == "Hub away: 3 saves waiting"
    assert unnamed(window.sidebar) == []
    sign.setFocus()
    qtbot.keyClick(sign, Qt.Key.Key_Space)
    assert window.current() == "bodies"
    window.set_sign("plain", "", "bodies")
    assert not sign.isVisible()


def test_long_words_wrap_within_the_sidebar(dressed: QApplication, window: MainWindow, qtbot: QtBot) -> None:
    apply_theme(dressed, "light", 2.0)
    window.set_sign("close", "Hub away: 3 saves waiting", "bodies")
    qtbot.wait(30)
    sign = window.sidebar._sign
    words = sign._words
    assert sign.width() <= window.sidebar.width()
    assert words.heightForWidth(words.width()) <= words.height()
