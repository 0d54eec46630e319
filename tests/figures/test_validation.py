"""A validation's page: scores beside what the register says, and beside the last time."""

from pmdesk.domain.validation import HEADS
from pmdesk.domain.words import words_in
from pmdesk.figures.record_page import Edit, Lead, RecordPage
from pmdesk.figures.validation import (
    Framework,
    Said,
    Travel,
    ValidationRows,
    validation_page,
    validation_row,
)

EN = words_in("en")
RECORD = {"id": "v", "title": "Winter 2026", "held_on": "2026-01-20", "held_by": "Helen Marsh"}
SAYS = Framework(
    {"baselines": Said(26, 29, "26 of 29 measures have a baseline.", Lead("measures"))},
    [("p", "Corporate Plan", 4, 8)],
    [Travel("m", "Waste recycled", "2 % short of the floor", "13.7 years")],
)
HEAD = {
    "id": "h",
    "head": "baselines",
    "score": "amber_green",
    "gap": "Two lack one.",
    "plan": "p",
    "plan_name": "Plan",
}


def page(heads: dict[str, dict[str, str]], before: dict[str, dict[str, str]] | None = None) -> RecordPage:
    earlier = {"title": "Autumn 2024"} if before else {}
    return validation_page(ValidationRows(RECORD, heads, before or {}, earlier, SAYS), EN)


def test_scores_stand_beside_the_register_and_the_last_time() -> None:
    made = page({"baselines": HEAD}, {"baselines": {"score": "red"}})
    scores = made.sections[0]
    assert [cell.text for cell in scores.rows[0].cells] == [
        "Every target has a baseline", "Amber/green", "26 of 29", "Red",
    ]  # fmt: skip
    assert [cell.text for cell in scores.rows[1].cells] == [
        "Objectives are aligned across plans",
        "–",
        "–",
        "–",
    ]
    assert made.facts[3].note == "1 better, 0 worse"
    head = made.sections[1]
    assert [(pair.label, pair.text, pair.link) for pair in head.pairs] == [
        ("What is missing", "Two lack one.", ""),
        ("Plan it rests on", "", "Plan"),
        ("The register says", "26 of 29 measures have a baseline.", "See it"),
    ]
    assert made.sections[-1].rows[0].cells[2].text == "13.7 years"
    assert made.sections[-2].rows[0].cells[1].text == "4 of 8"


def test_a_head_nobody_scored_asks_and_the_button_leads_to_it() -> None:
    made = page({"baselines": HEAD})
    assert made.primary is not None
    assert made.primary.lead == Lead(
        "edit", Edit("validation_head", None, {"validation": "v", "head": "aligned"}, "score")
    )
    assert made.sections[2].ask is not None
    assert made.facts[3].value == "None before it"
    assert page({code: {**HEAD, "head": code} for code, _said in HEADS}).primary is None


def test_a_row_of_the_list() -> None:
    assert (
        validation_row(RECORD, [HEAD, {"head": "smart"}], EN).quiet == "20 January 2026, 1 of 8 heads scored"
    )
