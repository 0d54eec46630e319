"""Rating, path and direction together, as kept beside a measure."""

import random
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

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


LONG = [
    *(f"{year}-{year - 1999} Q{n}" for year in range(2021, 2026) for n in (1, 2, 3, 4)),
    *(f"{year}-{year - 1999}" for year in range(2016, 2026)),
    *(
        "2024-03",
        "2025-03",
        "2025-04",
        "2018-19 to 2020-21",
        "2022-23 to 2024-25",
        "2024-25 H2",
        "2025-26 H2",
    ),
]
MONTHS = [f"{2023 + n // 12}-{n % 12 + 1:02d}" for n in range(3, 39)]
FIGURES = (None, Decimal(0), Decimal(1), Decimal(7), Decimal(40), Decimal("40.5"), Decimal(60))


def told(chance: random.Random) -> list[Reading]:
    """A series without a gap, or any readings at all: doubled, far apart, of several lengths."""
    periods = chance.choice((MONTHS, LONG[:20], sorted(chance.choices(LONG, k=chance.randrange(25)))))
    few = FIGURES if len(set(periods)) < 20 else FIGURES[1:]
    return [Reading(period, chance.choice(few), id=f"{n}") for n, period in enumerate(periods)]


@settings(max_examples=400)
@given(st.randoms(use_true_random=False))
def test_what_leans_on_no_reading_that_changed_stands_as_it_stood(chance: random.Random) -> None:
    """Readings changed, moved, added and taken away: the rest, worked out before and after, is the same."""
    scale = Scale(
        chance.choice(("higher", "lower", "band", "")),
        chance.choice(("snapshot", "cumulative", "ratio", "")),
        tolerance=Decimal(5),
        change_interval=chance.choice((None, Decimal(1))),
        direction_against=chance.choice(("previous", "last_year", "mean")),
        profile=chance.choice(("", "last_year")),
    )
    targets = [Target(period, Decimal(chance.randrange(60))) for period in chance.choices(LONG[20:30], k=3)]
    rules = [Rule(chance.choice(("tolerance", "beyond", "last_year")))]
    before = told(chance)
    now, changed = list(before), set[str]()
    for _ in range(chance.randrange(1, 3)):
        gone = now.pop(chance.randrange(len(now))) if now and chance.random() < 0.7 else None
        new = Reading(
            chance.choice([*LONG, *MONTHS]), chance.choice(FIGURES), id=gone.id if gone else f"new {len(now)}"
        )
        now += [new] if not gone or chance.random() < 0.7 else []
        changed |= {each.period for each in (gone, *now[-1:]) if each and (each is gone or each is new)}
    anew = {each.id: each for each in standings(scale, targets, now, rules, changed)}
    whole = standings(scale, targets, now, rules)
    stood = {each.id: each for each in standings(scale, targets, before, rules)}
    assert anew.keys() >= {each.id for each in now if each.period in changed}
    assert [anew.get(each.id) or stood[each.id] for each in whole] == whole


def test_a_new_reading_of_this_quarter_has_nothing_else_worked_out() -> None:
    readings = recycled()
    found = standings(RECYCLED, TARGETS, readings, [Rule()], ["2025-26 Q4"])
    assert found == standings(RECYCLED, TARGETS, readings, [Rule()])[-1:]
    assert standings(RECYCLED, TARGETS, readings, [Rule()], ()) == []


def test_what_is_gone_from_last_year_changes_the_path_of_nearly_two_years_later() -> None:
    """Last year's shape has a gap when its April is gone: even this February has another path then."""
    grants = Scale("higher", "cumulative", "month", profile="last_year")
    target = [Target("2025-26", Decimal(120))]
    readings = [Reading(month, Decimal(place), id=month) for place, month in enumerate(MONTHS[9:])]
    april = readings.pop(3)
    assert april.period == "2024-04"
    before = {each.id: each for each in standings(grants, target, [*readings, april], [])}
    now = standings(grants, target, readings, [])
    anew = {each.id: each for each in standings(grants, target, readings, [], [april.period])}
    assert before["2026-02"].path != anew["2026-02"].path
    assert [anew.get(each.id) or before[each.id] for each in now] == now
