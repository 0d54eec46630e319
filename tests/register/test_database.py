"""The file is looked at before SQLite has it, and opened with the settings that were proved."""

import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from pmdesk.register import database
from pmdesk.register.database import sniff, sync_folder
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import create


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database.sqlite, "sqlite_version_info", (3, 40, 1))
    with pytest.raises(Unavailable, match=r"needs SQLite 3\.51\.3 or newer"):
        database.assert_version()


def test_a_connection_for_reading_cannot_write(path: Path) -> None:
    create(path).close()
    db = database.connect(path, read_only=True)
    with pytest.raises(sqlite.Error):
        db.execute("DELETE FROM register")
    db.close()


def test_a_name_with_a_question_mark_and_a_space_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "What? A register #1 100%.pmdesk"
    create(path).close()
    database.sniff(path)
    database.connect(path, read_only=True).close()


def test_a_file_that_cannot_be_read_is_said(path: Path) -> None:
    with pytest.raises(Unavailable, match=r"no file aldermoor\.pmdesk"):
        database.sniff(path)


def test_what_a_killed_process_was_writing_goes_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "a [1].pmdesk"
    for name in (".a [1].pmdesk.77.part", ".a [1].pmdesk.77.part-journal", ".b.pmdesk.77.part"):
        (tmp_path / name).write_bytes(b"half")
    create(path).close()
    assert sorted(left.name for left in tmp_path.glob(".*part*")) == [".b.pmdesk.77.part"]


def test_nothing_bytes_and_yes_or_no_are_kept_as_they_are(tmp_path: Path) -> None:
    db = database.in_memory()
    db.execute("CREATE TABLE kept (a, b, c, d, e)")
    db.execute("INSERT INTO kept VALUES (?, ?, ?, ?, ?)", (None, b"\x00\xff", True, False, "text"))
    assert db.execute("SELECT * FROM kept").fetchone() == (None, b"\x00\xff", 1, 0, "text")
    kinds = db.execute("SELECT typeof(a), typeof(b), typeof(c) FROM kept").fetchone()
    assert kinds == ("null", "blob", "integer")


@pytest.mark.parametrize("many", [0, 1, 2, 3, 511, 512, 513, 2_000])
def test_rows_are_found_for_any_number_of_values(many: int) -> None:
    db = database.in_memory()
    db.execute("CREATE TABLE kept (n INTEGER PRIMARY KEY)")
    db.executemany("INSERT INTO kept VALUES (?)", [(n,) for n in range(5_000)])
    wanted = list(range(0, 2 * many, 2))
    found = [n for (n,) in database.among(db, "SELECT n FROM kept WHERE n IN ({marks})", wanted)]
    assert sorted(found) == wanted


def test_columns_come_in_the_order_of_the_rows() -> None:
    db = database.in_memory()
    rows = "(VALUES (3, 'c'), (1, NULL), (2, 'ŵ\"'))"
    sql = f"SELECT column1 AS n, column2 AS word FROM {rows} WHERE n < ? ORDER BY n DESC"
    assert database.columns(db, sql, (3,), "n", "word") == [[2, 1], ['ŵ"', None]]
    assert database.columns(db, sql, (0,), "n") == [[]]


def test_any_number_of_values_is_asked_for_a_few_at_a_time() -> None:
    db = database.in_memory()
    db.execute("CREATE TABLE some (n INTEGER PRIMARY KEY)")
    db.executemany("INSERT INTO some VALUES (?)", [(n,) for n in range(2_000)])
    asked = "SELECT n FROM some WHERE n IN ({marks})"
    assert database.among(db, asked, range(1_500, 3_000)) == [(n,) for n in range(1_500, 2_000)]
    assert database.among(db, asked, ()) == []


def test_a_file_that_nobody_may_read_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create(path).close()

    def denied(*_given: object, **_named: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Unavailable, match="right to read"):
        sniff(path)


def test_where_a_folder_need_not_be_synced_it_is_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    sync_folder(tmp_path / "not there")
