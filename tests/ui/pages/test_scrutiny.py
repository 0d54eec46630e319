"""Scrutiny through its widgets: a review fills itself in, recommendations hang on it, who is due a look."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.figures.record_page import Edit
from pmdesk.register.store import Register, memory
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.context import Context
from pmdesk.ui.pages.scrutiny import ScrutinyPage, scrutiny_page
from pmdesk.ui.pages.scrutiny_looks import BEGIN
from tests.ui.pages.looking import button, rows

TODAY = "2026-04-27"


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as made:
        yield made


@pytest.fixture
def forum(register: Register) -> str:
    typed = {"name": "Homelessness Forum", "purpose": "Homes for all.", "started": "2015", "kind": "thematic"}
    return records.save(register, "partnership", typed)[0]


@pytest.fixture
def page(register: Register, forum: str, dressed: QApplication, qtbot: QtBot) -> ScrutinyPage:
    made = scrutiny_page(Context(register, TODAY))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    return made


def test_a_new_review_fills_itself_in_when_its_partnership_is_known(
    page: ScrutinyPage, register: Register, forum: str
) -> None:
    page.new()
    form: Any = page.form()
    assert form.fields["background"].value() is None
    form.fields["governance"].editor.set_value("Ours.")
    form.fields["partnership"].editor.set_value(forum, "Homelessness Forum")
    form.fields["partnership"].editor.edited.emit()
    assert form.fields["title"].value() == "Review of Homelessness Forum"
    assert form.fields["background"].value().startswith("Drawn from the register on 27 April 2026.\nHomes")
    assert form.fields["governance"].value() == "Ours."
    page.save()
    [review] = register.all("review")
    assert (review["partnership"], review["started"], review["governance"]) == (forum, TODAY, "Ours.")
    assert rows(page) == ["Review of Homelessness Forum"]
    assert page.view.page and page.view.page.pill == ("clock", "Under way")


def test_text_that_was_only_drawn_is_no_draft(page: ScrutinyPage, register: Register, forum: str) -> None:
    page.begin(forum)
    form: Any = page.form()
    assert not form.dirty()
    page.escape()
    assert page.form() is None
    assert register.count("review") == 0


def test_a_recommendation_is_added_from_its_review(
    page: ScrutinyPage, register: Register, forum: str
) -> None:
    typed = {"title": "A look", "partnership": forum, "reported_on": "10/2/2026", "two_months": "yes"}
    review = records.save(register, "review", typed)[0]
    page.arrive(review)
    button(page.view, "Add recommendation").click()
    form: Any = page.form()
    form.fields["text"].editor.set_value("Write it down")
    page.save()
    [told] = register.all("recommendation")
    assert told["review"] == review
    shown: Any = page.view.page
    assert [cell.text for cell in shown.sections[0].rows[0].cells] == [
        "Write it down", "Nobody yet", "10 April 2026", "Response late", "Record the response",
    ]  # fmt: skip
    assert unnamed(page) == []
    # The step is a link, by mouse and by Enter, and leads to the field that is recorded next.
    page.view.tables[0].activated_cell.emit(0, 4)
    form = page.form()
    assert form.edit.record == told["id"] and form.edit.field == "response"


def test_who_is_due_a_look_and_begin_a_review(page: ScrutinyPage, forum: str) -> None:
    button(page.list_part, "Due a look").click()
    looks = page.looks
    assert looks.finding.text() == "1 of 1 partnership is due a look by scrutiny."
    assert [cell.text for cell in looks.table.model().rows[0]] == [
        "Homelessness Forum", "Never looked at", "Not significant", "Never", "Begin a review",
    ]  # fmt: skip
    assert unnamed(page) == []
    looks.table.activated_cell.emit(0, BEGIN)
    form: Any = page.form()
    assert page.way == "reviews"
    assert form.fields["partnership"].value() == forum
    page.save()
    page.choose_way("looks")
    assert looks.table.model().rows[0][BEGIN].text == ""  # under way now


def test_a_form_asked_for_from_elsewhere_opens_here(page: ScrutinyPage, forum: str) -> None:
    page.choose_way("looks")
    page.arrive(Edit("review", None, {"partnership": forum}))
    form: Any = page.form()
    assert form.fields["title"].value() == "Review of Homelessness Forum"
    page.arrive("looks")
    assert page.way == "looks"


def test_empty_it_says_what_belongs_there(page: ScrutinyPage) -> None:
    assert "recommendations" in page.list_part._words.belongs


def test_the_list_is_narrowed_and_sorted(page: ScrutinyPage, register: Register, forum: str) -> None:
    for title, reported in (("Aged", "1/2/2026"), ("Begun", ""), ("Clear", "1/3/2026")):
        records.save(register, "review", {"title": title, "partnership": forum, "reported_on": reported})
    page.list_part.narrow("under_way")
    assert rows(page) == ["Begun"]
    page.list_part.narrow("reported")
    assert rows(page) == ["Aged", "Clear"]
    aged = register.find("review", "Aged")[0]["id"]
    told = {"text": "Act", "review": aged, "response": "accepted", "due": "1/3/2026"}
    records.save(register, "recommendation", told)
    page.list_part.narrow("all")
    page.list_part._sort("state", False)
    assert rows(page)[0] == "Aged"
