"""A list as high as its rows: what the keyboard and the mouse do in every kind of it."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.whole_list import WholeList


class _Names(WholeList):
    def __init__(self) -> None:
        super().__init__("Names", 400)
        self.names = QStringListModel(["Air", "Bins", "Crime"])
        self.setModel(self.names)
        self.went: list[int] = []

    def follow(self, at: int) -> None:
        self.went.append(at)

    def rows_height(self) -> int:
        return 3 * (60 if self.narrow else 30)


def _made(qtbot: QtBot) -> _Names:
    made = _Names()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.measure()
    made.setCurrentIndex(made.names.index(1))
    return made


def test_enter_and_a_click_follow_and_a_letter_does_not_jump(dressed: QApplication, qtbot: QtBot) -> None:
    made = _made(qtbot)
    qtbot.keyClick(made, Qt.Key.Key_C)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    place = made.visualRect(made.names.index(0)).center()
    qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(made.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert made.went == [1, 0]


def test_it_is_as_high_as_its_rows_and_higher_when_narrow(dressed: QApplication, qtbot: QtBot) -> None:
    made = _made(qtbot)
    assert (made.narrow, made.height()) == (False, 90)
    made.resize(300, 300)
    assert (made.narrow, made.height()) == (True, 180)
