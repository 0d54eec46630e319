"""The tables people think of, a pure function of the journal's heads: projected by record, rebuilt whole."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Field, Type
from pmdesk.register.database import Connection
from pmdesk.register.ids import is_id
from pmdesk.register.journal import Head, heads, winner

Stored = str | int | None
ERASED = "(erased)"
WAITING = "(waiting for its record)"

_NUMERIC = (Type.NUMBER, Type.MONEY, Type.YES_NO)


class Meta(NamedTuple):
    """Who made a record and who changed it last, by the authors' clocks (UTC milliseconds)."""

    made_at: int | None
    made_by: str | None
    changed_at: int | None
    changed_by: str | None


class Row(NamedTuple):
    """A record as its table holds it."""

    kind: str
    deleted: int
    values: dict[str, Stored]


def fold(text: str) -> str:
    """Text for comparing and sorting: without case, accents or doubled spaces."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join(
        "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().split()
    )


def row_of(kind: str, record_heads: Iterable[Head]) -> Row:
    """The row that a record's heads make: one value a field, the same on every laptop."""
    by_field: dict[str, list[Head]] = {}
    for head in record_heads:
        by_field.setdefault(head.field, []).append(head)
    entity = ENTITIES[kind]
    deleted = by_field.get("deleted", [])
    values = {
        field.name: _stored(field, rivals) if (rivals := by_field.get(field.name)) else None
        for field in entity.fields
    }
    return Row(kind, int(bool(deleted) and _value(winner(deleted)) is True), values)


def project(
    db: Connection,
    record: str,
    *,
    meta: Meta | None = None,
    fresh: tuple[str, list[Head]] | None = None,
) -> None:
    """Write one record's row, title and search words from its heads, within the caller's transaction.

    `meta` is given by a save of our own, which knows it; otherwise it is read from the record's events.
    `fresh` is the kind and the heads of a record that this very save makes: then nothing is read back.
    """
    kind = fresh[0] if fresh else kind_of(db, record)
    if kind is None:
        return
    row = row_of(kind, fresh[1] if fresh else heads(db, record))
    title = title_of(ENTITIES[kind], row.values)
    n = _record(db, record, row, title, meta or meta_of(db, record))
    _stubs(db, ENTITIES[kind], row.values)
    _write(db, kind, n, record, row)
    _index(db, n, ENTITIES[kind], row, title, fresh is not None)


def kind_of(db: Connection, record: str) -> str | None:
    """The kind of a record we know how to show; where two entries disagree, the first by alphabet."""
    kinds = [k for (k,) in db.execute("SELECT DISTINCT kind FROM event WHERE record = ?", (record,))]
    return min((kind for kind in kinds if kind in ENTITIES), default=None)


def meta_of(db: Connection, record: str) -> Meta:
    rows = db.execute(
        "SELECT DISTINCT n.at, n.author FROM event e JOIN entry n ON n.n = e.id / 65536 WHERE e.record = ?",
        (record,),
    ).fetchall()
    if not rows:
        return Meta(None, None, None, None)
    return Meta(*min(rows), *max(rows))


def title_of(entity: Entity, values: Mapping[str, Stored]) -> str:
    return str(values.get(entity.titled_by) or "") if entity.titled_by else ""


def search_words(entity: Entity, values: Mapping[str, Stored]) -> str:
    """All the text of a record but its title and references, for the search."""
    return "\n".join(
        str(values[field.name])
        for field in entity.fields
        if values.get(field.name)
        and field.name != entity.titled_by
        and field.type in (Type.TEXT, Type.LONG, Type.PERIOD)
    )


def all_records(db: Connection) -> Iterator[str]:
    for (record,) in db.execute("SELECT DISTINCT record FROM event ORDER BY record"):
        yield record


def clear(db: Connection) -> None:
    """Empty the tables that are made from the journal."""
    db.execute("PRAGMA defer_foreign_keys=ON")
    for kind in ENTITIES:
        db.execute(f"DELETE FROM {kind}")
    db.execute("DELETE FROM record")
    db.execute("DELETE FROM search")


def rebuild(db: Connection) -> None:
    """Make every table anew from the journal, within the caller's transaction."""
    clear(db)
    for record in list(all_records(db)):
        project(db, record)


def _stored(field: Field, rivals: list[Head]) -> Stored:
    head = winner(rivals)
    if head.value is None:
        return ERASED if field.required and field.type is not Type.REF else None
    value = _value(head)
    if field.type is Type.REF:
        return str(value) if is_id(value) else None
    if field.type in _NUMERIC:
        return int(value) if isinstance(value, bool) else value
    return str(value) if value is not None else None


def _value(head: Head) -> str | int | bool | None:
    if head.value is None:
        return None
    value: str | int | bool | None = json.loads(head.value)
    return value


def _record(db: Connection, record: str, row: Row, title: str, meta: Meta) -> int:
    (n,) = db.execute(
        "INSERT INTO record(id, kind, title, sort, deleted, made_at, made_by, changed_at, changed_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, title = excluded.title, sort = excluded.sort,"
        " deleted = excluded.deleted, made_at = excluded.made_at, made_by = excluded.made_by,"
        " changed_at = excluded.changed_at, changed_by = excluded.changed_by RETURNING n",
        (record, row.kind, title, fold(title), row.deleted, *meta),
    ).fetchone()
    return int(n)


def _stubs(db: Connection, entity: Entity, values: Mapping[str, Stored]) -> None:
    """A record we point to but do not have yet gets a row that says so: a merge never fails for it."""
    for field in entity.references:
        target = values.get(field.name)
        if not target or db.execute(f"SELECT 1 FROM {field.refers} WHERE id = ?", (target,)).fetchone():
            continue
        db.execute(
            "INSERT OR IGNORE INTO record(id, kind, title, sort) VALUES (?, ?, ?, ?)",
            (target, field.refers, WAITING, WAITING),
        )
        db.execute(
            f"INSERT INTO {field.refers}(n, id, stub) SELECT n, id, 1 FROM record WHERE id = ?", (target,)
        )


def _write(db: Connection, kind: str, n: int, record: str, row: Row) -> None:
    db.execute(_upsert(kind), (n, record, row.deleted, *row.values.values()))


_upserts: dict[str, str] = {}


def _upsert(kind: str) -> str:
    if kind not in _upserts:
        names = [field.name for field in ENTITIES[kind].fields]
        columns = ", ".join(f'"{name}"' for name in names)
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in ("deleted", *names))
        marks = ", ".join("?" * (len(names) + 3))
        _upserts[kind] = (
            f"INSERT INTO {kind}(n, id, deleted, {columns}) VALUES ({marks})"
            f" ON CONFLICT(id) DO UPDATE SET {updates}, stub = 0"
        )
    return _upserts[kind]


def _index(db: Connection, n: int, entity: Entity, row: Row, title: str, fresh: bool) -> None:
    # The index wipes what it removes, which is slow: it is written only when the text changed, and a deleted
    # record stays in it and is left out by the search (taking 5,000 out took ten seconds).
    words = search_words(entity, row.values)
    there = "SELECT title, words FROM search WHERE rowid = ?"
    if not fresh and db.execute(there, (n,)).fetchone() == (title, words):
        return
    db.execute("INSERT OR REPLACE INTO search(rowid, title, words) VALUES (?, ?, ?)", (n, title, words))
