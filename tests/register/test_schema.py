"""The tables equal the models, hold their checks, and a strange schema is refused before it is read."""

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from pmdesk.register import schema
from pmdesk.register.database import APPLICATION_ID, connect
from pmdesk.register.faults import Unavailable
from pmdesk.register.schema import latest, migrations, version
from pmdesk.register.store import Register, create, open_register

STORED = {Type.NUMBER: "ANY", Type.MONEY: "ANY", Type.YES_NO: "ANY"}
OWN = [("n", "INTEGER", ""), ("id", "TEXT", ""), ("deleted", "INTEGER", ""), ("stub", "INTEGER", "")]


@pytest.mark.parametrize("kind", ENTITIES)
def test_the_schema_after_all_migrations_equals_the_models(register: Register, kind: str) -> None:
    targets = {row[3]: row[2] for row in register.db.execute(f"PRAGMA foreign_key_list({kind})")}
    found = [
        (name, type_, targets.get(name, ""))
        for _, name, type_, *_ in register.db.execute(f"PRAGMA table_info({kind})")
    ]
    wanted = [(field.name, STORED.get(field.type, "TEXT"), field.refers) for field in ENTITIES[kind].fields]
    # A field that a later migration added stands last in its table, wherever a person reads it.
    assert found[: len(OWN)] == OWN and sorted(found[len(OWN) :]) == sorted(wanted)


def test_all_tables_are_strict(register: Register) -> None:
    loose = register.db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
        " AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    assert loose == []


def test_every_migration_has_its_number(register: Register) -> None:
    assert [number for number, _ in migrations()] == list(range(1, latest() + 1))
    assert version(register.db) == latest()
    assert register.db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


def test_the_settings_proved_by_power_cuts_are_on(on_disk: Register) -> None:
    asked = {
        name: on_disk.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "trusted_schema",
            "cell_size_check",
            "secure_delete",
            "cache_spill",
        )
    }
    assert asked == {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "cache_spill": 0,
    }


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE VIEW endless AS WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n FROM x) SELECT n FROM x",
        "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM organisation; END",
        "CREATE TABLE more (x TEXT CHECK (length(x) < 5))",
        "DROP INDEX entry_device",
        "ALTER TABLE person ADD COLUMN bomb TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000000)))",
    ],
)
def test_a_hostile_register_is_refused_unchanged(path: Path, hostile: str) -> None:
    create(path).close()
    db = sqlite.connect(str(path))
    db.execute(hostile)
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(Unavailable, match="not those of a pmdesk register"):
        open_register(path)
    assert path.read_bytes() == before


def test_a_newer_register_is_refused_unchanged(path: Path) -> None:
    create(path).close()
    db = connect(path, read_only=False)
    db.execute(f"PRAGMA user_version={latest() + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(Unavailable, match="newer pmdesk"):
        open_register(path)
    assert path.read_bytes() == before


def test_the_newest_schema_is_written_down_as_it_is_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a new migration: the pair to write into schema.py."""
    made = schema.digest(schema.known_objects(latest()))
    assert (schema.digest([sql for _, sql in schema.migrations()]), made) == schema._NEWEST
    create(path).close()
    monkeypatch.setattr(schema, "known_objects", None)  # not asked of a register of the newest version
    open_register(path).close()


def test_a_schema_that_is_not_as_written_down_is_compared_object_by_object(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(path).close()
    monkeypatch.setattr(schema, "_NEWEST", (schema._NEWEST[0], "of a Python that says it otherwise"))
    open_register(path).close()
