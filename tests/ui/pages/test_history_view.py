from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.ui.pages.history_view import HistoryView
from tests.ui.pages.looking import button

Council = Any


def test_history_says_who_when_and_from_what_to_what(council: Council, qtbot: QtBot) -> None:
    records.save(council.register, "outside_body", {"seats": "3"}, council.ids["Advice"])
    page = council.page("bodies")
    button(page, "History of 2 changes").click()
    view = page.record_part.currentWidget()
    assert isinstance(view, HistoryView)
    first = [view.table.cell(0, at).text for at in range(1, 5)]
    assert first == ["Helen Marsh", "Seats", "2", "3"]
    assert view.table.hasFocus()
    qtbot.keyClick(council.window, Qt.Key.Key_Escape)
    assert page.record_part.currentWidget() is page.view
