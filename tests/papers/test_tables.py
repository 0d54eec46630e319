"""Tables: one head however many pages, level lists, rows that break without losing a word."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_values import Cell, Column, Group
from pmdesk.papers.register_lists import register_list
from pmdesk.papers.sheet import MEASURE, Sheet
from pmdesk.papers.tables import (
    DENSE,
    Line,
    Place,
    facts,
    fitted,
    places_of,
    row_lines,
    table,
    tall_of_rows,
)
from tests.papers.example_papers import register_figures
from tests.papers.reading import of_kind, tags

ENGLISH = words_in("en")
PLACES = (Place(0, 60), Place(80, 200))


def said(lines: list[Line]) -> list[str]:
    return [line.text.strip() for line in lines]


def test_a_table_over_many_pages_is_one_table_with_its_head_said_once() -> None:
    made = register_list(register_figures(80), ENGLISH)
    assert len(PdfReader(BytesIO(made)).pages) > 3
    assert of_kind(made, "TH").count("Link officer") == 1
    assert of_kind(made, "TD").count("Ruth Adeyemi") == 80
    assert [tag.kind for tag in tags(made)].count("Table") == 1


def test_the_head_is_seen_on_every_page() -> None:
    made = register_list(register_figures(80), ENGLISH)
    assert all("Link officer" in page.extract_text() for page in PdfReader(BytesIO(made)).pages)


def test_lists_in_one_row_stand_level() -> None:
    row = (Cell("Margaret Holloway\nDafydd Pugh"), Cell("May 2027\nMay 2028"))
    names, ends = row_lines(row, PLACES)
    assert said(names) == ["Margaret", "Holloway", "Dafydd", "Pugh"]
    assert said(ends) == ["May 2027", "", "May 2028", ""]


def test_lists_of_different_lengths_are_left_alone() -> None:
    names, ends = row_lines((Cell("Margaret Holloway\nDafydd"), Cell("May 2027")), PLACES)
    assert said(names) == ["Margaret", "Holloway", "Dafydd"]
    assert said(ends) == ["May 2027"]


def test_the_shape_stands_before_the_first_line_only() -> None:
    (lines,) = row_lines((Cell("Not answered", quiet="yet", strong=True, state="none"),), (Place(0, 75),))
    assert [line.state for line in lines] == ["none", "", ""]
    assert [line.indent for line in lines] == [14, 14, 0]


def test_an_odd_fact_still_makes_a_whole_row() -> None:
    sheet = Sheet("Title", "Council", "", "2026-04-27", ENGLISH)
    facts(sheet, (("Term", "2024"), ("Officer", "Ruth"), ("Support", "None")))
    kinds = [tag.kind for tag in tags(sheet.finish())]
    assert kinds[-10:] == ["TR", "TH", "TD", "TH", "TD", "TR", "TH", "TD", "TD", "TD"]


def test_figures_end_at_the_right_edge_of_their_column() -> None:
    sheet = Sheet("Title", "Council", "", "2026-04-27", ENGLISH)
    columns = (Column("Body", 1), Column("Money", 1, right=True))
    table(sheet, columns, (Group("", ((Cell("A"), Cell("£9")), (Cell("B"), Cell("£1,200")))),))
    assert of_kind(sheet.finish(), "TD") == ["£9", "£1,200"]


def test_columns_are_as_wide_as_their_words_and_the_last_takes_what_is_left() -> None:
    columns = (Column("Period", 10), Column("Rating", 10), Column("Commentary", 10))
    row = (Cell("September 2026", strong=True), Cell("Suppressed", state="dash"), Cell("A note " * 40))
    made = fitted(columns, [row], DENSE)
    assert sum(each.share for each in made) == pytest.approx(MEASURE)
    lines = row_lines(row, places_of(made), DENSE)
    assert [len(each) for each in lines[:2]] == [1, 1], "no word is broken, no month parted from its year"
    wide = (Cell("word " * 80), *row[1:])
    assert fitted(columns, [wide], DENSE) == columns


def test_how_tall_a_table_is_before_it_is_drawn() -> None:
    columns = (Column("Period", 100), Column("Commentary", 300))
    rows = [(Cell("2025-26 Q4"), Cell("A long note. " * 20)), (Cell("2025-26 Q3"), Cell(""))]
    sheet = Sheet("Title", "Council", "", "2026-04-27", words_in("en"))
    top = sheet.y
    table(sheet, columns, (Group("", tuple(rows)),), DENSE)
    assert top - sheet.y == pytest.approx(tall_of_rows(columns, rows, DENSE), abs=0.5)
