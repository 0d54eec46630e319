"""The sheet: prose as it was typed, headings that stay with what follows, a masthead that stays small."""

from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_values import Section
from pmdesk.papers.sheet import BODY, BOTTOM, Sheet, heading, prose, section, write
from tests.papers.reading import of_kind, tags

ENGLISH = words_in("en")


def a_sheet(council: str = "Council", occasion: str = "") -> Sheet:
    return Sheet("Title", council, occasion, "2026-04-27", ENGLISH)


def test_a_heading_is_never_alone_at_the_foot_of_a_page() -> None:
    sheet = a_sheet()
    sheet.y = BOTTOM + 40
    heading(sheet, "Next")
    assert sheet.pdf.page == 1


def test_no_line_is_left_alone() -> None:
    sheet = a_sheet()
    sheet.y = BOTTOM + 4 * BODY.leading
    write(sheet, "P", "word " * 100, BODY)
    last = PdfReader(BytesIO(sheet.finish())).pages[1].extract_text().strip().splitlines()
    assert len([line for line in last if line.startswith("word")]) >= 2


def test_an_empty_section_has_no_heading() -> None:
    sheet = a_sheet()
    section(sheet, Section("Issues", " \n "))
    assert of_kind(sheet.finish(), "H2") == []


def test_a_list_between_paragraphs() -> None:
    sheet = a_sheet()
    prose(sheet, "Before:\n- one\n  and its rest\n- two\nAfter.\n\n10) ten\n3 people came\n-5 degrees")
    read = [(tag.kind, tag.text.strip()) for tag in tags(sheet.finish())[3:]]
    assert read == [
        ("P", "Before:"),
        *(("L", ""), ("LI", ""), ("Lbl", "•"), ("LBody", "one and its rest")),
        *(("LI", ""), ("Lbl", "•"), ("LBody", "two")),
        ("P", "After."),
        *(("L", ""), ("LI", ""), ("Lbl", "10."), ("LBody", "ten")),
        ("P", "3 people came"),
        ("P", "-5 degrees"),
    ]


def test_a_long_council_name_takes_three_lines_at_most() -> None:
    short, long = a_sheet("Council", "Occasion"), a_sheet("Council " * 200, "Occasion " * 200)
    assert short.y - long.y == 2 * BODY.leading


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    sheet = a_sheet()
    write(sheet, "P", "word " * 1500, BODY)
    assert of_kind(sheet.finish(), "P")[1].split() == ["word"] * 1500
