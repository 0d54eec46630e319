"""Which records are left in a list when something is typed: by their own text, or by what they point to.

The search is asked between a kind's first row and its last, and for titles once, however many kinds are
pointed to: a word's beginning costs the search the same whether it finds ten rows or ten thousand.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache

from pmdesk.domain.entities import ENTITIES
from pmdesk.register.database import Connection, columns

# A body is also found by the names of the people who sit on it, and so on: kind -> (child, its reference to
# the kind, its reference to the people).
_THROUGH: Mapping[str, tuple[str, str, str]] = {
    "outside_body": ("appointment", "outside_body", "person"),
    "partnership": ("partner", "partnership", "organisation"),
}
_HITS = "SELECT rowid AS n FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
_CALLED = "SELECT r.id FROM json_each(?) j CROSS JOIN record r ON r.n = j.value WHERE r.kind = '{kind}'"
# So many rows of other kinds may stand between those of a kind before it is quicker to read its whole list.
_STRANGERS = 5_000


def own(db: Connection, kind: str, query: str) -> list[int]:
    """Row numbers, in order, of records whose own text matches; those of other kinds may stand among them."""
    if (stretch := _stretch(db, kind)) is None:
        return []
    return columns(db, _HITS, (query, *stretch), "n")[0]


def pointing(db: Connection, kind: str, query: str) -> set[int]:
    """Row numbers of those that point to something so called, or on which someone so called sits."""
    asked = _pointing(kind)
    stretches = {refers: there for refers in asked if (there := _stretch(db, refers))}
    if not stretches:
        return set()
    least, most = min(first for first, _ in stretches.values()), max(last for _, last in stretches.values())
    titled, found = columns(db, _HITS, (f"title : ({query})", least, most), "n")[0], set[int]()
    for refers, (first, last) in stretches.items():
        if called := titled[bisect_left(titled, first) : bisect_right(titled, last)]:
            for sql in asked[refers]:
                found.update(columns(db, sql, (json.dumps(called),), "n")[0])
    return found


def strangers(db: Connection, kind: str) -> set[int] | None:
    """Row numbers between a kind's first and last that no list of it shows; None where they are many."""
    if (stretch := _stretch(db, kind)) is None:
        return set()
    found = columns(db, _others(kind), (*stretch, kind, kind), "n")[0]
    return set(found) if len(found) <= _STRANGERS else None


def _stretch(db: Connection, kind: str) -> tuple[int, int] | None:
    first, last = db.execute(f"SELECT (SELECT min(n) FROM {kind}), (SELECT max(n) FROM {kind})").fetchone()
    return None if first is None else (first, last)


@lru_cache
def _pointing(kind: str) -> dict[str, list[str]]:
    """{kind that has titles: the statements that find what points to some of it}."""
    found: dict[str, list[str]] = {}
    for field in ENTITIES[kind].references:
        if ENTITIES[field.refers].titled_by:
            sql = f'SELECT n FROM {kind} WHERE "{field.name}" IN ({_CALLED.format(kind=field.refers)})'
            found.setdefault(field.refers, []).append(sql)
    if kind in _THROUGH:
        child, up, across = _THROUGH[kind]
        (refers,) = [field.refers for field in ENTITIES[child].references if field.name == across]
        seats = f"SELECT {up} FROM {child} WHERE deleted = 0 AND {across} IN ({_CALLED.format(kind=refers)})"
        found.setdefault(refers, []).append(f"SELECT n FROM {kind} WHERE id IN ({seats})")
    return found


@lru_cache
def _others(kind: str) -> str:
    """Rows of all other kinds in a stretch, of its own those deleted and those still waited for."""
    tables = " UNION ALL ".join(
        f"SELECT n FROM {other} WHERE n BETWEEN ?1 AND ?2" for other in ENTITIES if other != kind
    )
    # A row of another kind may be no more than a mistaken reference to one of ours.
    among = f"SELECT o.n AS n FROM ({tables} LIMIT {_STRANGERS + 1}) o JOIN record r ON r.n = o.n"
    return (
        f"{among} WHERE r.kind <> ?3 UNION ALL SELECT n FROM record WHERE kind = ?3 AND deleted = 1"
        " UNION ALL SELECT n FROM record WHERE kind = ?4 AND made_at IS NULL"
    )
