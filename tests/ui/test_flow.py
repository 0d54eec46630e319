"""Parts in a row go on in the next line, and make room for it."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.buttons import secondary
from pmdesk.ui.flow import Flow

windows: list[QWidget] = []


def shown(qtbot: QtBot, width: int) -> Flow:
    window = QWidget()
    qtbot.addWidget(window)
    windows.append(window)
    layout = QVBoxLayout(window)
    flow = Flow()
    layout.addWidget(flow)
    layout.addStretch(1)
    flow.set_parts([secondary(f"Rating: number {n}") for n in range(4)])
    window.resize(width, 300)
    window.show()
    qtbot.wait(20)
    return flow


def test_one_line_where_there_is_room_and_more_where_there_is_not(
    dressed: QApplication, qtbot: QtBot
) -> None:
    wide, narrow = shown(qtbot, 900), shown(qtbot, 330)
    assert len({part.y() for part in wide.parts}) == 1
    assert len({part.y() for part in narrow.parts}) == 2
    assert narrow.height() > wide.height()
    assert all(part.geometry().right() <= narrow.width() for part in narrow.parts)


def test_hidden_while_there_is_nothing_in_it(dressed: QApplication, qtbot: QtBot) -> None:
    flow = shown(qtbot, 900)
    flow.set_parts([])
    assert flow.isHidden()
    assert flow.parts == []


def test_a_part_that_is_hidden_takes_no_room(dressed: QApplication, qtbot: QtBot) -> None:
    flow = shown(qtbot, 900)
    second, third = flow.parts[1].x(), flow.parts[2]
    flow.parts[1].hide()
    qtbot.waitUntil(lambda: third.x() == second)
