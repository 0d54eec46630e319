"""Cells as a person sees them, and workbooks made to do harm."""

import io
import random
import struct
import zipfile
import zlib
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from pmdesk.exchange.sheets import read_sheet
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.exchange.workbooks import check_zip, read_workbook, shown
from tests.exchange.made_files import as_ods, as_xlsx, repacked

DAMAGED = "This workbook is damaged or cut short. Open it in the program that made it and save it again."
FAR = "A cell of this workbook lies too far out. Delete the empty rows and columns and save it again."
TOO_BIG = "This workbook unpacks to more than can be read safely. Nothing was read."


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_workbook(data, None, 200_000)
    return str(caught.value.sentence)


def sheet_xml(cell: bytes) -> bytes:
    return (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row>' + cell + b"</row></sheetData></worksheet>"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (56.89999999999999, "56.9"),
        (2021.0, "2021"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2024, 5, 1), "2024-05-01"),
        (datetime(2024, 5, 1), "2024-05-01"),
        (None, ""),
        (datetime(2024, 5, 1, 9, 30), "2024-05-01 09:30:00"),
        (time(9, 30), "09:30:00"),
        (1e21, "1e+21"),
    ],
)
def test_a_cell_is_text_as_a_person_sees_it(value: object, text: str) -> None:
    assert shown(value) == text


def test_cells_of_a_real_workbook(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["a", "b", "c", "d"])
    sheet.write_string(1, 0, "007")
    sheet.write_number(1, 1, 56.89999999999999)
    sheet.write_boolean(1, 2, True)
    sheet.write_datetime(1, 3, datetime(2024, 5, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()
    assert list(read_sheet(tmp_path / "a.xlsx").rows[0].cells) == ["007", "56.9", "TRUE", "2024-05-01"]


def test_merged_headings_are_found_though_the_sheet_starts_at_column_b(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.merge_range(1, 1, 2, 1, "Body")
    sheet.merge_range(1, 2, 1, 3, "Term")
    sheet.write_row(2, 2, ["From", "To"])
    sheet.write_row(3, 1, ["Dock Trust", "2025", "2026"])
    book.close()
    read = read_sheet(tmp_path / "a.xlsx", None, frozenset(("body", "from", "to")))
    assert read.headings == ("Body", "From", "To")
    assert (read.rows[0].number, list(read.rows[0].cells)) == (4, ["Dock Trust", "2025", "2026"])


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", [["Name"], ["x"]])
    assert refusal(repacked(path, "xl/worksheets/sheet1.xml", b" " * 147_000_000)) == TOO_BIG
    assert refusal(repacked(path, "xl/sharedStrings.xml", b" " * 20_000_000)) == TOO_BIG


def test_a_zip_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    data = bytearray(repacked(as_xlsx(tmp_path / "a.xlsx", [["Name"]]), "xl/styles.xml", b" " * 5_000_000))
    wrong = struct.pack("<I", 5_000_000)
    while (at := data.find(wrong)) >= 0:
        data[at : at + 4] = struct.pack("<I", 10)
    assert refusal(bytes(data)) in (TOO_BIG, DAMAGED)


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="XFD1048576"><v>1</v></c>',
        b"<c r='XFD1048576'><v>1</v></c>",
        b'<c\tr="XFD1048576"><v>1</v></c>',
        b'<c r = "ZZ999999"><v>1</v></c>',
    ],
)
def test_one_far_cell_does_not_take_all_memory(cell: bytes, tmp_path: Path) -> None:
    """The reader stops the whole program for this cell, so it must never see it."""
    path = as_xlsx(tmp_path / "a.xlsx", [["Name"]])
    assert refusal(repacked(path, "xl/worksheets/sheet1.xml", sheet_xml(cell))) == FAR


def test_a_wide_but_honest_sheet_is_read(tmp_path: Path) -> None:
    rows = [[f"h{i}" for i in range(60)], *([str(i)] * 60 for i in range(40))]
    assert len(read_sheet(as_xlsx(tmp_path / "a.xlsx", rows)).rows) == 40


def test_an_opendocument_cell_repeated_for_ever(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    path = as_ods(tmp_path / "a.ods", [["Name"]], f"<table:table-row>{cell}</table:table-row>" * 20_000)
    assert refusal(path.read_bytes()) == FAR


def test_an_opendocument_sheet_with_a_million_empty_rows_below(tmp_path: Path) -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert len(read_sheet(as_ods(tmp_path / "a.ods", [["Name"], ["Dock Trust"]], empty)).rows) == 1


@pytest.mark.parametrize("length", [4, 300, 3000, -1, -30])
def test_a_truncated_workbook(length: int, tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", [["Name"], ["x"]])
    assert refusal(path.read_bytes()[:length]) == DAMAGED


def test_another_zip_and_a_locked_workbook(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    assert (
        refusal(out.getvalue()) == "This is no spreadsheet. Choose a CSV, Excel or OpenDocument spreadsheet."
    )
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert refusal(ole) == "This workbook is locked with a password. Save it without one and try again."


def test_damaged_bytes_end_in_a_sheet_or_a_sentence(tmp_path: Path) -> None:
    chance = random.Random(7)
    data = as_xlsx(tmp_path / "a.xlsx", [["Name", "Seats"], ["Dock Trust", 2]]).read_bytes()
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 5)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read_workbook(bytes(broken), None, 100)
        except Unreadable as problem:
            assert str(problem.sentence)


def test_an_honest_workbook_passes(tmp_path: Path) -> None:
    check_zip(as_xlsx(tmp_path / "a.xlsx", [["Name"]]).read_bytes())


def test_a_workbook_whose_members_are_locked_or_packed_in_no_known_way(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """zipfile says the one by a RuntimeError, the other by the packer's own."""
    data = as_xlsx(tmp_path / "a.xlsx", [["a"], ["1"]]).read_bytes()
    for error, said in ((RuntimeError("password"), "password"), (zlib.error("bad"), "damaged")):

        def ill(*_given: object, error: Exception = error, **_named: object) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(zipfile.ZipFile, "open", ill)
            assert said in refusal(data)

    def unknown(*_given: object, **_named: object) -> None:
        raise KeyError("a fault of ours")

    monkeypatch.setattr(zipfile.ZipFile, "open", unknown)
    with pytest.raises(KeyError):
        read_workbook(data, None, 200_000)
