from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.bus import bus
from tests.ui.pages.looking import button, rows

Council = Any


def test_it_opens_with_what_is_current_and_the_first_record(council: Council) -> None:
    page = council.page("bodies")
    assert rows(page) == ["Aldermoor Citizens Advice", "Almshouses Trust"]
    assert page.list_part.head.quiet_words() == "2 current"
    assert page.shown() == council.ids["Advice"]
    assert page.view.page is not None
    assert page.view.page.title == "Aldermoor Citizens Advice"


def test_arriving_at_a_record_the_filter_hides_widens_it(council: Council) -> None:
    page = council.page("bodies", council.ids["Canal"])
    assert page.shown() == council.ids["Canal"]
    assert page.list_part.list.chosen_id() == council.ids["Canal"]


def test_arriving_at_what_is_gone_says_so(council: Council) -> None:
    council.page("bodies", "0" * 32)
    assert council.sentence() == "This record has been deleted."


def test_the_arrows_show_one_record_after_the_other(council: Council, qtbot: QtBot) -> None:
    page = council.page("bodies")
    page.focus_list()
    qtbot.keyClick(page.list_part.list.view, Qt.Key.Key_Down)
    assert page.shown() == council.ids["Almshouses"]


def test_record_update_leads_to_the_update_most_wanted(council: Council) -> None:
    page = council.page("bodies")
    button(page, "Record update").click()
    assert council.visited == [("annual-update", ("new", council.ids["seat 1"]))]
    button(council.page("partnerships"), "Record update").click()
    assert council.visited[-1] == ("progress-update", ("new", council.ids["Safety"]))


def test_a_body_nobody_sits_on_asks_to_appoint_someone(council: Council) -> None:
    page = council.page("bodies", council.ids["Almshouses"])
    button(page, "Appoint someone").click()
    form = page.form()
    assert form is not None
    assert form.edit.record == council.ids["empty seat"]
    assert form.fields["person"].editor.hasFocus()


def test_adding_an_appointment_from_the_record(council: Council, qtbot: QtBot) -> None:
    page = council.page("bodies", council.ids["Almshouses"])
    button(page, "Add appointment").click()
    form = page.form()
    assert form is not None
    assert form.fields["outside_body"].value() == council.ids["Almshouses"]
    assert form.fields["person"].editor.hasFocus()
    qtbot.keyClicks(form.fields["person"].editor, "Daniel")
    qtbot.keyClick(form.fields["person"].editor, Qt.Key.Key_Return)
    qtbot.keyClicks(form.fields["starts"].editor, "May 2026")
    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    seats = council.register.all("appointment", outside_body=council.ids["Almshouses"])
    assert [(seat["person_name"], seat["starts"]) for seat in seats if seat["person"]] == [
        ("Daniel Okafor", "2026-05")
    ]
    assert page.form() is None
    assert page.view.tables[0].cell(0, 0).text == "Cllr Daniel Okafor"


def test_deleting_with_undo(council: Council) -> None:
    page = council.page("bodies", council.ids["Canal"])
    page.follow(Lead("delete", Edit("outside_body", council.ids["Canal"])))
    assert council.row("outside_body", "Canal")["deleted"]
    assert council.sentence() == "Deleted Wendle Canal Society."
    assert page.shown() == ""
    button(council.window.toasts, "Undo: Deleted Wendle Canal Society.").click()
    assert not council.row("outside_body", "Canal")["deleted"]


def test_what_others_hang_on_is_not_deleted(council: Council) -> None:
    page = council.page("bodies")
    page.follow(Lead("delete", Edit("outside_body", council.ids["Advice"])))
    assert "Other records hang on this one (2 × Appointments)" in council.sentence()
    assert not council.row("outside_body", "Advice")["deleted"]


def test_a_page_reads_again_only_what_it_shows(council: Council) -> None:
    page = council.page("bodies")
    read: list[str] = []
    page.list_part.model.modelReset.connect(lambda: read.append("list"))
    bus().changed.emit(records.save(council.register, "organisation", {"name": "Elsewhere"})[1])
    assert read == []
    bus().changed.emit(records.save(council.register, "outside_body", {"name": "Abbey Trust"})[1])
    assert read
    assert rows(page)[0] == "Abbey Trust"
    assert page.list_part.list.chosen_id() == council.ids["Advice"]


def test_a_page_out_of_sight_reads_when_it_is_seen_again(council: Council) -> None:
    page = council.page("bodies")
    council.page("members")
    bus().changed.emit(records.save(council.register, "outside_body", {"name": "Abbey Trust"})[1])
    assert len(rows(page)) == 2
    council.page("bodies")
    assert len(rows(page)) == 3


@pytest.mark.parametrize("key", ["bodies", "partnerships", "members", "partners"])
def test_every_control_has_a_name(council: Council, key: str) -> None:
    page = council.page(key)
    assert unnamed(page) == []
    page.new()
    assert page.form() is not None
    assert unnamed(page) == []


def test_the_partners_of_a_partnership_lead_to_their_own_page(council: Council) -> None:
    partner = council.add(
        "partner", "partner", partnership=council.ids["Safety"], organisation=council.ids["Police"]
    )
    page = council.page("partnerships")
    page.follow(Lead("partners", council.ids["Police"]))
    assert council.window.page().view.page.title == "Wendleshire Police"
    council.window.page().follow(Lead("edit", Edit("partner", partner)))
    assert council.window.page().form().fields["partnership"].value() == council.ids["Safety"]


def test_a_register_only_read_offers_no_change(council: Council) -> None:
    council.register.read_only = True
    page = council.page("bodies")
    assert not page.view.edit_button.isEnabled()
    assert not page.list_part.plus.isEnabled()
    page.new()
    assert page.form() is None
    council.register.read_only = False
