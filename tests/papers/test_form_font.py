"""The form's own font: every letter that is typed in English and Welsh, at the code that readers look for."""

from io import BytesIO
from struct import unpack
from typing import Any

from pypdf import PdfReader

from pmdesk.domain.words import Words
from pmdesk.papers.form_font import FIRST, LAST, LETTERS, WELSH, typed_codes
from pmdesk.papers.return_form import return_form
from tests.papers.example_papers import return_form_figures


def the_font() -> Any:
    made = return_form(return_form_figures(), Words())
    form = PdfReader(BytesIO(made)).trailer["/Root"]["/AcroForm"]
    (font,) = form["/DR"]["/Font"].values()
    return font.get_object()


def test_welsh_and_typographic_letters_have_codes() -> None:
    said = "ŵŷŴŶẁẃẅỳâêîôûëïáé‘’“”–…£€"
    assert b"?" not in typed_codes(said)
    assert [LETTERS[code] for code in typed_codes(said)] == list(said)
    assert typed_codes("ł") == b"?"


def test_it_is_embedded_with_a_width_for_each_code() -> None:
    font = the_font()
    assert (font["/FirstChar"], font["/LastChar"]) == (FIRST, LAST)
    assert len(font["/Widths"]) == LAST - FIRST + 1
    assert font["/Encoding"]["/BaseEncoding"] == "/WinAnsiEncoding"
    assert len([each for each in font["/Encoding"]["/Differences"] if str(each).startswith("/")]) == len(
        WELSH
    )


def test_its_own_table_leads_from_unicode_to_each_letter() -> None:
    file = the_font()["/FontDescriptor"]["/FontFile2"].get_data()
    (count,) = unpack(">H", file[4:6])
    tables = {
        tag: file[start : start + length]
        for tag, _sum, start, length in (
            unpack(">4sLLL", file[12 + place * 16 : 28 + place * 16]) for place in range(count)
        )
    }
    table = tables[b"cmap"]
    assert unpack(">HHHHL", table[:12]) == (0, 1, 3, 1, 12)
    many = unpack(">H", table[18:20])[0] // 2
    ends = unpack(f">{many}H", table[26 : 26 + many * 2])
    assert {ord(letter) for letter in LETTERS.values()} <= set(ends)
    assert ends == tuple(sorted(ends)) and ends[-1] == 0xFFFF
