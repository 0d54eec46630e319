"""Counts of ratings in the council's words."""

from decimal import Decimal

from pmdesk.domain.series import Rule
from pmdesk.domain.words import words_in
from pmdesk.figures.rating_counts import judged, rating_counts, said_counts

WORDS = words_in("en")


def test_counts_come_met_first_and_leave_out_what_is_not_there() -> None:
    found = rating_counts(["no_reading", "red", "green", "amber", "green"], [], WORDS)
    assert [(each.shape, each.word, each.n) for each in found] == [
        ("met", "Met", 2), ("close", "Close", 1), ("missed", "Missed", 1), ("none", "No reading yet", 1),
    ]  # fmt: skip
    assert said_counts(judged(found), WORDS) == "2 met, 1 close, 1 missed"
    assert rating_counts([], [], WORDS) == ()


def test_the_words_are_those_of_the_rule_that_started_last() -> None:
    rules = [Rule(), Rule("tolerance", "2026-04-01", Decimal(10), {"red": "Failing"})]
    assert rating_counts(["red"], rules, WORDS)[0].word == "Failing"
