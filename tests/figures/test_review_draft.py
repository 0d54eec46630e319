"""A review's first text says what the register has, head by head, and nothing that was not signed off."""

from dataclasses import replace

from pmdesk.figures.partnership_tables import PartnershipRows
from pmdesk.figures.review_draft import ReviewFacts, review_draft
from tests.figures.partnership_story import (
    CONTRIBUTIONS,
    FORECASTS,
    MILESTONES,
    SAFETY,
    TODAY,
    UPDATES,
    WORDS,
)

ROWS = PartnershipRows(
    partnership=SAFETY, updates=UPDATES, milestones=MILESTONES, forecasts=FORECASTS, partners=[], children=[],
    people={"pn": {"name": "Priya Nair", "kind": "member"}}, reported={}, days_to_report=14,
    contributions=CONTRIBUTIONS,
)  # fmt: skip


def draft(facts: ReviewFacts) -> dict[str, list[str]]:
    return {name: text.split("\n") for name, text in review_draft(facts, TODAY, WORDS).items()}


def test_every_section_says_on_which_day_it_was_drawn() -> None:
    made = draft(ReviewFacts(ROWS))
    assert list(made) == ["background", "objectives", "governance", "performance", "value", "feedback"]
    assert {lines[0] for lines in made.values()} == {"Drawn from the register on 27 April 2026."}
    assert made["feedback"][1:] == ["The register does not say."]
    assert made["objectives"][1:] == ["No plan of this partnership is in the register."]


def test_background_governance_performance_and_value() -> None:
    made = draft(ReviewFacts(ROWS))
    assert made["background"][1] == "Safer streets."
    assert "- Portfolio member: Cllr Priya Nair" in made["background"]
    assert "- Still open: What happens when it ends or the council leaves?" in made["governance"]
    assert "- Cameras: past its date, first due 31 March 2026, now 12 June 2026" in made["performance"]
    assert not any("Patrols" in line for line in made["performance"])
    assert "- Police: A sergeant, £22,000, delivered" in made["value"]


def test_an_update_counts_once_it_is_signed_off() -> None:
    told = [{**UPDATES[0], "difference": "Fewer windows broken."}, {**UPDATES[1], "difference": "A DRAFT"}]
    lines = draft(ReviewFacts(replace(ROWS, updates=told)))["performance"]
    assert lines[-1] == "What the update for 2025-26 Q3 says it changed: Fewer windows broken."


def test_objectives_and_what_partners_said() -> None:
    asked = {"from_organisation_name": "NHS", "to_organisation_name": "Police", "question": "Why so late?"}
    reply = {"said_on": "2026-02-12", "text": "The figures\ncame on time."}
    made = draft(
        ReviewFacts(
            ROWS,
            plans=[({"name": "Safety Plan"}, [{"code": "S1", "name": "Fewer victims"}, {"name": "Calm"}])],
            said=[{"organisation_name": "Fire", "said_on": "2026-01-14", "text": "We came."}],
            asked=[(asked, [reply]), (asked, [])],
        )
    )
    assert made["objectives"][1:] == ["Safety Plan:", "- S1 Fewer victims", "- Calm"]
    assert made["feedback"][1:] == [
        "- Fire, 14 January 2026: ‘We came.’",
        "- NHS asked Police: ‘Why so late?’",
        "- Police, 12 February 2026 answered: ‘The figures came on time.’",
        "- NHS asked Police: ‘Why so late?’",
        "- Police has not answered yet.",
    ]
