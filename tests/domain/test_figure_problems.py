"""What cannot be right is said beside its field, and what can be right is left alone."""

import pytest

from pmdesk.domain.figure_problems import (
    earlier_problems,
    measure_problems,
    reading_problems,
    rule_problems,
    target_problems,
)

TODAY = "2026-04-27"


@pytest.mark.parametrize("state", ["suppressed", "not_due", "not_applicable", "unknown"])
def test_a_state_that_says_why_there_is_no_figure_goes_without_one(state: str) -> None:
    assert reading_problems({"state": state}) == {}
    for name in ("value", "numerator"):
        assert list(reading_problems({"state": state, name: "5"})) == ["value"]


def test_a_reading_says_something() -> None:
    assert list(reading_problems({})) == ["value"]
    assert reading_problems({"value": "0"}) == {}
    assert reading_problems({"commentary": "The figure comes in May."}) == {}
    assert reading_problems({"value": "about five"}) == {}
    assert reading_problems({"numerator": "1", "denominator": "3"}) == {}
    assert list(reading_problems({"numerator": "1", "denominator": "0"})) == ["denominator"]
    assert reading_problems({"state": "provisional", "value": "4"}) == {}


def test_a_period_of_the_far_future_is_a_mistyped_year() -> None:
    assert list(reading_problems({"value": "1", "period": "2035-36"}, TODAY)) == ["period"]
    assert reading_problems({"value": "1", "period": "2026-27 Q4"}, TODAY) == {}
    assert reading_problems({"value": "1", "period": "2035-36"}) == {}


def test_targets() -> None:
    assert list(target_problems({"period": "2025-26"})) == ["value"]
    assert list(target_problems({}, "band")) == ["low"]
    assert list(target_problems({"low": "60", "high": "40"}, "band")) == ["high"]
    assert list(target_problems({"low": "40"}, "band")) == ["high"]
    assert list(target_problems({"value": "40"}, "band")) == ["low"]
    assert target_problems({"low": "40", "high": "40"}, "band") == {}
    assert target_problems({"value": "0"}) == target_problems({"floor": "5"}) == {}


def test_distances_are_not_negative() -> None:
    assert sorted(measure_problems({"tolerance": "-5", "change_interval": "-0.1", "decimals": 50})) == [
        "change_interval", "decimals", "tolerance",
    ]  # fmt: skip
    assert measure_problems({"tolerance": "0", "decimals": 6, "change_interval": "kept as typed"}) == {}
    assert list(rule_problems({"tolerance": "-1"})) == ["tolerance"]


def test_an_earlier_tolerance_is_a_distance_too() -> None:
    assert list(earlier_problems({"tolerance": "-1"})) == ["tolerance"]
    assert earlier_problems({"tolerance": "5"}) == {}


def test_a_period_that_nobody_can_read_is_not_called_far() -> None:
    assert "period" not in reading_problems({"value": "1", "period": "next spring"}, TODAY)
    assert "period" in reading_problems({"value": "1", "period": "2041-42"}, TODAY)
