"""Where a measure is heading, rule 6: forecast, required rate and the best rate ever kept up."""

from decimal import Decimal

import pytest

from pmdesk.domain.decimals import rounded
from pmdesk.domain.forecast import (
    NOT_ENOUGH,
    Forecast,
    best_rate,
    forecast,
    no_past_rate_reaches,
    required_rate,
)
from pmdesk.domain.series import Reading, Scale, Target

PERIODS = [f"{year} Q{n}" for year in ("2023-24", "2024-25", "2025-26") for n in (1, 2, 3, 4)]
VALUES = ("42.1", "42.9", "43.6", "44.2", "44.8", "45.1", "45.0", "45.2", "45.1", "44.4", "45.9", "46.9")
RECYCLED = Scale("higher", "ratio", "quarter", Decimal("41.8"), "2023-03")
READINGS = [Reading(period, Decimal(value)) for period, value in zip(PERIODS, VALUES, strict=True)]
FIFTY = [Target("2026-27 Q4", Decimal(50), floor=Decimal(43))]
SICK_DAYS = Scale("lower", "cumulative", "quarter", tolerance=Decimal(5))
CH8 = [
    Reading(f"2009-10 Q{n}", Decimal(value)) for n, value in enumerate(("2.456", "5.69", "9.05", "12.06"), 1)
]
PROFILE = [
    Target(f"2009-10 Q{n}", Decimal(value)) for n, value in enumerate(("2.44", "4.875", "7.31", "9.5"), 1)
]


def near(number: Decimal | None, decimals: int = 1) -> str:
    return "" if number is None else str(rounded(number, decimals))


def yearly(*values: object, first: int = 2020) -> list[Reading]:
    return [
        Reading(f"{year}-{(year + 1) % 100:02d}", Decimal(str(value)))
        for year, value in enumerate(values, first)
    ]


def test_the_forecast_as_it_is_drawn() -> None:
    found = forecast(RECYCLED, FIFTY, READINGS)
    assert (found.period, found.reason) == ("2026-27 Q4", "")
    assert [near(each) for each in (found.value, found.low, found.high)] == ["48.2", "47.6", "48.9"]
    assert near(found.slope, 3) == "0.327"


def test_the_rates_as_they_are_drawn() -> None:
    assert required_rate(RECYCLED, FIFTY, READINGS) == Decimal("0.775")
    assert best_rate(RECYCLED, READINGS) == Decimal("0.675")
    assert no_past_rate_reaches(RECYCLED, FIFTY, READINGS)
    assert not no_past_rate_reaches(RECYCLED, [Target("2026-27 Q4", Decimal("49.6"))], READINGS)


def test_lancaster_s_second_quarter() -> None:
    """5.69 / (4.875 / 9.5) = 11.09."""
    found = forecast(SICK_DAYS, PROFILE, CH8[:2])
    assert (found.period, near(found.value, 2), found.low, found.slope) == ("2009-10 Q4", "11.09", None, None)


@pytest.mark.parametrize(
    ("targets", "value"),
    [
        ([Target("2009-10", Decimal("9.5"))], "11.38"),
        ([], "11.38"),
        ([Target("2009-10", Decimal(0))], "11.38"),
        ([Target("2012-13", Decimal(8))], "11.38"),
    ],
)
def test_without_a_profile_the_share_is_even(targets: list[Target], value: str) -> None:
    assert near(forecast(SICK_DAYS, targets, CH8[:2]).value, 2) == value


def test_the_share_is_last_year_s_where_its_shape_is_chosen() -> None:
    shaped = Scale("lower", "cumulative", "quarter", profile="last_year")
    before = [Reading(f"2008-09 Q{n}", Decimal(value)) for n, value in enumerate(("1", "6", "7", "8"), 1)]
    assert forecast(shaped, [], [*before, *CH8[:2]]).value == Decimal("5.69") * 8 / 6
    nothing_yet = [
        Reading(f"2008-09 Q{n}", Decimal(value)) for n, value in enumerate(("0", "0", "7", "8"), 1)
    ]
    assert forecast(shaped, [], [*nothing_yet, *CH8[:2]]).value == Decimal("11.38")


def test_a_year_that_began_before_april_has_no_share() -> None:
    odd = [Reading("2009-03 to 2009-07", Decimal(3))]
    assert forecast(SICK_DAYS, [], odd) == Forecast("2009-10", reason=NOT_ENOUGH)


def test_whole_years_of_what_adds_up_are_a_line_of_their_own() -> None:
    found = forecast(
        Scale("lower", "cumulative", "quarter"), [Target("2025-26", Decimal(5))], yearly(12, 11, 10, 9)
    )
    assert (found.period, found.value, found.slope) == ("2025-26", 7, -1)
    assert forecast(SICK_DAYS, [], CH8) == Forecast("2010-11", reason=NOT_ENOUGH)


def test_fewer_than_four_readings_are_not_enough() -> None:
    assert forecast(RECYCLED, FIFTY, READINGS[:3]) == Forecast("2026-27 Q4", reason="not enough readings")
    assert forecast(RECYCLED, FIFTY, []) == Forecast("", reason=NOT_ENOUGH)
    hidden = [*READINGS[:3], Reading("2024-25 Q1", None, state="suppressed")]
    assert forecast(RECYCLED, FIFTY, hidden).value is None


def test_without_a_target_ahead_the_year_s_end_is_forecast() -> None:
    found = forecast(RECYCLED, [Target("2023-24", Decimal(44))], READINGS[:10])
    assert found.period == "2025-26"
    assert found.value is not None and found.slope is not None
    assert found.value == Decimal("44.4") + found.slope * 2
    assert forecast(RECYCLED, [], READINGS).period == "2026-27"


def test_the_last_of_several_targets_is_forecast() -> None:
    targets = [Target("2027-28", Decimal(52)), *FIFTY, Target("2030-31", floor=Decimal(43))]
    assert forecast(RECYCLED, targets, READINGS).period == "2027-28"
    assert required_rate(RECYCLED, targets, READINGS) == (Decimal(52) - Decimal("46.9")) / 8


def test_rolling_and_two_yearly_figures_move_by_their_own_steps() -> None:
    rolling = [
        Reading(f"{year}-{year - 1999} to {year + 2}-{year - 1997}", Decimal(year))
        for year in range(2015, 2020)
    ]
    assert forecast(Scale("higher", "average", "rolling"), [], rolling).slope == 1
    every_other = [Reading(f"{year}-{year - 1999}", Decimal(year)) for year in range(2013, 2021, 2)]
    assert forecast(Scale("higher", "average", "two_yearly"), [], every_other).slope == 2


def test_the_required_rate_of_what_adds_up_is_what_is_left_of_the_year() -> None:
    assert required_rate(SICK_DAYS, PROFILE, CH8[:2]) == (Decimal("9.5") - Decimal("5.69")) / 2
    assert required_rate(SICK_DAYS, [Target("2012-13", Decimal(8))], CH8[:2]) is None
    assert required_rate(SICK_DAYS, [Target("2011-12", Decimal(8))], CH8) == (8 - Decimal("12.06")) / 2
    assert required_rate(SICK_DAYS, [Target("2010-11 Q1", Decimal(2))], CH8) is None


def test_the_best_rate_of_what_adds_up_is_a_share_of_the_best_year() -> None:
    told = [*yearly(12, 8, 10, first=2006), *CH8[:2]]
    assert best_rate(SICK_DAYS, told) == 2
    assert best_rate(Scale("higher", "cumulative", "quarter"), told) == 3
    assert best_rate(SICK_DAYS, CH8[:2]) is None
    assert best_rate(SICK_DAYS, yearly(12, 8, 10)) == -4


def test_what_may_still_be_added_against_the_best_year() -> None:
    """Two quarters are left for 9.5 - 5.69 = 3.81: the best year took 2 a quarter, and one of 7 took 1.75."""
    assert no_past_rate_reaches(SICK_DAYS, PROFILE, [*yearly(8, first=2008), *CH8[:2]])
    assert not no_past_rate_reaches(SICK_DAYS, PROFILE, [*yearly(7, first=2008), *CH8[:2]])


def test_a_required_rate_in_a_band_is_to_its_nearer_bound() -> None:
    scale, band = Scale("band", "snapshot", "year"), [Target("2027-28", low=Decimal(40), high=Decimal(60))]
    assert [required_rate(scale, band, yearly(value, first=2025)) for value in (30, 50, 70)] == [5, 0, -5]


@pytest.mark.parametrize(
    ("polarity", "values", "target", "unreachable"),
    [
        ("higher", (10, 12, 13), 16, True),
        ("higher", (10, 12, 13), 15, False),
        ("higher", (10, 12, 13), 12, False),
        ("lower", (16, 14, 13), 10, True),
        ("lower", (16, 14, 13), 11, False),
        ("lower", (16, 14, 13), 14, False),
        ("lower", (13, 14, 16), 15, True),
        ("band", (10, 12, 13), 16, True),
        ("band", (10, 12, 13), 15, False),
        ("band", (16, 14, 13), 10, True),
        ("band", (16, 14, 13), 11, False),
        ("none", (10, 12, 13), 99, False),
        ("higher", (13,), 16, False),
        ("higher", (13, 13), 13, False),
    ],
)
def test_no_past_rate_reaches(polarity: str, values: tuple[int, ...], target: int, unreachable: bool) -> None:
    told = yearly(*values)
    after = int(told[-1].period[:4]) + 1
    goal = [Target(f"{after}-{(after + 1) % 100}", Decimal(target))]
    assert no_past_rate_reaches(Scale(polarity, "snapshot", "year"), goal, told) is unreachable


def test_nothing_is_required_without_readings_or_a_target() -> None:
    assert required_rate(RECYCLED, FIFTY, []) is None
    assert required_rate(RECYCLED, [], READINGS) is None
    assert required_rate(RECYCLED, [Target("2026-27", low=Decimal(40))], READINGS) is None
    assert best_rate(RECYCLED, []) is None
    assert best_rate(RECYCLED, READINGS[:4]) is None


def test_without_a_target_a_calendar_year_and_rolling_years_are_followed_by_their_own_kind() -> None:
    years = [Reading(str(year), Decimal(year - 2000)) for year in range(2018, 2022)]
    assert forecast(Scale("higher", "snapshot", "year"), [], years)[:2] == ("2022", 22)
    three = [f"{year}-{year - 1999} to {year + 2}-{year - 1997}" for year in range(2018, 2022)]
    rolling = [Reading(period, Decimal(at)) for at, period in enumerate(three)]
    found = forecast(Scale("higher", "average", "rolling"), [], rolling)
    assert found[:2] == ("2022-23 to 2024-25", 4)
