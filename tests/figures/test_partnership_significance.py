"""Significance on the page: the rule's level, what is met and unknown, the care and what of it is lacking."""

from typing import Any

from pmdesk.domain.significance import Rules
from pmdesk.figures.record_page import Edit, Lead, Pair
from tests.figures.partnership_story import SAFETY, page


def pairs(**changes: Any) -> dict[str, Pair]:
    made = page(**changes)
    section = next(each for each in made.sections if each.title == "How significant it is")
    return {each.label: each for each in section.pairs}


def test_what_is_met_and_what_nobody_has_said() -> None:
    said = pairs(partnership={**SAFETY, "statutory": True})
    assert said["By the council’s rule"].text == "Significant: 1 of 3 tests met"
    assert said["Tests met"].text == "the law requires it"
    assert said["Nobody has said"].text == "whether it is fundamental to a corporate objective"
    assert said["Nobody has said"].lead == Lead("edit", Edit("partnership", "p", {}, "fundamental"))


def test_the_threshold_is_the_councils_own() -> None:
    rules = Rules("most", threshold=3_000_000, least=3)
    said = pairs(rules=rules)
    assert said["Tests met"].text == "the council puts in £30,000 a year or more; its risk is high"
    assert "Nobody has said" in said


def test_the_care_it_asks_for_and_what_of_it_is_lacking() -> None:
    said = pairs(partnership={**SAFETY, "statutory": True, "lead_officer": "h"})
    assert said["Care it asks for"].text.startswith("A signed agreement with exit terms")
    assert said["Of that, lacking"].text == "Terms of reference, Partnership agreement, Exit terms"
    assert said["Of that, lacking"].lead == Lead("edit", Edit("partnership", "p", {}, "terms_of_reference"))
    small = pairs(partnership={**SAFETY, "lead_officer": "h"})
    assert (small["Of that, lacking"].text, small["Of that, lacking"].state) == ("Nothing", "complete")


def test_what_was_set_by_hand_stands_beside_it_and_is_marked_where_it_differs() -> None:
    assert "Set by hand" not in pairs()
    differs = pairs(partnership={**SAFETY, "significance": "major"})["Set by hand"]
    assert (differs.text, differs.state) == ("Major: differs from the rule", "close")
    agrees = pairs(partnership={**SAFETY, "significance": "limited"})["Set by hand"]
    assert (agrees.text, agrees.state) == ("Limited", "complete")
    fact = page(partnership={**SAFETY, "significance": "major"}).facts[2]
    assert tuple(fact) == ("Significance", "Not significant", "set by hand: Major")


def test_a_risk_that_is_lacking_opens_a_new_one() -> None:
    known = {**SAFETY, "statutory": True, "lead_officer": "h", "terms_of_reference": "x", "agreement": "x",
             "exit_terms": "x"}  # fmt: skip
    said = pairs(partnership=known, risks=[])["Of that, lacking"]
    assert said.text == "Its main risks"
    assert said.lead == Lead("edit", Edit("risk", None, {"partnership": "p"}, "title"))


def test_an_unscored_risk_is_scored_before_a_new_one_is_asked_for() -> None:
    known = {**SAFETY, "fundamental": True, "reliance": True}
    said = pairs(partnership=known, rules=Rules("most"), risks=[{"id": "r3", "title": "Not scored"}])
    assert said["Nobody has said"].lead == Lead("edit", Edit("risk", "r3", {}, "likelihood"))
    said = pairs(partnership=known, rules=Rules("most"), risks=[])
    assert said["Nobody has said"].lead == Lead("edit", Edit("risk", None, {"partnership": "p"}, "title"))
