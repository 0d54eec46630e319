"""The tables and their numbered changes: frozen SQL, applied in order, never edited after a release."""

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from pmdesk.domain.words import N_, Say
from pmdesk.register.database import APPLICATION_ID, Connection, in_memory
from pmdesk.register.faults import Damaged, Unavailable

_FOLDER = Path(__file__).parent / "migrations"
# Digests of all the migrations' SQL and of the schema they make; tests/register/test_schema.py says what they
# must be. Making that schema anew took a sixth of the time to the first paint.
_NEWEST = (
    "c58769645db65aa8f826fd61f6b508d6d5b9fae930858fc4f870df55f70b6e91",
    "b9020d1877515a044612eaaca80168f51e087c9fe9e5b66d1bbe2abb5a9e45ab",
)


_Objects = frozenset[tuple[str, str, str]]


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
    objects = _objects(db)
    if found < 1 or not (_is_newest(found, objects) or objects == known_objects(found)):
        raise Damaged(N_("The tables of this file are not those of a pmdesk register. Nothing was changed."))


def _is_newest(upto: int, objects: _Objects) -> bool:
    """Whether these are the objects of the newest version, as it is written down."""
    sql = frozenset(sql for number, sql in migrations() if number <= upto)
    return _digest(sql) == _NEWEST[0] and _digest(objects) == _NEWEST[1]


@lru_cache(maxsize=4)
def _digest(what: frozenset[object]) -> str:
    """The same of what is asked for at every opening: nearly every register has the same objects."""
    return digest(what)


def digest(what: Iterable[object]) -> str:
    """A digest of what is in a list or set, its order apart."""
    return hashlib.sha256(repr(sorted(what, key=repr)).encode("utf-8", "backslashreplace")).hexdigest()


@lru_cache
def known_objects(upto: int) -> _Objects:
    """(type, name, SQL) of every object of a register of version `upto`."""
    db = in_memory()
    try:
        migrate(db, upto)
        return _objects(db)
    finally:
        db.close()


def _objects(db: Connection) -> _Objects:
    return frozenset(db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall())
