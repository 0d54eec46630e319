"""Lists of any length: row numbers sorted and filtered in SQL, records read a page at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from pmdesk.register.database import Connection
from pmdesk.register.projection import fold
from pmdesk.register.search import match

Row = dict[str, object]

# A body is also found by the names of the people who sit on it, and so on: kind -> (child, its reference to
# the kind, its reference to the people).
_THROUGH: Mapping[str, tuple[str, str, str]] = {
    "outside_body": ("appointment", "outside_body", "person"),
    "partnership": ("partner", "partnership", "organisation"),
}


def numbers(
    db: Connection,
    kind: str,
    *,
    typed: str = "",
    where: Mapping[str, object] | None = None,
    order: str = "",
    descending: bool = False,
    limit: int = -1,
) -> array[int]:
    """Row numbers of the records not deleted that match what was typed, in order; four bytes a row.

    `where` maps a field to a value, to None (empty) or to a tuple of values; `order` is a field's name.
    """
    entity = ENTITIES[kind]
    clauses, values = ["t.deleted = 0", "t.stub = 0"], list[object]()
    for name, wanted in (where or {}).items():
        clauses.append(_where(_column(kind, name), wanted, values))
    if query := match(typed):
        clauses.append(_typed(kind, query, values))
    join, by = "", "t.n"
    if not order or order == entity.titled_by:
        join, by = "JOIN record s ON s.n = t.n", "s.sort"
        clauses.append("s.kind = ? AND s.deleted = 0")
        values.append(kind)
    elif entity.field(order).type is Type.REF:
        join, by = f"LEFT JOIN record s ON s.id = t.{_column(kind, order)}", "s.sort"
    else:
        by = f"t.{_column(kind, order)}"
    way = "DESC" if descending else "ASC"
    order_by = f"ORDER BY {by} {way}, t.n LIMIT {int(limit)}"
    sql = f"SELECT t.n FROM {kind} t {join} WHERE {' AND '.join(clauses)} {order_by}"
    return array("I", (n for (n,) in db.execute(sql, values)))


def page(db: Connection, kind: str, wanted: Sequence[int]) -> list[Row]:
    """The records of these row numbers, in their order; a number that is gone is left out."""
    marks = ", ".join("?" * len(wanted))
    found = {row["n"]: row for row in _rows(db, kind, f"{select(kind)} WHERE t.n IN ({marks})", list(wanted))}
    return [found[n] for n in wanted if n in found]


def get(db: Connection, kind: str, record: str) -> Row | None:
    """One record, deleted or not; None when there is none."""
    rows = _rows(db, kind, f"{select(kind)} WHERE t.id = ?", [record])
    return rows[0] if rows else None


def all_of(db: Connection, kind: str, where: Mapping[str, object]) -> list[Row]:
    """Every record not deleted with these field values (a tuple means any of them), by title then id."""
    clauses, values = ["t.deleted = 0", "t.stub = 0"], list[object]()
    for name, wanted in where.items():
        clauses.append(_where(_column(kind, name), wanted, values))
    sql = f"{select(kind)} WHERE {' AND '.join(clauses)} ORDER BY r.sort, t.id"
    return _rows(db, kind, sql, values)


def count(db: Connection, kind: str, where: Mapping[str, object]) -> int:
    clauses, values = ["t.deleted = 0", "t.stub = 0"], list[object]()
    for name, wanted in where.items():
        clauses.append(_where(_column(kind, name), wanted, values))
    return int(
        db.execute(f"SELECT count(*) FROM {kind} t WHERE {' AND '.join(clauses)}", values).fetchone()[0]
    )


def find(db: Connection, kind: str, text: str) -> list[Row]:
    """Records whose id, whose code, or whose title without case and accents, is `text`."""
    sql = (
        "SELECT id FROM record WHERE id = ? AND kind = ? UNION"
        " SELECT id FROM record WHERE kind = ? AND deleted = 0 AND sort = ? AND sort <> ''"
    )
    values = [text, kind, kind, fold(text)]
    if ENTITIES[kind].has("code"):
        sql += f" UNION SELECT id FROM {kind} WHERE code = ? COLLATE NOCASE AND stub = 0"
        values.append(text.strip())
    ids = [record for (record,) in db.execute(sql, values)]
    return [row for record in ids if (row := get(db, kind, record)) and not row["deleted"]]


@lru_cache
def select(kind: str) -> str:
    """The SELECT that reads a kind's records with the titles of what they refer to."""
    columns, joins = (
        ["t.n", "t.id", "t.deleted", "r.made_at", "r.made_by", "r.changed_at", "r.changed_by"],
        [],
    )
    for field in ENTITIES[kind].fields:
        columns.append(f"t.{_column(kind, field.name)}")
        if field.type is Type.REF:
            columns.append(f"r_{field.name}.title")
            joins.append(
                f"LEFT JOIN record r_{field.name} ON r_{field.name}.id = t.{_column(kind, field.name)}"
            )
    return f"SELECT {', '.join(columns)} FROM {kind} t JOIN record r ON r.n = t.n {' '.join(joins)}"


@lru_cache
def _names(kind: str) -> tuple[tuple[str, bool], ...]:
    names = [
        (name, False) for name in ("n", "id", "deleted", "made_at", "made_by", "changed_at", "changed_by")
    ]
    for field in ENTITIES[kind].fields:
        names.append((field.name, field.type is Type.YES_NO))
        if field.type is Type.REF:
            names.append((f"{field.name}_name", False))
    return tuple(names)


def _rows(db: Connection, kind: str, sql: str, values: Iterable[object]) -> list[Row]:
    names = _names(kind)
    return [
        {
            name: bool(value) if yes_no and isinstance(value, int) else value
            for (name, yes_no), value in zip(names, row, strict=True)
        }
        for row in db.execute(sql, list(values))
    ]


def _where(column: str, wanted: object, values: list[object]) -> str:
    if wanted is None:
        return f"t.{column} IS NULL"
    if isinstance(wanted, tuple | list | set | frozenset):
        values.extend(wanted)
        return f"t.{column} IN ({', '.join('?' * len(wanted))})"
    values.append(int(wanted) if isinstance(wanted, bool) else wanted)
    return f"t.{column} = ?"


def _typed(kind: str, query: str, values: list[object]) -> str:
    """Match the record's own text, or the title of anything it refers to, or of those who sit on it."""
    hits = "SELECT rowid FROM search WHERE search MATCH ?"
    named = "SELECT id FROM record WHERE n IN (SELECT rowid FROM search WHERE search MATCH ?)"
    parts = [f"t.n IN ({hits})"]
    values.append(query)
    for field in ENTITIES[kind].references:
        parts.append(f"t.{_column(kind, field.name)} IN ({named})")
        values.append(f"title : ({query})")
    if kind in _THROUGH:
        child, up, across = _THROUGH[kind]
        parts.append(f"t.id IN (SELECT {up} FROM {child} WHERE deleted = 0 AND {across} IN ({named}))")
        values.append(f"title : ({query})")
    return f"({' OR '.join(parts)})"


def _column(kind: str, name: str) -> str:
    # Only names that the facts declare ever reach the SQL.
    return "id" if name == "id" else f'"{ENTITIES[kind].field(name).name}"'
