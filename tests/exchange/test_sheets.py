"""A file becomes one sheet of text, or one sentence."""

import os
from pathlib import Path

import pytest

from pmdesk.exchange import sheets
from pmdesk.exchange.columns import known_headings
from pmdesk.exchange.sheets import read_sheet
from pmdesk.exchange.unreadable import Unreadable
from tests.exchange.made_files import BODIES, PARTNERSHIPS, as_csv, as_ods, as_xlsx, in_every_format

ROWS = [["Name", "Seats"], ["Dŵr Trust", "007"], ["", ""], ["Fenwick Hall", "2"]]


def refused(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        read_sheet(path, sheet)
    return str(caught.value.sentence)


@pytest.mark.parametrize(("source", "rows"), [(BODIES, 29), (PARTNERSHIPS, 13)])
def test_the_real_files_read_the_same_in_every_format(source: Path, rows: int, tmp_path: Path) -> None:
    read = {name: read_sheet(path) for name, path in in_every_format(tmp_path, source).items()}
    assert len(read["csv"].rows) == rows
    assert read["csv"].rows == tuple((row.number, list(row.cells)) for row in read["csv"].rows)
    for name in ("xlsx", "ods"):
        assert read[name].headings == read["csv"].headings
        assert [row[:2] for row in read[name].rows] == [row[:2] for row in read["csv"].rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_separators_and_encodings(separator: str, encoding: str, tmp_path: Path) -> None:
    sheet = read_sheet(as_csv(tmp_path / "a.csv", ROWS, separator, encoding))
    assert sheet.headings == ("Name", "Seats")
    assert [(row.number, list(row.cells)) for row in sheet.rows] == [
        (2, ["Dŵr Trust", "007"]),
        (4, ["Fenwick Hall", "2"]),
    ]


def test_windows_1252_with_semicolons(tmp_path: Path) -> None:
    sheet = read_sheet(as_csv(tmp_path / "a.csv", [["Name", "Note"], ["Café – £5", "“so”"]], ";", "cp1252"))
    assert list(sheet.rows[0].cells) == ["Café – £5", "“so”"]


def test_titles_merged_headings_and_total_rows_above_and_below(tmp_path: Path) -> None:
    rows = [
        ["Outside bodies 2025-26"],
        [],
        ["Body", "Seats", "Appt. from"],
        ["Dock Trust", 2, "May 2025"],
        ["Total", 2],
    ]
    sheet = read_sheet(as_xlsx(tmp_path / "a.xlsx", rows), None, known_headings("outside_body"))
    assert (sheet.headings, sheet.heading_number, sheet.rows[0].number) == (
        ("Body", "Seats", "Appt. from"),
        3,
        4,
    )


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", ROWS, {"Reps May 25": [["Body"], ["Dock Trust"]]})
    assert read_sheet(path).names == ("Register", "Reps May 25")
    assert read_sheet(path, "reps may 25").headings == ("Body",)
    assert refused(path, "Nope") == "There is no sheet ‘Nope’. This workbook has: Register, Reps May 25."


def test_what_is_no_table_says_so_in_a_sentence(tmp_path: Path) -> None:
    table = "This file is no table. Choose a CSV, Excel or OpenDocument spreadsheet."
    for name, data in {
        "a.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
        "b.csv": bytes(range(256)) * 9,
        "c.xlsx": b"%PDF-1.7",
    }.items():
        (tmp_path / name).write_bytes(data)
        assert refused(tmp_path / name) == table
    (tmp_path / "empty.csv").write_bytes(b" \r\n")
    assert refused(tmp_path / "empty.csv") == "‘empty.csv’ is empty. There are no rows to bring in."
    assert refused(tmp_path) == f"‘{tmp_path.name}’ is a folder. Choose a file in it."
    assert "There is no file" in refused(tmp_path / "gone.csv")
    os.mkfifo(tmp_path / "pipe.csv")
    assert refused(tmp_path / "pipe.csv") == "‘pipe.csv’ is no ordinary file."


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = as_csv(tmp_path / "a.csv", ROWS)
    monkeypatch.setattr("builtins.open", denied)
    assert refused(path).startswith("You may not read ‘a.csv’.")


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = as_csv(tmp_path / "a.csv", [["Name"], *([f"n{i}"] for i in range(30))])
    monkeypatch.setattr(sheets, "ROWS_ALLOWED", 20)
    assert refused(path) == "This sheet has more than 20 rows. Split it and try again."
    just = as_csv(tmp_path / "c.csv", [["Name"], *([f"n{i}"] for i in range(20))])
    assert len(read_sheet(just).rows) == 20
    monkeypatch.setattr(sheets, "COLUMNS_ALLOWED", 2)
    assert "more than 2 columns" in refused(as_csv(tmp_path / "b.csv", [["a", "b", "c"], ["1", "2", "3"]]))
    with pytest.raises(Unreadable):
        sheets.read_bytes(path, 10)


def test_a_lonely_heading_is_a_sheet_without_rows(tmp_path: Path) -> None:
    assert read_sheet(as_ods(tmp_path / "a.ods", [["Name", "Seats"]])).rows == ()
