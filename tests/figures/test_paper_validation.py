"""What the paper of a validation says of its scores."""

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_validation import validation_figures
from pmdesk.figures.validation import Framework, ValidationRows

EN = words_in("en")
HELD = {"title": "Winter", "held_on": "2026-01-14"}


def test_scores_are_counted_and_set_beside_the_time_before() -> None:
    now, before = {"data": {"score": "red"}}, {"data": {"score": "amber_red"}}
    rows = ValidationRows(HELD, now, before, {"title": "Autumn"}, Framework())
    figures = validation_figures(rows, {"data": {"plan": "Corporate Plan"}}, "Aldermoor", "2026-04-27", EN)
    assert figures.standing == "1 of 8 heads are scored: 1 red."
    cells = next(row for row in figures.blocks[0].rows if row[0].text.startswith("The data"))
    assert (cells[1].text, cells[1].quiet, cells[1].state) == ("Red", "last time amber/red", "missed")
    assert cells[3].quiet == "Corporate Plan"


def test_without_a_score_that_is_said() -> None:
    figures = validation_figures(ValidationRows(HELD, {}, {}, {}, Framework()), {}, "A", "2026-04-27", EN)
    assert figures.standing == "No head is scored yet."
    assert figures.quiet == "Done on 14 January 2026"
