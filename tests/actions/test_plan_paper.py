"""A plan's report from a real register: its own measures, those that contribute, and what is missing."""

from pathlib import Path

import pytest

from pmdesk.actions.plan_paper import plan_figures, stories_of
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from tests.actions.figure_story import HIDDEN, council_with_figures
from tests.actions.paper_story import TODAY

EN = words_in("en")


def test_measures_that_contribute_are_counted_with_the_plans_own(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    figures = plan_figures(register, ids["corporate"], EN, TODAY)
    assert figures.summary == "2 measures: 1 close, 1 missed."
    assert figures.reach.startswith(
        "1 of them shows its own objectives. 1 shows an objective of another plan that contributes to them."
    )
    assert [group.heading for group in figures.groups] == ["Exceptions: missed", "Close"]
    assert [row[0].text for group in figures.groups for row in group.rows] == [
        "CS02 Repeat reports", "EN02 Household waste recycled",
    ]  # fmt: skip


def test_an_internal_measure_is_only_counted_as_left_out(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    figures = plan_figures(register, ids["corporate"], EN, TODAY)
    assert figures.notes == ("1 internal measure is not printed, nor counted here.",)
    assert HIDDEN not in repr(figures)
    # It is no gap that an objective is shown by an internal measure alone.
    missing = {row[0].text: row[1].text for row in figures.gaps}
    assert missing == {"Priorities no partnership serves": "5 A well-run council"}


def test_gaps_and_readiness(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    figures = plan_figures(register, ids["corporate"], EN, TODAY)
    assert [row[0].text for row in figures.unready] == ["CS02 Repeat reports"]
    assert figures.ready.startswith("1 of 2 measures have their baseline")
    lonely = plan_figures(register, ids["strategy"], EN, TODAY)
    assert [tile.title for tile in lonely.tiles] == ["EN02 Household waste recycled"]


def test_a_plan_without_objectives_has_nothing_to_report(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    with pytest.raises(Refused, match="‘Empty Plan’ has no objectives yet"):
        plan_figures(register, ids["empty"], EN, TODAY)


def test_stories_read_together_are_those_read_alone(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    assert stories_of(register, [], TODAY) == []
    read = stories_of(register, [ids["en02"], ids["cs02"]], TODAY)
    assert [each.title for each in read] == ["CS02 Repeat reports", "EN02 Household waste recycled"]
    assert [len(each.readings) for each in read] == [3, 12]
    assert read[1].latest and read[1].latest.rating == "amber"
