"""Roll-up, rule 4: what adds up is not added again, percentages are not averaged."""

from decimal import Decimal

import pytest

from pmdesk.domain.roll_up import NO_PARTS, NO_READING, NOT_SAID, RolledUp, by_year, roll_up
from pmdesk.domain.series import Reading, Scale


def quarters(*values: object, year: str = "2025-26") -> list[Reading]:
    return [Reading(f"{year} Q{n}", Decimal(str(value))) for n, value in enumerate(values, 1)]


def part(period: str, numerator: int, denominator: int) -> Reading:
    return Reading(period, Decimal(100) * numerator / denominator, Decimal(numerator), Decimal(denominator))


def test_what_adds_up_is_never_summed() -> None:
    told = quarters("2.456", "5.69", "9.05", "12.06")
    assert roll_up(Scale("lower", "cumulative"), told).value == Decimal("12.06")
    assert roll_up(Scale("lower", "cumulative"), told[::-1]).value == Decimal("12.06")


def test_what_stands_is_its_last_value() -> None:
    assert roll_up(Scale("higher", "snapshot"), quarters(10, 20, 15)) == RolledUp(Decimal(15), of=3)


def test_of_a_ratio_the_parts_are_summed() -> None:
    """1 of 10 and 90 of 100 are 91 of 110, not the mean of 10% and 90%."""
    told = [part("2025-26 Q1", 1, 10), part("2025-26 Q2", 90, 100)]
    found = roll_up(Scale("higher", "ratio", per_cent=True), told)
    assert (found.numerator, found.denominator, found.of) == (91, 110, 2)
    assert found.value == Decimal(9100) / 110
    assert roll_up(Scale("higher", "ratio"), told).value == Decimal(91) / 110


def test_percentages_alone_are_not_averaged() -> None:
    told = [part("2025-26 Q1", 1, 10), *quarters(0, 50)[1:]]
    assert roll_up(Scale("higher", "ratio", per_cent=True), told) == RolledUp(None, of=2, reason=NO_PARTS)
    assert roll_up(Scale("higher", "ratio", per_cent=True), told[1:]).value == 50


def test_a_ratio_of_nothing_is_no_number() -> None:
    none = [Reading(f"2025-26 Q{n}", Decimal(0), Decimal(0), Decimal(0)) for n in (1, 2)]
    assert roll_up(Scale("higher", "ratio"), none).reason == NO_PARTS


def test_an_average_is_the_mean() -> None:
    told = [*quarters(10, 20), Reading("2025-26 Q3", None, state="suppressed")]
    assert roll_up(Scale("lower", "average"), told) == RolledUp(Decimal(15), of=2)


@pytest.mark.parametrize("aggregation", ["", "something newer"])
def test_where_it_is_not_known_how_periods_add_up_none_is_made_up(aggregation: str) -> None:
    assert roll_up(Scale("higher", aggregation), quarters(1, 2)).reason == NOT_SAID
    assert roll_up(Scale("higher", aggregation), quarters(1)).value == 1


def test_of_no_reading_nothing_is_made() -> None:
    assert roll_up(Scale("higher", "snapshot"), []) == RolledUp(None, reason=NO_READING)
    assert roll_up(Scale("higher", "snapshot"), [Reading("2025-26", None, state="unknown")]).value is None


def test_a_year_given_beside_its_quarters_is_not_counted_twice() -> None:
    told = [*quarters(10, 20, 30, 40), Reading("2025-26", Decimal(26))]
    assert roll_up(Scale("lower", "average"), told).value == 26
    halfway = [Reading("2025-26 H1", Decimal(5)), *quarters(2, 5, 7)]
    assert roll_up(Scale("lower", "cumulative"), halfway).value == 7


def test_each_year_by_itself() -> None:
    told = [*quarters(1, 2, 3, 4, year="2024-25"), *quarters(2, 5)]
    assert by_year(Scale("lower", "cumulative"), told) == [("2024-25", 4), ("2025-26", 5)]
    assert by_year(Scale("lower", "average"), told) == [
        ("2024-25", Decimal("2.5")),
        ("2025-26", Decimal("3.5")),
    ]


@pytest.mark.parametrize("aggregation", ["cumulative", "snapshot", "average", "ratio"])
def test_correcting_an_early_period_changes_no_later_one(aggregation: str) -> None:
    later = [part(f"2025-26 Q{n}", n, 10) for n in (1, 2, 3, 4)]
    scale = Scale("higher", aggregation, per_cent=True)
    before = by_year(scale, [part("2024-25 Q4", 3, 10), *later])
    after = by_year(scale, [part("2024-25 Q4", 9, 10), *later])
    assert before[0] != after[0]
    assert before[1:] == after[1:]
