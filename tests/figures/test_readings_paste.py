"""Blocks from real spreadsheets land where they belong, and what has no place is named."""

from dataclasses import replace

from pmdesk.domain.pasted import read_block
from pmdesk.domain.words import Words
from pmdesk.figures.readings_grid import ReadingsGrid
from pmdesk.figures.readings_paste import Landed, land
from tests.figures.readings_story import COLUMNS, PARTS, across, one, sick_days, waste

YEAR = one(sick_days(), *(f"2009-10 {part}" for part in PARTS))
BOTH = across(sick_days(), waste())


def landed(grid: ReadingsGrid, text: str, row: int = 0, column: str = "value") -> Landed:
    return land(grid, COLUMNS, read_block(text), row, column, Words())


def cells(grid: ReadingsGrid, text: str, row: int = 0, column: str = "value") -> dict[str, dict[str, str]]:
    made = landed(grid, text, row, column).cells
    return {key[1] if grid.measure else key[0]: dict(typed) for key, typed in made.items()}


def left(grid: ReadingsGrid, text: str) -> list[str]:
    return [str(each) for each in landed(grid, text).left]


def test_a_column_lands_where_it_is_pasted() -> None:
    assert cells(YEAR, "2.456\n5.69\n", row=1) == {
        "2009-10 Q2": {"value": "2.456"}, "2009-10 Q3": {"value": "5.69"},
    }  # fmt: skip


def test_a_block_by_place_empties_what_is_empty_in_it() -> None:
    assert cells(YEAR, "2.456\t\tFlu\n", column="value") == {
        "2009-10 Q1": {"value": "2.456", "state": "", "commentary": "Flu"}
    }


def test_more_rows_than_there_are_add_the_periods_that_follow() -> None:
    made = landed(YEAR, "1\n2\n3\n", row=3)
    assert made.periods == ("2010-11 Q1", "2010-11 Q2")
    assert made.cells["ch8", "2010-11 Q2"] == {"value": "3"}
    assert made.left == ()


def test_across_measures_rows_too_many_are_named() -> None:
    made = landed(BOTH, "1\n2\n3\n\n")
    assert len(made.cells) == 2
    assert [str(each) for each in made.left] == ["‘3’ is no measure of this grid; its row was left out."]


def test_periods_in_the_first_column_say_the_row() -> None:
    text = "Q3 2009/10\t9.05\n2009/10 Quarter 1\t2.456\n"
    assert cells(YEAR, text, row=3) == {"2009-10 Q3": {"value": "9.05"}, "2009-10 Q1": {"value": "2.456"}}


def test_an_empty_cell_matched_by_its_period_leaves_what_stands_there() -> None:
    assert cells(YEAR, "2009-10 Q1\t\n2009-10 Q2\t5.69\n") == {"2009-10 Q2": {"value": "5.69"}}


def test_a_period_the_measure_is_not_taken_for_is_named() -> None:
    text = "Period\tActual\n2009-10 Q1\t2.4\n2009-10\t12\n2010/11 Q1\t3\n"
    assert left(YEAR, text) == ["‘2009-10’ is no period of this measure; its row was left out."]
    assert landed(YEAR, text).periods == ("2010-11 Q1",)


def test_totals_and_years_under_the_quarters_are_left_out_and_the_quarters_find_their_rows() -> None:
    found = {"2009-10 Q1": {"value": "2.4"}, "2009-10 Q2": {"value": "5.7"}}
    down = "Apr-Jun 2009\t2.4\nJul-Sep 2009\t5.7\n2009-10\t5.7\nTotal\t8.1\n"
    across = "Sickness\tQ1 2009/10\tQ2 2009/10\tTotal\nCH8\t2.4\t5.7\t8.1\n"
    assert cells(YEAR, down, row=2) == cells(YEAR, across, row=2) == found
    assert left(YEAR, down) == [
        "‘2009-10’ is no period of this measure; its row was left out.",
        "‘Total’ is no period of this measure; its row was left out.",
    ]


def test_words_of_which_less_than_half_are_periods_are_figures_of_their_own() -> None:
    assert cells(YEAR, "n/a\tFlu\nnot due\tNo\n2009-10 Q1\tYes\n")["2009-10 Q1"] == {
        "value": "n/a", "state": "Flu"
    }  # fmt: skip


def test_dates_at_the_end_of_quarters_are_quarters() -> None:
    assert cells(YEAR, "30/06/2009\t2.456\n30/09/2009\t5.69\n").keys() == {"2009-10 Q1", "2009-10 Q2"}


def test_bare_years_are_periods_only_in_a_column_of_periods() -> None:
    yearly = one(waste(), "2019-20")
    assert cells(yearly, "2019\t2020\n", column="value") == {"2019-20": {"value": "2019", "state": "2020"}}
    assert landed(yearly, "201920\t45\n", column="").cells == {("en02", "2019-20"): {"value": "45"}}


def test_numbers_without_a_heading_are_names_where_every_one_is_known() -> None:
    yearly = one(replace(waste(), scale=replace(waste().scale, frequency="year")), "2019-20")
    assert cells(yearly, "2019\t5\n2020\t6\n") == {"2019": {"value": "5"}, "2020": {"value": "6"}}
    assert cells(yearly, "2019\t5\n2019\t6\n").keys() == {"2019-20", "2020-21"}, "a year stands twice"
    numbered = across(replace(sick_days(), code="007"), replace(waste(), code="12"))
    assert cells(numbered, "12\t5\n007\t6\n") == {"en02": {"value": "5"}, "ch8": {"value": "6"}}
    assert cells(numbered, "12\t5\n13\t6\n")["ch8"]["value"] == "12", "13 is no code: these are figures"
    mixed = across(replace(sick_days(), code="007"), waste())
    assert cells(mixed, "007\t5\nEN02\t6\n") == {"ch8": {"value": "5"}, "en02": {"value": "6"}}


def test_headings_say_what_the_columns_are() -> None:
    text = "Period\tComment\tActual\n2009-10 Q2\tFlu\t5.69\n"
    assert cells(YEAR, text) == {"2009-10 Q2": {"commentary": "Flu", "value": "5.69"}}
    assert cells(YEAR, "Value\n2.456\n5.69\n", row=1).keys() == {"2009-10 Q2", "2009-10 Q3"}


def test_a_column_of_notes_is_the_commentary() -> None:
    for heading in ("Note", "Comments", "Nodiadau"):
        typed = cells(YEAR, f"Quarter\tActual\t{heading}\n2009-10 Q1\t2.4\tFlu\n")
        assert typed == {"2009-10 Q1": {"value": "2.4", "commentary": "Flu"}}


def test_codes_and_titles_find_their_measure_in_any_order() -> None:
    text = "en02\t46.9\nworking days lost to  sickness\t12.06\nNI 192\t3\n"
    assert cells(BOTH, text) == {"en02": {"value": "46.9"}, "ch8": {"value": "12.06"}}
    assert left(BOTH, text) == ["‘NI 192’ is no measure of this grid; its row was left out."]


def test_a_code_that_is_a_number_is_still_a_code() -> None:
    coded = across(replace(waste(), code="007"))
    assert cells(coded, "007\t46.9\n8\t3\n", column="") == {"en02": {"value": "46.9"}}


def test_a_measure_named_twice_is_said() -> None:
    text = "EN02\t1\nEN02\t2\n"
    assert cells(BOTH, text) == {"en02": {"value": "2"}}
    assert left(BOTH, text) == ["‘EN02’ stands twice; the last one counts."]


def test_periods_side_by_side_are_turned() -> None:
    text = "Measure\t2009-10 Q1\t2009-10 Q2\nCH8\t2.456\t5.69\n"
    there = {"2009-10 Q1": {"value": "2.456"}, "2009-10 Q2": {"value": "5.69"}}
    assert cells(YEAR, text) == there
    assert cells(YEAR, "2009-10 Q1\t2009-10 Q2\n2.456\t5.69\n") == there
    noted = cells(YEAR, "\t2009-10 Q1\t2009-10 Q2\nComment\tFlu\tSnow\n")
    assert noted == {"2009-10 Q1": {"commentary": "Flu"}, "2009-10 Q2": {"commentary": "Snow"}}


def test_a_block_too_wide_is_said() -> None:
    made = landed(YEAR, "1\tactual\tFlu\tfunding\tmore\n")
    assert [str(each) for each in made.left] == [
        "The block is wider than the grid: its last columns were left out."
    ]
    assert landed(YEAR, "1\tactual\tFlu\tfunding\t\n").left == ()


def test_nothing_pasted_types_nothing() -> None:
    assert landed(YEAR, "") == Landed({}, (), ())
