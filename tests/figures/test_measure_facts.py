"""The four facts over a measure's chart: as drawn for EN02, and where there is nothing to say."""

from decimal import Decimal
from typing import Any

import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.measure_facts import BigFact, facts_of, say_distance, say_rate, say_target, say_variance
from tests.figures.measure_example import EN02, ch8, en02, made

WORDS = words_in("en")


def test_the_facts_of_the_drawing() -> None:
    assert facts_of(en02(), WORDS) == (
        BigFact("Latest, 2025-26 Q4", "46.9%", "1.1 points short of its path, 48.0"),
        BigFact("Target, 2026-27 Q4", "50.0%", "tolerance 5%, floor 43.0%"),
        BigFact("Direction of travel", "Better", "up 1.0 since Q3, change interval 0.3", "better"),
        BigFact("Forecast, 2026-27 Q4", "48.2%", "needs 0.78 a quarter, best ever 0.68"),
    )


def test_a_measure_of_which_nothing_is_known_says_so() -> None:
    facts = facts_of(made({"title": "Meetings held"}), WORDS)
    assert [(each.label, each.value, each.icon) for each in facts] == [
        ("Latest", "None yet", ""), ("Target", "None yet", ""),
        ("Direction of travel", "None yet", ""), ("Forecast", "None yet", ""),
    ]  # fmt: skip
    assert facts[1].note == "nothing can be rated without one"
    assert facts[3].note == "not enough readings"


def test_lower_is_better_and_its_own_quarter_is_what_it_is_measured_against() -> None:
    latest, target, _direction, forecast = facts_of(ch8(2), WORDS)
    assert latest.note == "0.815 over its target, 4.875"
    assert target == BigFact("Target, 2009-10 Q2", "4.875", "tolerance 5%")
    assert (forecast.label, forecast.value) == ("Forecast, 2009-10 Q4", "11.09")


@pytest.mark.parametrize(
    ("polarity", "value", "said"),
    [
        ("higher", "50", "exactly its target"),
        ("higher", "52", "2.0 points better than its target, 50.0"),
        ("lower", "48", "2.0 points better than its target, 50.0"),
        ("none", "52", "2.0 points above its target, 50.0"),
        ("none", "48", "2.0 points below its target, 50.0"),
    ],
)
def test_how_far_a_reading_is_from_its_target(polarity: str, value: str, said: str) -> None:
    story = made({**EN02, "polarity": polarity}, [("2025-26", value)], [("2025-26", "50")])
    assert story.latest is not None
    assert say_variance(story, story.latest, WORDS) == said


def test_pounds_have_their_sign_and_their_minus() -> None:
    cost = {"title": "Surplus", "unit": "£", "polarity": "higher", "frequency": "quarter"}
    told = [("2026-27 Q1", "-1000"), ("2026-27 Q2", "-1010")]
    latest, _target, direction, _forecast = facts_of(made(cost, told, [("2026-27 Q2", "-1000")]), WORDS)
    assert (latest.value, latest.note) == ("−£1,010", "£10 short of its target, −£1,000")
    assert direction.note == "down £10 since Q1"


def test_one_point_is_one() -> None:
    share = {**EN02, "decimals": 0}
    story = made(share, [("2025-26", "51")], [("2025-26", "50")])
    assert facts_of(story, WORDS)[0].note == "1 point better than its target, 50"


def test_a_band_is_within_or_outside() -> None:
    band: dict[str, Any] = {"period": "2025-26", "low": "22", "high": "27"}
    sizes = {"title": "Class size", "polarity": "band", "unit": "pupils"}
    outside = made(sizes, [("2025-26", "29")], [band])
    assert [each.note for each in facts_of(outside, WORDS)[:1]] == ["2 outside 22 to 27"]
    assert facts_of(outside, WORDS)[1].value == "22 to 27"
    assert facts_of(made(sizes, [("2025-26", "25")], [band]), WORDS)[0].note == "within 22 to 27"
    half = made(sizes, [], [{"period": "2025-26", "high": "27"}, {"period": "2026-27", "low": "22"}])
    assert [say_target(half, each, WORDS) for each in (*half.targets, None)] == [
        "at most 27",
        "at least 22",
        "",
    ]


def test_what_is_no_number_is_said_as_what_it_is() -> None:
    hidden = made(EN02, [{"period": "2025-26 Q4", "state": "suppressed"}])
    assert facts_of(hidden, WORDS)[0] == BigFact(
        "Latest, 2025-26 Q4", "Suppressed", "no number for this period"
    )


def test_tolerances_in_an_amount_and_by_the_rule() -> None:
    amount = made({**EN02, "tolerance": "2", "tolerance_is": "amount"}, [], [("2025-26", "50")])
    assert facts_of(amount, WORDS)[1].note == "tolerance 2.0 points"
    none = made({**EN02, "tolerance": None}, [], [("2025-26", "50")])
    assert facts_of(none, WORDS)[1].note == ""


def test_moves_of_every_kind() -> None:
    years = [("2023-24", "40"), ("2024-25", "40"), ("2025-26", "39")]
    down, same = made(EN02, years), made(EN02, years[:2])
    assert facts_of(down, WORDS)[2].note == "down 1.0 since 2024-25, change interval 0.3"
    assert facts_of(same, WORDS)[2] == BigFact(
        "Direction of travel", "No change", "as it was in 2023-24, change interval 0.3", "same"
    )
    unjudged = made({**EN02, "polarity": None}, years)
    assert facts_of(unjudged, WORDS)[2].value == "Not judged"
    mean = [(f"{year}-{year % 100 + 1}", str(year - 1980)) for year in range(2019, 2024)]
    against_mean = made({**EN02, "direction_against": "mean"}, mean)
    assert (
        facts_of(against_mean, WORDS)[2].note
        == "up 2.5 since the mean of the four before, change interval 0.3"
    )


def test_what_is_needed_when_nothing_is_needed() -> None:
    years = [(f"{year}-{year % 100 + 1}", str(year - 1980)) for year in range(2019, 2024)]
    assert facts_of(made(EN02, years), WORDS)[3].note == "no target after the latest reading"
    reached = made(EN02, years, [("2025-26", "43")])
    assert facts_of(reached, WORDS)[3].note == "the latest meets the target"


def _needed(polarity: str, aggregation: str, last: str, target: str) -> str:
    told = [("2024-25 Q4", "40"), ("2025-26 Q1", "9"), ("2025-26 Q2", "22"), ("2025-26 Q3", last)]
    measure = {"title": "x", "frequency": "quarter", "polarity": polarity, "aggregation": aggregation}
    return facts_of(made(measure, told, [("2025-26", target)]), WORDS)[3].note


def test_a_target_that_the_latest_meets_already_needs_no_move_the_wrong_way() -> None:
    assert _needed("higher", "snapshot", "55", "50") == "the latest meets the target"
    assert _needed("lower", "snapshot", "45", "50") == "the latest meets the target"
    assert _needed("higher", "cumulative", "41", "40") == "the latest meets the target"
    assert _needed("lower", "cumulative", "33", "40") == "needs 7.00 a quarter, best ever 10.00"
    assert _needed("lower", "cumulative", "41", "40") == "more than its target allows already"


def test_a_band_that_is_not_given_for_the_latest_period_is_what_its_direction_lacks() -> None:
    told = [("2025-26 Q2", "62"), ("2025-26 Q3", "55")]
    band = {"period": "2025-26 Q4", "low": "40", "high": "60"}
    story = made({"title": "x", "polarity": "band", "frequency": "quarter"}, told, [band])
    assert facts_of(story, WORDS)[2].note == "down 7 since Q2, no target for its period"


def test_distances_and_rates_in_the_measures_own_unit() -> None:
    pounds = made({"title": "Cost", "unit": "£", "decimals": 0})
    assert say_distance(pounds, Decimal(250), WORDS) == "£250"
    assert say_rate(pounds, Decimal("12.34")) == "12.3"
    assert say_rate(made({"title": "Of no decimals"}), Decimal("0.775")) == "0.78"
