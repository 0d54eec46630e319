"""Rating, path and direction together, as kept beside a measure."""

from decimal import Decimal

from pmdesk.domain.rating import Rated
from pmdesk.domain.series import NO_VALUE, Reading, Rule, Scale, Target
from pmdesk.domain.standing import Standing, standings

PERIODS = [f"{year} Q{n}" for year in ("2023-24", "2024-25", "2025-26") for n in (1, 2, 3, 4)]
RECYCLED = Scale("higher", "ratio", "quarter", Decimal("41.8"), "2023-03", Decimal(5), "", Decimal("0.3"))
VALUES = ("42.1", "42.9", "43.6", "44.2", "44.8", "45.1", "45.0", "45.2", "45.1", "44.4", "45.9", "46.9")
TARGETS = [Target("2026-27 Q4", Decimal(50), floor=Decimal(43))]
SICK_DAYS = Scale("lower", "cumulative", "quarter", tolerance=Decimal(5))
CH8 = [
    Reading(f"2009-10 Q{n}", Decimal(value)) for n, value in enumerate(("2.456", "5.69", "9.05", "12.06"), 1)
]
PROFILE = [
    Target(f"2009-10 Q{n}", Decimal(value)) for n, value in enumerate(("2.44", "4.875", "7.31", "9.5"), 1)
]


def recycled(**changed: str) -> list[Reading]:
    """The drawing's readings; some corrected, by the period without its year's century: q='2023-24 Q1'."""
    values = dict(zip(PERIODS, VALUES, strict=True)) | {
        name.replace("_", " "): new for name, new in changed.items()
    }
    return [Reading(period, Decimal(value), id=period) for period, value in values.items()]


def test_the_measure_as_it_is_drawn() -> None:
    found = standings(RECYCLED, TARGETS, recycled(), [Rule()])
    assert [each.period for each in found] == PERIODS
    assert [each.rating for each in found] == [
        "amber",
        *["green"] * 5,
        *["amber"] * 3,
        "red",
        "amber",
        "amber",
    ]
    assert [each.direction for each in found[5:]] == [
        "better", "no_change", "no_change", "no_change", "worse", "better", "better",
    ]  # fmt: skip
    last = found[-1]
    assert last.path is not None and last.path.value == Decimal("47.95")
    assert (last.ends, last.id, last.variance, last.change) == (
        "2026-03-31", "2025-26 Q4", Decimal("-1.05"), Decimal(1),
    )  # fmt: skip


def test_lancaster_against_its_profile_and_against_nothing_but_its_year() -> None:
    """Rated against the year's 9.5 three quarters would show green: the error to prevent."""
    colours = ["amber", "red", "red", "red"]
    found = standings(SICK_DAYS, PROFILE, CH8, [])
    assert [each.rating for each in found] == colours
    assert [f"{each.worse_percent:.3g}" for each in found] == ["0.656", "16.7", "23.8", "26.9"]
    found = standings(SICK_DAYS, [Target("2009-10", Decimal("9.5"))], CH8, [])
    assert [each.rating for each in found] == colours
    assert [f"{each.worse_percent:.3g}" for each in found] == ["3.41", "19.8", "27.0", "26.9"]


def test_what_adds_up_and_says_so_to_nobody_is_not_rated_against_its_year() -> None:
    found = standings(Scale("lower", "", "quarter"), [Target("2009-10", Decimal("9.5"))], CH8, [])
    assert [each.rating for each in found] == ["not_rated"] * 3 + ["red"]


def test_a_new_rule_re_rates_nothing() -> None:
    rules = [Rule("beyond", "2025-10-01", Decimal(0)), Rule()]
    before, after = (standings(RECYCLED, TARGETS, recycled(), each) for each in (rules[1:], rules))
    assert before[:10] == after[:10]
    plain = Scale("higher", "ratio", "quarter", Decimal("41.8"), "2023-03")
    strict = standings(plain, TARGETS, recycled(), [*rules, Rule("last_year", "2026-01-01")])
    assert [each.rating for each in strict[-2:]] == ["red", "amber"], "last year's fourth quarter was 45.2"


def test_havering_finds_last_year_s_quarter() -> None:
    havering = [Rule("last_year", tolerance=Decimal(1))]
    scale = Scale("higher", "snapshot", "quarter")
    targets = [Target(period, Decimal(50)) for period in PERIODS]
    readings = [Reading("2024-25 Q1", Decimal(40)), Reading("2024-25 Q2", Decimal(42)),
                Reading("2025-26 Q1", Decimal(41)), Reading("2025-26 Q2", Decimal(41))]  # fmt: skip
    assert [each.rating for each in standings(scale, targets, readings, havering)] == [
        "red",
        "red",
        "amber",
        "red",
    ]


def test_correcting_an_early_period_leaves_every_later_figure() -> None:
    targets = [Target("2009-10", Decimal("9.5"))]
    corrected = [Reading("2009-10 Q1", Decimal("2.3")), *CH8[1:]]
    before, after = (standings(SICK_DAYS, targets, each, []) for each in (CH8, corrected))
    assert after[0].rating == "green"
    assert before[1:] == after[1:]


def test_the_four_states_stand_as_what_they_are() -> None:
    readings = [Reading(period, None, state=state) for period, state in zip(PERIODS, NO_VALUE, strict=False)]
    found = standings(RECYCLED, TARGETS, [*readings, Reading("2024-25 Q1", Decimal("44.8"))], [Rule()])
    assert [each.rating for each in found[:4]] == list(NO_VALUE)
    assert {(each.value, each.variance, each.direction) for each in found[:4]} == {(None, None, "")}
    assert found[4].rating == "green"
    assert (found[4].direction, found[4].change) == ("", None), "there is nothing before it to compare with"


def test_readings_come_out_in_period_order_each_by_itself() -> None:
    shuffled = [*recycled()[6:], *recycled()[:6], Reading("2025-26 Q4", None, state="unknown", id="z")]
    found = standings(RECYCLED, TARGETS, shuffled, [Rule()])
    assert [each.period for each in found] == [*PERIODS, "2025-26 Q4"]
    assert [each.rating for each in found[-2:]] == ["amber", "unknown"]
    assert standings(RECYCLED, TARGETS, [], [Rule()]) == []


def test_a_standing_carries_all_that_is_rated() -> None:
    assert set(Rated._fields) <= set(Standing._fields)
