"""The validation of the framework on paper: its heads are a table, its words paragraphs."""

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_validation import validation_figures
from pmdesk.figures.validation import Framework, Travel, ValidationRows
from pmdesk.papers.validation import validation
from tests.papers.reading import all_text, of_kind

EN = words_in("en")


def test_everything_is_tagged() -> None:
    record = {"title": "Winter", "held_on": "2026-01-14", "summary": "Better than it was."}
    heads = {"data": {"head": "data", "score": "green", "strength": "R&D <b>"}}
    told = Framework({}, (("p", "Corporate Plan", 3, 8),), (Travel("m", "Waste", "2% short", "3 years"),))
    figures = validation_figures(
        ValidationRows(record, heads, {}, {}, told), {}, "Aldermoor", "2026-04-27", EN
    )
    paper = validation(figures, EN)
    assert of_kind(paper, "H2") == ["The heads", "SMART, plan by plan", "Distance to travel to floor targets"]
    assert "Better than it was." in of_kind(paper, "P")
    assert "Strong: R&D <b>." in all_text(paper)
    assert "3 of 8" in all_text(paper)
