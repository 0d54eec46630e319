"""Buttons do what their word says and have a name even without one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui import buttons
from pmdesk.ui.theme import apply_theme
from tests.ui.conftest import Place


def test_a_click_does_it(on: Place) -> None:
    done: list[int] = []
    for make in (buttons.primary, buttons.secondary, buttons.flat, buttons.quiet, buttons.toggle):
        made = make("Save", lambda: done.append(1))
        on(made)
        made.click()
    assert len(done) == 5


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_does_it(on: Place, qtbot: QtBot, key: Qt.Key) -> None:
    done: list[int] = []
    made = buttons.flat("Show all", lambda: done.append(1))
    on(made)
    qtbot.keyClick(made, key)
    assert done == [1]


def test_an_ampersand_is_a_letter(on: Place) -> None:
    made = buttons.flat("Arts & Leisure")
    on(made)
    assert (made.text(), made.accessibleName()) == ("Arts && Leisure", "Arts & Leisure")
    assert made.shortcut().isEmpty()


def test_an_icon_alone_has_a_name(on: Place) -> None:
    made = buttons.tool("more", "More")
    on(made)
    assert (made.text(), made.accessibleName(), made.toolTip()) == ("", "More", "More")


def test_a_menu_does_what_was_picked(on: Place) -> None:
    picked: list[str] = []
    made = buttons.menu_button(
        "Current", [("Current", print), None, ("Ended", lambda: picked.append("ended"))]
    )
    on(made)
    made.menu().actions()[2].trigger()
    assert picked == ["ended"]
    assert not made.grab().isNull()


def test_icons_follow_the_theme(dressed: QApplication, on: Place) -> None:
    made = buttons.secondary("Edit", None, "edit")
    on(made)
    before = made.icon().cacheKey()
    apply_theme(dressed, "dark")
    assert made.icon().cacheKey() != before
