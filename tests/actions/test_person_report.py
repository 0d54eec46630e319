"""All that is held about a person is told: record, seats, texts, what was; also what is private."""

import io

import pypdf
import pytest

from pmdesk.actions.erasing import erase, look_at_texts, sure_places
from pmdesk.actions.paper_choices import paper_choices
from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.person_report import person_report, plain_report
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.register.store import Register, memory
from tests.register.erased_story import EMAIL, NAME, Story, tell
from tests.register.laptops import add

EN, TODAY = Words(), "2026-04-27"


@pytest.fixture
def register() -> Register:
    return memory()


@pytest.fixture
def story(register: Register) -> Story:
    return tell(register)


def rows(register: Register, heading: str) -> list[tuple[str, str, str, bool]]:
    report = person_report(register, [NAME], EN, TODAY)
    (part,) = [part for part in report.parts if part.heading == heading]
    return [(row.what, row.where, row.text, row.private) for row in part.rows]


def test_the_record_and_all_that_hangs_on_it(register: Register, story: Story) -> None:
    add(register, "partnership", name="Moor Board", lead_officer=story.person)
    assert ("E-mail", "", EMAIL, True) in rows(register, "The record")
    assert ("Ward", "", "Holm", False) in rows(register, "The record")
    seat = "Aldermoor Arts, Zebedee Quillfeather"
    assert ("Interests declared", seat, "Rents Snowdrop Cottage to the trust", True) in rows(
        register, "Appointments"
    )
    assert ("What was the main business of the year?", f"{seat}, 2020-21", "We met.", False) in rows(
        register, "Annual updates"
    )
    assert ("What it means", "Chair it well", "With care at Otterwick", True) in rows(
        register, "Personal targets"
    )
    assert ("Lead officer", "", "Moor Board", False) in rows(register, "Partnerships")


def test_texts_that_name_them_and_what_stood_before(register: Register, story: Story) -> None:
    told = rows(register, "Named in texts")
    assert (
        "Outside body: Note",
        "Aldermoor Arts, by initials and surname",
        "Z. Quillfeather has the key.",
        False,
    ) in (told)
    assert len(told) == len(look_at_texts(register, story.person)) == 2
    before = rows(register, "What the record said before")
    assert {(what, text) for what, _where, text, _private in before} == {
        ("Name", "Zeb Quillfeather"),
        ("Note", "Lives at Snowdrop Cottage"),
    }


def test_saves_under_their_name_are_counted(register: Register, story: Story) -> None:
    register.set_me(story.person)
    add(register, "outside_body", name="Another")
    ((what, where, text, _private),) = rows(register, "Saved under their name")
    assert (what, text) == ("Saves", "1") and where.startswith("from ")


def test_once_erased_nothing_is_left_to_tell(register: Register, story: Story) -> None:
    from pmdesk.actions.erasing import look_at_erasure

    look = look_at_erasure(register, story.person, TODAY)
    erase(register, story.person, NAME, dict.fromkeys(place.id for place in look.places))
    assert sure_places(look_at_erasure(register, story.person, TODAY)) == {}
    report = person_report(register, [story.person], EN, TODAY)
    said = str(plain_report(report))
    assert report.name == "(erased)" and "uill" not in said and "Otterwick" not in said


def test_a_person_must_be_named(register: Register, story: Story) -> None:
    for of in ([], ["  "], [NAME, NAME]):
        with pytest.raises(Refused, match="Say which person"):
            person_report(register, of, EN, TODAY)
    with pytest.raises(Refused):
        person_report(register, ["Nobody At All"], EN, TODAY)


def test_the_paper_says_that_it_is_private(register: Register, story: Story) -> None:
    made = paper_bytes(register, "person-report", [NAME], None, EN, TODAY)
    said = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    assert "Private: not for publication" in said and EMAIL in said and "Snowdrop Cottage" in said
    assert [choice.title for choice in paper_choices(register, "person-report", "", EN)] == [f"Cllr {NAME}"]
