"""Answering by keys: a number answers and leads on, Delete leaves it blank."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pmdesk.ui.pages.health_forms import AnswerChoice


def test_a_number_answers_and_leads_on(qtbot: QtBot) -> None:
    made = AnswerChoice()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.by_key):
        QTest.keyClick(made.focus_target(), Qt.Key.Key_3)
    assert made.value() == "3"
    QTest.keyClick(made.focus_target(), Qt.Key.Key_7)
    assert made.value() == "3"
    QTest.keyClick(made.focus_target(), Qt.Key.Key_Delete)
    assert made.value() is None
