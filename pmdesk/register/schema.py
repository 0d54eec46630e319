"""The tables and their numbered changes: frozen SQL, applied in order, never edited after a release."""

import re
from collections.abc import Callable
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


def migrate(
    db: Connection, upto: int | None = None, *, then: Callable[[Connection], None] | None = None
) -> None:
    """Bring the tables to the newest version and do `then`: one transaction, checked before it is kept."""
    steps = [step for step in migrations() if step[0] > version(db) and (upto is None or step[0] <= upto)]
    if not steps:
        return
    db.execute("PRAGMA foreign_keys=OFF")
    try:
        db.execute("BEGIN IMMEDIATE")
        for number, sql in steps:
            for statement in statements(sql):
                db.execute(statement)
            db.execute(f"PRAGMA user_version={number}")
        if then:
            then(db)
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise Unavailable(N_("The register could not be brought up to date. Nothing was changed."))
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
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
