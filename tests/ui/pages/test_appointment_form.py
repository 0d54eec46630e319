"""An appointment's form: the duty is said as the capacity is chosen, warnings stop nobody."""

from typing import Any

from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.domain.outside_body import DUE_DILIGENCE
from pmdesk.figures.record_page import Edit

Council = Any


def form_of(council: Council, **values: str) -> Any:
    return council.page("bodies").edit(Edit("appointment", None, values))


def choose(form: Any, name: str, value: str) -> None:
    editor = form.fields[name].editor
    editor.set_value(value)
    editor.edited.emit()


def test_the_duty_is_said_as_the_capacity_is_chosen(council: Council) -> None:
    form = form_of(council, outside_body=council.ids["Almshouses"])
    capacity = form.fields["capacity"]
    assert capacity.advice() == ""
    choose(form, "capacity", "trustee")
    assert capacity.advice().startswith("A trustee decides for the charity alone, not for the council")
    assert capacity.advice() in capacity.editor.accessibleDescription()
    choose(form, "capacity", "observer")
    assert capacity.advice().startswith("An observer listens")


def test_open_due_diligence_warns_and_never_blocks(council: Council) -> None:
    form = form_of(council, outside_body=council.ids["Almshouses"])
    body = form.fields["outside_body"]
    assert body.advice().startswith("Due diligence is still open. Not answered: 7 of 7.")
    assert form.save()
    answers = {field.name: "yes" for field in DUE_DILIGENCE}
    records.save(council.register, "outside_body", answers, council.ids["Almshouses"])
    assert form_of(council, outside_body=council.ids["Almshouses"]).fields["outside_body"].advice() == ""


def test_the_end_by_the_body_s_term_is_offered_and_taken(council: Council, qtbot: QtBot) -> None:
    typed = {"term_rule": "4 years from Annual Council"}
    records.save(council.register, "outside_body", typed, council.ids["Almshouses"])
    form = form_of(council, outside_body=council.ids["Almshouses"])
    assert not form._seat.take.isVisible()
    qtbot.keyClicks(form.fields["starts"].editor, "20/5/2026")
    assert form._seat.take.isVisible()
    assert form._seat.take.text() == "Until May 2030, by the body’s term"
    form._seat.take.click()
    assert form.fields["ends"].value() == "May 2030"
    assert not form._seat.take.isVisible()
    choose(form, "ends", "2035")
    assert form.fields["ends"].advice() == "This is longer than a term here: 4 years from Annual Council."
    assert form.save()


def test_what_it_follows_is_one_of_the_same_body_told_apart_by_term(council: Council) -> None:
    form = form_of(council, outside_body=council.ids["Advice"])
    follows = form.fields["follows"].editor
    assert follows._find("") == [
        (council.ids["seat 1"], "Margaret Holloway, 21 May 2024 to May 2027"),
        (council.ids["seat 2"], "Daniel Okafor, 23 May 2023 to 20 May 2026"),
    ]
    assert [id for id, _ in follows._find("okaf")] == [council.ids["seat 2"]]
    edited = council.page("bodies").edit(Edit("appointment", council.ids["seat 1"]))
    assert [id for id, _ in edited.fields["follows"].editor._find("")] == [council.ids["seat 2"]]


def test_a_full_body_and_a_double_are_told(council: Council) -> None:
    form = form_of(council, outside_body=council.ids["Advice"], starts="1 April 2026")
    choose(form, "person", council.ids["Okafor"])
    assert form.fields["person"].advice() == "This person holds a seat here at that time already."
    assert form.fields["starts"].advice() == "All seats are filled at that time. The council has 2 here."


def test_forms_of_other_kinds_are_left_alone(council: Council) -> None:
    form = council.page("bodies").edit(Edit("outside_body", council.ids["Advice"]))
    assert form._seat.take is None
    assert form._seat.editor("follows") is None
    assert all(field.advice() == "" for field in form.fields.values())
