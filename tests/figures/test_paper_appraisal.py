"""A target as its part of an appraisal sheet."""

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_appraisal import target_part
from pmdesk.figures.personal_targets import OwnTarget, Stands

EN = words_in("en")


def test_what_is_known_is_said_and_what_is_not_is_left_out() -> None:
    stands = [
        Stands("partnership", "p", "Forum", "its progress update", ("complete", "Signed off")),
        Stands("objective", "o", "Less waste", "no measure shows it"),
        Stands("measure", "m", "EN02", "no reading yet", ("unknown", "No reading")),
    ]
    part = target_part(OwnTarget({"title": "Meet", "hours": "12", "met": "no"}, stands), EN)
    assert part.facts == (("Hours in the year", "12"), ("Was it met?", "No"))
    assert [[cell.text for cell in row] for row in part.rows] == [
        ["Forum", "its progress update", "Signed off"], ["Less waste", "no measure shows it", ""],
        ["EN02", "no reading yet", "No reading"],
    ]  # fmt: skip
    assert [row[2].state for row in part.rows] == ["done", "", "none"]
    assert part.review.text == "Not reviewed yet."


def test_what_was_said_at_the_review_stands() -> None:
    assert target_part(OwnTarget({"title": "x", "review": "Well done."}, []), EN).review.text == "Well done."
    assert target_part(OwnTarget({"title": "x", "reviewed_on": "2026-04-01"}, []), EN).review.text == ""
