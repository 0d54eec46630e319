"""A trajectory's table, note and description."""

from pmdesk.domain.series import Rule
from pmdesk.domain.words import Words
from pmdesk.figures.measure_story import measure_story
from pmdesk.figures.trajectory_rows import note, summary, trajectory_rows
from tests.figures.measure_example import EN02, TODAY, ch8, en02, made

WORDS = Words()


def test_the_rows_of_the_drawing() -> None:
    rows = trajectory_rows(en02(), WORDS)
    assert rows[-2] == (
        "r011", "2025-26 Q4", "46.9", "48.0", "−1.1", "Close", "close", "Better", "+1.0", "", False,
    )  # fmt: skip
    assert rows[-4][1:8] == ("2025-26 Q2", "44.4", "46.9", "−2.5", "Missed", "missed", "Worse")
    assert rows[-1] == ("", "2026-27 Q4", "", "50.0", "", "", "", "", "", "48.2", False)


def test_a_state_is_its_own_word_and_no_number() -> None:
    row = trajectory_rows(made(EN02, [{"period": "2024-25 Q2", "state": "suppressed"}]), WORDS)[0]
    assert (row.value, row.rating, row.shape) == ("", "Suppressed", "dash")


def test_a_band_is_said_with_both_its_ends() -> None:
    band = {"title": "x", "polarity": "band", "unit": "%", "decimals": 0}
    for aim, said in (({"low": "80", "high": "90"}, "80 to 90"), ({"low": "80"}, "80 or more"),
                      ({"high": "90"}, "90 or less")):  # fmt: skip
        story = made(band, [("2025-26", "85")], [{"period": "2025-26", **aim}])
        assert trajectory_rows(story, WORDS)[0].path == said


def test_the_councils_words_are_those_of_the_reading_s_own_day() -> None:
    rules = [Rule(), Rule(starts="2026-01-01", words={"red": "Failing"})]
    told = [
        {"id": "a", "period": "2025-26 Q3", "value": "1"},
        {"id": "b", "period": "2025-26 Q4", "value": "1"},
    ]
    aims = [{"id": "t", "period": "2026-27 Q4", "value": "50"}]
    story = measure_story({"id": "m", **EN02}, aims, told, rules, TODAY)
    assert [row.rating for row in trajectory_rows(story, WORDS)][:2] == ["Missed", "Failing"]
    assert "1 Missed, 1 Failing" in summary(story, WORDS)


def test_the_last_missed_reading_says_why() -> None:
    assert note(en02(), WORDS) == ("2025-26 Q2", "44.4: Four weeks of loads rejected")
    assert note(ch8(), WORDS) is None
    caused = made(EN02, [{"period": "2025-26 Q4", "value": "2", "cause": "funding"}], [("2026-27", "50")])
    assert note(caused, WORDS) == ("2025-26 Q4", "2.0: Funding")


def test_a_long_commentary_is_cut_between_words() -> None:
    long = {"period": "2025-26 Q4", "value": "2", "commentary": "Rain " * 30}
    found = note(made(EN02, [long], [("2026-27", "50")]), WORDS)
    assert found is not None
    assert found.text.endswith("Rain…")
    assert len(found.text) < 55


def test_the_description() -> None:
    assert summary(en02(), WORDS) == (
        "EN02 Household waste recycled. At this rate it ends 2026-27 1.8 points short of its target. "
        "From 42.1% in 2023-24 Q1 to 46.9% in 2025-26 Q4. Of 12 readings: 5 Met, 6 Close, 1 Missed. "
        "Forecast for 2026-27 Q4: 48.2%, range 47.6 to 48.9%; target 50.0."
    )
    assert summary(made(EN02), WORDS) == "EN02 Household waste recycled. No readings yet."
    assert "11.09 days; target 9.5." in summary(ch8(2), WORDS)
    one = summary(made({"title": "x", "polarity": "higher"}, [("2025-26", "5")]), WORDS)
    assert one == "x. No target yet; the latest is 5, 2025-26. 5 in 2025-26."
