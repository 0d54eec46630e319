"""The pace of a measure: the Theil-Sen line and the best year."""

from decimal import Decimal

from pmdesk.domain.series import Reading, Scale
from pmdesk.domain.trend import Pace, pace_of, trend, year_of_changes, year_totals


def steps(*values: int) -> Pace:
    return Pace([(3 * place, Decimal(value)) for place, value in enumerate(values)], 3)


def test_a_straight_line_is_its_own_slope() -> None:
    found = trend(steps(10, 12, 14, 16))
    assert found is not None
    assert found == (2, 2, 2)


def test_one_freak_reading_does_not_bend_the_line() -> None:
    found = trend(steps(10, 12, 14, 900, 18, 20, 22))
    assert found is not None
    assert found.slope == 2


def test_three_readings_are_no_line() -> None:
    assert trend(steps(10, 12, 14)) is None


def test_only_the_last_twelve_count() -> None:
    found = trend(steps(900, 800, 700, *range(0, 24, 2)))
    assert found is not None
    assert found == (2, 2, 2)


def test_the_range_is_the_quartiles_of_the_slopes() -> None:
    """Slopes of 0, 1, 3, 6: 1, 1.5, 2, 2, 2.5, 3; the quartiles, ends included, 1.625 and 2.375."""
    assert trend(steps(0, 1, 3, 6)) == (Decimal(2), Decimal("1.625"), Decimal("2.375"))


def test_a_gap_counts_as_the_time_it_takes() -> None:
    told = [Reading(period, Decimal(value)) for period, value in
            (("2024-25 Q1", 10), ("2024-25 Q2", 11), ("2024-25 Q4", 13), ("2025-26 Q4", 17))]  # fmt: skip
    found = trend(pace_of(Scale("higher", "snapshot", "quarter"), told))
    assert found is not None
    assert found.slope == 1


def test_periods_of_another_length_are_left_out() -> None:
    told = [
        Reading("2024-25", Decimal(500)),
        Reading("2025-26 Q1", Decimal(10)),
        Reading("2025-26 Q2", Decimal(11)),
    ]
    pace = pace_of(Scale("higher", "average", "quarter"), told)
    assert [value for _, value in pace.points] == [10, 11]
    assert pace.step == 3


def test_of_what_adds_up_whole_years_are_the_points() -> None:
    told = [Reading(period, Decimal(value)) for period, value in
            (("2023-24", 8), ("2024-25 Q3", 7), ("2024-25 Q4", 9), ("2025-26 Q1", 2))]  # fmt: skip
    scale = Scale("lower", "cumulative", "quarter")
    assert pace_of(scale, told).step == 12
    assert year_totals(scale, told) == [8, 9]
    assert year_totals(scale, []) == []


def test_two_periods_that_end_together_are_one_point() -> None:
    told = [Reading("2024-25", Decimal(8)), Reading("2024-25 Q4", Decimal(9))]
    assert year_totals(Scale("lower", "cumulative"), told) == [9]


def test_a_year_of_changes_needs_the_same_period_a_year_before() -> None:
    assert year_of_changes(steps(10, 11, 12, 13)) == []
    assert year_of_changes(steps(10, 99, 12, 13, 14)) == [1]
    assert year_of_changes(Pace([(0, Decimal(1)), (24, Decimal(5))], 24)) == [4]
