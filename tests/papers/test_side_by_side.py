"""Columns side by side: each goes on at its own pace, heads stay with their rows, nothing is lost."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.papers.sheet import BOTTOM, MARGIN, Sheet
from pmdesk.papers.side_by_side import Block, Strand, StrandTable, side_by_side, tall_of
from tests.papers.reading import all_text, of_kind, tags

COLUMNS = (Column("Name", 2), Column("Figure", 1, right=True))


def a_sheet() -> Sheet:
    return Sheet("Title", "Council", "", "2026-04-27", words_in("en"))


def a_strand(sheet: Sheet, rows: int, x: float = MARGIN) -> Strand:
    strand = Strand(sheet, sheet.pdf.root.add("Sect"), x, 200)
    strand.heading("Heading")
    table = StrandTable(strand, COLUMNS)
    for n in range(rows):
        table.row((Cell(f"Row {n}"), Cell(str(n))))
    return strand


def test_a_long_column_goes_on_beside_a_short_one() -> None:
    sheet = a_sheet()
    side_by_side(sheet, (a_strand(sheet, 100), a_strand(sheet, 3, MARGIN + 240)))
    data = sheet.finish()
    assert len(PdfReader(BytesIO(data)).pages) > 2
    rows = [said for said in of_kind(data, "TH") if said.startswith("Row")]
    assert rows == [*(f"Row {n}" for n in range(100)), "Row 0", "Row 1", "Row 2"]


def test_the_cursor_ends_under_the_longer_one() -> None:
    sheet = a_sheet()
    top = sheet.y
    long, short = a_strand(sheet, 9), a_strand(sheet, 2, MARGIN + 240)
    side_by_side(sheet, (short, long))
    assert sheet.y == pytest.approx(top - tall_of(long))


def test_a_heading_turns_the_page_with_the_first_row() -> None:
    sheet = a_sheet()
    sheet.y = BOTTOM + 45
    side_by_side(sheet, (a_strand(sheet, 2),))
    pages = PdfReader(BytesIO(sheet.finish())).pages
    assert "Heading" not in pages[0].extract_text()
    assert "Heading" in pages[1].extract_text()


def test_the_head_is_drawn_again_where_a_table_goes_on_but_not_where_it_begins() -> None:
    sheet = a_sheet()
    side_by_side(sheet, (a_strand(sheet, 60),))
    data = sheet.finish()
    texts = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    assert [text.count("Figure") for text in texts] == [1] * len(texts)
    assert of_kind(data, "TH").count("Figure") == 1


def test_a_block_taller_than_a_page_is_drawn_all_the_same() -> None:
    sheet, drawn = a_sheet(), list[float]()
    strand = Strand(sheet, sheet.pdf.root.add("Sect"), MARGIN, 200)
    strand.blocks.append(Block(2000, drawn.append))
    side_by_side(sheet, (strand,))
    assert drawn == [sheet.top]


def test_groups_and_notes_span_the_columns() -> None:
    sheet = a_sheet()
    strand = Strand(sheet, sheet.pdf.root.add("Sect"), MARGIN, 200)
    table = StrandTable(strand, COLUMNS)
    table.group("Greener", "2 measures", depth=9)
    table.note("No partnership serves this.")
    side_by_side(sheet, (strand,))
    given = [tag.element.get("/A", {}) for tag in tags(sheet.finish())]
    assert [each["/ColSpan"] for each in given if "/ColSpan" in each] == [2, 2]


def test_a_cell_of_any_length_is_cut() -> None:
    sheet = a_sheet()
    strand = Strand(sheet, sheet.pdf.root.add("Sect"), MARGIN, 200)
    StrandTable(strand, (Column("", 1), Column("", 1))).row((Cell("Name"), Cell("word " * 900)))
    side_by_side(sheet, (strand,))
    data = sheet.finish()
    assert of_kind(data, "TD")[0].endswith("…")
    assert len(PdfReader(BytesIO(data)).pages) == 1
    # Without headings there is no empty row of heads.
    assert [tag.kind for tag in tags(data)].count("TR") == 1


def test_no_paragraph_for_no_text() -> None:
    sheet = a_sheet()
    strand = Strand(sheet, sheet.pdf.root.add("Sect"), MARGIN, 200)
    strand.paragraph("")
    strand.paragraph("Said.")
    side_by_side(sheet, (strand,))
    assert all_text(sheet.finish()).endswith("Said.")
