"""A partner's attainment, rule 9: '17 of 20 (85%)', what is not rated counted apart."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from pmdesk.domain.attainment import Judged, attainment, judged
from pmdesk.domain.series import Reading, Scale, Target

YEAR = ("2009-04-01", "2010-03-31")
CH8 = Scale("lower", "cumulative", "quarter")
SICK_DAYS = [("Q1", "2.456"), ("Q2", "5.69"), ("Q3", "9.05"), ("Q4", "12.06")]


def quarters(*values: str, year: str = "2009-10", states: Sequence[str] = ()) -> list[Reading]:
    return [
        Reading(f"{year} Q{at}", Decimal(value) if value else None, id=f"r{at}")
        for at, value in enumerate(values, 1)
    ]


def met(
    scale: Scale, period: str, value: str, readings: list[Reading], days: tuple[str, str] = YEAR
) -> list[bool | None]:
    return [each.met for each in judged(scale, [Target(period, Decimal(value))], readings, *days)]


def account(met: int, missed: int, not_rated: int = 0) -> tuple[int, int, int, int | None]:
    told = [True] * met + [False] * missed + [None] * not_rated
    found = attainment([Judged(Target("2025-26"), each, None) for each in told], {})
    return found.met, found.due, found.not_rated, found.per_cent


def test_seventeen_of_twenty_are_85_per_cent_whatever_is_not_rated() -> None:
    assert account(17, 3) == (17, 20, 0, 85)
    assert account(17, 3, 4) == (17, 20, 4, 85)
    assert account(0, 0, 4) == (0, 0, 4, None)


@pytest.mark.parametrize(
    ("kept", "missed", "per_cent"),
    [(1, 7, 13), (1, 2, 33), (2, 1, 67), (1, 199, 1), (1, 200, 0), (5, 0, 100)],
)
def test_per_cents_are_rounded_half_up(kept: int, missed: int, per_cent: int) -> None:
    assert account(kept, missed)[3] == per_cent


def test_a_target_is_judged_by_the_reading_of_its_own_period() -> None:
    profile = ["2.44", "4.875", "7.31", "9.5"]
    aimed = [Target(f"2009-10 Q{at}", Decimal(value)) for at, value in enumerate(profile, 1)]
    told = [Reading(f"2009-10 {part}", Decimal(value)) for part, value in SICK_DAYS]
    assert [each.met for each in judged(CH8, aimed, told, *YEAR)] == [False, False, False, False]
    assert [each.met for each in judged(CH8, aimed[:1], [Reading("2009-10 Q1", Decimal("2.44"))], *YEAR)] == [
        True
    ]


def test_a_year_is_judged_by_its_last_cumulative_reading_never_by_their_sum() -> None:
    assert met(CH8, "2009-10", "9.5", quarters("2.456", "5.69", "9.05", "12.06")) == [False]
    assert met(CH8, "2009-10", "12.06", quarters("2.456", "5.69", "9.05", "12.06")) == [True]


def test_a_year_whose_last_period_is_not_in_yet_is_not_rated() -> None:
    assert met(CH8, "2009-10", "9.5", quarters("2.456", "5.69", "9.05")) == [None]
    assert met(CH8, "2009-10", "9.5", quarters("2.456", "5.69", "9.05", "")) == [None]
    assert met(CH8, "2009-10", "9.5", []) == [None]


def test_a_years_own_reading_goes_before_its_quarters() -> None:
    told = [*quarters("1", "2", "3", "4"), Reading("2009-10", Decimal("9"))]
    assert met(CH8, "2009-10", "9.5", told) == [True]
    assert met(CH8, "2009-10", "8", told) == [False]


def test_what_stands_at_the_end_of_a_period_is_its_last_reading() -> None:
    snapshot = Scale("lower", "snapshot", "month")
    told = [Reading("2010-01", Decimal(130)), Reading("2010-03", Decimal(118))]
    assert met(snapshot, "2009-10 Q4", "120", told) == [True]
    assert met(snapshot, "2009-10", "117", told) == [False]


def test_of_a_ratio_or_an_average_every_part_of_the_year_is_wanted() -> None:
    average = Scale("higher", "average", "quarter")
    assert met(average, "2009-10", "2.5", quarters("1", "2", "3", "4")) == [True]
    assert met(average, "2009-10", "2.6", quarters("1", "2", "3", "4")) == [False]
    assert met(average, "2009-10", "2.5", quarters("1", "2", "", "4")) == [None]
    ratio = Scale("higher", "ratio", "quarter", per_cent=True)
    parts = [Reading(f"2009-10 Q{at}", Decimal(50), Decimal(at), Decimal(2 * at)) for at in range(1, 5)]
    assert met(ratio, "2009-10", "50", parts) == [True]
    assert met(ratio, "2009-10", "50", parts[3:]) == [None]
    assert met(ratio, "2009-10", "50", quarters("50", "50", "50", "50")) == [None]


def test_readings_of_two_financial_years_make_no_figure() -> None:
    told = [
        Reading("2018-19 Q4", Decimal(9)),
        *(Reading(f"2019-20 Q{at}", Decimal(at)) for at in (1, 2, 3)),
    ]
    assert met(CH8, "2019", "20", told, ("2019-01-01", "2019-12-31")) == [None]


@pytest.mark.parametrize("state", ["not_due", "suppressed", "not_applicable", "unknown"])
def test_a_reading_that_is_no_number_is_not_rated_and_no_failure(state: str) -> None:
    assert met(CH8, "2009-10 Q1", "3", [Reading("2009-10 Q1", None, state=state)]) == [None]


def test_without_polarity_or_target_value_nothing_is_rated() -> None:
    told = [Reading("2009-10 Q1", Decimal(1))]
    assert met(Scale("none", "cumulative", "quarter"), "2009-10 Q1", "3", told) == [None]
    aimed = [Target("2009-10 Q1", floor=Decimal(2))]
    assert [each.met for each in judged(CH8, aimed, told, *YEAR)] == [None]


def test_only_targets_whose_period_ended_in_those_days_are_due() -> None:
    aimed = [Target(period, Decimal(9)) for period in ("2008-09", "2009-10", "2010-11 Q1", "some day")]
    assert [each.target.period for each in judged(CH8, aimed, [], *YEAR)] == ["2009-10"]


def test_two_targets_for_one_period_are_one() -> None:
    aimed = [Target("2009-10 Q1", Decimal(1), id="a"), Target("2009-10 Q1", Decimal(3), id="b")]
    found = judged(CH8, aimed, [Reading("2009-10 Q1", Decimal(2))], *YEAR)
    assert [(each.target.id, each.met) for each in found] == [("b", True)]


def test_a_band_is_met_inside_it() -> None:
    band = Scale("band", "snapshot", "year")
    aimed = [Target("2009-10", low=Decimal(2), high=Decimal(4))]
    for value, kept in (("2", True), ("4", True), ("4.1", False), ("1.9", False)):
        found = judged(band, aimed, [Reading("2009-10", Decimal(value))], *YEAR)
        assert [each.met for each in found] == [kept]


def test_the_causes_are_of_the_missed_ones_alone() -> None:
    aimed = [Target(f"2009-10 Q{at}", Decimal(3)) for at in (1, 2, 3, 4)]
    found = judged(CH8, aimed, quarters("1", "4", "5", "6"), *YEAR)
    causes = {"r1": "funding", "r2": "funding", "r3": "other_partner", "r4": None}
    made = attainment(found, causes)
    assert (made.met, made.due) == (1, 4)
    assert made.causes == {"funding": 1, "other_partner": 1, "": 1}
