"""Small tables: as high as their rows, followed by keyboard and mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.small_table import HEAD, HEIGHT, Cell, Column, SmallTable

COLUMNS = [Column("Member", 50, strong=True), Column("Update", 25), Column("Value", 25, "right")]


def table(qtbot: QtBot, width: int = 600) -> SmallTable:
    made = SmallTable(COLUMNS, "Seats")
    qtbot.addWidget(made)
    made.resize(width, 200)
    made.set_rows([["Cllr Okafor", Cell("Overdue", state="missed"), "46.9"],
                   [Cell("Vacant", quiet=True), Cell("Appoint someone", link=True), ""]])  # fmt: skip
    made.show()
    return made


def test_a_table_is_as_high_as_its_rows(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    assert made.height() == HEAD + 2 * HEIGHT
    made.set_rows([])
    assert made.height() == HEAD


def test_columns_share_the_width_until_words_need_it(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    assert [made.columnWidth(at) for at in range(3)] == [300, 150, 150]
    made.resize(200, 200)
    assert sum(made.columnWidth(at) for at in range(3)) > 200


def test_enter_follows_the_cell_in_hand(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    followed: list[tuple[int, int]] = []
    made.activated_cell.connect(lambda row, column: followed.append((row, column)))
    made.setFocus()
    made.setCurrentIndex(made.model().index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(made, key)
    assert followed == [(1, 1)]


def test_only_links_follow_a_click(dressed: QApplication, qtbot: QtBot) -> None:
    made = table(qtbot)
    followed: list[tuple[int, int]] = []
    made.activated_cell.connect(lambda row, column: followed.append((row, column)))
    for row, column in ((0, 0), (1, 1)):
        place = made.visualRect(made.model().index(row, column)).center()
        qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert followed == [(1, 1)]
