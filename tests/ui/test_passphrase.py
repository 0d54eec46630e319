"""A passphrase is asked for: hidden, shown, tried beside the window, kept when it was wrong."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pmdesk.register.faults import WrongPassphrase
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.choice_editors import Check
from pmdesk.ui.passphrase import PassphraseDialog, PassphraseText


def attempt(typed: str) -> str:
    assert threading.current_thread() is not threading.main_thread()
    if typed != " right one":
        raise WrongPassphrase("This passphrase does not open it.")
    return "opened"


@pytest.fixture
def asked(dressed: QApplication, qtbot: QtBot) -> PassphraseDialog:
    made = PassphraseDialog("Aldermoor is protected", "Type its passphrase to open it.", attempt)
    qtbot.addWidget(made)
    made.open()
    return made


def test_letters_are_dots_until_they_are_shown(asked: PassphraseDialog) -> None:
    editor = asked.form.field.editor
    assert isinstance(editor, PassphraseText) and editor.echoMode() is QLineEdit.EchoMode.Password
    shown = asked.findChild(Check)
    shown.click()
    assert editor.echoMode() is QLineEdit.EchoMode.Normal
    shown.click()
    assert editor.echoMode() is QLineEdit.EchoMode.Password


def test_a_wrong_one_stays_to_be_mended_and_the_right_one_opens(
    asked: PassphraseDialog, qtbot: QtBot
) -> None:
    editor = asked.form.field.editor
    qtbot.keyClicks(editor, "wrong one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert not asked.form.button.isEnabled() and asked.form.busy()
    asked.reject()
    assert asked.isVisible()
    qtbot.waitUntil(lambda: bool(asked.form.field.error()))
    assert editor.text() == "wrong one" and asked.isVisible() and asked.form.button.isEnabled()
    editor.selectAll()
    qtbot.keyClicks(editor, " right one")
    qtbot.mouseClick(asked.form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert asked.found == "opened"


def test_nothing_typed_is_not_tried(asked: PassphraseDialog) -> None:
    asked.form.submit()
    assert asked.form.field.error() == "Type the passphrase." and not asked.form.busy()


def test_escape_leaves_it(asked: PassphraseDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(asked.form.field.editor, Qt.Key.Key_Escape)
    assert not asked.isVisible() and asked.found is None


def test_everything_has_a_name(asked: PassphraseDialog) -> None:
    assert unnamed(asked) == []
