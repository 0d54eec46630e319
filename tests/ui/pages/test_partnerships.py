"""Partnerships as a list, an outline and a map, through their widgets."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.figures.record_page import Edit
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.partnerships import PartnershipsPage
from tests.running import choosing
from tests.ui.pages.looking import button, rows

Council = Any


@pytest.fixture
def tree(council: Council) -> Council:
    """Safety with two sub-groups, one of them silent; a grant and a network."""
    add, ids = council.add, council.ids
    add("Youth", "partnership", name="Youth Sub-group", kind="sub_group", parent=ids["Safety"],
        reporting_interval="quarter", status="current")  # fmt: skip
    add("Abuse", "partnership", name="Abuse Sub-group", kind="sub_group", parent=ids["Safety"],
        reporting_interval="quarter")  # fmt: skip
    add("Climate", "partnership", name="Climate Partnership", kind="thematic")
    add("Advice grant", "partnership", name="Advice core grant", kind="grant")
    add("Lunch", "partnership", name="Officers’ Network", kind="network")
    for called, period, day in (("Youth", "2025-26 Q2", "12/11/2025"), ("Abuse", "2025-26 Q4", "4/3/2026")):
        add(f"{called} report", "progress_update", partnership=ids[called], period=period,
            status="submitted", submitted_on=day)  # fmt: skip
    return council


def shown(council: Council, way: str = "list", record: str = "Safety") -> PartnershipsPage:
    page = council.page("partnerships", council.ids[record])
    if way != "list":
        button(page, {"outline": "Outline", "map": "Map"}[way]).click()
    QApplication.processEvents()
    assert isinstance(page, PartnershipsPage)
    return page


def titles(page: PartnershipsPage) -> list[str]:
    return [row.title for row in page.list_part.outline.rows if row.kind != "group"]


def test_the_page_shows_its_list_and_its_record(council: Council) -> None:
    page = council.page("partnerships", council.ids["Safety"])
    assert page.list_part.head.title() == "Partnerships"
    assert page.view.page.id == council.ids["Safety"]
    assert page.view.page.facts[0].label == "Progress update"


def test_kinds_are_told_apart_and_counted_apart(tree: Council) -> None:
    page = shown(tree)
    part = page.list_part
    assert part.head._line.text() == "4 partnerships; 2 networks, contracts and grants"
    part.filters.menu.aboutToShow.emit()
    assert [each.text() for each in part.filters.menu.actions()] == [
        "Umbrella partnership (1)", "Thematic partnership (1)", "Sub-group (2)", "Network (1)", "Grant (1)",
    ]  # fmt: skip
    part.filters.menu.actions()[4].trigger()
    assert rows(page) == ["Advice core grant"]
    assert part.head._line.text() == "1 network, contract or grant"
    button(page, "Take off the filter Kind: Grant").click()
    assert part.head._line.text() == "4 partnerships; 2 networks, contracts and grants"


def test_a_filter_that_leaves_a_record_out_gives_way(tree: Council) -> None:
    page = shown(tree)
    page.list_part.filters.choose("kind", "grant")
    page.open(tree.ids["Youth"])
    assert page.list_part.list.chosen_id() == tree.ids["Youth"]
    assert page.list_part.filters.chosen == {}
    page.list_part.filters.choose("kind", "grant")
    assert page.escape()
    assert not page.escape()


def test_the_outline_reads_by_keyboard_and_opens(tree: Council, qtbot: QtBot) -> None:
    page = shown(tree, "outline")
    outline = page.list_part.outline
    assert titles(page) == [
        "Community Safety Partnership", "Abuse Sub-group", "Youth Sub-group", "Climate Partnership",
    ]  # fmt: skip
    assert [row.pill for row in outline.rows if row.depth] == [("met", "Kept"), ("missed", "Broken")]
    assert page.list_part.head._line.text() == "4 partnerships"
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    assert page.shown() == tree.ids["Youth"]
    spoken = outline.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Youth Sub-group, Sub-group, reports to Community Safety Partnership: broken")
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert page.view.isAncestorOf(tree.window.focusWidget())
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Up)
    qtbot.keyClick(outline, Qt.Key.Key_Up)
    qtbot.keyClick(outline, Qt.Key.Key_Left)
    assert not outline.isExpanded(outline.currentIndex())
    assert unnamed(page) == []


def test_the_outline_is_filtered_as_one_types_and_finds_what_it_leaves_out(
    tree: Council, qtbot: QtBot
) -> None:
    page = shown(tree, "outline")
    qtbot.keyClicks(page.list_part.line, "youth")
    assert titles(page) == ["Community Safety Partnership", "Youth Sub-group"]
    page.open(tree.ids["Climate"])
    assert page.list_part.outline.chosen_id() == tree.ids["Climate"]
    page.open(tree.ids["Advice grant"])
    assert page.way == "list"
    assert page.shown() == tree.ids["Advice grant"]


def test_a_report_mends_the_line_in_the_outline(tree: Council) -> None:
    page = shown(tree, "outline", "Youth")
    done = records.save(tree.register, "progress_update", {
        "partnership": tree.ids["Youth"], "period": "2025-26 Q4", "status": "submitted",
        "submitted_on": "20/4/2026",
    })  # fmt: skip
    assert done
    page.refresh()
    assert [row.pill for row in page.list_part.outline.rows if row.depth] == [("met", "Kept")] * 2
    assert page.shown() == tree.ids["Youth"]


def test_the_map_reads_from_box_to_box(tree: Council, qtbot: QtBot) -> None:
    page = shown(tree, "map")
    chart = page.map.chart
    assert page.map.finding.text() == "1 of 2 reporting lines broken"
    chart.setFocus()
    assert chart.in_hand == tree.ids["Safety"]
    keys = Qt.Key
    way = [(keys.Key_Right, "Abuse"), (keys.Key_Down, "Youth"), (keys.Key_Left, "Safety"),
           (keys.Key_Down, "Climate"), (keys.Key_Home, "Safety"), (keys.Key_End, "Climate"),
           (keys.Key_Up, "Safety"), (keys.Key_Up, "Safety"), (keys.Key_Right, "Abuse"),
           (keys.Key_Down, "Youth")]  # fmt: skip
    for key, called in way:
        qtbot.keyClick(chart, key)
        assert chart.in_hand == tree.ids[called], (key, called)
    assert "Youth Sub-group, Sub-group, reports to Community Safety Partnership: broken, silent 74 days" in (
        chart.accessibleName()
    )
    assert chart.accessibleDescription().startswith("Map of 4 partnerships. 1 of 2 reporting lines broken.")
    qtbot.keyClick(chart, keys.Key_Return)
    assert page.way == "list"
    assert page.shown() == tree.ids["Youth"]
    assert page.view.page is not None
    assert page.view.page.title == "Youth Sub-group"
    assert page.list_part.switch._group.checkedButton().text() == "List"


def test_a_click_takes_a_box_a_double_click_opens_it(tree: Council, qtbot: QtBot) -> None:
    page = shown(tree, "map")
    chart = page.map.chart
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(chart, left, pos=chart.rect_of(tree.ids["Abuse"]).center().toPoint())
    assert chart.in_hand == tree.ids["Abuse"]
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.mouseDClick(chart, left, pos=chart.rect_of(tree.ids["Climate"]).center().toPoint())
    assert opened.args == [tree.ids["Climate"]]


def test_larger_and_smaller(tree: Council, qtbot: QtBot) -> None:
    page = shown(tree, "map")
    chart = page.map.chart
    before = chart.width()
    button(page.map, "Larger").click()
    assert chart.zoom == 1.25
    assert chart.width() > before
    chart.setFocus()
    for _press in range(6):
        qtbot.keyClicks(chart, "-")
    assert chart.zoom == 0.5
    there = QPointF(chart.rect().center())
    turn = QWheelEvent(there, there, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(chart, turn)
    assert chart.zoom == 0.75


def test_the_map_as_a_table_leads_on_too(tree: Council, qtbot: QtBot) -> None:
    page = shown(tree, "map")
    button(page.map, "Show as table").click()
    table = page.map.table
    assert [[table.cell(at, column).text for column in range(5)] for at in range(table.row_count())] == [
        ["Community Safety Partnership", "", "Every quarter", "never reported", ""],
        ["Abuse Sub-group", "Community Safety Partnership", "Every quarter", "last reported 4 March 2026",
         "Kept"],
        ["Youth Sub-group", "Community Safety Partnership", "Every quarter", "silent 74 days too long",
         "Broken"],
        ["Climate Partnership", "", "No interval agreed", "", ""],
    ]  # fmt: skip
    table.setFocus()
    table.setCurrentIndex(table.model().index(2, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.shown() == tree.ids["Youth"]


def test_the_map_is_saved_as_a_picture(
    tree: Council, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(tree, "map")
    choosing(monkeypatch, tmp_path / "Map.png")
    page.map.ask_picture()
    assert tree.sentence() == "Saved Map.png."
    picture = QImage(str(tmp_path / "Map.png"))
    assert picture.width() > 1000
    assert picture.text("Description").startswith("Map of 4 partnerships.")


def test_the_way_is_kept_and_a_record_asked_for_leaves_the_map(tree: Council) -> None:
    shown(tree, "outline")
    page = shown(tree, "map")
    again = PartnershipsPage(tree.context, page._words)
    assert again.way == "map"
    again.deleteLater()
    page = tree.page("partnerships", Edit("partnership", tree.ids["Abuse"], {}, "exit_terms"))
    assert (page.way, page.form() is not None) == ("outline", True)
    assert unnamed(page) == []


def test_a_register_without_partnerships(empty: Council) -> None:
    page = empty.page("partnerships")
    button(page, "Outline").click()
    assert button(page.list_part, "New partnership") is not None
    button(page, "Map").click()
    QApplication.processEvents()
    assert page.map.empty.isVisible()
    assert not page.map.toggle.isVisible()
    page.map.focus()
