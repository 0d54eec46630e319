"""The direction of travel, rule 5: better or worse, and what is no change."""

from decimal import Decimal

import pytest

from pmdesk.domain.direction import Direction, direction, year_earlier
from pmdesk.domain.profile import PathValue
from pmdesk.domain.series import Reading, Scale

QUARTERS = [f"{year} Q{n}" for year in ("2024-25", "2025-26") for n in (1, 2, 3, 4)]


def told(*values: str, periods: list[str] = QUARTERS) -> list[Reading]:
    return [Reading(period, Decimal(value)) for period, value in zip(periods, values, strict=False)]


@pytest.mark.parametrize(
    ("polarity", "now", "word"),
    [
        ("higher", "11", "better"),
        ("higher", "9", "worse"),
        ("lower", "11", "worse"),
        ("lower", "9", "better"),
        ("higher", "10", "no_change"),
        ("none", "11", ""),
        ("", "11", ""),
    ],
)
def test_the_word_means_better_not_up(polarity: str, now: str, word: str) -> None:
    found = direction(Scale(polarity, "snapshot"), told("10", now))
    assert found == Direction(word, Decimal(now) - 10, "2024-25 Q1")


@pytest.mark.parametrize(
    ("now", "word"), [("45.49", "no_change"), ("45.5", "better"), ("44.91", "no_change"), ("44.9", "worse")]
)
def test_a_move_smaller_than_the_change_interval_is_none(now: str, word: str) -> None:
    scale = Scale("higher", "ratio", change_interval=Decimal("0.3"))
    assert direction(scale, told("45.2", now)).word == word


def test_no_move_is_no_change_even_with_an_interval_of_nothing() -> None:
    assert direction(Scale("higher", "ratio", change_interval=Decimal(0)), told("5", "5")).word == "no_change"


def test_the_first_reading_has_no_direction() -> None:
    assert direction(Scale("higher", "ratio"), told("5")) == Direction("", None, "")
    assert direction(Scale("higher", "ratio"), []) == Direction("", None, "")
    assert direction(Scale("higher", "ratio"), told("5"), "2031-32") == Direction("", None, "")


def test_a_gap_is_looked_past_and_the_period_is_named() -> None:
    readings = [
        *told("10"),
        Reading("2024-25 Q2", None, state="suppressed"),
        Reading("2024-25 Q3", Decimal(12)),
    ]
    assert direction(Scale("higher", "snapshot"), readings) == Direction("better", Decimal(2), "2024-25 Q1")


def test_a_year_is_not_compared_with_its_own_quarter() -> None:
    readings = [Reading("2023-24", Decimal(40)), *told("9", "9", "9", "9"), Reading("2024-25", Decimal(36))]
    assert direction(Scale("lower", "average"), readings, "2024-25") == Direction(
        "better", Decimal(-4), "2023-24"
    )


def test_against_the_same_period_last_year() -> None:
    scale = Scale("higher", "snapshot", direction_against="last_year")
    readings = told("10", "50", "50", "50", "12")
    assert direction(scale, readings) == Direction("better", Decimal(2), "2024-25 Q1")
    assert direction(scale, readings, "2024-25 Q4") == Direction("", None, "")


def test_last_year_is_the_same_period_not_the_nearest() -> None:
    later = [Reading("2025-26 Q1", Decimal(1)), Reading("2025-26", Decimal(2))]
    readings = [*told("10", "50", "50", "50")[1:], *later]
    assert year_earlier(readings, 3) is None
    assert year_earlier(readings, 4) is None, "a quarter that ends with the year is not the year"


def test_what_adds_up_is_compared_with_last_year() -> None:
    """CH8: within the year it can only grow, which says nothing."""
    readings = told("1.84", "4.32", "7.11", "9.8", "2.456", "5.69")
    for chosen in ("", "previous", "mean"):
        scale = Scale("lower", "cumulative", "quarter", direction_against=chosen)
        assert direction(scale, readings) == Direction("worse", Decimal("1.37"), "2024-25 Q2")


def test_whole_years_of_what_adds_up_follow_each_other() -> None:
    readings = [Reading("2024-25", Decimal(12)), Reading("2025-26", Decimal(9))]
    found = direction(Scale("lower", "cumulative", "year", direction_against="previous"), readings)
    assert found == Direction("better", Decimal(-3), "2024-25")


def test_against_the_mean_of_the_last_four() -> None:
    scale = Scale("higher", "snapshot", direction_against="mean")
    found = direction(scale, told("100", "10", "12", "14", "16", "14"))
    assert found == Direction("better", Decimal(1), "2024-25 Q2")
    assert direction(scale, told("10", "12", "14", "16")) == Direction("", None, "")


@pytest.mark.parametrize(
    ("before", "now", "word"),
    [
        ("30", "35", "better"),
        ("35", "30", "worse"),
        ("70", "35", "better"),
        ("45", "55", "no_change"),
        ("35", "65", "no_change"),
        ("50", "65", "worse"),
    ],
)
def test_in_a_band_better_is_nearer(before: str, now: str, word: str) -> None:
    band = PathValue(None, Decimal(40), Decimal(60), "target")
    assert direction(Scale("band", "snapshot"), told(before, now), band=band).word == word


def test_without_its_band_nothing_is_nearer() -> None:
    assert direction(Scale("band", "snapshot"), told("30", "35")) == Direction("", Decimal(5), "2024-25 Q1")
