"""Periods measured in months: every quarter as long as every other, gaps as long as they are."""

from decimal import Decimal
from itertools import pairwise

import pytest

from pmdesk.domain.series import Reading, Scale
from pmdesk.domain.spacing import is_part_year, month_at, numbered, rate_months, span, step_of, year_end

ADDS_UP = Scale(aggregation="cumulative")


@pytest.mark.parametrize(
    ("period", "months"),
    [
        ("2025-04", 1),
        ("2025-26 Q4", 3),
        ("2025-26 H1", 6),
        ("2025-26", 12),
        ("2022-23 to 2024-25", 36),
        ("2019", 12),
    ],
)
def test_a_period_has_so_many_months(period: str, months: int) -> None:
    assert span(period).months == months


def test_quarters_are_even_though_their_days_are_not() -> None:
    ends = [span(f"2025-26 Q{n}").month for n in (1, 2, 3, 4)]
    assert [later - earlier for earlier, later in pairwise(ends)] == [3, 3, 3]
    assert span("2026-27 Q1").month - ends[-1] == 3


@pytest.mark.parametrize("period", ["2025-04", "2025-26 Q1", "2025-26 Q4", "2025-12", "2026-03", "2025-26"])
def test_the_year_ends_in_march(period: str) -> None:
    assert year_end(span(period).month) == month_at("2026-03-31")


def test_the_frequency_chosen_says_the_step_else_the_period() -> None:
    assert step_of(Scale(frequency="month"), "2025-26") == 1
    assert step_of(Scale(frequency="rolling"), "2022-23 to 2024-25") == 12
    assert step_of(Scale(), "2022-23 to 2024-25") == 12
    assert step_of(Scale(), "2025-26 H1") == 6


def test_only_what_adds_up_is_on_its_way_through_a_year() -> None:
    assert is_part_year(ADDS_UP, "2025-26 Q2")
    assert not is_part_year(ADDS_UP, "2025-26 Q4")
    assert not is_part_year(ADDS_UP, "2019"), "a calendar year is whole though it ends in December"
    assert not is_part_year(Scale(aggregation="snapshot"), "2025-26 Q2")


def test_a_rate_of_what_adds_up_is_told_by_the_year_once_its_year_is_over() -> None:
    assert rate_months(ADDS_UP, "2025-26 Q2") == 3
    assert rate_months(ADDS_UP, "2025-26 Q4") == 12
    assert rate_months(Scale(frequency="quarter"), "2025-26 Q4") == 3


def test_readings_with_a_number_stand_in_order_once_each() -> None:
    told = [
        Reading("2025-26 Q2", Decimal(2)),
        Reading("2025-26 Q1", Decimal(1)),
        Reading("2025-26 Q3", None, state="suppressed"),
        Reading("2025-26 Q1", Decimal(7)),
    ]
    assert [(each.period, each.value) for each in numbered(told)] == [("2025-26 Q1", 7), ("2025-26 Q2", 2)]
