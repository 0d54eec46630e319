from typing import Any

from pmdesk.domain.words import words_in
from pmdesk.figures.person_page import PersonRows, person_page
from pmdesk.figures.record_page import Lead, RecordPage
from pmdesk.figures.update_states import Year

WORDS, TODAY = words_in("en"), "2026-04-27"
MEMBER = {
    "id": "p",
    "name": "Daniel Okafor",
    "kind": "member",
    "ward": "Riverside",
    "political_group": "Labour",
    "portfolio": "housing",
    "email": "d@example.org",
}
SEAT = {
    "id": "s",
    "person": "p",
    "outside_body": "b",
    "outside_body_name": "Citizens Advice",
    "capacity": "observer",
    "starts": "2023-05-23",
    "ends": "2026-05-20",
}


def page(**changes: Any) -> RecordPage:
    rows: dict[str, Any] = {
        "person": MEMBER,
        "seats": [SEAT],
        "updates": {},
        "led": [],
        "portfolio": [],
        "linked": [],
        "year": Year("y", "2025-26", "2025-05-21", "2026-05-19", None),
        **changes,
    }
    return person_page(PersonRows(**rows), TODAY, WORDS)


def test_a_member_with_a_seat() -> None:
    made = page()
    assert (made.title, made.pill) == ("Cllr Daniel Okafor", ("plain", "Elected member"))
    assert made.quiet == "Cabinet member for housing. Ward: Riverside. Labour."
    assert [tuple(fact) for fact in made.facts] == [
        ("Seats held", "1", ""),
        ("Annual updates", "0 of 1 in", "for 2025-26"),
        ("Next term ends", "20 May 2026", "Citizens Advice, in 23 days"),
        ("Partnerships", "0", ""),
    ]
    assert made.sections[0].rows[0].cells[0].lead == Lead("bodies", "b")
    assert made.primary is not None
    assert made.primary.lead == Lead("annual-update", ("new", "s"))


def test_a_member_whose_update_is_in_has_nothing_to_record() -> None:
    assert page(updates={"s": {"id": "u", "status": "submitted"}}).primary is None


def test_an_officer_shows_what_they_look_after() -> None:
    officer = {"id": "o", "name": "Ruth Adeyemi", "kind": "officer", "post": "Partnership officer"}
    made = page(
        person=officer,
        seats=[],
        led=[{"id": "x", "name": "Safety"}],
        linked=[{"id": "b", "name": "Citizens Advice"}, {"id": "c", "name": "Canal", "status": "ended"}],
    )
    assert [section.title for section in made.sections] == [
        "Partnerships",
        "Outside bodies looked after",
        "Personal targets",
        "Contact",
        "Their data",
    ]
    assert [row.cells[0].text for row in made.sections[1].rows] == ["Citizens Advice"]
    assert made.sections[3].text == "Nothing is kept about how to reach this person."


def test_a_grant_is_listed_with_its_kind_and_not_counted_as_a_partnership() -> None:
    officer = {"id": "o", "name": "Ruth Adeyemi", "kind": "officer"}
    led = [{"id": "x", "name": "Safety"}, {"id": "g", "name": "Advice", "kind": "grant"}]
    made = page(person=officer, seats=[], led=led, linked=[])
    assert tuple(made.facts[0]) == ("Partnerships", "1", "")
    assert [(row.cells[0].text, row.cells[0].note) for row in made.sections[0].rows] == [
        ("Safety", ""), ("Advice", "grant"),
    ]  # fmt: skip
