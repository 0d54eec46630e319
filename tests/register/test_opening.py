"""Into a file: its schema is known before anything is read, an older one is copied before it changes."""

import os
from pathlib import Path

import pytest

from pmdesk.register import opening, schema
from pmdesk.register.backups import folder_of
from pmdesk.register.database import connect
from pmdesk.register.faults import Damaged, Unavailable
from pmdesk.register.lock import Lock
from pmdesk.register.opening import bring_up_to_date, connect_checked, take_lock
from pmdesk.register.store import Register, create, open_register
from tests.register.measures_made import by_partnership

KEPT = Path(__file__).parents[1] / "data" / "registers"


@pytest.fixture
def made(path: Path) -> Path:
    """A register, closed."""
    create(path).close()
    return path


@pytest.fixture
def older(path: Path) -> Path:
    """A register as the first pmdesk left it."""
    path.write_bytes((KEPT / "0001.pmdesk").read_bytes())
    return path


def test_the_connection_writes_or_only_reads_as_asked(made: Path) -> None:
    with_pen = connect_checked(made, read_only=False)
    with_pen.execute("INSERT INTO local VALUES ('a', 'b')")
    with_pen.close()
    reader = connect_checked(made, read_only=True)
    with pytest.raises(Exception, match="readonly"):
        reader.execute("INSERT INTO local VALUES ('c', 'd')")
    reader.close()


@pytest.mark.parametrize(
    "strange",
    [
        "CREATE VIEW endless AS SELECT 1",
        "CREATE TRIGGER hidden AFTER INSERT ON local BEGIN DELETE FROM record; END",
        "CREATE TABLE measure_kept_too (x TEXT) STRICT",
        "DROP INDEX measure_kept_rank",
    ],
)
def test_tables_that_are_not_ours_are_refused_before_anything_is_read(made: Path, strange: str) -> None:
    db = connect(made, read_only=False)
    db.execute(strange)
    db.close()
    before = made.read_bytes()
    with pytest.raises(Damaged, match="not those of a pmdesk register"):
        connect_checked(made, read_only=False)
    assert made.read_bytes() == before


def test_a_register_without_its_name_or_with_two_is_damaged(made: Path) -> None:
    for statement in ("INSERT INTO register VALUES ('another')", "DELETE FROM register"):
        db = connect(made, read_only=False)
        db.execute(statement)
        db.close()
        with pytest.raises(Damaged):
            connect_checked(made, read_only=True)


def test_what_a_killed_process_left_is_played_back_first(made: Path) -> None:
    """A child dies in the middle of a commit; its journal is there, and what it had not committed is not."""
    child = os.fork()
    if child == 0:
        db = connect(made, read_only=False)
        db.execute("PRAGMA cache_spill=ON")
        db.execute("PRAGMA cache_size=5")
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT INTO local VALUES (?, ?)", ((f"k{n}", "v" * 3_000) for n in range(200)))
        os._exit(0)
    os.waitpid(child, 0)
    journal = made.with_name(made.name + "-journal")
    assert journal.stat().st_size > 0
    db = connect_checked(made, read_only=False)
    assert db.execute("SELECT count(*) FROM local").fetchone() == (0,)
    assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
    db.close()


def test_the_lock_is_taken_once_and_says_who_has_it(made: Path) -> None:
    lock, holder, read_only = take_lock(made, "Helen Marsh")
    assert isinstance(lock, Lock) and holder is None and not read_only
    second, who, must_read = take_lock(made, "Josh Tennant")
    assert second is None and who and who.who == "Helen Marsh" and must_read
    lock.let_go()


def test_where_no_lock_can_stand_or_nothing_be_written_the_register_is_read(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(opening.os, "access", lambda *_given: False)
        assert take_lock(made, "Helen Marsh") == (None, None, True)
    assert not made.with_name(made.name + ".lock").exists()

    def fail(*_given: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(opening, "take", fail)
    assert take_lock(made, "Helen Marsh") == (None, None, True)


def test_an_older_register_is_copied_and_brought_up_to_date(older: Path) -> None:
    before = older.read_bytes()
    db = connect_checked(older, read_only=False)
    identity = db.execute("SELECT id FROM register").fetchone()[0]
    assert schema.version(db) == 1
    bring_up_to_date(db, read_only=False)
    assert schema.version(db) == schema.latest()
    assert db.execute("SELECT count(*) FROM measure_kept").fetchone() == (0,)
    db.close()
    (copy,) = folder_of(identity).glob("before-version-*.pmdesk")
    assert len(copy.read_bytes()) == len(before)
    with open_register(older) as register:
        assert register.check() == []
        assert [row["name"] for row in register.all("partnership")] == ["Wendle Waste Partnership"]
        with register.change("Saved measure") as change:
            change.add("measure", {"title": "Household waste recycled"})
        assert by_partnership(register) == {"": {"no_reading": 1}} and register.check() == []


def test_an_older_register_that_is_only_read_is_left_as_it_is(older: Path) -> None:
    before = older.read_bytes()
    db = connect_checked(older, read_only=True)
    with pytest.raises(Unavailable, match="opened for writing once"):
        bring_up_to_date(db, read_only=True)
    db.close()
    assert older.read_bytes() == before


def test_the_register_of_the_second_version_still_has_its_figures(path: Path) -> None:
    path.write_bytes((KEPT / "0002.pmdesk").read_bytes())
    with open_register(path) as register:
        assert [row["name"] for row in register.all("plan")] == [
            "Corporate Plan 2024 to 2028",
            "Wendle waste plan",
        ]
        (measure,) = register.measures()
        assert register.kept([measure])[measure].spark == "45:red 44.4:red 45.9:red 46.9:red"


def test_the_register_of_the_third_version_still_has_its_earlier_tolerance(path: Path) -> None:
    path.write_bytes((KEPT / "0003.pmdesk").read_bytes())
    with open_register(path) as register:
        (measure,) = register.measures()
        assert [row["tolerance"] for row in register.all("earlier_tolerance")] == ["10"]
        assert register.kept([measure])[measure].spark == "45:amber 44.4:red 45.9:red 46.9:red"


def _starve(register: Register) -> None:
    with register.change("Saved organisation") as change:
        change.add("organisation", {"name": "Never kept"})
        raise MemoryError


def test_after_a_save_without_memory_the_next_one_has_a_connection_of_its_own(path: Path) -> None:
    with create(path) as register:
        before = register.db
        with pytest.raises(Unavailable):
            _starve(register)
        with register.change("Saved organisation") as change:
            change.add("organisation", {"name": "Chamber of Trade"})
        assert register.db is not before
        assert [row["name"] for row in register.all("organisation")] == ["Chamber of Trade"]
        assert register.check() == []
