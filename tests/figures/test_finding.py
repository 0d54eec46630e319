"""The sentence of each kind of measure, with its unit and by its polarity."""

from decimal import Decimal
from typing import Any

import pytest

from pmdesk.domain.words import Words
from pmdesk.figures.finding import amount, finding, measured, outcome, said_end, short_finding
from tests.figures.measure_example import CH8, EN02, QUARTERS, ch8, en02, made

WORDS = Words()
GOAL = [{"period": "2026-27 Q4", "value": "50", "floor": "43"}]


def quarters(*values: str) -> list[tuple[str, str]]:
    return list(zip(QUARTERS[-len(values) :], values, strict=True))


def test_the_drawing() -> None:
    assert finding(en02(), WORDS) == "At this rate it ends 2026-27 1.8 points short of its target"
    assert short_finding(en02(), WORDS) == "Heading 1.8 points short of target"


def test_lower_is_better_and_adds_up() -> None:
    assert finding(ch8(2), WORDS) == "At this rate it ends 2009-10 1.59 days above its target"
    assert finding(ch8(4), WORDS) == "It ended 2009-10 2.56 days above its target"
    assert short_finding(ch8(4), WORDS) == "2.56 days above its target"


@pytest.mark.parametrize(
    ("measure", "readings", "targets", "said"),
    [
        (EN02, [], GOAL, "No readings yet"),
        (EN02, [{"period": "2025-26 Q4", "state": "suppressed"}], GOAL, "No reading has a number yet"),
        (EN02, quarters("46.9"), [], "No target yet; the latest is 46.9%, 2025-26 Q4"),
        (EN02, quarters("45", "46.9"), GOAL, "Not enough readings to say where it is heading"),
        (EN02, quarters("40", "41"), GOAL, "It is 2.0 points worse than its floor of 43.0%"),
        (EN02, quarters("46", "47", "48", "49"), GOAL, "At this rate it meets its target for 2026-27"),
        (
            {**EN02, "polarity": "none"},
            quarters("46.9"),
            GOAL,
            "Neither way is better; the latest is 46.9%, 2025-26 Q4",
        ),
        (
            {**EN02, "polarity": ""},
            quarters("46.9"),
            GOAL,
            "Which way is better has not been said; the latest is 46.9%, 2025-26 Q4",
        ),
        (EN02, quarters("50.3"), [("2025-26", "50")], "It met its target for 2025-26, at 50.3%"),
        (EN02, quarters("49.96"), [("2025-26", "50")], "It just missed its target for 2025-26, at 50.0%"),
        (EN02, quarters("48"), [("2025-26", "50")], "It ended 2025-26 2.0 points short of its target"),
        (
            EN02,
            quarters("48"),
            [("2024-25", "50")],
            "No target after 2024-25; the latest is 48.0%, 2025-26 Q4",
        ),
    ],
)
def test_each_kind_of_thing_to_say(measure: Any, readings: Any, targets: Any, said: str) -> None:
    assert finding(made(measure, readings, targets), WORDS) == said


def test_a_reading_that_never_came_is_said() -> None:
    old = made(CH8, [("2009-10 Q1", "2.4"), ("2009-10 Q2", "5")], [("2009-10", "9.5")], today="2011-01-01")
    assert finding(old, WORDS) == "No reading for 2009-10, when its target fell due"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("suppressed", "The figure for 2025-26, when its target fell due, is suppressed"),
        ("unknown", "The figure for 2025-26, when its target fell due, is not known"),
        ("not_applicable", "There is no such figure for 2025-26, when its target fell due"),
        ("not_due", "The figure for 2025-26 is not due yet"),
    ],
)
def test_a_state_in_place_of_the_figure_is_no_missing_reading(state: str, said: str) -> None:
    told = [{"period": "2025-26 Q3", "value": "46"}, {"period": "2025-26 Q4", "state": state}]
    story = made(EN02, told, [("2025-26", "50")])
    assert finding(story, WORDS) == said
    assert short_finding(story, WORDS) != "No reading when it fell due"


def test_the_finished_year_of_what_adds_up_is_said_where_the_next_cannot_be() -> None:
    homes = {**CH8, "polarity": "higher", "unit": "homes"}
    told = list(zip(QUARTERS[-4:], ("28", "57", "90", "118"), strict=True))
    aims = [("2025-26", "122"), ("2026-27", "130")]
    assert finding(made(homes, told, aims), WORDS) == "It ended 2025-26 4 homes short of its target"
    good = made(homes, told, [("2025-26", "110"), aims[1]])
    assert finding(good, WORDS) == "It met its target for 2025-26, at 118 homes"
    untold = made(homes, told, aims[1:])
    assert finding(untold, WORDS) == "Not enough readings to say where it is heading"


def test_a_band() -> None:
    band = {"title": "Occupancy", "unit": "%", "polarity": "band", "frequency": "quarter", "decimals": 0}
    aim = [{"period": "2025-26", "low": "80", "high": "90"}]
    assert finding(made(band, quarters("85"), aim), WORDS) == "It met its target for 2025-26, at 85%"
    assert finding(made(band, quarters("94"), aim), WORDS) == "It ended 2025-26 4 points outside its band"


def test_the_amount_is_that_of_the_figures_shown() -> None:
    """46.9 against 50.0 is 3.1 to whoever reads them, whatever the decimals behind them say."""
    story = made(EN02, quarters("46.949"), [("2025-26", "50.04")])
    assert outcome(story).off == Decimal("3.1")


def test_units() -> None:
    pounds = made({"title": "Cost", "unit": "£", "polarity": "lower"}, [("2024-25", "1250.5")])
    assert (measured(pounds, Decimal("1250.5")), amount(pounds, Decimal(40), WORDS)) == ("£1,250.50", "£40")
    days = made({"title": "Days", "unit": "days"}, [("2024-25", "12")])
    assert (measured(days, Decimal(12)), amount(days, Decimal(3), WORDS)) == ("12 days", "3 days")
    long = made({"title": "Rate", "unit": "per 1,000 people aged 65 and over"}, [("2024-25", "12")])
    assert measured(long, Decimal(12)) == "12"
    whole = made({"title": "Share", "unit": "%", "decimals": 0})
    assert amount(whole, Decimal(1), WORDS) == "1 point"


def test_a_period_is_said_by_the_year_it_ends() -> None:
    assert [said_end(each, WORDS) for each in ("2026-27 Q4", "2026-27 Q3", "2027-03", "2026-27", "2019")] == [
        "2026-27",
        "2026-27 Q3",
        "2026-27",
        "2026-27",
        "2019",
    ]
