from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
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


def test_what_a_long_text_was_is_read_whole(council: Council, qtbot: QtBot) -> None:
    long = "Runs the drill hall and takes music to the schools of the district, in term and out of it. " * 8
    records.save(council.register, "outside_body", {"note": long}, council.ids["Advice"])
    records.save(council.register, "outside_body", {"note": "Short."}, council.ids["Advice"])
    council.window.resize(1920, 900)
    page = council.page("bodies")
    button(page, "History of 3 changes").click()
    view = page.record_part.currentWidget()
    qtbot.wait(50)
    was = next(each for each in view.findChildren(QLabel) if each.text().strip() == long.strip())
    assert was.height() >= was.heightForWidth(was.width()) > 100
