from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from pmdesk.figures.record_page import Edit
from pmdesk.ui.theme import apply_theme, font

Council = Any


def test_enter_on_a_member_leads_to_that_person(council: Council, qtbot: QtBot) -> None:
    page = council.page("bodies")
    table = page.view.tables[0]
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert council.window.current() == "members"
    members = council.window.page()
    assert members.shown() == council.ids["Holloway"]
    assert members.view.page.title == "Cllr Margaret Holloway"


def test_a_click_on_a_member_leads_there_too(council: Council, qtbot: QtBot) -> None:
    table = council.page("bodies").view.tables[0]
    spot = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert council.window.page().shown() == council.ids["Okafor"]


def test_a_row_has_a_menu_of_what_can_be_done_with_it(council: Council, qtbot: QtBot) -> None:
    page = council.page("bodies")
    table = page.view.tables[0]
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    table.customContextMenuRequested.emit(table.viewport().rect().center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Edit",
        "Record a report-back",
        "End appointment",
        "History",
        "",
        "Delete",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert page.form().edit == Edit("appointment", council.ids["seat 2"])


def test_large_text_stands_one_below_the_other_and_nothing_is_cut(council: Council) -> None:
    page = council.page("bodies")
    apply_theme(QApplication.instance(), "light", 2.0)
    council.window.resize(1366, 768)
    QApplication.processEvents()
    area = page.view._area
    assert area.horizontalScrollBar().maximum() == 0
    assert area.widget().height() > area.viewport().height()
    apply_theme(QApplication.instance(), "light", 1.0)


def test_a_record_out_of_sight_is_drawn_for_another_text_size_when_it_is_seen(council: Council) -> None:
    """Twelve records drawn behind the page made a change of text size wait."""
    view = council.page("bodies").view
    council.window.visit("members")
    drawn = view._area
    apply_theme(QApplication.instance(), "light", 1.5)
    assert view._area is drawn
    council.window.visit("bodies")
    assert view._area is not drawn
    assert view.edit_button.font().pointSizeF() == font("button").pointSizeF()
    again = view._area
    council.window.visit("members")
    council.window.visit("bodies")
    assert view._area is again
