"""Lists of measures of any length, and counts for the Desk: read from what is kept beside each measure.

A list reads row numbers and a page of rows; a count reads a handful of rows; nothing here walks the readings
but the ratings as they stood on a past day.
"""

import json
from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from pmdesk.domain.rating import RANKS
from pmdesk.register.database import Connection, columns
from pmdesk.register.kept import Kept
from pmdesk.register.lists import by_title
from pmdesk.register.matching import own, pointing
from pmdesk.register.orders import in_order
from pmdesk.register.search import match

# What a list can be narrowed by: name -> SQL for a value, given to each of its marks; or SQL for yes and for
# no, to the letter as the partial indexes have it.
_NARROWED: Mapping[str, str | tuple[str, str]] = {
    "rating": "k.rank = ?",
    "owner": "t.owner = ?",
    "owner_organisation": "t.owner_organisation = ?",
    "partnership": "t.partnership = ?",
    "kind": "t.kind = ?",
    "objective": (
        "(t.objective = ? OR t.id IN (SELECT measure FROM serves WHERE objective = ? AND deleted = 0))"
    ),
    "overdue": "k.next_ends <> '' AND k.next_ends < ?",
    "ready": ("k.missing = ''", "k.missing <> ''"),
    "noteless": ("k.noteless = 1", "k.noteless = 0"),
    "central": ("t.measured_by IS NOT NULL", "t.measured_by IS NULL"),
}
_FROM = "FROM measure_kept k CROSS JOIN measure t ON t.n = k.n"
# Whose measures they are has an index of their own table: few are looked up, not all passed through.
_WHOSE = ("partnership", "owner", "owner_organisation")
_FROM_WHOSE = "FROM measure t CROSS JOIN measure_kept k ON k.n = t.n"
_ORDERS: Mapping[str, str] = {
    "code": "coalesce(t.code, '') = '', t.code {way}, r.sort",
    "title": "r.sort {way}",
    "rating": "k.rank {way}, r.sort",
    "direction": "k.direction {way}, r.sort",
    "latest": "k.ends {way}, r.sort",
    "target": "k.target_period = '', k.target_period {way}, r.sort",
    "due": "k.next_ends = '', k.next_ends {way}, r.sort",
    "effort": "coalesce(t.effort_hours, 0) {way}, r.sort",
}
# A long list is put together from indexes, each read from end to end: name -> (n, what is sorted by).
# Looking up every row of it took four times as long.
_KEYS: Mapping[str, str] = {
    "code": (
        "SELECT n, code AS key FROM measure INDEXED BY measure_listed WHERE deleted = 0 AND stub = 0"
        " ORDER BY code"
    ),
    "rating": "SELECT n, rank AS key FROM measure_kept",
    "direction": "SELECT n, direction AS key FROM measure_kept",
    "latest": "SELECT n, ends AS key FROM measure_kept",
    "target": "SELECT n, target_period AS key FROM measure_kept",
    "due": "SELECT n, next_ends AS key FROM measure_kept",
}
# Where a list begins, read from an index: those with the thing it goes by, then those without it.
_BY_CODE = (
    "FROM measure t INDEXED BY measure_listed CROSS JOIN measure_kept k ON k.n = t.n"
    " WHERE t.deleted = 0 AND t.stub = 0"
)
_BEGINNINGS = {
    "code": (
        f"{_BY_CODE} AND t.code IS NOT NULL AND {{narrowed}} ORDER BY t.code, t.n",
        f"{_BY_CODE} AND t.code IS NULL AND {{narrowed}} ORDER BY t.n",
    ),
    "due": (
        f"{_FROM} WHERE k.next_ends <> '' AND {{narrowed}} ORDER BY k.next_ends, k.n",
        f"{_FROM} WHERE k.next_ends = '' AND {{narrowed}} ORDER BY k.n",
    ),
}
# Where thousands share a rating or a day nobody looks for a title among them. An index has these in order.
_AS_ENTERED = {
    "code": (
        "SELECT n, code AS key FROM measure INDEXED BY measure_listed"
        " WHERE deleted = 0 AND stub = 0 AND code > '' ORDER BY code, n",
        "SELECT n FROM measure WHERE deleted = 0 AND stub = 0 AND coalesce(code, '') = '' ORDER BY n",
    ),
    "rating": ("SELECT n, rank AS key FROM measure_kept ORDER BY rank, n",),
    "due": (
        "SELECT n, next_ends AS key FROM measure_kept WHERE next_ends <> '' ORDER BY next_ends, n",
        "SELECT n FROM measure_kept WHERE next_ends = '' ORDER BY n",
    ),
}
# The first of a very long list, where an index has them.
_FIRST = {
    "code": (
        "SELECT n FROM measure INDEXED BY measure_listed WHERE deleted = 0 AND stub = 0 AND code > ''"
        " ORDER BY code {way}, n LIMIT ?"
    ),
    "title": (
        "SELECT n FROM record INDEXED BY record_kind WHERE kind = 'measure' AND deleted = 0"
        " AND made_at IS NOT NULL ORDER BY sort {way}, n LIMIT ?"
    ),
    "rating": "SELECT n FROM measure_kept ORDER BY rank {way}, n LIMIT ?",
    "due": "SELECT n FROM measure_kept WHERE next_ends <> '' ORDER BY next_ends {way}, n LIMIT ?",
}
# What thousands share is read backwards one value after another: SQLite would sort all that share the last.
_SHARED = {"rating": ("rank", "rank >= 0"), "due": ("next_ends", "next_ends <> ''")}
_ALL = "SELECT coalesce(sum(measures), 0) FROM rating_count"
# Those that are ready are few, and have an index.
_UNREADY = {"ready": False}
_COUNT_UNREADY = f"SELECT ({_ALL}) - (SELECT count(*) FROM measure_kept WHERE missing = '')"
_VERY_LONG = 20_000
_BLANKS_LAST = ("code", "target", "due")
_LONG = 2_000


def numbers(
    db: Connection,
    typed: str = "",
    narrowed: Mapping[str, object] | None = None,
    order: str = "code",
    descending: bool = False,
) -> "array[int]":
    """Row numbers of the measures that match, in order; four bytes a row.

    `narrowed` maps names of _NARROWED to a value; `order` is a key of _ORDERS.
    """
    query = match(typed)
    if not narrowed and not query:
        return array("I", _whole(db, order, descending))
    wanted = pointing(db, "measure", query).union(own(db, "measure", query)) if query else set()
    if narrowed:
        wanted = _narrowed(db, narrowed) & wanted if query else _narrowed(db, narrowed)
    if len(wanted) > _LONG:
        return array("I", filter(wanted.__contains__, _whole(db, order, descending)))
    return array("I", _sorted(db, order, descending, wanted))


def counted(db: Connection, narrowed: Mapping[str, object]) -> int:
    """How many measures a list narrowed so would show, without making the list."""
    if narrowed == _UNREADY:
        return int(db.execute(_COUNT_UNREADY).fetchone()[0])
    sql, values = _where(narrowed)
    return int(db.execute(f"SELECT count(*) {sql}", values).fetchone()[0])


def first(db: Connection, narrowed: Mapping[str, object], order: str, most: int) -> list[int]:
    """The beginning of a list by 'code' or 'due', read only so far; equals stand as they were entered."""
    if not most:
        return []
    sql, values = _where(narrowed)
    clauses = sql.partition(" WHERE ")[2] or "1"
    found = list[int]()
    for part in _BEGINNINGS[order]:
        if len(found) == most:
            break
        rows = db.execute(f"SELECT k.n {part.format(narrowed=clauses)} LIMIT ?", [*values, most - len(found)])
        found += [n for (n,) in rows]
    return found


def beginning(db: Connection, order: str, descending: bool, most: int) -> tuple[int, list[int]] | None:
    """How many measures there are, and the first `most` of `numbers` in that order.

    None where the whole list is as quick: a short one, or one in an order that no index has.
    """
    many = _how_many(db)
    if many <= _VERY_LONG or order not in _FIRST:
        return None
    if descending and order in _SHARED:
        found = _last_of(db, *_SHARED[order], most)
    else:
        sql = _FIRST[order].format(way="DESC" if descending else "ASC")
        found = [n for (n,) in db.execute(sql, (most,))]
    return (many, found) if len(found) == most else None


def _last_of(db: Connection, key: str, known: str, most: int) -> list[int]:
    found = list[int]()
    (value,) = db.execute(f"SELECT max({key}) FROM measure_kept WHERE {known}").fetchone()
    while value is not None and len(found) < most:
        sql = f"SELECT n FROM measure_kept WHERE {known} AND {key} = ? ORDER BY n LIMIT ?"
        found += [n for (n,) in db.execute(sql, (value, most - len(found)))]
        sql = f"SELECT max({key}) FROM measure_kept WHERE {known} AND {key} < ?"
        (value,) = db.execute(sql, (value,)).fetchone()
    return found


def _how_many(db: Connection) -> int:
    return int(db.execute(_ALL).fetchone()[0])


def _where(narrowed: Mapping[str, object]) -> tuple[str, list[object]]:
    """FROM and WHERE; a measure's own row is only looked at where a narrowing asks for it."""
    sql, marks = _asking(tuple([(name, not wanted) for name, wanted in narrowed.items()]))
    values = [
        RANKS.get(str(wanted), -1) if name == "rating" else wanted
        for (name, wanted), many in zip(narrowed.items(), marks, strict=True)
        for _each in range(many)
    ]
    return sql, values


@lru_cache(maxsize=256)
def _asking(narrowed: tuple[tuple[str, bool], ...]) -> tuple[str, tuple[int, ...]]:
    """The same for names and whether no is asked for, with how many marks each has: the Desk asks again."""
    said = [_NARROWED[name] for name, _no in narrowed]
    clauses = [
        each if isinstance(each, str) else each[no] for each, (_, no) in zip(said, narrowed, strict=True)
    ]
    own = any("t." in clause for clause in clauses)
    whose = any(name in _WHOSE for name, _no in narrowed)
    start = _FROM_WHOSE if whose else _FROM if own else "FROM measure_kept k"
    sql = f"{start} WHERE {' AND '.join(clauses)}" if clauses else start
    return sql, tuple(clause.count("?") for clause in clauses)


def _narrowed(db: Connection, narrowed: Mapping[str, object]) -> set[int]:
    sql, values = _where(narrowed)
    return set(_numbers(db, f"SELECT k.n AS n {sql}", values))


def _sorted(db: Connection, order: str, descending: bool, only: set[int] | None = None) -> list[int]:
    """Measures in order, each of their rows looked up: for short lists, and what no index knows."""
    by = _ORDERS[order].format(way="DESC" if descending else "ASC")
    chosen = "" if only is None else "WHERE k.n IN (SELECT value FROM json_each(?))"
    sql = f"SELECT k.n {_FROM} JOIN record r ON r.n = k.n {chosen} ORDER BY {by}, k.n"
    return [n for (n,) in db.execute(sql, [] if only is None else [json.dumps(list(only))])]


def _whole(db: Connection, order: str, descending: bool) -> "array[int]":
    return in_order(db, ("measures", order, descending), lambda: _read_whole(db, order, descending))


def _read_whole(db: Connection, order: str, descending: bool) -> list[int]:
    """Every measure, in order; among equals by title, in a list of tens of thousands as they were entered."""
    if order == "effort":
        return _sorted(db, order, descending)
    if order == "title":
        return by_title(db, "measure", descending)
    if (many := _how_many(db)) > _VERY_LONG:
        return _as_entered(db, order, descending, many)
    found, sorted_by = columns(db, _KEYS[order], (), "n", "key")
    if order == "code" and all(sorted_by) and len(set(sorted_by)) == len(found):
        return found[::-1] if descending else found  # each has a code of its own, read in order
    keys = dict(zip(found, sorted_by, strict=True))
    titled = [n for n in by_title(db, "measure", False) if n in keys]
    last = [n for n in titled if not keys[n]] if order in _BLANKS_LAST else []
    first = [n for n in titled if keys[n]] if order in _BLANKS_LAST else titled
    return sorted(first, key=keys.__getitem__, reverse=descending) + last


def _as_entered(db: Connection, order: str, descending: bool, many: int) -> list[int]:
    """Every measure, so many, equals as they were entered, those without what is sorted by last."""
    if order not in _AS_ENTERED or (order == "code" and descending):
        # Sorted here: read backwards an index has equals backwards, and nearly every code is one of its own.
        found, sorted_by = columns(db, _KEYS[order], (), "n", "key")
        keys = dict(zip(found, sorted_by, strict=True))
        last = sorted(n for n in found if not keys[n]) if order in _BLANKS_LAST else []
        first = [n for n in found if keys[n]] if last else found
        return sorted(first, key=keys.__getitem__, reverse=descending) + last
    listed, *rest = _AS_ENTERED[order]
    if descending:
        groups = db.execute(f"SELECT json_group_array(n) FROM ({listed}) GROUP BY key ORDER BY key")
        found = list(chain.from_iterable(json.loads(group) for (group,) in reversed(groups.fetchall())))
    else:
        found = _numbers(db, listed)
    # Those without are looked for through all, so only where some are missing.
    return [*found, *chain.from_iterable(_numbers(db, sql) for sql in rest)] if len(found) < many else found


def _numbers(db: Connection, sql: str, values: Sequence[object] = ()) -> list[int]:
    """The row numbers a statement finds, in its order."""
    return columns(db, sql, values, "n")[0]


def kept(db: Connection, wanted: Sequence[int]) -> dict[int, Kept]:
    """What is kept beside these measures, by their row numbers."""
    marks = ", ".join("?" * len(wanted))
    rows = db.execute(f"SELECT * FROM measure_kept WHERE n IN ({marks})", list(wanted))
    return {row[0]: Kept(*row) for row in rows}


def ratings(db: Connection) -> dict[str, int]:
    """How many measures have each rating, from the counts kept by partnership."""
    return dict(db.execute("SELECT rating, sum(measures) FROM rating_count GROUP BY rating").fetchall())


def ratings_at(db: Connection, day: str) -> dict[int, str]:
    """Each measure's rating as it stood on a past day, by row number; those without one yet are left out.

    One look in the index for each measure: grouping or numbering all readings took three times as long.
    """
    measures, ratings = columns(
        db,
        "SELECT n, (SELECT k.rating FROM reading_kept k WHERE k.measure = m.n AND k.ends <= ?"
        " AND k.rating <> 'not_due' ORDER BY k.ends DESC LIMIT 1) AS rating FROM measure m",
        (day,),
        *("n", "rating"),
    )
    return {measure: rating for measure, rating in zip(measures, ratings, strict=True) if rating}


def ratings_of(db: Connection, measure: int) -> dict[int, tuple[str, str, str, str]]:
    """The readings of a measure: {reading's row number: (rating, path, variance, direction)}, as kept."""
    rows = db.execute(
        "SELECT n, rating, path, variance, direction FROM reading_kept WHERE measure = ?", (measure,)
    )
    return {n: (rating, path, variance, direction) for n, rating, path, variance, direction in rows}
