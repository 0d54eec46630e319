"""A mark says where the most pressing challenge of a measure stands, and begins its quiet line."""

from pmdesk.domain.words import words_in
from pmdesk.figures.challenge_marks import mark_pairs, marked, marks_of
from pmdesk.figures.challenges import Challenged
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.record_page import Lead, Pair

EN = words_in("en")


def asked(id: str, state: str, measure: str) -> Challenged:
    return Challenged({"id": id, "measure": measure, "question": f"{id}?"}, (), {}, {}, state, None)


def test_the_most_pressing_challenge_is_said() -> None:
    marks = marks_of([asked("a", "answered", "en02"), asked("b", "climbed", "en02")], EN)
    assert marks["en02"] == ("b", "Challenged: climbed", "b?")


def test_the_quiet_line_begins_with_it() -> None:
    marks = marks_of([asked("a", "answered", "en02")], EN)
    row = marked(MeasureRow("en02", "EN02 Recycled", "Waste Partnership"), marks)
    assert (row.challenged, row.quiet) == ("Challenged: answered", "Challenged: answered. Waste Partnership.")
    other = MeasureRow("cs02", "CS02", "Safety")
    assert marked(other, marks) is other


def test_a_line_for_each_that_is_challenged() -> None:
    row = marked(MeasureRow("en02", "EN02", ""), marks_of([asked("a", "late", "en02")], EN))
    assert mark_pairs([row, MeasureRow("cs02", "CS02")], EN) == (
        Pair("EN02", "Challenged: answer late", "See the challenge", Lead("challenges", "a")),
    )
