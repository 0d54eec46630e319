"""The tables of the pack for scrutiny: what comes first and what is left out."""

from pmdesk.domain.dates import is_past
from pmdesk.domain.words import words_in
from pmdesk.figures.paper_scrutiny import (
    Late,
    PlanLetters,
    late_block,
    plans_block,
    recommendations_block,
    tensions_block,
)
from tests.papers.example_scrutiny import PLANS, REVIEWS, TENSION, TODAY, TOLD

EN = words_in("en")


def test_weak_plans_first_and_whole_ones_left_out() -> None:
    weaker = PlanLetters("Weaker plan", 2, dict.fromkeys("SMART", 0))
    block = plans_block([*PLANS, weaker], EN)
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["Weaker plan", *["0 of 2"] * 5], ["Weak plan", "1 of 3", "0 of 3", "2 of 3", "3 of 3", "3 of 3"],
    ]  # fmt: skip
    assert block.said == "2 plans have targets that are not SMART."
    assert plans_block(PLANS[:1], EN).said == "Every target of every plan answers the five questions."


def test_the_longest_late_first() -> None:
    found = [Late("B", "Waste", "", "2026-04-26"), Late("A", "Waste", "County", "2026-03-31")]
    block = late_block("Late", "None.", found, TODAY, EN)
    assert [(row[0].text, row[3].text) for row in block.rows] == [("A", "27 days late"), ("B", "1 day late")]
    assert late_block("Late", "None.", [], TODAY, EN).said == "None."
    assert [is_past(day, TODAY) for day in ("2026-04-26", TODAY, None, "soon")] == [True, False, False, False]


def test_open_recommendations_and_tensions_that_still_pull() -> None:
    block = recommendations_block(TOLD, REVIEWS, TODAY, EN)
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["Write down what each owes & when", "M Bell", "10 April 2026", "Response late"],
    ]
    assert recommendations_block([], REVIEWS, TODAY, EN).said == "No recommendation is open."
    held = {**TENSION, "way_out": "pooled_budget"}
    assert tensions_block([held], EN) is None
    again = tensions_block([TENSION, {**held, "held": "no"}], EN)
    assert again and [row[2].text for row in again.rows] == ["None yet", "The money was pooled"]
