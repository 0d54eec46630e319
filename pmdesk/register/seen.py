"""What a person had in view of the register when they looked, by the number of its newest entry then.

What this laptop wrote since, its author has in view too; what came from elsewhere since, nobody here has.
"""

from collections.abc import Iterable

from pmdesk.register.database import Connection, among
from pmdesk.register.journal import Head, events_of, heads_called
from pmdesk.register.rivals import parents

_HERE = "via IN ('typed', 'final') OR via LIKE 'import:%' OR via LIKE 'form:%'"  # of an entry written here


def newest(db: Connection) -> int:
    """The number of the newest entry here: what somebody who looks now has in view."""
    (n,) = db.execute("SELECT coalesce(max(n), 0) FROM entry").fetchone()
    return int(n)


def came_since(db: Connection, seen: int) -> bool:
    """Whether anything came from elsewhere since the register was looked at."""
    sql = f"SELECT EXISTS (SELECT 1 FROM entry WHERE n > ? AND NOT ({_HERE}))"
    return bool(db.execute(sql, (seen,)).fetchone()[0])


def in_view(db: Connection, seen: int, rivals: Iterable[Head]) -> list[Head]:
    """Those of the values that did not come from elsewhere since."""
    said = list(rivals)
    since = _since(db, seen, {head.ref.hash for head in said})
    return [head for head in said if head.ref.hash not in since]


def stood(db: Connection, seen: int, rivals: Iterable[Head]) -> list[Head]:
    """The values that a field had when the register was looked at, out of those it has now."""
    said = list(rivals)
    found = in_view(db, seen, said)
    ahead = events_of(db, (each.ref for each in said if each not in found))
    told = set(ahead)
    while ahead:
        older = {parent for event in ahead for parent, _value, _there in parents(db, event)} - told
        told |= older
        said_before = heads_called(db, older)
        there = in_view(db, seen, said_before.values())
        found += there
        ahead = [event for event, head in said_before.items() if head not in there]
    return found


def _since(db: Connection, seen: int, hashes: Iterable[bytes]) -> set[bytes]:
    sql = f"SELECT hash FROM entry WHERE n > {seen:d} AND NOT ({_HERE}) AND hash IN ({{marks}})"
    return {digest for (digest,) in among(db, sql, hashes)}
