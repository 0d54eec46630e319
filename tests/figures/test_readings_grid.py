"""Rows of the grid as they would stand: the rating is the domain's own, while it is being typed."""

from decimal import Decimal

from pmdesk.domain.series import Rule
from pmdesk.domain.words import Words
from pmdesk.figures.readings_grid import (
    Judged,
    Series,
    frequency,
    has_parts,
    judge,
    line_of,
    series_of,
    shown,
)
from tests.figures.readings_story import CH8, PARTS, across, one, sick_days, waste

WORDS = Words()


def judged(
    series: Series, typed: dict[str, dict[str, str]], rules: tuple[Rule, ...] = (Rule(),)
) -> dict[str, Judged]:
    return judge(series, rules, [(line_of(series, period), texts) for period, texts in typed.items()], WORDS)


def test_ch8_typed_quarter_by_quarter() -> None:
    """Field.md, rule 2: rated against the quarter's own target, not the year's."""
    typed = zip(PARTS, ("2.456", "5.69", "9.05", "12.06"), strict=True)
    made = judged(sick_days(), {f"2009-10 {part}": {"value": value} for part, value in typed})
    assert [each.rating for each in made.values()] == ["amber", "red", "red", "red"]
    first, last = made["2009-10 Q1"], made["2009-10 Q4"]
    assert (first.shape, first.word, first.path) == ("close", "Close", "2.44")
    assert str(last.ask) == "Missed: 12.06 against 9.5. What lies behind it, and whose doing is it?"
    assert made["2009-10 Q1"].ask is None


def test_the_question_is_answered_by_a_note_and_a_cause() -> None:
    period = "2009-10 Q4"
    for note, asked in (({"commentary": "Flu"}, True), ({"commentary": "Flu", "cause": "funding"}, False)):
        made = judged(sick_days(), {period: {"value": "12.06", **note}})
        assert (made[period].ask is not None) == asked


def test_the_council_s_own_word_and_rule_count() -> None:
    rules = (Rule(), Rule("beyond", "2009-10-01", words={"red": "Failing"}))  # type: ignore[arg-type]
    made = judged(sick_days(), {f"2009-10 {part}": {"value": "9.5"} for part in ("Q2", "Q4")}, rules)
    assert [made[f"2009-10 {part}"].rating for part in ("Q2", "Q4")] == ["red", "amber"]
    assert made["2009-10 Q2"].word == "Missed", "the rule of that day"


def test_a_row_without_anything_has_a_path_and_no_rating() -> None:
    made = judged(waste(), {"2025-26 Q3": {}, "2025-26 Q4": {"value": "46.9"}})
    assert (made["2025-26 Q3"].rating, made["2025-26 Q3"].path) == ("", "47.4%")
    assert (made["2025-26 Q4"].rating, made["2025-26 Q4"].value) == ("amber", Decimal("46.9"))
    assert made["2025-26 Q3"].changed == {}


def test_a_ratio_is_worked_out_from_its_parts() -> None:
    made = judged(waste(), {"2025-26 Q4": {"numerator": "4,800", "denominator": "10,000"}})
    assert (made["2025-26 Q4"].value, made["2025-26 Q4"].rating) == (Decimal(48), "green")
    assert made["2025-26 Q4"].changed == {"numerator": "4800", "denominator": "10000"}


def test_only_what_differs_is_changed() -> None:
    series = waste({"2025-26 Q4": {"value": "46.9", "commentary": "Wet"}})
    made = judged(series, {"2025-26 Q4": {"value": "46.90%", "commentary": "Dry"}})
    assert made["2025-26 Q4"].changed == {"commentary": "Dry"}


def test_what_cannot_be_read_is_a_problem_where_it_was_typed_and_a_mark_where_it_was_kept() -> None:
    series = waste({"2025-26 Q4": {"value": "awaited"}})
    stored = judged(series, {"2025-26 Q4": {"commentary": "Soon"}})["2025-26 Q4"]
    assert (stored.problems, stored.marked, stored.changed) == ({}, {"value"}, {"commentary": "Soon"})
    typed = judged(series, {"2025-26 Q4": {"value": "so"}})["2025-26 Q4"]
    assert (set(typed.problems), typed.rating, typed.changed) == ({"value"}, "", {})


def test_states_are_neither_zero_nor_red() -> None:
    for state, shape in (("suppressed", "dash"), ("unknown", "unknown"), ("not_due", "clock")):
        made = judged(waste(), {"2025-26 Q4": {"state": state}})["2025-26 Q4"]
        assert (made.rating, made.shape, made.value, made.ask) == (state, shape, None, None)


def test_one_row_judges_another() -> None:
    """Havering's rule: no worse than last year's reading, which is typed in the same grid."""
    rules = (Rule("last_year"),)
    typed = {"2024-25 Q4": {"value": "44"}, "2025-26 Q4": {"value": "44.5"}}
    assert judged(waste(), typed, rules)["2025-26 Q4"].rating == "amber"
    typed["2024-25 Q4"] = {"value": "45"}
    assert judged(waste(), typed, rules)["2025-26 Q4"].rating == "red"
    typed["2024-25 Q4"] = {"value": ""}
    assert judged(waste(), typed, rules)["2025-26 Q4"].rating == "red"


def test_the_reading_before_is_said() -> None:
    series = waste({"2025-26 Q3": {"value": "45.9"}, "2025-26 Q2": {"state": "unknown"}})
    assert line_of(series, "2025-26 Q4", "2025-26 Q3").previous == "45.9%"
    assert line_of(series, "2025-26 Q3", "2025-26 Q2").previous == ""


def test_of_two_readings_for_a_period_the_newer_stands() -> None:
    rows = [{"id": id, "period": "2009-10 Q1", "value": value} for id, value in (("b", "2"), ("a", "1"))]
    line = line_of(series_of(CH8, [], [*rows, {"id": "c", "period": "soon", "value": "3"}]), "2009-10 Q1")
    assert (line.reading, line.stored) == ("b", {"value": "2"})


def test_numbers_are_shown_with_their_sign_and_no_digit_is_lost() -> None:
    series = waste()
    values = [shown(series, "value", text, WORDS) for text in ("46", "46.95", "so", "")]
    assert values == ["46.0%", "46.95%", "so", ""]
    assert shown(series, "denominator", "10000.5", WORDS) == "10,000.5"
    assert (shown(series, "state", "not_due", WORDS), shown(series, "cause", "", WORDS)) == ("Not due", "")
    assert shown(series, "commentary", "Wet", WORDS) == "Wet"


def test_a_band_is_said_by_its_ends() -> None:
    band = {"id": "t", "period": "2009-10 Q1", "low": "2", "high": "4"}
    series = series_of({**CH8, "polarity": "band"}, [band], [])
    assert judged(series, {"2009-10 Q1": {"value": "5"}})["2009-10 Q1"].path == "2\u20134"


def test_parts_are_asked_for_where_they_are_needed() -> None:
    assert not has_parts(one(sick_days(), "2009-10 Q1"))
    assert has_parts(across(sick_days(), waste()))
    assert (frequency(one(sick_days(), "2009-10 Q1")), frequency(across(waste()))) == ("quarter", "")
