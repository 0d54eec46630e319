from pathlib import Path

import pytest
import xlsxwriter

from pmdesk.exchange.grids import read_book
from pmdesk.exchange.unreadable import Unreadable
from tests.exchange.made_files import as_csv, as_xlsx


def test_every_sheet_of_a_workbook_is_read_and_one_alone_when_named(tmp_path: Path) -> None:
    path = as_xlsx(
        tmp_path / "a.xlsx", [["Note"]], {"Raw Data": [["Area", "2019/20"], ["Fife", 56.89999999999999]]}
    )
    book = read_book(path)
    assert [grid.name for grid in book.grids] == ["Register", "Raw Data"]
    assert list(book.grids[1].rows[1]) == ["Fife", "56.9"]
    assert [grid.name for grid in read_book(path, "Raw Data").grids] == ["Raw Data"]


def test_a_sheet_may_be_wider_than_a_list(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "wide.csv", [["Area", *(f"N{n} 2019-20" for n in range(2_000))]])
    assert len(read_book(path).grids[0].rows[0]) == 2_001


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(Unreadable):
        read_book(tmp_path / "a.pdf")


def test_a_name_merged_down_stands_in_each_row_and_a_figure_in_its_own(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Area", "Indicator", "Period", "Value"])
    for row, period in ((1, "2021/22"), (2, "2022/23")):
        sheet.write_row(row, 1, ["Bins", period])
    sheet.merge_range(1, 0, 2, 0, "Fife")
    sheet.merge_range(1, 3, 2, 3, 10)
    book.close()
    assert [list(row) for row in read_book(tmp_path / "a.xlsx").grids[0].rows[1:]] == [
        ["Fife", "Bins", "2021/22", "10"],
        ["Fife", "Bins", "2022/23", ""],
    ]
