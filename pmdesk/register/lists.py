"""Lists of any length: row numbers sorted and filtered in SQL, records read a page at a time."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, filterfalse, groupby
from operator import itemgetter

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from pmdesk.register.database import Connection, columns
from pmdesk.register.matching import own, pointing, strangers
from pmdesk.register.orders import in_order
from pmdesk.register.projection import fold
from pmdesk.register.search import match

Row = dict[str, object]

# Every record of a kind by its title, and those still waited for: from indexes alone.
_OF_KIND = "FROM record INDEXED BY record_kind WHERE kind = ? AND deleted = 0"
_BY_TITLE = f"SELECT n {_OF_KIND} ORDER BY sort {{way}}, n {{way}}"
_DOUBLED = f"SELECT sort {_OF_KIND} GROUP BY sort HAVING count(*) > 1"
_SHARING = f"SELECT sort, n {_OF_KIND} AND sort IN (SELECT value FROM json_each(?)) ORDER BY sort, n"
_WAITING = "SELECT n FROM record INDEXED BY record_waiting WHERE kind = ? AND made_at IS NULL"
# Some of them: each is looked up.
_SOME_BY_TITLE = (
    "SELECT r.n FROM json_each(?) j CROSS JOIN record r ON r.n = j.value"
    " WHERE r.kind = ? AND r.deleted = 0 AND r.made_at IS NOT NULL ORDER BY r.sort {way}, r.n"
)
_SHOWN, _WAYS = "t.deleted = 0 AND t.stub = 0", ("ASC", "DESC")
# More than so many are not looked up: the whole list is read, and the others are left out of it.
_LONG = 2_000


def numbers(
    db: Connection,
    kind: str,
    *,
    typed: str = "",
    where: Mapping[str, object] | None = None,
    order: str = "",
    descending: bool = False,
) -> array[int]:
    """Row numbers of the records not deleted that match what was typed, in order; four bytes a row.

    `where` maps a field to a value, to None (empty) or to a tuple of values; `order` is a field's name.
    Equals stand as they were entered, whichever way the list goes.
    """
    by = "" if order == ENTITIES[kind].titled_by else order
    return array("I", _found(db, kind, match(typed), where or {}, by, descending))


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


def _found(
    db: Connection, kind: str, query: str, where: Mapping[str, object], by: str, down: bool
) -> Sequence[int]:
    """Row numbers in order; `by` is a field's name, or '' for the title."""
    if not (query or where):
        return _whole(db, kind, by, down)
    if not query and (filled := _filled(db, kind, where)) is not None:
        return list(filterfalse(filled.__contains__, _whole(db, kind, by, down)))
    wanted = _narrowed(db, kind, where) if where else []
    if query:
        hits = own(db, kind, query)
        if named := pointing(db, kind, query):
            hits = list(named.union(hits))
        wanted = list(filter(set(wanted).__contains__, hits)) if where else hits
    if len(wanted) <= _LONG:
        return _looked_up(db, kind, by, down, wanted)
    if not (by or ENTITIES[kind].titled_by) and (left_out := strangers(db, kind)) is not None:
        # Records without titles stand as they were entered, and so they were found.
        return sorted(filterfalse(left_out.__contains__, wanted) if left_out else wanted)
    return list(filter(set(wanted).__contains__, _whole(db, kind, by, down)))


def _whole(db: Connection, kind: str, by: str, down: bool) -> array[int]:
    return in_order(db, (kind, by, down), lambda: _read_whole(db, kind, by, down))


def _read_whole(db: Connection, kind: str, by: str, down: bool) -> list[int]:
    if by and down:
        # SQLite would sort anew within each group of equals; read the other way the index has all in order.
        groups = db.execute(
            f"SELECT json_group_array(n) FROM ({_all_by(kind, by)}) GROUP BY key ORDER BY key"
        )
        return list(chain.from_iterable(json.loads(group) for (group,) in reversed(groups.fetchall())))
    if by:
        return columns(db, _all_by(kind, by), (), "n")[0]
    return by_title(db, kind, down and ENTITIES[kind].titled_by != "")


def by_title(db: Connection, kind: str, down: bool) -> list[int]:
    """Row numbers of every record of a kind that is here, by title; equals as they were entered."""
    found = columns(db, _BY_TITLE.format(way=_WAYS[down]), (kind,), "n")[0]
    if down:
        _turn_equals(db, kind, found)
    waiting = columns(db, _WAITING, (kind,), "n")[0]
    return list(filterfalse(set(waiting).__contains__, found)) if waiting else found


def _turn_equals(db: Connection, kind: str, found: list[int]) -> None:
    """Of records read backwards from their index, those with one title stand as they were entered.

    Few share a title: they are put right, where SQLite would sort all anew.
    """
    doubled = [title for (title,) in db.execute(_DOUBLED, (kind,))]
    if not doubled:
        return
    sharing = db.execute(_SHARING, (kind, json.dumps(doubled))).fetchall()
    at = {n: place for place, n in enumerate(found)}
    for _title, rows in groupby(sharing, key=itemgetter(0)):
        numbers = [n for _sort, n in rows]
        first = at[numbers[-1]]
        found[first : first + len(numbers)] = numbers


def _all_by(kind: str, by: str) -> str:
    key, join = _key(kind, by)
    return f"SELECT t.n AS n, {key} AS key FROM {kind} t {join} WHERE {_SHOWN} ORDER BY {key}, t.n"


def _looked_up(db: Connection, kind: str, by: str, down: bool, wanted: Sequence[int]) -> list[int]:
    chosen, way = json.dumps(wanted), _WAYS[down]
    if not by:
        return columns(db, _SOME_BY_TITLE.format(way=way), (chosen, kind), "n")[0]
    key, join = _key(kind, by)
    some = f"json_each(?) j CROSS JOIN {kind} t ON t.n = j.value {join}"
    sql = f"SELECT t.n AS n FROM {some} WHERE {_SHOWN} ORDER BY {key} {way}, t.n"
    return columns(db, sql, (chosen,), "n")[0]


def _key(kind: str, by: str) -> tuple[str, str]:
    """What a field is sorted by, and the join that takes: a reference is sorted by its title."""
    column = f"t.{_column(kind, by)}"
    if by != "id" and ENTITIES[kind].field(by).type is Type.REF:
        return "s.sort", f"LEFT JOIN record s ON s.id = {column}"
    return column, ""


def _narrowed(db: Connection, kind: str, where: Mapping[str, object]) -> list[int]:
    """Those with these values, in no order; some may still be waited for, which no list shows."""
    values = list[object]()
    clauses = [_where(_column(kind, name), wanted, values) for name, wanted in where.items()]
    sql = f"SELECT t.n AS n FROM {kind} t WHERE t.deleted = 0 AND {' AND '.join(clauses)}"
    return columns(db, sql, values, "n")[0]


def _filled(db: Connection, kind: str, where: Mapping[str, object]) -> set[int] | None:
    """Where only empty fields are asked for: the few that are not empty there; None where they are many."""
    if any(value is not None for value in where.values()):
        return None
    filled = " OR ".join(f"t.{_column(kind, name)} IS NOT NULL" for name in where)
    sql = f"SELECT t.n AS n FROM {kind} t WHERE {_SHOWN} AND ({filled}) LIMIT {_LONG + 1}"
    found = columns(db, sql, (), "n")[0]
    return set(found) if len(found) <= _LONG else None


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


def _column(kind: str, name: str) -> str:
    # Only names that the facts declare ever reach the SQL.
    return "id" if name == "id" else f'"{ENTITIES[kind].field(name).name}"'
