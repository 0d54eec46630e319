"""A table with boxes: by Space, by click, all at once; a link is followed, not ticked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.small_table import Cell, Column
from pmdesk.ui.tick_table import LEAST_ROWS, TickTable, box


@pytest.fixture
def table(on: Callable[[QWidget], QWidget]) -> TickTable:
    made = TickTable([Column("Member", 2, strong=True), Column("Body", 3)], "Updates")
    made.set_rows([[box(f"Member {n}", n == 1), Cell(f"Body {n}", link=True)] for n in range(30)])
    on(made)
    made.resize(500, 300)
    return made


def test_space_ticks_enter_opens_and_ctrl_a_asks_for_all(table: TickTable, qtbot: QtBot) -> None:
    ticked, opened, asked = list[int](), list[tuple[int, int]](), list[bool]()
    table.ticked.connect(ticked.append)
    table.activated_cell.connect(lambda row, column: opened.append((row, column)))
    table.all_ticked.connect(lambda: asked.append(True))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert (ticked, opened, asked) == ([1], [(1, 0)], [True])


def test_a_click_ticks_and_a_click_on_a_link_opens(table: TickTable, qtbot: QtBot) -> None:
    ticked, opened = list[int](), list[int]()
    table.ticked.connect(ticked.append)
    table.activated_cell.connect(lambda row, _column: opened.append(row))
    for column in (0, 1):
        place = table.visualRect(table.model().index(2, column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (ticked, opened) == ([2], [2])


def test_it_scrolls_within_its_room_and_brings_a_row_into_sight(table: TickTable) -> None:
    assert table.height() == 300 and table.minimumHeight() < 300 and LEAST_ROWS < 30
    table.go_to(29)
    assert table.currentIndex().row() == 29
    assert table.visualRect(table.currentIndex()).bottom() <= table.viewport().height()
    table.go_to(99)
    assert table.currentIndex().row() == 29


def test_a_box_says_whether_it_is_ticked(table: TickTable) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [table.model().index(row, 0).data(role) for row in (0, 1)]
    assert said == ["Not chosen: Member 0", "Chosen: Member 1"]
    assert table.model().index(1, 0).data() == "Member 1"
