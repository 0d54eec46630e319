"""The annual update as it is read aloud, and with whatever a person can type."""

from dataclasses import fields, replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_values import AnnualUpdateFigures, Section, Worth
from pmdesk.papers.annual_update import annual_update
from tests.papers.example_papers import BUSINESS, annual_update_figures
from tests.papers.reading import all_text, of_kind, tags

ENGLISH = words_in("en")
HOSTILE = '<b>& "><img src="/etc/passwd"> R&D <50% {body} %s \\(text) endobj'


def test_it_reads_from_the_council_to_the_last_line() -> None:
    lines = [line.strip() for line in all_text(annual_update(annual_update_figures(), ENGLISH)).splitlines()]
    assert lines == [
        "Aldermoor District Council",
        "Outside bodies, municipal year 2025-26",
        "Annual update: Aldermoor Citizens Advice",
        "From Councillor Margaret Holloway, trustee",
        *("Legal form", "Charity", "Meetings held", "8", "Term", "2024", "Meetings attended", "7 of 8"),
        *("Recommendation", "Continue"),
        *("Main business of the year", BUSINESS),
        *("Was it worthwhile?", "For", "Answer", "Why"),
        *("The council", "Yes, it was", "412 households kept their homes."),
        *("The body", "Partly", "A direct line to housing, used most weeks."),
        *("The member", "Not answered"),
        *("Actions requested", "Please:", "1.", "Offer a room in Tŷ Glân.", "2.", "Appoint a substitute."),
        "Recorded by Ruth Adeyemi for Councillor Margaret Holloway",
    ]


def test_lines_that_wrap_keep_their_words_apart() -> None:
    assert BUSINESS in of_kind(annual_update(annual_update_figures(), ENGLISH), "P")


def test_typed_lists_are_lists() -> None:
    kinds = [tag.kind for tag in tags(annual_update(annual_update_figures(), ENGLISH))]
    place = kinds.index("L")
    assert kinds[place : place + 7] == ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]


def test_blank_lines_part_paragraphs() -> None:
    figures = replace(annual_update_figures(), sections=(Section("Business", "One.\n\n\nTwo,\nand three."),))
    said = of_kind(annual_update(figures, ENGLISH), "P")
    assert [part for part in said if part in ("One.", "Two,", "and three.")] == ["One.", "Two,", "and three."]


def test_markup_is_printed_as_typed() -> None:
    figures = replace(
        annual_update_figures(),
        council=HOSTILE,
        body=HOSTILE,
        member=HOSTILE,
        facts=((HOSTILE, HOSTILE),),
        sections=(Section(HOSTILE, HOSTILE),),
        worthwhile=(Worth(HOSTILE, HOSTILE, HOSTILE),),
        recommendation=HOSTILE,
    )
    made = annual_update(figures, ENGLISH)
    assert all_text(made).replace("\n", " ").count("R&D <50%") >= 9
    assert of_kind(made, "H1") == [f"Annual update: {HOSTILE}"]
    assert PdfReader(BytesIO(made)).metadata.title == f"Annual update: {HOSTILE}"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "Cyngor ŵyl ŷd " * 700, "a\n" * 5_000, "\x00\ud800\u202e\ufeff", "😀中"]
)
def test_nothing_typed_runs_off_the_page_or_fails(typed: str) -> None:
    figures = replace(
        annual_update_figures(),
        council=typed,
        body=typed,
        facts=((typed, typed),),
        sections=(Section(typed, f"1. {typed}"),),
        worthwhile=(Worth(typed, "yes", typed),),
    )
    reader = PdfReader(BytesIO(annual_update(figures, ENGLISH)))
    edges: list[float] = []
    for page in reader.pages:
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, _size: edges.extend(tm[4:]) if text.strip() else None
        )
    assert edges
    assert min(edges) >= 34
    assert max(edges[0::2]) < 540
    assert max(edges[1::2]) < 786


def test_long_words_keep_every_letter() -> None:
    figures = replace(annual_update_figures(), sections=(Section("Business", "abcdefghij" * 500),))
    assert "abcdefghij" * 500 in all_text(annual_update(figures, ENGLISH)).replace("\n", "")


def test_an_unfinished_update_says_so_and_an_empty_one_prints() -> None:
    figures = replace(annual_update_figures(), standing="Draft: not yet accepted")
    assert "Draft: not yet accepted" in of_kind(annual_update(figures, ENGLISH), "P")
    bare = AnnualUpdateFigures("", "", "", "", "", (), "", (), (), (), "2026-04-27")
    assert of_kind(annual_update(bare, ENGLISH), "H1") == ["Annual update:"]


def test_nothing_private_has_a_place() -> None:
    assert {field.name for field in fields(AnnualUpdateFigures)}.isdisjoint(
        {"internal", "returned_because", "withheld", "note", "email", "phone"}
    )
