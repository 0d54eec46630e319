from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.pages.end_record import EndRecord
from tests.ui.pages.looking import rows

Council = Any


def test_ending_a_body_is_one_step_and_a_seat_asks_when(council: Council, qtbot: QtBot) -> None:
    page = council.page("bodies")
    page.follow(Lead("end", Edit("appointment", council.ids["seat 2"])))
    form = page.record_part.currentWidget()
    assert isinstance(form, EndRecord)
    form.fields["ends"].editor.clear()
    form.save()
    assert form.fields["ends"].error() == "Say which day is the last."
    qtbot.keyClicks(form.fields["ends"].editor, "31/03/2020")
    form.save()
    assert form.fields["ends"].error() == "The end is before the beginning."
    form.fields["ends"].editor.clear()
    qtbot.keyClicks(form.fields["ends"].editor, "26/4/2026")
    qtbot.keyClicks(form.fields["ended_because"].editor, "Stood down")
    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    seat = council.row("appointment", "seat 2")
    assert (seat["ends"], seat["ended_because"]) == ("2026-04-26", "Stood down")
    page.follow(Lead("end", Edit("outside_body", council.ids["Advice"])))
    assert council.row("outside_body", "Advice")["status"] == "ended"
    assert rows(page) == ["Almshouses Trust"]


def test_leaving_a_seat_that_the_law_requires_says_so_first(council: Council) -> None:
    page = council.page("bodies")
    records.save(council.register, "outside_body", {"statutory": "yes"}, council.ids["Advice"])
    page.follow(Lead("end", Edit("appointment", council.ids["seat 2"])))
    form = page.record_part.currentWidget()
    assert isinstance(form, EndRecord)
    assert form.fields["ends"].advice() == "The law requires this seat to be filled. Appoint whoever follows."
    assert form.fields["ends"].advice() in form.fields["ends"].editor.accessibleDescription()
