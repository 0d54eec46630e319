"""What the story of a measure prints: the drawing's figures, the newest readings, every number drawn."""

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_measure import SHOWN, is_provisional, measure_figures
from tests.figures.measure_example import EN02, ch8, en02, made

ENGLISH = words_in("en")


def test_the_drawings_measure() -> None:
    figures = measure_figures(en02(), {}, ENGLISH)
    assert (figures.title, figures.rating, figures.period) == (
        "EN02 Household waste recycled", ("close", "Close"), "2025-26 Q4",
    )  # fmt: skip
    assert [fact.value for fact in figures.facts] == ["46.9%", "50.0%", "Better", "48.2%"]
    assert next(flag.title for flag in figures.flags) == "No past rate reaches this"
    assert figures.chart.finding == "At this rate it ends 2026-27 1.8 points short of its target"
    assert [len(each.rows) for each in figures.readings] == list(SHOWN) == [12, 8, 6, 4, 2]
    assert figures.readings[0].note == ""
    assert figures.readings[1].note == (
        "4 earlier readings, from 2023-24 Q1 to 2023-24 Q4: lowest 42.1%, highest 44.2%."
    )


def test_what_is_to_come_has_its_numbers_too() -> None:
    (row,) = measure_figures(en02(), {}, ENGLISH).ahead
    assert [cell.text for cell in row] == ["2026-27 Q4", "–", "50.0", "To come", "", "Forecast 48.2"]


def test_a_period_that_is_over_without_a_reading_is_not_to_come() -> None:
    told = [(f"2024-25 Q{part}", "45") for part in range(1, 5)]
    figures = measure_figures(made(EN02, told, [("2025-26", "50"), ("2026-27", "52")]), {}, ENGLISH)
    assert [(row[0].text, row[3].text) for row in figures.ahead] == [
        ("2026-27", "To come"), ("2025-26", "No reading yet"),
    ]  # fmt: skip


def test_a_missed_reading_with_its_cause() -> None:
    rows = measure_figures(en02(), {}, ENGLISH).readings[0].rows
    (missed,) = [row for row in rows if row[3].state == "missed"]
    said = [cell.text for cell in missed]
    assert said[0] == "2025-26 Q2"
    assert said[1].startswith("44.4")
    assert said[3:] == ["Missed", "Worse", "Four weeks of loads rejected. Cause: another partner"]


def test_earlier_readings_are_one_sentence_however_many() -> None:
    months = [f"{2018 + at // 12}-{at % 12 + 1:02}" for at in range(40)]
    story = made({**EN02, "frequency": "month"}, [(month, "45") for month in months], [("2026-27", "50")])
    figures = measure_figures(story, {}, ENGLISH)
    assert figures.readings[0].rows[0][0].text == "April 2021"
    assert figures.readings[0].note == (
        "28 earlier readings, from January 2018 to April 2020: lowest 45.0%, highest 45.0%."
    )
    one = measure_figures(made(EN02, [(month, "45") for month in months[:13]]), {}, ENGLISH)
    assert one.readings[0].note == "1 earlier reading, January 2018: 45.0%."
    hidden = [{"period": month, "state": "suppressed"} for month in months[:14]]
    assert measure_figures(made(EN02, hidden), {}, ENGLISH).readings[0].note == (
        "2 earlier readings, from January 2018 to February 2018, have no number."
    )


def test_a_measure_of_which_nothing_is_known() -> None:
    figures = measure_figures(made({"title": "Hope"}), {}, ENGLISH)
    assert figures.rating == ("none", "No reading yet")
    assert (figures.readings[0].rows, figures.ahead, figures.targets.rows, figures.others) == (
        (),
        (),
        (),
        None,
    )
    assert figures.readings[0].note == "The figures of each period belong here."
    assert figures.answered == 0
    assert [row[0].state for row in figures.smart.rows] == ["unknown"] * 5


def test_provisional_is_said_of_the_latest_only() -> None:
    told = [{"period": "2024-25", "value": "1", "state": "provisional"}, {"period": "2025-26", "value": "2"}]
    assert not is_provisional(made(EN02, told))
    assert is_provisional(made(EN02, told[:1]))
    assert not is_provisional(made(EN02))


def test_targets_have_floor_only_where_one_is_given() -> None:
    assert [column.heading for column in measure_figures(en02(), {}, ENGLISH).targets.columns] == [
        "Period", "Target", "Floor", "Agreed",
    ]  # fmt: skip
    without = measure_figures(ch8(), {}, ENGLISH).targets
    assert [column.heading for column in without.columns] == ["Period", "Target", "Agreed"]
    assert len(without.rows) == 4
