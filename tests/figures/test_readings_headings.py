"""Headings of a pasted block, ours and other people's."""

from pmdesk.domain.words import Words
from pmdesk.figures.readings_headings import Headings, plain, read_headings
from tests.figures.readings_story import COLUMNS, across, one, sick_days, waste

ONE, ACROSS = one(sick_days(), "2009-10 Q1"), across(sick_days(), waste())


def roles(grid: object, *cells: str) -> tuple[str, ...] | None:
    found = read_headings(grid, COLUMNS, cells, Words())  # type: ignore[arg-type]
    return found.roles if found else None


def test_the_headings_of_a_measure_s_grid() -> None:
    assert roles(ONE, "Period", "Path", "Actual", "Comment") == ("key", "", "value", "commentary")
    assert roles(ONE, "PERIOD", "value") == ("key", "value")


def test_the_headings_across_measures() -> None:
    assert roles(ACROSS, "PI_no", "Measure", "Q4 2025/26", "Cause") == ("key", "", "value", "cause")
    assert roles(ACROSS, "Indicator", "31/03/2026") == ("key", "value")


def test_a_row_of_figures_is_no_heading() -> None:
    assert roles(ONE, "2009-10 Q1", "2.456") is None
    assert roles(ACROSS, "Value", "12") is None
    assert roles(ONE, "Flu", "Snow") is None


def test_a_column_without_a_place_is_named() -> None:
    found = read_headings(ACROSS, COLUMNS, ["Code", "2025-26 Q3", "Target", "2025-26 Q4"], Words())
    assert isinstance(found, Headings)
    assert found.roles == ("key", "", "", "value")
    assert [str(each) for each in found.left] == ["The column ‘2025-26 Q3’ was left out."]


def test_parts_have_no_place_where_the_grid_has_none() -> None:
    assert roles(ONE, "Period", "Numerator", "Value") == ("key", "", "value")


def test_spaces_and_case_say_nothing() -> None:
    assert plain("  Measure\tTitle ") == "measure title"
