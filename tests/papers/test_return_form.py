"""The fillable form: read aloud question by question, every answer has its box, three pages at most."""

import time
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from pmdesk.domain.return_form import ANSWERS, TICKET, asked
from pmdesk.domain.words import words_in
from pmdesk.papers.return_form import return_form
from tests.filling import filled, filling
from tests.papers.example_papers import return_form_figures
from tests.papers.reading import all_text, of_kind, tags


def a_form(language: str = "en", **values: str) -> bytes:
    return return_form(return_form_figures(**values), words_in(language))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_answer_has_its_box_in_order_named_by_question_and_help(language: str) -> None:
    words = words_in(language)
    with filling(a_form(language)) as hands:
        named = list(dict.fromkeys(box.name for box in hands.boxes))
        assert named == [*ANSWERS, TICKET]
        said = {box.name: box.said for box in hands.boxes}
        for name in ANSWERS:
            assert said[name].startswith(words(asked(name).label))
            assert words(asked(name).help) in said[name]
        assert len(hands.pages) == 3


def test_the_hidden_field_lies_where_the_last_box_is() -> None:
    """The Tab key of Chrome's engine stops there, and must not turn the page to its foot."""
    with filling(a_form()) as hands:
        before, hidden = hands.boxes[-2:]
        assert (hidden.name, hidden.page) == (TICKET, before.page)
        assert (hidden.left, hidden.bottom) == (before.left, before.bottom)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_all_that_may_be_known_still_leaves_three_pages(language: str) -> None:
    """At each turn of a page the Tab key of Chrome stops, and a declaration alone on a page is overlooked."""
    facts = (
        ("Term began", "14 June 2023"), ("Term ends", "May 2027"), ("Meetings a year", "6"),
        ("Last year you recommended", "Continue"), ("Officer who helps", "Josh Tennant\njosh@a.example"),
    )  # fmt: skip
    made = return_form(replace(return_form_figures(), facts=facts, late=True), words_in(language))
    assert len(PdfReader(BytesIO(made)).pages) == 3


def test_one_that_is_late_says_so_kindly() -> None:
    late = replace(return_form_figures(), late=True)
    said = all_text(return_form(late, words_in("en"))).replace("\n", " ")
    assert "It was due on 17 April 2026. Please send the saved file soon" in said
    said = all_text(return_form(replace(late, send_to=""), words_in("en"))).replace("\n", " ")
    assert "Please send the saved file back soon, to whoever sent it to you." in said


def test_each_question_is_read_before_its_box() -> None:
    read = [tag for tag in tags(a_form()) if tag.kind in ("P", "Form")]
    at = next(place for place, tag in enumerate(read) if "main business" in tag.text)
    assert read[at + 1].text.startswith("Three or four sentences.")
    assert read[at + 2].kind == "Form"
    assert [len(of_kind(a_form(), kind)) for kind in ("H1", "H2")] == [1, 7]


def test_it_says_whose_it_is_and_where_it_goes() -> None:
    said = all_text(a_form())
    assert "Annual update: Aldermoor Citizens Advice" in said
    assert "From Councillor Margaret Holloway, trustee" in said
    assert "by 17 April 2026 as an attachment to democratic.services@aldermoor.example." in said.replace(
        "\n", ""
    )


def test_what_is_known_stands_in_it_and_what_is_typed_comes_back() -> None:
    made = a_form(main_business="A roof for Tŷ Glân", worthwhile_body="partly", recommendation="nonsense")
    typed = {"main_business": "Two.\nLines.", "meetings_held": "eight or so", "declared_on": "3/5/26"}
    back = PdfReader(BytesIO(filled(made, typed, {"recommendation": "change", "declared": "yes"})))
    fields = {name: str(field.get("/V")) for name, field in (back.get_fields() or {}).items()}
    assert fields["main_business"].replace("\r\n", "\n").replace("\r", "\n") == "Two.\nLines."
    assert (fields["worthwhile_body"], fields["worthwhile_council"]) == ("/partly", "/Off")
    assert (fields["recommendation"], fields["declared"]) == ("/change", "/yes")
    assert (fields["meetings_held"], fields["declared_on"]) == ("eight or so", "3/5/26")
    assert fields[TICKET] == "signed"


def test_three_hundred_take_seconds() -> None:
    a_form()
    began = time.process_time()
    for number in range(30):
        a_form(main_business=f"Business number {number}")
    assert (time.process_time() - began) * 10 < 12
