"""Rows of the list of measures from what is kept beside them, and the sentence of the effort spent."""

from typing import Any, NamedTuple

from pmdesk.domain.series import Rule
from pmdesk.domain.words import words_in
from pmdesk.figures.measure_rows import (
    Effort,
    effort_sentence,
    measure_row,
    measure_title,
    rating_pill,
    say_hours,
    spark_points,
)

WORDS, TODAY = words_in("en"), "2026-04-27"


class Kept(NamedTuple):
    period: str = "2025-26 Q4"
    ends: str = "2026-03-31"
    value: str = "46.9"
    path: str = "47.9875"
    target: str = "50"
    target_period: str = "2026-27 Q4"
    rating: str = "amber"
    direction: str = "better"
    missing: str = ""
    next_period: str = "2026-27 Q1"
    next_ends: str = "2026-06-30"
    spark: str = "45.9:amber 46.9:amber"


EN02: dict[str, Any] = {
    "id": "m", "code": "EN02", "title": "Household waste recycled", "unit": "%", "decimals": 1,
    "partnership_name": "Wendle Waste Partnership", "effort_hours": 40,
}  # fmt: skip


def test_a_row_says_everything_that_is_kept() -> None:
    row = measure_row(EN02, Kept(), [Rule()], TODAY, WORDS)
    assert (row.title, row.quiet) == ("EN02 Household waste recycled", "Wendle Waste Partnership")
    assert (row.latest, row.period, row.target, row.target_period) == (
        "46.9%",
        "2025-26 Q4",
        "50.0%",
        "2026-27 Q4",
    )
    assert (row.pill, row.direction, row.way) == (("close", "Close"), "better", "Better")
    assert (row.due, row.overdue, row.hours) == ("2026-27 Q1", False, "40 hours a year")
    assert row.spark == ((45.9, "close"), (46.9, "close"))


def test_what_a_reading_was_rated_against_stands_beside_it_not_the_target_of_another_period() -> None:
    row = measure_row(EN02, Kept(), [], TODAY, WORDS)
    assert (row.figure, row.path) == ("46.9% against 48.0%", "48.0%")
    assert row.target_note == "2026-27 Q4, path 48.0%"
    same = measure_row(EN02, Kept(path="50", target_period="2025-26"), [], TODAY, WORDS)
    assert (same.figure, same.target_note) == ("46.9% against 50.0%", "2025-26")
    unrated = measure_row(EN02, Kept(path=""), [], TODAY, WORDS)
    assert (unrated.figure, unrated.target_note) == ("46.9%, target 50.0% for 2026-27 Q4", "2026-27 Q4")
    alone = measure_row(EN02, Kept(path="", target="", target_period=""), [], TODAY, WORDS)
    assert (alone.figure, alone.target_note) == ("46.9%", "")


def test_a_path_has_the_decimals_of_its_figures_where_none_were_chosen() -> None:
    plain = {**EN02, "decimals": None}
    assert measure_row(plain, Kept(), [], TODAY, WORDS).path == "47.99%"
    assert measure_row(plain, Kept(value="46.93", path="47.9875"), [], TODAY, WORDS).path == "47.99%"
    assert measure_row(plain, Kept(path="40.123 to 60"), [], TODAY, WORDS).path == "40.12% to 60%"


def test_a_last_reading_without_a_number_ends_the_small_line_with_its_own_mark() -> None:
    kept = Kept(value="", rating="suppressed", path="8", spark="11:amber 9:red")
    row = measure_row(EN02, kept, [], TODAY, WORDS)
    assert row.spark == ((11.0, "close"), (9.0, "missed"), (None, "dash"))
    assert (row.latest, row.figure) == ("", "No number for 2025-26 Q4")
    many = Kept(value="", rating="unknown", spark=" ".join(["1:green"] * 12))
    assert len(measure_row(EN02, many, [], TODAY, WORDS).spark) == 12


def test_a_reading_is_overdue_from_the_day_after_its_period() -> None:
    kept = Kept(next_period="2025-26 Q4", next_ends="2026-03-31")
    assert not measure_row(EN02, kept, [], "2026-03-31", WORDS).overdue
    assert measure_row(EN02, kept, [], "2026-04-01", WORDS).overdue


def test_a_measure_of_which_nothing_is_kept_has_no_reading_and_is_never_red() -> None:
    row = measure_row({"id": "m", "title": "New"}, None, [], TODAY, WORDS)
    assert row.pill == ("none", "No reading yet")
    assert (row.latest, row.target, row.due, row.spark) == ("", "", "", ())


def test_the_councils_words_of_that_day() -> None:
    rules = [Rule(), Rule(starts="2026-04-01", words={"amber": "Behind target"})]
    assert rating_pill("amber", rules, "2026-03-31", WORDS) == ("close", "Close")
    assert rating_pill("amber", rules, "2026-06-30", WORDS) == ("close", "Behind target")


def test_what_it_lacks_stands_beside_whose_it_is_and_never_for_its_rating() -> None:
    row = measure_row(EN02, Kept(missing="baseline,source"), [], TODAY, WORDS)
    assert row.quiet == "Wendle Waste Partnership. Not ready: no baseline, no source."
    assert row.pill == ("close", "Close")
    alone = measure_row({"id": "m", "title": "A", "kind": "outcome"}, Kept(), [], TODAY, WORDS)
    assert alone.quiet == "Outcome"
    owned = measure_row({"id": "m", "title": "A", "owner_name": "Tom Brandreth"}, Kept(), [], TODAY, WORDS)
    assert owned.quiet == "Tom Brandreth"


def test_a_band_has_no_one_number() -> None:
    band = {"id": "m", "title": "Class size", "polarity": "band"}
    assert measure_row(band, Kept(target="18 to 21"), [], TODAY, WORDS).target == "18 to 21"
    share = {**band, "unit": "%"}
    assert measure_row(share, Kept(target="40 to 60"), [], TODAY, WORDS).target == "40% to 60%"
    assert measure_row(share, Kept(target=" to 60"), [], TODAY, WORDS).target == "at most 60%"
    assert measure_row(band, Kept(target="", target_period=""), [], TODAY, WORDS).target == ""


def test_texts_that_were_kept_as_typed() -> None:
    assert say_hours({"effort_hours": "many"}, WORDS) == "many"
    assert say_hours({}, WORDS) == ""
    assert say_hours({"effort_hours": 1}, WORDS) == "1 hour a year"
    assert measure_title({"title": "No code"}) == "No code"
    assert spark_points("") == ()


def test_what_nobody_outside_judges_and_the_hours_on_each_side() -> None:
    said = effort_sentence(Effort(20, 10, 1200), Effort(9, 8, 340), WORDS)
    assert said == (
        "Nobody outside the council judges 9 of 29 measures. Recorded effort: 340 hours a year on these,"
        " 1,200 hours on those that are measured centrally."
        " 1 that nobody outside judges has no hours recorded."
    )
    assert effort_sentence(Effort(1, 0, 0), Effort(0, 0, 0), WORDS) == (
        "Nobody outside the council judges 0 of 1 measure."
    )
