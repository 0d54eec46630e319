"""Not one byte of what was erased is left: in the file, its journal, its backups of every version."""

import os
from datetime import date
from pathlib import Path

import pytest

from pmdesk.register import schema
from pmdesk.register.backups import folder_of
from pmdesk.register.checking import check
from pmdesk.register.database import Connection, connect
from pmdesk.register.home import home
from pmdesk.register.store import Register, create, open_register
from pmdesk.register.wiping import NOTHING, is_due, wipe
from tests.register.erased_story import SECRETS, erase_all, left_in, tell
from tests.register.laptops import add, laptops, meet, put


@pytest.fixture
def on_disk(tmp_path: Path) -> Register:
    return create(tmp_path / "aldermoor.pmdesk", "Helen Marsh")


def files(register: Register) -> list[Path]:
    assert register.path is not None
    return [path for top in (register.path.parent, home()) for path in top.rglob("*") if path.is_file()]


def test_nothing_is_left_in_the_file_its_journal_or_the_backups(on_disk: Register, tmp_path: Path) -> None:
    with on_disk as register:
        for n in range(300):  # pages that split and join
            add(register, "outside_body", name=f"Body {n}", aims=f"Quillwork and Otterby {n} " * 20)
        story = tell(register)
        register.daily_backup(date(2026, 3, 1))
        for n in range(0, 300, 3):
            body = register.all("outside_body", name=f"Body {n}")[0]
            put(register, "outside_body", str(body["id"]), note=f"Zebedee Quillfeather asked {n} " * 30)
        register.daily_backup(date(2026, 3, 2))
        other = tmp_path / "stick.pmdesk"
        register.backup_to(other)
        register.set_local("backups_elsewhere", f'["{other}", "{tmp_path / "gone.pmdesk"}"]')
        assert len({name for name, _secret in left_in(files(register))}) == 4
        erase_all(register, story.person)
        # Looked at once it is closed: closing a second handle would drop the lock.
    assert left_in(files(register)) == []
    for path in [*folder_of(register.id).glob("*.pmdesk"), other]:
        with open_register(path, read_only=True) as copy:
            assert copy.check() == [] and copy.search("quillfeather") == []
            row = copy.get("appointment", story.seat)
            assert row and row["person_name"] == "(erased)" and copy.get("person", story.person)
            assert copy.drafts() == ["outside_body/new"]
            assert copy.search("otterby")  # others' words are still found


def test_it_is_done_once_and_says_what_it_did(on_disk: Register) -> None:
    with on_disk as register:
        story = tell(register)
        register.daily_backup(date(2026, 3, 1))
        from pmdesk.register.erasing import erase, own_values

        erase(register, story.person, own_values(register, story.person), {}, "")
        assert is_due(register.db)
        done = register.wipe()
        assert (done.file, done.backups, done.left) == (True, 1, ())
        assert not is_due(register.db) and register.wipe() == NOTHING


def test_a_backup_that_cannot_be_had_is_named_and_tried_again(on_disk: Register) -> None:
    with on_disk as register:
        story = tell(register)
        folder = folder_of(register.id)
        register.daily_backup(date(2026, 3, 1))
        (folder / "2026-02-01.pmdesk").write_bytes(b"not a register at all")
        (folder / "2026-02-02.pmdesk").write_bytes((folder / "2026-03-01.pmdesk").read_bytes()[:9_000])
        with create(folder / "2026-02-03.pmdesk"):
            pass
        erase_all(register, story.person)
        assert is_due(register.db)
        left = register.wipe().left
        assert [path.name for path, _why in left] == [f"2026-02-0{n}.pmdesk" for n in (1, 2, 3)]
        assert "not a pmdesk register" in str(left[0][1]) and "another register" in str(left[2][1])
        for path, _why in left:
            os.unlink(path)
        assert register.wipe().left == () and not is_due(register.db)
        assert not list(folder.glob(".*"))


def test_a_file_in_use_elsewhere_is_named_and_cleaned_later(on_disk: Register) -> None:
    with on_disk as register:
        story = tell(register)
        assert register.path is not None
        other = connect(register.path, read_only=True)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM entry").fetchone()
        register.db.execute("PRAGMA busy_timeout=20")
        from pmdesk.register.erasing import own_values

        values = own_values(register, story.person)
        assert values
        other.execute("COMMIT")
        reading = register.db.execute("SELECT n FROM entry")
        reading.fetchone()
        erase_all(register, story.person)
        left = register.wipe().left
        assert [path for path, _why in left] == [register.path] and "Another program" in str(left[0][1])
        reading.close()
        assert register.wipe().file and not is_due(register.db)
        other.close()
    assert left_in(files(register)) == []


@pytest.mark.parametrize("number", range(1, schema.latest()))
def test_the_copy_kept_before_the_tables_changed_is_cleaned_as_it_is(on_disk: Register, number: int) -> None:
    """An older version has not all the tables; it stays of its version."""
    with on_disk as register:
        story = tell(register, targets=False)  # older versions have no table for them
        path = folder_of(register.id) / f"before-version-{number + 1}.pmdesk"
        _as_of_version(register, number, path)
        assert left_in([path])
        erase_all(register, story.person)
        assert register.wipe().left == ()
    assert left_in([path]) == []
    old = connect(path, read_only=True)
    assert schema.version(old) == number
    assert old.execute("SELECT name FROM person WHERE id = ?", (story.person,)).fetchone() == ("(erased)",)
    assert old.execute("SELECT title FROM record WHERE id = ?", (story.person,)).fetchone() == ("(erased)",)
    assert old.execute("SELECT count(*) FROM search WHERE search MATCH 'quillfeather'").fetchone() == (0,)
    old.close()
    # Brought up to date it is as sound as ever.
    moved = path.rename(path.with_name("moved.pmdesk"))
    with open_register(moved) as now:
        assert now.check() == [] and check(now.db, now.id) == []


def _as_of_version(register: Register, number: int, path: Path) -> None:
    """The register as an older pmdesk would have it: the same journal, its rows in the tables of then."""
    path.touch()
    old = connect(path, read_only=False)
    schema.migrate(old, number)
    old.execute("INSERT INTO register(id) VALUES (?)", (register.id,))
    for table in ("entry", "event", "supersedes", "payload", "record", "draft"):
        _copy_rows(register, old, table)
    for row in register.db.execute("SELECT rowid, title, words FROM search"):
        old.execute("INSERT INTO search(rowid, title, words) VALUES (?, ?, ?)", row)
    old.execute("PRAGMA foreign_keys=OFF")
    for (kind,) in register.db.execute("SELECT DISTINCT kind FROM record").fetchall():
        _copy_rows(register, old, kind)
    old.close()
    assert any(secret.encode() in path.read_bytes() for secret in SECRETS)


def _copy_rows(register: Register, old: Connection, table: str) -> None:
    """The columns that the older table has."""
    names = ", ".join(f'"{name}"' for _c, name, *_ in old.execute(f"PRAGMA table_info({table})"))
    for row in register.db.execute(f"SELECT {names} FROM {table}"):
        old.execute(f"INSERT INTO {table}({names}) VALUES ({', '.join('?' * len(row))})", row)


def test_the_backups_of_a_protected_register_are_cleaned_under_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "sealed.pmdesk"
    with create(path, passphrase="heather and gorse") as register:
        story = tell(register)
        made = register.daily_backup(date(2026, 3, 1))
        other = folder_of(register.id) / "2026-02-01.pmdesk"
        assert made is not None
        with create(other, passphrase="another one"):
            pass
        erase_all(register, story.person)
        ((named, why),) = register.wipe().left
        assert named == other and "does not open" in str(why)
    with open_register(made, read_only=True, key="heather and gorse") as copy:
        row = copy.get("person", story.person)
        assert copy.check() == [] and row and row["name"] == "(erased)"


def test_a_disk_that_went_away_is_named(tmp_path: Path) -> None:
    with create(tmp_path / "a.pmdesk") as register:
        db = connect(tmp_path / "a.pmdesk", read_only=False)
        db.close()
        assert wipe(db, tmp_path / "a.pmdesk", register.id).left[0][0] == tmp_path / "a.pmdesk"


def test_a_word_that_left_a_text_before_the_erasure_leaves_the_search_too(
    on_disk: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save of a text leaves its old words in the index: they go with what is erased, not one by one."""
    with on_disk as register:
        story = tell(register)
        put(register, "appointment", story.seat, interests=None)
        assert b"snowdrop" in _index(register) and register.search("snowdrop") == []
        monkeypatch.setattr(Register, "wipe", lambda self: NOTHING)  # it is done in the save
        erase_all(register, story.person)
        assert b"snowdrop" not in _index(register) and b"founded" in _index(register)
        assert register.check() == []


def test_it_leaves_where_the_erasure_is_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Register, "wipe", lambda self: NOTHING)
    here, there = laptops()
    story = tell(here)
    meet(here, there)
    put(there, "appointment", story.seat, interests=None)
    assert b"snowdrop" in _index(there) and there.search("snowdrop") == []
    erase_all(here, story.person)
    meet(here, there)
    assert b"snowdrop" not in _index(there) and there.check() == []


def _index(register: Register) -> bytes:
    """What stands in the pages of the index of words."""
    return b"".join(block for (block,) in register.db.execute("SELECT block FROM search_data"))
