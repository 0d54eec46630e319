"""The bar lies over the page and moves with it."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pmdesk.ui.page import page_column
from pmdesk.ui.scroll_bar import WIDTH, OverlayBar
from tests.ui.conftest import Place


def test_the_bar_takes_no_room_and_moves_the_page(on: Place, qtbot: QtBot) -> None:
    area, layout = page_column()
    for _line in range(60):
        layout.addWidget(QLabel("line"))
    on(area)
    area.resize(400, 300)
    bar = area.findChild(OverlayBar)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert area.viewport().width() == 400
    assert (bar.x(), bar.width()) == (400 - WIDTH, WIDTH)
    bar.setValue(50)
    assert area.verticalScrollBar().value() == 50
    area.verticalScrollBar().setValue(20)
    assert bar.value() == 20
