"""The rating, rule 2: by the target of its own period, the measure's better way, and the rule of that day."""

from decimal import Decimal
from itertools import pairwise

import pytest

from pmdesk.domain.profile import PathValue
from pmdesk.domain.rating import (
    RATINGS,
    nearer_bound,
    outside,
    presets,
    rate,
    rule_in_force,
    rule_of,
    rules_of,
    word_of,
    worse_by,
)
from pmdesk.domain.rating_rule import METHODS
from pmdesk.domain.series import NO_VALUE, Reading, Rule, Scale

HAVERING = Rule("last_year", tolerance=Decimal(10))
EAST_RIDING = Rule("beyond", tolerance=Decimal(5))
BAND = PathValue(None, Decimal(40), Decimal(60), "target")


def aim(value: str) -> PathValue:
    return PathValue(Decimal(value), None, None, "target")


def read(value: str | None, state: str = "actual") -> Reading:
    return Reading("2025-26 Q4", None if value is None else Decimal(value), state=state)


def rating(value: str, target: str, scale: Scale, rule: Rule | None = None, before: str | None = None) -> str:
    last_year = Reading("2024-25 Q4", Decimal(before)) if before else None
    return rate(read(value), aim(target), scale, rule or Rule(), last_year).rating


@pytest.mark.parametrize(
    ("value", "target", "colour", "worse"),
    [
        ("2.456", "2.44", "amber", "0.66"),
        ("5.69", "4.875", "red", "16.7"),
        ("9.05", "7.31", "red", "23.8"),
        ("12.06", "9.5", "red", "26.9"),
    ],
)
def test_lancaster_s_days_lost_to_sickness(value: str, target: str, colour: str, worse: str) -> None:
    """CH8 of Lancaster's 2009/10 outturn against its quarterly profile."""
    found = rate(read(value), aim(target), Scale("lower", "cumulative", tolerance=Decimal(5)), Rule())
    assert found.rating == colour
    assert found.worse_percent is not None
    assert f"{found.worse_percent:.{len(worse.partition('.')[2])}f}" == worse
    assert found.variance == Decimal(value) - Decimal(target)


@pytest.mark.parametrize(
    ("polarity", "value", "colour"),
    [
        ("higher", "100", "green"),
        ("higher", "100.01", "green"),
        ("higher", "95", "amber"),
        ("higher", "94.99", "red"),
        ("lower", "100", "green"),
        ("lower", "99.99", "green"),
        ("lower", "105", "amber"),
        ("lower", "105.01", "red"),
    ],
)
def test_no_more_than_the_tolerance_includes_it(polarity: str, value: str, colour: str) -> None:
    assert rating(value, "100", Scale(polarity, tolerance=Decimal(5))) == colour


def test_a_number_is_what_was_typed() -> None:
    """As floats, 57.1 - 56.9 is more than 0.2."""
    exact = Scale("lower", tolerance=Decimal("0.2"), tolerance_is="amount")
    assert rating("57.1", "56.9", exact) == "amber"
    assert rating("56.9", "56.9", exact) == "green"
    assert rate(read("57.1"), aim("56.9"), exact, Rule()).variance == Decimal("0.2")


@pytest.mark.parametrize("polarity", ["", "none"])
def test_without_a_better_way_nothing_is_rated(polarity: str) -> None:
    found = rate(read("5"), aim("9"), Scale(polarity, tolerance=Decimal(5)), Rule())
    assert found.rating == "not_rated"
    assert (found.variance, found.worse_percent) == (-4, None)


def test_without_a_target_nothing_is_rated() -> None:
    assert rate(read("5"), None, Scale("higher"), Rule()).rating == "not_rated"
    assert rate(read("5"), BAND, Scale("higher"), Rule()).rating == "not_rated"
    assert rate(read("5"), PathValue(None, None, None, "target"), Scale("band"), Rule()).rating == "not_rated"


@pytest.mark.parametrize("state", NO_VALUE)
def test_four_states_are_no_number_and_never_red(state: str) -> None:
    found = rate(read(None, state), aim("9"), Scale("higher"), Rule())
    assert (found.rating, found.variance, found.worse_percent) == (state, None, None)


def test_a_reading_that_should_have_a_number_and_has_none_is_not_known() -> None:
    assert rate(read(None, "provisional"), aim("9"), Scale("higher"), Rule()).rating == "unknown"


def test_a_provisional_figure_is_rated() -> None:
    assert rate(read("9", "provisional"), aim("9"), Scale("higher"), Rule()).rating == "green"


def test_of_a_target_of_nothing_the_tolerance_is_an_amount() -> None:
    deaths = Scale("lower", tolerance=Decimal(2))
    assert [rating(value, "0", deaths) for value in ("0", "2", "3")] == ["green", "amber", "red"]
    assert rate(read("2"), aim("0"), deaths, Rule()).worse_percent is None
    assert rate(read("0"), aim("0"), deaths, Rule()).worse_percent == 0


def test_the_rule_s_own_per_cent_of_nothing_is_nothing() -> None:
    assert rating("8", "0", Scale("lower"), Rule(tolerance=Decimal(10))) == "red"


def test_the_tolerance_is_the_measure_s_own_else_the_rule_s_else_none() -> None:
    ten = Rule(tolerance=Decimal(10))
    assert rating("91", "100", Scale("higher"), ten) == "amber"
    assert rating("91", "100", Scale("higher", tolerance=Decimal(5)), ten) == "red"
    assert rating("99.9", "100", Scale("higher", tolerance=Decimal(0)), ten) == "red"
    assert rating("99.9", "100", Scale("higher")) == "red"
    assert rating("91", "100", Scale("higher", tolerance=Decimal(9), tolerance_is="amount")) == "amber"


def test_a_target_below_nothing_has_its_tolerance_on_the_worse_side() -> None:
    growth = Scale("higher", tolerance=Decimal(10))
    assert [rating(value, "-10", growth) for value in ("-10", "-11", "-11.1")] == ["green", "amber", "red"]


@pytest.mark.parametrize(
    ("value", "colour", "variance", "worse"),
    [
        ("40", "green", 0, 0),
        ("60", "green", 0, 0),
        ("50", "green", 0, 0),
        ("38", "amber", -2, 5),
        ("63", "amber", 3, 5),
        ("37.9", "red", "-2.1", "5.25"),
        ("63.1", "red", "3.1", None),
    ],
)
def test_a_band_is_measured_from_its_nearer_bound(
    value: str, colour: str, variance: object, worse: object
) -> None:
    found = rate(read(value), BAND, Scale("band", tolerance=Decimal(5)), Rule())
    assert found.rating == colour
    assert found.variance == Decimal(str(variance))
    if worse is not None:
        assert found.worse_percent == Decimal(str(worse))


def test_a_band_may_have_one_bound_or_be_a_single_value() -> None:
    least = PathValue(None, Decimal(40), None, "target")
    assert [rate(read(value), least, Scale("band"), Rule()).rating for value in ("39", "99")] == [
        "red",
        "green",
    ]
    most = PathValue(None, None, Decimal(60), "target")
    assert [rate(read(value), most, Scale("band"), Rule()).rating for value in ("61", "1")] == [
        "red",
        "green",
    ]
    assert [rating(value, "50", Scale("band")) for value in ("49", "50", "51")] == ["red", "green", "red"]
    assert nearer_bound(Decimal(41), BAND, "band") == 40
    assert outside(Decimal(41), PathValue(None, None, None, "target"), "band") is None


@pytest.mark.parametrize(
    ("value", "before", "colour"),
    [
        ("90", None, "green"),
        ("89", "89", "amber"),
        ("89", "88", "amber"),
        ("89", "89.1", "red"),
        ("89", None, "red"),
    ],
)
def test_havering_asks_after_last_year(value: str, before: str | None, colour: str) -> None:
    """'On or within 10% of the quarterly target'; else 'improved or maintained v same quarter last year'."""
    assert rating(value, "100", Scale("higher"), HAVERING, before) == colour


def test_havering_where_lower_is_better_and_in_a_band() -> None:
    assert rating("111", "100", Scale("lower"), HAVERING, "112") == "amber"
    assert rating("111", "100", Scale("lower"), HAVERING, "110.5") == "red"
    for before, colour in (("10", "amber"), ("90", "amber"), ("70", "amber"), ("62", "red")):
        last_year = Reading("2024-25 Q4", Decimal(before))
        assert rate(read("30"), BAND, Scale("band"), HAVERING, last_year).rating == colour


def test_havering_when_last_year_s_figure_is_no_number() -> None:
    last_year = Reading("2024-25 Q4", None, state="suppressed")
    assert rate(read("50"), aim("100"), Scale("higher"), HAVERING, last_year).rating == "red"


@pytest.mark.parametrize(
    ("polarity", "value", "colour"),
    [
        ("higher", "105.01", "green"),
        ("higher", "105", "amber"),
        ("higher", "100", "amber"),
        ("higher", "95", "amber"),
        ("higher", "94.99", "red"),
        ("lower", "94.99", "green"),
        ("lower", "95", "amber"),
        ("lower", "105.01", "red"),
    ],
)
def test_east_riding_is_green_only_beyond_the_tolerance(polarity: str, value: str, colour: str) -> None:
    """The green star is 'significantly better than target', the blue circle 'on target'."""
    assert rating(value, "100", Scale(polarity), EAST_RIDING) == colour


def test_nothing_is_better_than_being_in_a_band() -> None:
    found = [rate(read(value), BAND, Scale("band"), EAST_RIDING).rating for value in ("50", "39", "30")]
    assert found == ["green", "amber", "red"]


def test_a_method_of_a_newer_pmdesk_is_rated_by_tolerance() -> None:
    assert rating("96", "100", Scale("higher", tolerance=Decimal(5)), Rule("of_the_future")) == "amber"


def test_worse_is_less_where_higher_is_better() -> None:
    assert worse_by(Decimal(9), aim("10"), "higher") == 1
    assert worse_by(Decimal(9), aim("10"), "lower") == -1
    assert worse_by(Decimal(9), aim("10"), "none") is None
    assert worse_by(Decimal(9), None, "higher") is None


def test_the_rule_of_the_day_rates() -> None:
    rules = [Rule("beyond", "2026-04-01"), Rule("tolerance"), Rule("last_year", "2025-04-01")]
    days = ("2024-03-31", "2025-03-31", "2025-04-01", "2026-03-31", "2026-04-01", "2030-01-01")
    assert [rule_in_force(rules, day).method for day in days] == [
        "tolerance",
        "tolerance",
        "last_year",
        "last_year",
        "beyond",
        "beyond",
    ]


def test_before_the_first_rule_the_house_s_own_holds() -> None:
    assert rule_in_force([Rule("beyond", "2026-04-01")], "2026-03-31") == Rule()
    assert rule_in_force([], "2026-03-31") == Rule()


def test_rules_are_read_from_their_records() -> None:
    record = {"method": "last_year", "starts": "2026-04-01", "tolerance": "10", "red_word": "Failing"}
    made = rule_of(record)
    assert (made.method, made.starts, made.tolerance) == ("last_year", "2026-04-01", Decimal(10))
    assert [word_of(each, made) for each in ("red", "green")] == ["Failing", "Met"]
    assert rule_of({}) == rule_of({"method": "tolerance", "starts": None})


def test_a_rule_without_a_day_stands_in_place_of_the_first() -> None:
    later = {"method": "beyond", "starts": "2026-04-01"}
    assert [each.method for each in rules_of("last_year", [later])] == ["last_year", "beyond"]
    assert [each.method for each in rules_of("", [later])] == ["tolerance", "beyond"]
    assert [each.method for each in rules_of("last_year", [later, {"method": "tolerance"}])] == [
        "tolerance",
        "beyond",
    ]


def test_every_preset_is_a_rule_with_words_and_a_name_of_its_own() -> None:
    made = presets()
    assert {each["method"] for each in made} <= {code for code, _ in METHODS}
    assert len({each["name"] for each in made}) == len(made) == 5
    assert [each["tolerance"] for each in made if "Havering" in each["name"]] == ["10"]
    for each in made:
        rule = rule_of(each)
        said = [word_of(rating, rule) for rating in ("green", "amber", "red")]
        assert len(set(said)) == 3 and all(said)
    lancaster = rule_of(next(each for each in made if "Lancaster" in each["name"]))
    assert [word_of(each, lancaster) for each in ("green", "amber", "red")] == [
        "On target",
        "Behind target",
        "Failing",
    ]


def test_a_rating_is_told_by_word_and_shape_not_by_colour_alone() -> None:
    assert len({word for _, word in RATINGS.values()}) == len(RATINGS)
    judged = [RATINGS[each][0] for each in ("green", "amber", "red", "not_rated")]
    assert len(set(judged)) == 4
    assert set(NO_VALUE) <= set(RATINGS)


def test_a_rating_gets_no_better_as_a_figure_gets_worse() -> None:
    order = ["green", "amber", "red"]
    for rule in (Rule(tolerance=Decimal(5)), HAVERING, EAST_RIDING):
        found = [
            order.index(rating(str(value), "100", Scale("higher"), rule, "92"))
            for value in range(120, 70, -1)
        ]
        assert all(better <= worse for better, worse in pairwise(found))
