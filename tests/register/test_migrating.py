"""A register of an older version is copied, brought up to date in one step, or left exactly as it was."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pmdesk.register import schema
from pmdesk.register.backups import folder_of
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import create, open_register

KEPT = Path(__file__).parents[1] / "data" / "registers"
Plant = Callable[[str], None]


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Iterator[Plant]:
    """Plant a next migration, as the next pmdesk would bring it."""
    known, real = schema.migrations(), schema.known_objects

    def planted(sql: str) -> None:
        after = known[-1][0] + 1
        monkeypatch.setattr(schema, "migrations", lambda: (*known, (after, sql)))
        monkeypatch.setattr(schema, "known_objects", real.__wrapped__)

    yield planted
    real.cache_clear()


def with_one(path: Path) -> str:
    with create(path) as register:
        with register.change("Saved organisation") as change:
            change.add("organisation", {"name": "Chamber of Trade"})
        return register.id


def test_an_older_register_is_copied_first_and_then_brought_up_to_date(path: Path, plant: Plant) -> None:
    identity, before = with_one(path), schema.latest()
    plant("CREATE TABLE more (x TEXT) STRICT;")
    with open_register(path) as register:
        assert schema.version(register.db) == before + 1
        assert register.db.execute("SELECT count(*) FROM more").fetchone() == (0,)
        assert register.all("organisation")[0]["name"] == "Chamber of Trade"
    kept = folder_of(identity) / f"before-version-{before + 1}.pmdesk"
    assert kept.exists()


@pytest.mark.parametrize(
    "broken",
    [
        "CREATE TABLE more (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);",
        "PRAGMA defer_foreign_keys=ON; DELETE FROM record; INSERT INTO person(n, id, organisation)"
        " VALUES (99, 'p', 'nobody');",
    ],
    ids=["a step that fails", "a step that leaves a record pointing nowhere"],
)
def test_a_migration_that_fails_leaves_the_register_as_it_was(path: Path, plant: Plant, broken: str) -> None:
    with_one(path)
    before = path.read_bytes()
    plant(broken)
    with pytest.raises(Unavailable):
        open_register(path)
    assert path.read_bytes() == before
    assert not path.with_name(path.name + ".lock").exists()


def test_an_older_register_that_cannot_be_written_says_so(path: Path, plant: Plant) -> None:
    with_one(path)
    plant("CREATE TABLE more (x TEXT) STRICT;")
    with pytest.raises(Unavailable, match="opened for writing once"):
        open_register(path, read_only=True)


def test_one_register_of_every_version_is_kept_and_opens(tmp_path: Path) -> None:
    files = sorted(KEPT.glob("*.pmdesk"))
    assert [int(file.stem) for file in files] == [number for number, _ in schema.migrations()]
    for file in files:
        copy = tmp_path / file.name
        copy.write_bytes(file.read_bytes())
        os.chmod(copy, 0o600)
        with open_register(copy) as register:
            assert schema.version(register.db) == schema.latest()
            assert register.check() == []
            assert [row["name"] for row in register.all("partnership")] == ["Wendle Waste Partnership"]
            assert register.undo_label() is None, "another laptop's saves are not ours to undo"
