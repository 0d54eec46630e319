"""Two records made one in the window: the other is offered where it is called the same; Undo parts them."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.same_record import SameRecord
from tests.ui.pages.conftest import Council


def form(council: Council, called: str) -> SameRecord:
    page = council.page("bodies", council.ids[called])
    page.follow(Lead("same", Edit("outside_body", council.ids[called])))
    shown = page.record_part.currentWidget()
    assert isinstance(shown, SameRecord)
    return shown


def test_the_other_is_offered_and_goes_into_this_one(council: Council, qtbot: QtBot) -> None:
    council.add("Again", "outside_body", name="Aldermoor Citizens Advice", aims="Advice for all")
    council.add("seat 3", "appointment", outside_body=council.ids["Again"])
    shown = form(council, "Advice")
    assert shown.other.value() == council.ids["Again"] and unnamed(shown) == []
    assert shown.save()
    assert council.row("outside_body", "Advice")["aims"] == "Advice for all"
    assert council.row("appointment", "seat 3")["outside_body"] == council.ids["Advice"]
    assert "Made one" in council.sentence()
    council.register.undo()
    assert council.row("appointment", "seat 3")["outside_body"] == council.ids["Again"]


def test_nothing_chosen_is_said(council: Council, qtbot: QtBot) -> None:
    shown = form(council, "Almshouses")
    assert shown.other.value() is None
    assert not shown.save()
    assert shown._others("Wendle")[0][0] == council.ids["Canal"]
    assert shown._others("Almshouses") == []
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    shown.discard()


def test_a_refusal_stands_beside_the_field(council: Council) -> None:
    shown = form(council, "Advice")
    shown.other.set_value("nothing", "Nothing")
    assert not shown.save()
    assert "no such record" in shown.fields["other"].error()
