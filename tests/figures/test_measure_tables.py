"""The tables of a measure's page: readings newest first, targets, years without false sums, other areas."""

from typing import Any

from pmdesk.domain.words import words_in
from pmdesk.figures.measure_tables import (
    comparators_section,
    readings_section,
    targets_section,
    tolerances_section,
    years_section,
)
from pmdesk.figures.record_page import Edit, Lead, Section
from tests.figures.measure_example import CH8, EN02, ch8, en02, made

WORDS = words_in("en")


def texts(section: Section | None, row: int) -> list[str]:
    assert section is not None
    return [cell.text for cell in section.rows[row].cells]


def test_the_readings_of_the_drawing() -> None:
    section = readings_section(en02(), WORDS)
    assert section.count == "12"
    assert texts(section, 0)[:6] == ["2025-26 Q4", "46.9", "48.0", "−1.1", "Close", "Better"]
    assert texts(section, 2) == [
        "2025-26 Q2", "44.4", "46.9", "−2.5", "Missed", "Worse",
        "Four weeks of loads rejected. Cause: another partner",
    ]  # fmt: skip
    assert [cell.icon for cell in section.rows[3].cells if cell.icon] == ["same"]
    assert [cell.state for cell in section.rows[2].cells if cell.state] == ["missed"]
    assert [column.align for column in section.columns[1:4]] == ["right"] * 3


def test_a_row_opens_the_form_of_its_reading() -> None:
    row = readings_section(en02(), WORDS).rows[0]
    assert (row.kind, row.record) == ("reading", "r011")
    assert all(cell.lead == Lead("edit", Edit("reading", "r011", {}, "value")) for cell in row.cells)
    action = readings_section(en02(), WORDS).action
    assert action is not None
    assert action.lead == Lead("edit", Edit("reading", None, {"measure": "en02"}))


def test_a_state_is_no_number_and_a_provisional_figure_says_so() -> None:
    odd = made(EN02, [{"period": "2025-26 Q3", "value": "46", "state": "provisional"},
                      {"period": "2025-26 Q4", "state": "not_due"}])  # fmt: skip
    section = readings_section(odd, WORDS)
    assert texts(section, 0)[1:5] == ["–", "", "", "Not due"]
    assert texts(section, 1)[6] == "Provisional."


def test_targets_with_what_was_agreed_and_only_the_columns_that_are_used() -> None:
    section = targets_section(en02(), WORDS)
    assert [each.title for each in section.columns] == ["Period", "Target", "Floor", "Agreed"]
    assert texts(section, 0) == ["2026-27 Q4", "50.0%", "43.0%", "Nobody is named yet"]
    agreed: dict[str, Any] = {"period": "2026-27", "value": "50", "stretch": "52", "agreed_by": "Cabinet",
                              "agreed_on": "2025-04-03"}  # fmt: skip
    told = targets_section(made(EN02, [], [agreed, ("2025-26", "48")]), WORDS)
    assert [each.title for each in told.columns] == ["Period", "Target", "Stretch", "Agreed"]
    assert texts(told, 0) == ["2026-27", "50.0%", "52.0%", "Cabinet, 3 April 2025"]
    assert told.rows[1].record == "t001"


def test_what_adds_up_is_its_own_last_value_and_says_how_far_the_year_is() -> None:
    assert texts(years_section(ch8(), WORDS), 0) == ["2009-10", "12.06", ""]
    assert texts(years_section(ch8(2), WORDS), 0) == ["2009-10", "5.69", "so far, to 2009-10 Q2"]


def test_percentages_are_never_averaged() -> None:
    section = years_section(en02(), WORDS)
    assert section is not None
    assert section.rows == ()
    assert section.text == "Numerator and denominator are needed: percentages cannot be averaged."
    parts: list[dict[str, Any]] = [
        {"period": "2025-26 Q1", "numerator": "1", "denominator": "2"},
        {"period": "2025-26 Q2", "numerator": "90", "denominator": "98"},
    ]
    assert texts(years_section(made(EN02, parts), WORDS), 0)[:2] == ["2025-26", "91.0%"]


def test_yearly_readings_need_no_table_of_years() -> None:
    assert years_section(made(EN02, [("2025-26", "40")]), WORDS) is None
    assert years_section(made(EN02), WORDS) is None
    unsaid = years_section(
        made({**CH8, "aggregation": None}, [("2009-10 Q1", "2"), ("2009-10 Q2", "3")]), WORDS
    )
    assert unsaid is not None
    assert unsaid.text == "How its periods add up is not known."


AREAS: list[dict[str, Any]] = [
    {"id": "a", "area": "Fenwick", "family": "2", "figures": "2024-25\t44\n2025-26\t48"},
    {"id": "b", "area": "Howgate", "figures": "2025-26\t51"},
    {"id": "c", "area": "Moorland", "figures": "2025-26\t40"},
    {"id": "d", "area": "England", "figures": "2025-26\t45"},
]


def test_other_areas_best_first_with_ours_among_them() -> None:
    ours = made(EN02, [("2025-26", "46")], comparators=AREAS)
    section = comparators_section(ours, WORDS)
    assert section is not None
    assert (section.title, section.count) == ("Other areas, 2025-26", "3")
    assert [row.cells[0].text for row in section.rows] == [
        "Howgate",
        "Fenwick",
        "Ours",
        "England",
        "Moorland",
    ]
    assert section.text == (
        "Ours is number 3 of 4, counted from the best. That is in the third quarter."
        " The median of the others is 48.0%."
    )
    assert [row.record for row in section.rows] == ["b", "a", "", "d", "c"]
    assert {len(row.cells) for row in section.rows} == {len(section.columns)}


def test_lower_is_better_turns_the_order_and_no_polarity_has_no_place() -> None:
    lower = comparators_section(
        made({**EN02, "polarity": "lower"}, [("2025-26", "46")], comparators=AREAS), WORDS
    )
    assert lower is not None
    assert [row.cells[0].text for row in lower.rows] == ["Moorland", "England", "Ours", "Fenwick", "Howgate"]
    assert lower.text.startswith("Ours is number 2 of 4")
    neither = comparators_section(
        made({**EN02, "polarity": None}, [("2025-26", "46")], comparators=AREAS), WORDS
    )
    assert neither is not None
    assert neither.text == "The median of the others is 48.0%."


def test_the_last_period_that_both_have_else_the_others_last() -> None:
    earlier = comparators_section(made(EN02, [("2024-25", "43")], comparators=AREAS), WORDS)
    assert earlier is not None
    assert earlier.title == "Other areas, 2024-25"
    without = comparators_section(made(EN02, [], comparators=AREAS), WORDS)
    assert without is not None
    assert (without.title, len(without.rows)) == ("Other areas, 2025-26", 4)
    assert comparators_section(made(EN02), WORDS) is None


def test_a_band_in_the_column_of_paths_is_as_bare_as_the_values_beside_it() -> None:
    aims = [
        {"period": "2025-26 Q2", "high": "60"},
        {"period": "2025-26 Q3", "low": "40"},
        {"period": "2025-26 Q4", "low": "40", "high": "60"},
    ]
    told = [(f"2025-26 Q{part}", "38") for part in (2, 3, 4)]
    section = readings_section(made({**EN02, "polarity": "band"}, told, aims), WORDS)
    assert [(row.cells[1].text, row.cells[2].text) for row in section.rows] == [
        ("38.0", "40.0 to 60.0"),
        ("38.0", "at least 40.0"),
        ("38.0", "at most 60.0"),
    ]


def test_the_tolerances_it_had_before_last_one_first_and_no_table_of_none() -> None:
    assert tolerances_section(en02(), WORDS) is None
    earlier = [
        {"id": "e1", "before": "2025-04-01", "tolerance": "10", "tolerance_is": "percent"},
        {"id": "e2", "before": "2026-01-01", "tolerance": "1.5", "tolerance_is": "amount"},
        {"id": "e3", "before": "2024-04-01", "tolerance": None},
    ]
    section = tolerances_section(en02(earlier=earlier), WORDS)
    assert [texts(section, row) for row in range(3)] == [
        ["1 January 2026", "1.5 points"], ["1 April 2025", "10%"], ["1 April 2024", "none of its own"],
    ]  # fmt: skip
    assert section is not None and section.rows[0].cells[0].lead == Lead(
        "edit", Edit("earlier_tolerance", "e2")
    )
    story = en02(earlier=earlier)
    assert {each.period: each.rating for each in story.standings}["2025-26 Q2"] == "red"
    wider = en02(earlier=[{"id": "e1", "before": "2026-01-01", "tolerance": "6"}])
    assert {each.period: each.rating for each in wider.standings}["2025-26 Q2"] == "amber"
