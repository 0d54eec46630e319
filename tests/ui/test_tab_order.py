"""Tab goes on as parts are laid out, also those that were put in later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.page import page_column
from pmdesk.ui.tab_order import page_of, tab_as_laid_out


def test_what_came_later_is_reached_where_it_stands(dressed: QApplication, qtbot: QtBot) -> None:
    area, column = page_column()
    foot, window = QLineEdit(), QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(area)
    layout.addWidget(foot)
    qtbot.addWidget(window)
    first, last, stack = QLineEdit(), QLineEdit(), QStackedWidget()
    inner = QLineEdit()
    stack.addWidget(inner)
    for part in (first, last):
        column.addWidget(part)
    column.insertWidget(1, stack)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tab_as_laid_out(window)
    assert page_of(inner) is area.widget() and page_of(window) is window
    first.setFocus()
    reached = [window.focusWidget()]
    for _step in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert reached == [first, inner, last, foot]
