"""The whole trajectory of the drawing, and of measures with little or nothing in them."""

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pmdesk.domain.words import Words
from pmdesk.figures.trajectory import trajectory
from tests.figures.measure_example import CH8, EN02, QUARTERS, ch8, en02, made

WORDS = Words()


def test_the_drawing() -> None:
    figures = trajectory(en02(), WORDS)
    assert figures.title == "EN02 Household waste recycled"
    assert figures.finding == "At this rate it ends 2026-27 1.8 points short of its target"
    assert [tick.label for tick in figures.upright.ticks] == ["40", "42", "44", "46", "48", "50", "52"]
    assert (len(figures.slots), figures.width) == (17, 51)
    assert [year.label for year in figures.years] == ["2022-23", "2023-24", "2024-25", "2025-26", "2026-27"]
    assert figures.baseline == (1.5, Decimal("41.8"), "Baseline 41.8, March 2023")
    assert figures.joined
    assert [(end.kind, end.text, end.second) for end in figures.ends] == [
        ("target", "Target 50.0", ""),
        ("forecast", "Forecast 48.2", "range 47.6 to 48.9"),
        ("floor", "Floor 43.0", ""),
    ]
    assert figures.note is not None
    assert len(figures.points()) == 12


def test_a_measure_with_nothing_in_it() -> None:
    figures = trajectory(made({"title": "New"}), WORDS)
    assert (figures.points(), figures.path, figures.aims, figures.ends) == ((), (), (), ())
    assert figures.finding == "No readings yet"
    assert len(figures.slots) == 4
    assert figures.baseline is None


def test_what_adds_up_starts_at_nothing() -> None:
    figures = trajectory(ch8(2), WORDS)
    assert figures.upright.low == 0
    assert not figures.joined
    assert [end.text for end in figures.ends] == ["Target 9.5", "Forecast 11.09"]
    high = made({**CH8, "baseline": "900"}, [("2025-26 Q4", "1000")], [("2025-26", "990")])
    assert trajectory(high, WORDS).upright.low == 0


def test_the_axis_holds_everything_shown() -> None:
    aim = {"period": "2026-27", "value": "50", "floor": "30", "stretch": "70"}
    rows = [{"area": f"A{n}", "figures": f"2025-26\t{n}"} for n in (20, 25, 90)]
    figures = trajectory(
        made({**EN02, "frequency": "year"}, [("2025-26", "45")], [aim], comparators=rows), WORDS
    )
    assert figures.upright.low <= 22
    assert figures.upright.high >= 70
    assert [end.kind for end in figures.ends] == ["target", "floor", "stretch"]
    assert figures.band_label == "Middle half of 3 other areas"


def test_a_baseline_long_before_the_first_reading_is_not_joined_to_it() -> None:
    figures = trajectory(made(EN02, [("2025-26 Q1", "45")]), WORDS)
    assert not figures.joined
    assert figures.baseline is not None


def test_a_target_of_a_band_is_labelled_with_both_ends() -> None:
    band = {"title": "x", "polarity": "band", "unit": "%", "decimals": 0}
    story = made(band, [("2024-25", "85")], [{"period": "2025-26", "low": "80", "high": "90"}])
    assert trajectory(story, WORDS).ends[0] == ("target", Decimal(85), "Target 80 to 90", "")


NUMBER = st.one_of(st.none(), st.sampled_from(["0", "-5", "9.25", "100", "1250000", "about ten"]))
PERIOD = st.sampled_from([*QUARTERS[4:], "2024-25", "2026-27", "2019", "2025-04", "2022-23 to 2024-25"])
STATE = st.sampled_from([None, "actual", "provisional", "not_due", "suppressed", "not_applicable", "unknown"])


@settings(max_examples=150, deadline=None)
@given(
    st.fixed_dictionaries(
        {
            "title": st.just("Any"),
            "unit": st.sampled_from([None, "%", "£", "days", "per 1,000 people aged 65 and over"]),
            "decimals": st.sampled_from([None, 0, 1, 3]),
            "polarity": st.sampled_from([None, "higher", "lower", "band", "none"]),
            "aggregation": st.sampled_from([None, "snapshot", "cumulative", "ratio", "average"]),
            "frequency": st.sampled_from([None, "month", "quarter", "half", "year", "two_yearly", "rolling"]),
            "baseline": NUMBER,
            "baseline_on": st.sampled_from([None, "2023-03", "2020", "2024-05-01", "long ago"]),
            "tolerance": NUMBER,
        }
    ),
    st.lists(st.fixed_dictionaries({"period": PERIOD, "value": NUMBER, "state": STATE}), max_size=9),
    st.lists(
        st.fixed_dictionaries(
            {
                "period": PERIOD,
                "value": NUMBER,
                "low": NUMBER,
                "high": NUMBER,
                "floor": NUMBER,
                "stretch": NUMBER,
            }
        ),
        max_size=4,
    ),
)
def test_any_measure_has_a_chart_with_something_to_say(
    measure: dict[str, Any], readings: list[dict[str, Any]], targets: list[dict[str, Any]]
) -> None:
    figures = trajectory(made(measure, readings, targets), WORDS)
    assert figures.finding
    assert figures.summary.startswith("Any. ")
    shown = [point.value for point in figures.points() if point.value is not None]
    assert all(figures.upright.low <= value <= figures.upright.high for value in shown)
    assert len({point.period for point in figures.points()}) == len({each["period"] for each in readings})
    assert all("{" not in end.text for end in figures.ends)


def test_a_target_further_off_than_the_next_says_when_it_is() -> None:
    aims = [("2025-26 Q4", "48"), ("2026-27 Q4", "50")]
    figures = trajectory(made(EN02, [("2025-26 Q4", "46.9")], aims), WORDS)
    assert (figures.ends[0].text, figures.ends[0].second) == ("Target 50.0", "2026-27")
    assert trajectory(en02(), WORDS).ends[0].second == "", "the facts beside the chart speak of this one"
