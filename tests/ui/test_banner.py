"""The band above the pages: a sentence, and buttons that do what they say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.accessible import unnamed
from pmdesk.ui.banner import Banner


def test_it_says_and_offers_and_goes(dressed: QApplication, qtbot: QtBot) -> None:
    banner, done = Banner(), list[str]()
    qtbot.addWidget(banner)
    assert banner.sentence() == ""
    banner.say(
        "It lies on a stick.", [("Copy it", lambda: done.append("copied")), ("Leave it", banner.put_away)]
    )
    assert banner.sentence() == "It lies on a stick." == banner.accessibleName()
    assert unnamed(banner) == []
    for button in banner.buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["copied"] and banner.sentence() == ""
