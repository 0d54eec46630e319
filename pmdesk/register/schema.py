"""The tables and their numbered changes: frozen SQL, applied in order, never edited after a release."""

import re
from functools import lru_cache
from pathlib import Path

from pmdesk.domain.words import N_, Say
from pmdesk.register.database import APPLICATION_ID, Connection, in_memory
from pmdesk.register.faults import Damaged, Unavailable

_FOLDER = Path(__file__).parent / "migrations"


@lru_cache
def migrations() -> tuple[tuple[int, str], ...]:
    """(number, SQL) of every migration this pmdesk knows, in order."""
    found = [(int(path.name[:4]), path.read_text("utf-8")) for path in sorted(_FOLDER.glob("[0-9]*.sql"))]
    return tuple(found)


def latest() -> int:
    return migrations()[-1][0]


def version(db: Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: Connection, upto: int | None = None) -> None:
    """Bring the tables to the newest version, each step in its own transaction, checked before it is kept."""
    for number, sql in migrations():
        if number <= version(db) or (upto is not None and number > upto):
            continue
        db.execute("PRAGMA foreign_keys=OFF")
        try:
            db.execute("BEGIN IMMEDIATE")
            for statement in statements(sql):
                db.execute(statement)
            if db.execute("PRAGMA foreign_key_check").fetchone():
                raise Unavailable(N_("The register could not be brought up to date. Nothing was changed."))
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
            db.execute(f"PRAGMA user_version={number}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        finally:
            db.execute("PRAGMA foreign_keys=ON")


def statements(sql: str) -> list[str]:
    """The statements of a migration; our migrations hold no semicolon inside a text or a trigger."""
    bare = re.sub(r"^\s*--.*$", "", sql, flags=re.MULTILINE)
    return [statement.strip() for statement in bare.split(";") if statement.strip()]


def refuse_strange(db: Connection) -> None:
    """Compare every object of the file's schema, to the letter, with those of its version.

    This stands before anything else is read: a hostile view, trigger or CHECK has a text of its own.
    """
    found = version(db)
    if found > latest():
        raise Unavailable(
            Say(
                N_(
                    "This register was made by a newer pmdesk. Nothing was changed."
                    " Install the newest pmdesk to open it."
                )
            )
        )
    if found < 1 or _objects(db) != known_objects(found):
        raise Damaged(N_("The tables of this file are not those of a pmdesk register. Nothing was changed."))


@lru_cache
def known_objects(upto: int) -> frozenset[tuple[str, str, str]]:
    """(type, name, SQL) of every object of a register of version `upto`."""
    db = in_memory()
    try:
        migrate(db, upto)
        return _objects(db)
    finally:
        db.close()


def _objects(db: Connection) -> frozenset[tuple[str, str, str]]:
    return frozenset(db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall())
