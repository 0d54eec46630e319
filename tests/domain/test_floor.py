"""The distance to travel to a floor target, rule 7."""

from decimal import Decimal

import pytest

from pmdesk.domain.floor import NOT_MOVING, REACHED, WRONG_WAY, FloorGap, floor_gap
from pmdesk.domain.forecast import NOT_ENOUGH
from pmdesk.domain.series import Reading, Scale, Target

FLOOR = [Target("2027-28", floor=Decimal(43))]


def yearly(*values: int, first: int = 2022) -> list[Reading]:
    return [Reading(f"{year}-{year - 1999}", Decimal(value)) for year, value in enumerate(values, first)]


def test_the_gap_the_rate_and_the_years() -> None:
    """From 39 to 43 by March 2028, at half a point a year."""
    quarters = [Reading(f"2025-26 Q{n}", Decimal(38) + Decimal(n) / 8) for n in (1, 2, 3, 4)]
    found = floor_gap(Scale("higher", "ratio", "quarter"), FLOOR, quarters)
    assert found == FloorGap("2027-28", Decimal(43), Decimal("4.5"), Decimal("0.5625"), Decimal(9), "")


@pytest.mark.parametrize(("latest", "gap"), [(43, 0), (47, -4)])
def test_above_the_floor_nothing_is_to_close(latest: int, gap: int) -> None:
    found = floor_gap(Scale("higher", "snapshot", "year"), FLOOR, yearly(40, latest))
    assert found == FloorGap("2027-28", Decimal(43), Decimal(gap), None, None, REACHED)


def test_where_lower_is_better_the_floor_is_the_most() -> None:
    found = floor_gap(Scale("lower", "snapshot", "year"), FLOOR, yearly(59, 57, 55, 53))
    assert found is not None
    assert (found.gap, found.closing_rate, found.years) == (10, 5, 5)


@pytest.mark.parametrize(
    ("values", "reason"),
    [((40, 39, 38, 37), WRONG_WAY), ((37, 37, 37, 37), NOT_MOVING), ((35, 37), NOT_ENOUGH)],
)
def test_no_years_are_told_that_never_come(values: tuple[int, ...], reason: str) -> None:
    found = floor_gap(Scale("higher", "snapshot", "year"), FLOOR, yearly(*values))
    assert found is not None
    assert (found.gap, found.years, found.reason) == (6, None, reason)


def test_when_the_time_is_over_no_rate_closes_it() -> None:
    found = floor_gap(
        Scale("higher", "snapshot", "year"), [Target("2023-24", floor=Decimal(43))], yearly(40, 41)
    )
    assert found is not None
    assert (found.gap, found.closing_rate) == (2, None)


def test_of_what_adds_up_the_last_whole_year_is_short_of_it() -> None:
    told = [*yearly(30, 33), Reading("2024-25 Q1", Decimal(9))]
    found = floor_gap(Scale("higher", "cumulative", "quarter"), FLOOR, told)
    assert found is not None
    assert (found.gap, found.closing_rate) == (10, Decimal("2.5"))


def test_the_last_floor_counts() -> None:
    targets = [Target("2027-28", floor=Decimal(43)), Target("2024-25", floor=Decimal(50))]
    found = floor_gap(Scale("higher", "snapshot", "year"), targets, yearly(40))
    assert found is not None
    assert found.floor == 43


def test_without_a_floor_a_reading_or_a_better_way_there_is_no_gap() -> None:
    assert floor_gap(Scale("higher"), [Target("2027-28", Decimal(50))], yearly(40)) is None
    assert floor_gap(Scale("higher"), FLOOR, []) is None
    assert floor_gap(Scale("none"), FLOOR, yearly(40)) is None
