"""Measures by command: CH8 of Lancaster as field.md gives it, corrections, rules that change, gaps."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Pm


@pytest.fixture
def ch8(pm: Pm, empty: Path) -> Path:
    pm("add", empty, "measure", "code=CH8", "title=Days lost to sickness", "Which way is better=lower",
       "aggregation=cumulative", "frequency=quarter", "tolerance=5")  # fmt: skip
    for part, profile, value in (
        ("Q1", "2.44", "2.456"), ("Q2", "4.875", "5.69"), ("Q3", "7.31", "9.05"), ("Q4", "9.5", "12.06"),
    ):  # fmt: skip
        assert (
            pm("add", empty, "target", "measure=CH8", f"period=2009-10 {part}", f"value={profile}").code == 0
        )
        assert (
            pm("add", empty, "reading", "measure=ch8", f"Period={part} 2009/10", f"value={value}").code == 0
        )
    return empty


def ratings(pm: Pm, path: Path, code: str = "CH8") -> list[str]:
    return [each["rating"] for each in pm("show", path, "measure", code, "--json").json["readings"]]


def test_each_quarter_is_rated_against_its_own_profile(pm: Pm, ch8: Path) -> None:
    assert ratings(pm, ch8) == ["amber", "red", "red", "red"]
    [listed] = pm("list", ch8, "measure", "--json").json
    assert (listed["rating"], listed["value"], listed["period"]) == ("red", 12.06, "2009-10 Q4")
    assert pm("list", ch8, "reading", "--json").json[0]["value"] == 2.456


def test_for_people_the_readings_are_a_table(pm: Pm, ch8: Path) -> None:
    said = pm("show", ch8, "measure", "CH8").out
    assert "2009-10 Q1  2.456  2.44    Close   0.016" in said
    assert "Forecast" in said and "Agreed: " in said and "not ready: no baseline" in said


def test_for_people_figures_have_the_decimals_they_have_in_the_window(pm: Pm, ch8: Path) -> None:
    pm("set", ch8, "measure", "CH8", "decimals=1")
    assert "2009-10 Q1  2.5    2.4     Close   0.0" in pm("show", ch8, "measure", "CH8").out


def test_for_people_the_floor_is_told_with_how_long_it_takes(pm: Pm, ch8: Path) -> None:
    assert "floor" not in pm("show", ch8, "measure", "CH8").out
    pm("add", ch8, "target", "measure=CH8", "period=2010-11", "value=9", "floor=10")
    said = pm("show", ch8, "measure", "CH8").out
    assert "2.06 over the floor. How long it takes cannot be said: not enough readings." in said


def test_correcting_an_early_quarter_changes_no_later_one_and_is_undone(pm: Pm, ch8: Path) -> None:
    first = pm("list", ch8, "reading", "--json").json[0]
    assert pm("set", ch8, "reading", first["id"], "value=2.4").code == 0
    assert ratings(pm, ch8) == ["green", "red", "red", "red"]
    pm("undo", ch8)
    assert ratings(pm, ch8) == ["amber", "red", "red", "red"]


def test_todays_rule_changes_no_past_rating(pm: Pm, ch8: Path) -> None:
    assert pm("set", ch8, "settings", "Settings", "rating_rule=last_year").code == 1
    said = pm("set", ch8, "measure", "CH8", "tolerance=")
    assert "keep the tolerance they were rated by" in said.out
    assert ratings(pm, ch8) == ["amber", "red", "red", "red"]
    [earlier] = pm("show", ch8, "measure", "CH8", "--json").json["earlier_tolerances"]
    assert (earlier["before"], earlier["tolerance"]) == (date.today().isoformat(), "5")
    assert pm("delete", ch8, "earlier_tolerance", earlier["id"]).code == 0  # it was wrong from the start
    assert ratings(pm, ch8) == ["red", "red", "red", "red"]
    added = pm("add", ch8, "rating_rule", "name=New", "method=tolerance", "starts=1/1/2010", "tolerance=30")
    assert added.code == 0, added.err
    # Only the quarter that ends after the first day of the new rule is rated by it.
    assert ratings(pm, ch8) == ["red", "red", "red", "amber"]
    assert pm("add", ch8, "rating_rule", "name=Second", "method=beyond").code == 1
    assert pm("check", ch8).code == 0


def test_what_is_no_number_is_refused_and_nothing_is_written(pm: Pm, ch8: Path) -> None:
    answer = pm("add", ch8, "reading", "measure=CH8", "period=2010-11 Q1", "value=about five")
    assert answer.code == 1 and "no number" in answer.err
    assert len(pm("list", ch8, "reading", "--json").json) == 4
    assert "no measure" in pm("add", ch8, "reading", "measure=CH9", "period=2010-11 Q1").err.casefold()


def test_states_are_told_apart(pm: Pm, empty: Path) -> None:
    pm("add", empty, "measure", "code=007", "title=Children", "polarity=lower", "frequency=quarter")
    pm("add", empty, "target", "measure=007", "period=2025-26", "value=8")
    for part, state in (("Q1", "suppressed"), ("Q2", "not_applicable"), ("Q3", "not due"), ("Q4", "unknown")):
        pm("add", empty, "reading", "measure=007", f"period=2025-26 {part}", f"state={state}")
    assert ratings(pm, empty, "007") == ["suppressed", "not_applicable", "not_due", "unknown"]
    [listed] = pm("list", empty, "measure", "--json").json
    assert listed["code"] == "007" and listed["red_without_note"] is False
