"""Fonts in a paper: the same small ones in every paper of a run, and every letter that was set."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from pmdesk.domain.words import Words
from pmdesk.papers import embedding
from pmdesk.papers.sheet import BODY, Sheet, write
from tests.papers.reading import all_text


def paper(said: str) -> bytes:
    sheet = Sheet("Title", "Aldermoor", "Members", "2026-04-27", Words())
    write(sheet, "P", said, BODY)
    return sheet.finish()


def fonts(made: bytes) -> list[Any]:
    found = PdfReader(BytesIO(made)).pages[0]["/Resources"]["/Font"]
    return [found[name].get_object() for name in sorted(found)]


def test_common_letters_are_packed_once_for_a_run() -> None:
    paper("The first of a run")
    before = embedding._parts.cache_info().misses
    made = [paper(f"Paper {n} of ‘many’ (£{n}00)") for n in range(5)]
    assert embedding._parts.cache_info().misses == before
    assert "Paper 4 of ‘many’ (£400)" in all_text(made[4])


def test_each_font_has_a_width_for_each_code_and_its_file() -> None:
    for font in fonts(paper("Tŷ Glân \u0394")):
        assert len(font["/Widths"]) == font["/LastChar"] - font["/FirstChar"] + 1
        described = font["/FontDescriptor"]
        assert described["/FontName"] == font["/BaseFont"]
        file = described["/FontFile2"].get_object()
        assert len(file.get_data()) == file["/Length1"]


def test_rare_letters_of_one_paper_are_not_in_the_next() -> None:
    rare, plain = paper("Tŷ Glân \u0394"), paper("Plain")
    assert "Tŷ Glân \u0394" in all_text(rare)
    assert [len(font["/Widths"]) for font in fonts(plain)] < [len(font["/Widths"]) for font in fonts(rare)]


def test_letters_by_the_thousand_go_into_further_fonts() -> None:
    said = " ".join(chr(code) for code in range(0x400, 0x530))
    assert all_text(paper(said)).split("\n")[-1].strip() == said
