"""A plan's report: exceptions first with their cause, and for each measure without a rating the reason."""

import pytest

from pmdesk.domain.series import Rule
from pmdesk.domain.words import words_in
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.paper_plan import (
    counts_of,
    exceptions_first,
    measure_columns,
    measure_groups,
    say_ready,
    say_summary,
    say_usual,
    unready_rows,
    usual_period,
)
from tests.figures.measure_example import EN02, ch8, en02, made

ENGLISH = words_in("en")
MET = made({**EN02, "code": "A", "title": "Met"}, [("2025-26 Q4", "51")], [("2025-26 Q4", "50")])
SLIGHT = made(
    {**EN02, "code": "B", "title": "Slight"},
    [{"period": "2025-26 Q4", "value": "46", "commentary": "Snow.", "cause": "outside_control"}],
    [("2025-26 Q4", "50")],
)
BARE = made({"title": "Bare", "code": "D"})
STORIES = [MET, SLIGHT, en02(), ch8(), BARE]


def test_the_counts_and_their_sentence() -> None:
    counts = counts_of(STORIES, [Rule()], ENGLISH)
    assert [(each.word, each.n) for each in counts] == [
        ("Met", 1), ("Close", 1), ("Missed", 2), ("No reading yet", 1),
    ]  # fmt: skip
    assert say_summary(counts, ENGLISH) == (
        "5 measures: 1 met, 1 close, 2 missed. Without such a rating: 1 no reading yet."
    )
    assert say_summary((), ENGLISH) == "Nothing in this plan is measured yet."
    assert say_summary(counts_of([BARE], [], ENGLISH), ENGLISH) == "1 measure, none of them rated."


def test_the_worst_exception_stands_first() -> None:
    assert [each.title for each in exceptions_first(STORIES)] == [
        "CH8 Days lost to sickness", "B Slight", "EN02 Household waste recycled", "A Met", "D Bare",
    ]  # fmt: skip


def test_groups_with_what_lies_behind() -> None:
    groups = measure_groups(exceptions_first(STORIES), ENGLISH)
    assert [(group.heading, len(group.rows)) for group in groups] == [
        ("Exceptions: missed", 2), ("Close", 1), ("Met", 1), ("No rating, and why", 1),
    ]  # fmt: skip
    sickness, slight = groups[0].rows
    assert sickness[4].text == "No note for 2009-10 Q4 yet."
    assert "2009-10 Q4" in sickness[2].quiet
    assert [cell.text for cell in slight[1:4]] == ["Missed", "46.0%", "50.0% or more"]
    assert slight[4].text.startswith("Snow. Cause: outside")
    assert all(len(row) == len(measure_columns(ENGLISH)) for group in groups for row in group.rows)


@pytest.mark.parametrize(
    ("changes", "reading", "why"),
    [
        ({"polarity": ""}, ("2025-26", "8"), "Which way is better has not been said."),
        ({"polarity": "none"}, ("2025-26", "8"), "Neither way is better."),
        ({"baseline": ""}, ("2025-26", "8"), "There is no target for this period."),
        ({}, {"period": "2025-26", "state": "suppressed"}, "The figure is suppressed"),
        ({}, {"period": "2025-26", "state": "unknown"}, "The figure is not known."),
        ({}, {"period": "2025-26", "state": "not_applicable"}, "There is no such figure"),
        ({}, {"period": "2025-26", "state": "not_due"}, "The figure is not due yet."),
    ],
)
def test_why_there_is_no_rating(changes: dict[str, str], reading: object, why: str) -> None:
    story: MeasureStory = made({**EN02, **changes}, [reading])  # type: ignore[list-item]
    (group,) = measure_groups([story], ENGLISH)
    assert group.heading == "No rating, and why"
    assert group.rows[0][-1].text.startswith(why)


def test_a_provisional_figure_is_marked() -> None:
    told = [{"period": "2025-26 Q4", "value": "51", "state": "provisional"}]
    (group,) = measure_groups([made(EN02, told, [("2025-26 Q4", "50")])], ENGLISH)
    assert group.rows[0][2].quiet == "provisional"


def test_the_usual_period_is_said_once() -> None:
    assert usual_period(STORIES) == "2025-26 Q4"
    assert say_usual(STORIES, ENGLISH).startswith("Figures are of 2025-26 Q4")
    assert say_usual([BARE], ENGLISH) == ""


def test_data_that_is_not_ready() -> None:
    rows = unready_rows([BARE], ENGLISH)
    assert [cell.text for cell in rows[0]] == [
        "D Bare", "No baseline, no definition, no source, no frequency, no data supplier",
    ]  # fmt: skip
    assert say_ready(STORIES, rows, ENGLISH).startswith("4 of 5 measures have")


def test_a_band_has_its_unit_at_both_ends() -> None:
    aim = [{"period": "2025-26 Q4", "low": "40", "high": "60"}]
    story = made({**EN02, "polarity": "band"}, [("2025-26 Q4", "38")], aim)
    assert [cell.text for cell in measure_groups([story], ENGLISH)[0].rows[0][2:4]] == [
        "38.0%", "40.0% to 60.0%",
    ]  # fmt: skip
