"""What is held about a person, as cells."""

from pmdesk.domain.words import Words
from pmdesk.figures.person_report import Held, HeldPart, report_columns, report_intro

EN = Words()


def test_a_private_thing_says_so_under_where_it_stands() -> None:
    what, text = Held("Note", "Dock Trust", "x", True).cells(EN)
    assert (what.text, what.quiet, text.text) == ("Note", "Dock Trust\nfor the council only", "x")
    assert Held("Ward", "", "Holm").cells(EN)[0].quiet == ""
    assert len(report_columns(EN)) == 2 and "put right" in report_intro(EN)


def test_what_a_record_is_called_stands_once_over_all_that_it_says() -> None:
    rows = (Held("Ward", "Seat 1", "Holm"), Held("Note", "Seat 1", "x", True), Held("Ward", "Seat 2", "Moor"))
    first, second = HeldPart("Appointments", rows).groups(EN)
    assert (first.heading, second.heading) == ("Seat 1", "Seat 2")
    assert [row[0].quiet for row in first.rows] == ["", "for the council only"]
    (alone,) = HeldPart("Named", (rows[0], rows[2])).groups(EN)
    assert alone.heading == "" and [row[0].quiet for row in alone.rows] == ["Seat 1", "Seat 2"]
    (plain,) = HeldPart("The record", (Held("Name", "", "Ann"), Held("Ward", "", "Holm"))).groups(EN)
    assert plain.heading == "" and len(plain.rows) == 2
