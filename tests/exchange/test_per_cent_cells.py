import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from pmdesk.exchange.per_cent_cells import NONE, per_cent_cells
from pmdesk.exchange.workbooks import read_workbook
from tests.exchange.made_files import as_ods, repacked

ROWS = [["Indicator", "2021/22", "2022/23"], ["On time", 0.95, 1.02], ["Days", 8.1, 9.2]]


def workbook(path: Path, form: str, first: int = 0) -> bytes:
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Cover").write_string(0, 0, "Notes")
    sheet = book.add_worksheet("Figures & more")
    for at, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            shown = book.add_format({"num_format": form}) if at == 1 and column else None
            sheet.write(at, column + first, cell, shown)
    book.close()
    return path.read_bytes()


@pytest.mark.parametrize("form", ["0%", "0.0%", "0.0%;[Red]-0.0%", '"about" 0%'])
def test_cells_shown_as_per_cent_are_read_as_they_are_shown(tmp_path: Path, form: str) -> None:
    data = workbook(tmp_path / "a.xlsx", form)
    assert per_cent_cells(data, "Figures & more") == {(1, 1), (1, 2)}
    assert per_cent_cells(data, "Cover") == NONE
    assert read_workbook(data, "Figures & more", 10)[2][1:] == [
        ["On time", "95%", "102%"],
        ["Days", "8.1", "9.2"],
    ]


def test_a_sheet_that_begins_further_right_is_read_so_too(tmp_path: Path) -> None:
    data = workbook(tmp_path / "a.xlsx", "0%", 2)
    assert read_workbook(data, "Figures & more", 10)[2][1] == ["On time", "95%", "102%"]


def test_a_sign_that_only_decorates_is_no_per_cent(tmp_path: Path) -> None:
    data = workbook(tmp_path / "a.xlsx", '0.00"% of all"')
    assert read_workbook(data, "Figures & more", 10)[2][1] == ["On time", "0.95", "1.02"]


def test_a_file_of_styles_that_declares_entities_is_not_followed(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", "0%")
    evil = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><styleSheet><numFmts/></styleSheet>'
    assert per_cent_cells(repacked(tmp_path / "a.xlsx", "xl/styles.xml", evil), "Figures & more") == NONE


def test_an_ods_says_it_in_each_cell(tmp_path: Path) -> None:
    path = as_ods(tmp_path / "a.ods", [["Council", "2021/22"], ["Fife", "1"]])
    with zipfile.ZipFile(path) as packed:
        text = packed.read("content.xml")
    name = text.partition(b'table:name="')[2].partition(b'"')[0].decode()
    row = (
        b'<table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        b'<table:table-cell table:number-columns-repeated="2" office:value-type="percentage"'
        b' office:value="0.5"/></table:table-row></table:table>'
    )
    data = repacked(path, "content.xml", text.replace(b"</table:table>", row, 1))
    assert per_cent_cells(data, name) == {(2, 1), (2, 2), (3, 1), (3, 2)}
    assert per_cent_cells(b"Indicator,2021/22", "") == NONE


def test_a_workbook_that_does_not_say_has_no_cells_of_per_cent() -> None:
    assert per_cent_cells(b"a,b\n", "Sheet1") == per_cent_cells(archive_of({"xl/workbook.xml": b"<w/>"}), "S")
    styles = b'<styleSheet><cellXfs><xf numFmtId="9"/></cellXfs></styleSheet>'
    for workbook, relations in (
        (b"<workbook/>", None),
        (b'<workbook xmlns:r="r"><sheet name="S" r:id="a"/></workbook>', None),
        (b'<workbook xmlns:r="r"><sheet name="S" r:id="a"/></workbook>', b"<Relationships/>"),
        (
            b'<workbook xmlns:r="r"><sheet name="S" r:id="a"/></workbook>',
            b'<Relationships><Relationship Id="a" Target="worksheets/gone.xml"/></Relationships>',
        ),
    ):
        parts = {"xl/workbook.xml": workbook, "xl/styles.xml": styles}
        if relations is not None:
            parts["xl/_rels/workbook.xml.rels"] = relations
        assert not list(per_cent_cells(archive_of(parts), "S"))


def archive_of(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()
