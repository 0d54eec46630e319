"""The tables people think of, a pure function of the journal's heads: projected by record, rebuilt whole."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import ERASED
from pmdesk.domain.facts import Entity, Field, Type
from pmdesk.register.database import Connection, among, write_all
from pmdesk.register.differing import write_differing
from pmdesk.register.entries import Ref, Scalar
from pmdesk.register.ids import is_id
from pmdesk.register.journal import Head, waiting, winner
from pmdesk.register.kept import rebuild_kept
from pmdesk.register.rights import may_be_on
from pmdesk.register.standing import settle

Stored = str | int | None
Line = tuple[Any, ...]  # of the journal
WAITING = "(waiting for its record)"

_NUMERIC = (Type.NUMBER, Type.MONEY, Type.YES_NO)
_SEARCHED = (Type.TEXT, Type.LONG, Type.PERIOD)
# What a record's own line says of it: (row number, these values) by id, of records that are there already.
_RECORD = ("kind", "title", "sort", "deleted", "made_at", "made_by", "changed_at", "changed_by")
Known = Mapping[str, tuple[int, list[object]]]
_AT_ONCE = 4_000  # records in memory together; a save within it costs each statement once


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


class Fresh(NamedTuple):
    """A record that a save of our own makes: it has these values and no others, nothing need be read back."""

    kind: str
    values: dict[str, Scalar]
    meta: Meta


class Whole(NamedTuple):
    """A record as all the tables hold it."""

    id: str
    row: Row
    title: str
    meta: Meta


def fold(text: str) -> str:
    """Text for comparing and sorting: without case, accents or doubled spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(text.casefold().split())


def row_of(kind: str, record_heads: Iterable[Head]) -> Row:
    """The row that a record's heads make: one value a field, the same on every laptop."""
    by_field: dict[str, list[Head]] = {}
    for head in record_heads:
        by_field.setdefault(head.field, []).append(head)
    return row_said(
        kind,
        {
            name: (rivals[0] if len(rivals) == 1 else winner(rivals)).value
            for name, rivals in by_field.items()
        },
    )


def row_read(kind: str, said: Collection[Line]) -> Row:
    """The same from the heads as the journal's lines have them (`_EVENTS`)."""
    texts = {line[2]: line[4] for line in said}
    if len(texts) == len(said):  # nobody changed a field unseen by another
        return row_said(kind, texts)
    return row_of(kind, [Head(each[2], each[4], Ref(each[5], each[6]), each[7]) for each in said])


def row_said(kind: str, texts: Mapping[str, str | None]) -> Row:
    """The row that fields with one value each make: JSON text, or None where it was erased."""
    fields = _fields(kind)
    values: dict[str, Stored] = dict.fromkeys(fields)
    for name, text in texts.items():
        if name in fields:
            values[name] = _shown(fields[name], text)
    return Row(kind, int(_value(texts.get("deleted")) is True), values)


def project(
    db: Connection,
    records: Iterable[str],
    *,
    metas: Mapping[str, Meta] | None = None,
    fresh: Mapping[str, Fresh] | None = None,
) -> None:
    """Write the rows, titles and search words of records from their heads, within the caller's transaction.

    `metas` and `fresh` are given by a save of our own, which knows them; the rest is read from the journal.
    """
    wanted, pointed = list(dict.fromkeys(records)), set[tuple[str, str]]()
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        made = [_made(record, fresh[record]) for record in some if fresh and record in fresh]
        told = _told(db, [record for record in some if not fresh or record not in fresh], metas or {})
        pointed |= _write(db, made + told)
        _empty(db, set(some) - {each.id for each in made + told})
    _stubs(db, pointed)


def forget_words(db: Connection) -> None:
    """After an erasure an index of the words that are there: one that left a text stays in the old."""
    db.execute("INSERT INTO search(search) VALUES ('rebuild')")


def title_of(entity: Entity, values: Mapping[str, Stored]) -> str:
    return str(values.get(entity.titled_by) or "") if entity.titled_by else ""


def search_words(entity: Entity, values: Mapping[str, Stored]) -> str:
    """All the text of a record but its title and references, for the search."""
    return "\n".join([str(values[name]) for name in _searched(entity.name) if values.get(name)])


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
    project(db, all_records(db))
    (register_id,) = db.execute("SELECT id FROM register").fetchone()
    if may_be_on(db, register_id):
        project(db, sorted(record for _kind, record in settle(db, register_id, ())))
    rebuild_kept(db)


def _made(record: str, fresh: Fresh) -> Whole:
    fields = _fields(fresh.kind)
    values: dict[str, Stored] = dict.fromkeys(fields)
    for name, value in fresh.values.items():
        if name in fields:
            values[name] = _stored(fields[name], value)
    row = Row(fresh.kind, int(fresh.values.get("deleted") is True), values)
    return Whole(record, row, title_of(ENTITIES[fresh.kind], values), fresh.meta)


# Every event of some records, with its author's clock; or only the heads.
_EVENTS = """
    SELECT e.record, e.kind, e.field, e.head, p.value, n.hash, e.id % 65536, n.at, n.author, n.n
    FROM event e JOIN entry n ON n.n = e.id / 65536 LEFT JOIN payload p ON p.event = e.id
    WHERE e.record IN ({marks})
"""
_KINDS = "SELECT DISTINCT record, kind FROM event WHERE record IN ({marks})"
_COUNTING = (
    f"{_KINDS} AND id / 65536 NOT IN (SELECT n FROM entry WHERE stands = 0)"  # what only waits has no row
)


def _told(db: Connection, records: list[str], metas: Mapping[str, Meta]) -> list[Whole]:
    """Records as the journal tells them; those of kinds we do not know are left out."""
    found: dict[str, list[Line]] = defaultdict(list)
    clocks: dict[str, set[tuple[int, str]]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    heads_alone = all(record in metas for record in records)
    waits = waiting(db)
    for line in among(db, f"{_EVENTS} AND e.head = 1" if heads_alone else _EVENTS, records):
        record, kind, _name, head, _value, _digest, _place, at, author, n = line
        if n in waits:
            continue
        kinds[record].add(kind)
        clocks[record].add((at, author))
        if head:
            found[record].append(line)
    if heads_alone:
        for record, kind in among(db, _COUNTING if waits else _KINDS, records):
            kinds[record].add(kind)
    return [
        _whole(record, kind, found.get(record, ()), metas.get(record) or _meta(clocks[record]))
        for record in records
        if (kind := kind_of(kinds.get(record, ())))
    ]


def kind_of(kinds: Iterable[str]) -> str | None:
    """The kind of a record we know how to show; where two entries disagree, the first by alphabet."""
    return min((kind for kind in kinds if kind in ENTITIES), default=None)


def _whole(record: str, kind: str, said: Collection[Line], meta: Meta) -> Whole:
    row = row_read(kind, said)
    return Whole(record, row, title_of(ENTITIES[kind], row.values), meta)


def _meta(clocks: set[tuple[int, str]]) -> Meta:
    return Meta(*min(clocks), *max(clocks))


@lru_cache
def _fields(kind: str) -> dict[str, Field]:
    return {field.name: field for field in ENTITIES[kind].fields}


@lru_cache
def _searched(kind: str) -> tuple[str, ...]:
    """The fields whose text is found by searching, but for the one that names the record."""
    return tuple(
        field.name
        for field in ENTITIES[kind].fields
        if not ENTITIES[kind].sealed
        and field.name != ENTITIES[kind].titled_by
        and not field.unsearched
        and field.type in _SEARCHED
    )


@lru_cache
def _pointers(kind: str) -> tuple[tuple[str, str], ...]:
    """(field, kind it refers to) of every reference of a kind."""
    return tuple((field.name, field.refers) for field in ENTITIES[kind].references)


def _shown(field: Field, text: str | None) -> Stored:
    if text is None:
        return ERASED if field.required and field.type is not Type.REF else None
    return _stored(field, _value(text))


def _stored(field: Field, value: Scalar) -> Stored:
    if field.type is Type.REF:
        return str(value) if is_id(value) else None
    if field.type in _NUMERIC:
        return int(value) if isinstance(value, bool) else value
    return str(value) if value is not None else None


def _value(text: str | None) -> Scalar:
    if text is None:
        return None
    if text[0] == '"' and "\\" not in text:  # most are: plain text within quotation marks
        return text[1:-1]
    value: Scalar = json.loads(text)
    return value


def _write(db: Connection, wholes: list[Whole]) -> set[tuple[str, str]]:
    """Records into their tables and the search; the (kind, id) of everything they point to."""
    sql = f"SELECT id, n, {', '.join(_RECORD)} FROM record WHERE id IN ({{marks}})"
    known = {id: (n, values) for id, n, *values in among(db, sql, [each.id for each in wholes])}
    numbers = _records(db, wholes, known)
    rows: dict[str, dict[int, tuple[Stored, ...]]] = {}
    for each in wholes:
        kind, deleted, values = each.row
        rows.setdefault(kind, {})[numbers[each.id]] = (each.id, deleted, *values.values())
    stood: dict[str, Mapping[str, Stored]] = {}
    for kind, some in rows.items():
        stood |= _rows(db, kind, some, [n for n, row in some.items() if row[0] in known])
    _index(db, wholes, numbers, known, stood)
    return {
        (refers, str(value))
        for each in wholes
        for name, refers in _pointers(each.row.kind)
        if (value := each.row.values[name]) and value != stood.get(each.id, {}).get(name)
    }


def _records(db: Connection, wholes: list[Whole], known: Known) -> dict[str, int]:
    """Write who made each record and what it is called; {record: row number}."""
    fresh = [each for each in wholes if each.id not in known]
    (last,) = db.execute("SELECT coalesce(max(n), 0) FROM record").fetchone() if fresh else (0,)
    numbers = {each.id: n for n, each in enumerate(fresh, last + 1)}
    marks = ", ".join("?" * len(_RECORD))
    write_all(
        db,
        f"INSERT INTO record({', '.join(_RECORD)}, id, n) VALUES ({marks}, ?, ?)",
        [(*_record(each), each.id, numbers[each.id]) for each in fresh],
    )
    now = {known[each.id][0]: _record(each) for each in wholes if each.id in known}
    write_differing(db, "record", _RECORD, dict(known.values()), now)
    return {**numbers, **{id: n for id, (n, _) in known.items()}}


def _rows(
    db: Connection, kind: str, rows: Mapping[int, tuple[Stored, ...]], known: Iterable[int]
) -> dict[str, Mapping[str, Stored]]:
    """Write records, {n: (id, deleted, values)}, into their kind's table; those known may stand there.

    {record: its values} of those that stood there, but for those that waited.
    """
    names = ("id", "deleted", *(f'"{name}"' for name in _fields(kind)), "stub")
    sql = f"SELECT n, {', '.join(names)} FROM {kind} WHERE n IN ({{marks}})"
    stood = {n: values for n, *values in among(db, sql, known)}
    write_all(
        db,
        f"INSERT INTO {kind}(n, {', '.join(names[:-1])}) VALUES ({', '.join('?' * len(names))})",
        [(n, *row) for n, row in rows.items() if n not in stood],
    )
    write_differing(db, kind, names, stood, {n: (*row, 0) for n, row in rows.items() if n in stood})
    return {
        id: dict(zip(_fields(kind), values, strict=True))
        for id, _, *values, stub in stood.values()
        if not stub
    }


def _record(each: Whole) -> tuple[object, ...]:
    return each.row.kind, each.title, fold(each.title), each.row.deleted, *each.meta


def _stubs(db: Connection, pointed: set[tuple[str, str]]) -> None:
    """A record we point to but do not have yet gets a row that says so: a merge never fails for it."""
    targets: dict[str, list[str]] = {}
    for kind, record in sorted(pointed):
        targets.setdefault(kind, []).append(record)
    for kind, wanted in targets.items():
        there = {record for (record,) in among(db, f"SELECT id FROM {kind} WHERE id IN ({{marks}})", wanted)}
        waited = [record for record in wanted if record not in there]
        write_all(
            db,
            "INSERT OR IGNORE INTO record(id, kind, title, sort) VALUES (?, ?, ?, ?)",
            [(record, kind, WAITING, WAITING) for record in waited],
        )
        write_all(
            db,
            f"INSERT INTO {kind}(n, id, stub) SELECT n, id, 1 FROM record WHERE id = ?",
            [(record,) for record in waited],
        )


def _empty(db: Connection, records: set[str]) -> None:
    """A record of which nothing counts any longer waits like one that never came: others may point to it."""
    for n, kind in among(db, "SELECT n, kind FROM record WHERE id IN ({marks})", records):
        names = ", ".join(f'"{name}" = NULL' for name in _fields(kind))
        db.execute(f"UPDATE {kind} SET deleted = 0, stub = 1, {names} WHERE n = ?", (n,))
        db.execute(
            "UPDATE record SET title = ?, sort = ?, deleted = 0, made_at = NULL, made_by = NULL,"
            " changed_at = NULL, changed_by = NULL WHERE n = ?",
            (WAITING, WAITING, n),
        )
        db.execute("DELETE FROM search WHERE rowid = ?", (n,))


def _index(
    db: Connection,
    wholes: list[Whole],
    numbers: Mapping[str, int],
    known: Known,
    before: Mapping[str, Mapping[str, Stored]],
) -> None:
    # The index is written only when the text changed; a deleted record stays in it and the search skips it.
    # What a record said before is in the index: that is asked only where nothing else tells.
    told = {
        numbers[each.id]: (known[each.id][1][1], search_words(ENTITIES[each.row.kind], before[each.id]))
        for each in wholes
        if each.id in before and known[each.id][1][0] == each.row.kind
    }
    old = [n for each in wholes if each.id in known and (n := numbers[each.id]) not in told]
    sql = "SELECT rowid, title, words FROM search WHERE rowid IN ({marks})"
    stood = told | {n: (title, words) for n, title, words in among(db, sql, old)}
    said = [
        (numbers[each.id], each.title, search_words(ENTITIES[each.row.kind], each.row.values))
        for each in wholes
    ]
    changed = [each for each in said if each[1:] != stood.get(each[0], ("", ""))]
    write_all(db, "INSERT OR REPLACE INTO search(rowid, title, words) VALUES (?, ?, ?)", changed)
