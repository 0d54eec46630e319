"""Everything the keyboard reaches has a name."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.accessible import announce, unnamed
from pmdesk.ui.window import MainWindow


@pytest.mark.parametrize("key", ["desk", "partnerships", "bodies", "members"])
def test_everything_reachable_has_a_name(window: MainWindow, key: str) -> None:
    window.visit(key)
    assert unnamed(window) == []


def test_an_unnamed_control_is_found(dressed: QApplication, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QLineEdit(holder)
    assert unnamed(holder) == ["QWidget > QLineEdit"]


def test_a_sentence_may_be_announced_with_nobody_listening(window: MainWindow) -> None:
    announce(window, "Saved")
    assert window.isVisible()
