"""Two sides beside each other where there is room, else one below the other."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.figures.record_page import Side
from pmdesk.ui.pages.record_sides import sides


def test_side_by_side_or_below(on: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    asked = Side("Council", "asked on 9 March 2026", "Why so late?", "Whose doing it is: Police")
    made = sides([(asked,), (Side("Police", "", "A form was out."), Side("Police", "", "It works."))])
    on(made)
    panels = [each for each in made.findChildren(QFrame) if each.property("role") == "panel"]
    assert [each.accessibleName() for each in panels] == [
        "Council, asked on 9 March 2026",
        "Police",
        "Police",
    ]

    def place(panel: QFrame) -> tuple[int, int]:
        at = panel.mapTo(made, panel.rect().topLeft())
        return at.x(), at.y()

    made.resize(800, 300)
    qtbot.waitUntil(lambda: place(panels[1])[0] > 300)
    assert place(panels[0])[1] == place(panels[1])[1] < place(panels[2])[1]
    made.resize(400, 600)
    qtbot.waitUntil(lambda: place(panels[1])[0] == 0)
    assert place(panels[0])[1] < place(panels[1])[1] < place(panels[2])[1]
