from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages.looking import button, rows

Council = Any


def test_rows_say_kind_seats_officer_and_the_most_urgent_state(council: Council) -> None:
    page = council.page("bodies")
    first, second = page.list_part.model.row(0), page.list_part.model.row(1)
    assert first.quiet == "Voluntary, 2 of 2 seats, Ruth Adeyemi"
    assert (first.pill, second.pill) == (("missed", "Overdue"), ("close", "Vacancy"))


def test_typing_filters_by_the_name_of_who_sits_there(council: Council, qtbot: QtBot) -> None:
    page = council.page("bodies")
    qtbot.keyClicks(page.list_part.line, "okaf")
    assert rows(page) == ["Aldermoor Citizens Advice"]
    qtbot.keyClick(council.window, Qt.Key.Key_Escape)
    assert len(rows(page)) == 2


@pytest.mark.parametrize(("code", "names"), [
    ("vacancies", ["Almshouses Trust"]), ("ended", ["Wendle Canal Society"]),
    ("all", ["Aldermoor Citizens Advice", "Almshouses Trust", "Wendle Canal Society"]),
])  # fmt: skip
def test_narrowing(council: Council, code: str, names: list[str]) -> None:
    page = council.page("bodies")
    page.list_part.narrow(code)
    assert rows(page) == names


def test_sorting_by_the_small_heads(council: Council) -> None:
    page = council.page("bodies")
    page.list_part.narrow("all")
    button(page.list_part.list, "Name, sorted").click()
    assert rows(page)[0] == "Wendle Canal Society"
    button(page.list_part.list, "Annual update").click()
    assert rows(page) == ["Aldermoor Citizens Advice", "Almshouses Trust", "Wendle Canal Society"]
    button(page.list_part.list, "Annual update, sorted").click()
    assert rows(page)[0] == "Wendle Canal Society"


def test_nothing_found_offers_everything(council: Council, qtbot: QtBot) -> None:
    page = council.page("bodies")
    qtbot.keyClicks(page.list_part.line, "zzz")
    button(page, "Show all").click()
    assert len(rows(page)) == 3


def test_an_empty_list_says_what_belongs_there_and_offers_both_ways_to_begin(empty: Council) -> None:
    page = empty.page("bodies")
    button(page, "Bring in a file").click()
    assert empty.visited == [("import", None)]
    button(page.list_part.list.parentWidget(), "New outside body").click()
    assert page.form() is not None
