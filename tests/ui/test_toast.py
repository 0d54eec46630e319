"""A toast offers Undo and waits under mouse and keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from pmdesk.ui.theme import apply_theme
from pmdesk.ui.toast import SHOWN_FOR
from pmdesk.ui.window import MainWindow
from tests.ui.conftest import Verbs


def test_a_toast_offers_undo_and_waits_for_the_keyboard(
    window: MainWindow, qtbot: QtBot, verbs: Verbs
) -> None:
    window.toast("Saved Active Aldermoor", lambda: verbs.asked.append("taken back"))
    assert window.toasts.sentence() == "Saved Active Aldermoor"
    button = window.toasts.findChild(QPushButton)
    button.setFocus()
    assert window.toasts.waits()
    button.click()
    assert (verbs.asked, window.toasts.sentence()) == (["taken back"], "")


def test_the_keyboard_goes_back_to_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    """Undo is taken from the middle of a page, and the work goes on there."""
    box = window.findChildren(QLineEdit)[0]
    box.setFocus()
    window.toast("Saved Active Aldermoor", lambda: None)
    button = window.toasts.findChild(QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.focusWidget() is box and not window.toasts.isVisible()


def test_a_toast_goes_by_itself(window: MainWindow) -> None:
    window.toast("Saved")
    assert window.toasts._timer.interval() == SHOWN_FOR == 8000
    window.toasts._timer.timeout.emit()
    assert window.toasts.sentence() == ""


def test_a_long_sentence_is_not_cut(window: MainWindow, dressed: QApplication) -> None:
    apply_theme(dressed, "light", 2.0)
    window.resize(1000, 700)
    window.toast("This register is open in another window. " * 4, lambda: None)
    words = window.toasts.findChildren(QLabel)[0]
    assert words.wordWrap()
    assert window.toasts.width() <= 1000 - 48
    assert window.toasts.height() >= words.heightForWidth(words.width())
    window.toast("Saved.")
    assert not words.wordWrap()


def test_a_sentence_in_sight_follows_the_text_size(window: MainWindow, dressed: QApplication) -> None:
    """It kept the room of the smaller size, and its second line was cut."""
    window.resize(1366, 768)
    window.toast("The passphrase is gone. The register opens without one.", lambda: None)
    small = window.toasts.geometry()
    apply_theme(dressed, "light", 2.0)
    words = window.toasts.findChildren(QLabel)[0]
    assert window.toasts.width() > small.width()
    assert words.width() >= words.sizeHint().width() and words.height() >= words.sizeHint().height()
    window.toasts.hide()
    apply_theme(dressed, "light", 1.0)
    assert not window.toasts.isVisible()
