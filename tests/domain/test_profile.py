"""The path to a target, rule 3: period targets first, then the line, the even share or last year's shape."""

from decimal import Decimal

import pytest

from pmdesk.domain.profile import PathValue, baseline_month, path, path_value
from pmdesk.domain.series import Reading, Scale, Target
from pmdesk.domain.spacing import month_at

RECYCLED = Scale("higher", "ratio", "quarter", Decimal("41.8"), "2023-03", per_cent=True)
SICK_DAYS = Scale("lower", "cumulative", "quarter")
YEARLY = [Target("2009-10", Decimal("9.5"))]
LAST_YEAR = [("Q1", "1.84"), ("Q2", "4.32"), ("Q3", "7.11"), ("Q4", "10")]


def number(found: PathValue | None) -> Decimal | None:
    return found.value if found else None


def told(year: str, parts: list[tuple[str, str]]) -> list[Reading]:
    return [Reading(f"{year} {part}", Decimal(value)) for part, value in parts]


def quarters(year: str) -> list[str]:
    return [f"{year} Q{n}" for n in (1, 2, 3, 4)]


def test_a_line_from_the_baseline_to_the_target_as_drawn() -> None:
    periods = ["2022-23 Q4", "2023-24 Q1", "2025-26 Q3", "2025-26 Q4", "2026-27 Q4", "2027-28 Q1"]
    found = path(RECYCLED, [Target("2026-27 Q4", Decimal(50))], [], periods)
    assert [number(each) for each in found] == [
        None,
        Decimal("42.3125"),
        Decimal("47.4375"),
        Decimal("47.95"),
        Decimal(50),
        None,
    ]
    assert [each.found for each in found if each] == ["profile"] * 3 + ["target"]


def test_the_line_goes_through_every_target() -> None:
    targets = [
        Target("2024-25", Decimal(44)),
        Target("2023-24", Decimal("43.8")),
        Target("2025-26", Decimal(50)),
    ]
    found = [
        number(path_value(RECYCLED, targets, [], each)) for each in ("2023-24 Q2", "2024-25 Q2", "2025-26 Q2")
    ]
    assert found == [Decimal("42.8"), Decimal("43.9"), Decimal(47)]


def test_a_target_of_the_period_itself_counts_first() -> None:
    targets = [Target("2025-26 Q2", Decimal(44)), Target("2026-27 Q4", Decimal(50))]
    assert path_value(RECYCLED, targets, [], "2025-26 Q2") == PathValue(Decimal(44), None, None, "target")


def test_a_yearly_target_is_that_of_the_last_quarter() -> None:
    assert number(path_value(SICK_DAYS, YEARLY, [], "2009-10 Q4")) == Decimal("9.5")
    assert number(path_value(SICK_DAYS, [Target("2009-10 Q4", Decimal(9))], [], "2009-10")) == 9


def test_the_newest_of_two_targets_for_one_period_counts() -> None:
    twice = [Target("2009-10", Decimal(9), id="2"), Target("2009-10", Decimal(8), id="1")]
    assert number(path_value(SICK_DAYS, twice, [], "2009-10")) == 9


def test_a_target_with_nothing_but_a_floor_is_none() -> None:
    assert path_value(RECYCLED, [Target("2025-26", floor=Decimal(40))], [], "2025-26") is None


def test_without_a_baseline_a_target_holds_for_the_periods_inside_it() -> None:
    on_time = Scale("higher", "average", "quarter")
    targets = [
        Target("2024-25", Decimal(94)),
        Target("2025-26", Decimal(95)),
        Target("2025-26 H1", Decimal(93)),
    ]
    found = [number(path_value(on_time, targets, [], each)) for each in quarters("2025-26")]
    assert found == [93, 93, 95, 95]
    assert number(path_value(on_time, targets, [], "2024-25 Q1")) == 94
    assert path_value(on_time, targets, [], "2026-27 Q1") is None


def test_where_it_is_not_known_how_periods_add_up_a_yearly_target_is_not_put_on_a_quarter() -> None:
    """It may be a count that grows: against the whole year's target three quarters would show green."""
    assert path_value(Scale("lower"), YEARLY, [], "2009-10 Q1") is None
    assert number(path_value(Scale("lower"), YEARLY, [], "2009-10 Q4")) == Decimal("9.5")
    assert number(path_value(Scale("lower", per_cent=True), YEARLY, [], "2009-10 Q1")) == Decimal("9.5")


def test_what_adds_up_takes_an_even_share_of_its_year() -> None:
    found = [number(path_value(SICK_DAYS, YEARLY, [], each)) for each in quarters("2009-10")]
    assert found == [Decimal("2.375"), Decimal("4.75"), Decimal("7.125"), Decimal("9.5")]
    months = [
        number(path_value(SICK_DAYS, [Target("2025-26", Decimal(12))], [], each))
        for each in ("2025-04", "2025-12", "2026-02", "2026-03")
    ]
    assert months == [1, 9, 11, 12]
    by_quarter = [Target("2009-10 Q4", Decimal("9.5"))]
    assert number(path_value(SICK_DAYS, by_quarter, [], "2009-10 Q1")) == Decimal("2.375")


def test_a_share_is_taken_of_no_other_year() -> None:
    assert path_value(SICK_DAYS, YEARLY, [], "2008-09 Q3") is None
    assert path_value(SICK_DAYS, YEARLY, [], "2010-11 Q1") is None
    assert path_value(SICK_DAYS, [Target("2019-20", Decimal(8))], [], "2019") is None, (
        "it began before the year"
    )
    assert path_value(SICK_DAYS, [Target("2022-23 to 2024-25", Decimal(8))], [], "2024-25 Q1") is None


def test_between_targets_given_within_the_year_what_is_left_is_shared() -> None:
    targets = [Target("2025-26 Q2", Decimal(8)), Target("2025-26", Decimal(10))]
    found = [number(path_value(SICK_DAYS, targets, [], each)) for each in quarters("2025-26")]
    assert found == [4, 8, 9, 10]
    assert path_value(SICK_DAYS, targets[:1], [], "2025-26 Q3") is None, "nothing says where the year ends"


def test_the_shape_of_last_year() -> None:
    shaped = Scale("lower", "cumulative", "quarter", profile="last_year")
    before = told("2008-09", LAST_YEAR)
    found = [number(path_value(shaped, YEARLY, before, each)) for each in quarters("2009-10")]
    assert found == [Decimal("1.748"), Decimal("4.104"), Decimal("6.7545"), Decimal("9.5")]


@pytest.mark.parametrize("parts", [LAST_YEAR[:3], LAST_YEAR[1:], [(part, "0") for part, _ in LAST_YEAR], []])
def test_a_last_year_that_is_incomplete_has_no_shape(parts: list[tuple[str, str]]) -> None:
    shaped = Scale("lower", "cumulative", "quarter", profile="last_year")
    found = [number(path_value(shaped, YEARLY, told("2008-09", parts), each)) for each in quarters("2009-10")]
    assert found == [Decimal("2.375"), Decimal("4.75"), Decimal("7.125"), Decimal("9.5")]


def test_a_band_is_held_or_shared_but_lies_on_no_line() -> None:
    band = Target("2025-26", low=Decimal(40), high=Decimal(60))
    held = Scale("band", "snapshot", "quarter", Decimal(10), "2025-03")
    assert path_value(held, [band], [], "2025-26 Q1") == PathValue(None, Decimal(40), Decimal(60), "target")
    grows = path_value(Scale("band", "cumulative", "quarter"), [band], [], "2025-26 Q1")
    assert grows == PathValue(None, Decimal(10), Decimal(15), "profile")


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("2023-03", "2023-03-31"),
        ("2023-03-31", "2023-03-31"),
        ("2023-04-01", "2023-03-31"),
        ("2023", "2023-12-31"),
        ("2022-23", "2023-03-31"),
    ],
)
def test_the_date_of_a_baseline(written: str, month: str) -> None:
    assert baseline_month(Scale(baseline=Decimal(1), baseline_on=written)) == month_at(month)


@pytest.mark.parametrize("written", ["", "when we began"])
def test_a_baseline_without_a_date_begins_no_line(written: str) -> None:
    scale = Scale("higher", "snapshot", "quarter", Decimal(40), written)
    assert baseline_month(scale) is None
    assert path_value(scale, [Target("2025-26", Decimal(50))], [], "2024-25 Q4") is None
    assert baseline_month(Scale(baseline_on="2023-03")) is None
