"""Lists written out: safe to open, whole or not at all."""

import errno
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pmdesk.exchange import tables
from pmdesk.exchange.sheets import read_sheet
from pmdesk.exchange.tables import _text, write_table
from pmdesk.exchange.unreadable import Unreadable

HEADINGS = ["Name", "Seats", "From", "Council support"]
ROWS: list[list[tables.Cell]] = [
    ["Tŷ Glân", 2, date(2025, 5, 19), 1250.5],
    ['=HYPERLINK("http://x")', None, "2024-05", None],
    ["'@quoted", 0, "", -5.0],
]


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        write_table(path, "Bodies", HEADINGS, ROWS)
    return str(caught.value.sentence)


def left_behind(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name != "home")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "A.XLSX"])
def test_what_is_written_reads_back(name: str, tmp_path: Path) -> None:
    write_table(tmp_path / name, "Outside bodies: 2025/26", HEADINGS, ROWS)
    sheet = read_sheet(tmp_path / name)
    assert sheet.headings == tuple(HEADINGS)
    assert [list(row.cells)[:3] for row in sheet.rows] == [
        ["Tŷ Glân", "2", "2025-05-19"],
        ['=HYPERLINK("http://x")', "", "2024-05"],
        ["'@quoted", "0", ""],
    ]
    assert left_behind(tmp_path) == [name]


def test_a_spreadsheet_program_runs_nothing(tmp_path: Path) -> None:
    write_table(tmp_path / "a.csv", "x", ["Name"], [[sign + "1+1"] for sign in "=+-@\t\r"])
    lines = (tmp_path / "a.csv").read_bytes()
    assert lines.startswith(b"\xef\xbb\xbf")
    assert all(f"'{sign}1+1".encode() in lines for sign in "=+-@\t\r")


def test_a_longer_list_replaces_the_file_whole(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    write_table(tmp_path / "a.csv", "x", HEADINGS, ROWS)
    assert len(read_sheet(tmp_path / "a.csv").rows) == 3


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "you may not write"),
        (errno.EIO, "was not written:"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_no_scrap(
    call: str, number: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "a.xlsx").write_text("old")
    monkeypatch.setattr(os, call, fail)
    assert sentence in refusal(tmp_path / "a.xlsx")
    monkeypatch.undo()
    assert (tmp_path / "a.xlsx").read_text() == "old"
    assert left_behind(tmp_path) == ["a.xlsx"]


def test_what_reads_back_different_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda self: b"PK torn")
    assert "was not written" in refusal(tmp_path / "a.xlsx")
    monkeypatch.undo()
    monkeypatch.setattr(tables, "read_delimited", lambda data, rows: [])
    assert "was not written" in refusal(tmp_path / "a.csv")
    assert left_behind(tmp_path) == []


def test_other_places_and_names(tmp_path: Path) -> None:
    assert "must end in .csv or .xlsx" in refusal(tmp_path / "a.pdf")
    assert "There is no folder" in refusal(tmp_path / "gone" / "a.csv")
    (tmp_path / "b.csv").mkdir()
    assert "is a folder" in refusal(tmp_path / "b.csv")


def test_money_in_pence_and_other_numbers_are_written_as_they_are() -> None:
    assert [_text(cell) for cell in (Decimal("1.50"), 2.5, date(2026, 4, 27), None, 7)] == [
        "1.5", "2.50", "2026-04-27", "", "7",
    ]  # fmt: skip
