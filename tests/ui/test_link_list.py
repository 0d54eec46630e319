"""The grouped list leads to where each thing is mended."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.ui.link_list import ABOVE, HEADING, ITEM, Group, Item, LinkList
from tests.ui.gallery import GROUPS


def test_a_list_of_links_follows_enter_and_skips_bare_headings(dressed: QApplication, qtbot: QtBot) -> None:
    made = LinkList("What needs me")
    qtbot.addWidget(made)
    made.resize(1200, 300)
    made.set_groups(GROUPS)
    made.show()
    gone: list[object] = []
    made.go.connect(gone.append)
    made.show_all.connect(gone.append)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    for _step in range(3):
        qtbot.keyClick(made, Qt.Key.Key_Down)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert gone == ["Community Safety Partnership", "Annual updates not in"]


def test_an_empty_group_is_not_shown(dressed: QApplication, qtbot: QtBot) -> None:
    made = LinkList("What needs me")
    qtbot.addWidget(made)
    made.set_groups([Group("Nothing", "0", []), Group("One", "1", [Item("met", "A", "", "", "", "Open", 1)])])
    assert made.entry_count() == 2


def test_rows_take_two_lines_in_a_narrow_window(dressed: QApplication, qtbot: QtBot) -> None:
    made = LinkList("What needs me")
    qtbot.addWidget(made)
    made.set_groups(GROUPS[:1])
    made.resize(1200, 300)
    made.show()
    assert made.height() == HEADING + ABOVE + 3 * ITEM
    made.resize(600, 300)
    assert made.narrow
    assert made.height() > HEADING + ABOVE + 3 * ITEM
    assert not made.grab().isNull()
