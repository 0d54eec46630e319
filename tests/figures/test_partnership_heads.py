"""The eight heads: which are answered, and what is asked where one is not."""

from pmdesk.domain.entities import ENTITIES
from pmdesk.figures.partnership_heads import HEADS
from pmdesk.figures.record_page import Edit, Lead
from tests.figures.partnership_story import SAFETY, page

FULL = {
    **SAFETY,
    "adds_value": "Six bodies act on one list.",
    "terms_of_reference": "Adopted in 2023.",
    "exit_terms": "None.",
    "serves_public": "Meetings are announced.",
}


def test_a_line_at_the_top_says_how_many_are_answered() -> None:
    assert page().line == (
        "4 of the eight questions below are answered. "
        "Still open: What it adds; Who governs it; How it ends; How it serves the public."
    )
    assert page(partnership=FULL).line == "All eight questions below are answered."
    bare = {"id": "p", "name": "New", "funding_in_kind": "A room"}
    made = page(partnership=bare, updates=[], milestones=[], contributions=[], risks=[], children=[])
    assert made.line.startswith("1 of the eight questions below is answered. Still open: Why it exists; ")


def test_a_head_that_is_empty_is_the_question_and_leads_to_its_field() -> None:
    asked = {each.title: each.ask for each in page().sections if each.ask}
    assert {title: found.lead for title, found in asked.items()} == {
        "What it adds": Lead("edit", Edit("partnership", "p", {}, "adds_value")),
        "Who governs it": Lead("edit", Edit("partnership", "p", {}, "terms_of_reference")),
        "How it ends": Lead("edit", Edit("partnership", "p", {}, "exit_terms")),
        "How it serves the public": Lead("edit", Edit("partnership", "p", {}, "serves_public")),
    }
    assert asked["How it ends"].question == "What happens when it ends or the council leaves?"
    assert not [each for each in page(partnership=FULL).sections if each.ask]


def test_what_is_recorded_apart_is_asked_for_where_it_is_recorded() -> None:
    nothing = {"updates": [], "milestones": [], "risks": [], "contributions": []}
    asked = {each.title: each.ask for each in page(**nothing).sections if each.ask}
    assert asked["Risk"].lead == Lead("edit", Edit("risk", None, {"partnership": "p"}, "title"))
    assert asked["How it performs"].lead == Lead("progress-update", ("new", "p"))
    silent = page(partnership={**SAFETY, "reporting_interval": None}, **nothing)
    asked = {each.title: each.ask for each in silent.sections if each.ask}
    assert asked["How it performs"].lead == Lead("edit", Edit("partnership", "p", {}, "reporting_interval"))


def test_there_are_eight_and_their_fields_exist() -> None:
    assert len(HEADS) == 8
    assert all(ENTITIES["partnership"].has(name) for head in HEADS.values() for name in head.fields)
