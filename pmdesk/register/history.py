"""Who changed what, when, from what to what: read from the journal, for one record or for the register."""

import json
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.register.database import Connection
from pmdesk.register.entries import Scalar, hash_text
from pmdesk.register.journal import FOR_GOOD, waiting


class HistoryLine(NamedTuple):
    """One field of one record that became something; `at` is the author's clock in UTC milliseconds."""

    at: int
    by: str
    by_name: str
    label: str
    kind: str
    record: str
    title: str
    field: str
    old: Scalar
    new: Scalar
    entry: str
    via: str
    undoing: bool
    erased: bool  # what it became is gone for good
    device: bytes = b""
    counts: bool = True  # False: kept, and not applied (standing.py)


_LINES = f"""
    SELECT n.at, n.author, coalesce(w.title, ''), n.label, e.kind, e.record, coalesce(r.title, ''), e.field,
        (SELECT op.value FROM supersedes s JOIN entry o ON o.hash = s.hash
            JOIN event oe ON oe.id = o.n * 65536 + s.place AND oe.record = e.record AND oe.field = e.field
            JOIN payload op ON op.event = oe.id WHERE s.child = e.id ORDER BY o.at DESC LIMIT 1),
        p.value, n.hash, n.via, n.undoes IS NOT NULL,
        EXISTS (SELECT 1 FROM erased x WHERE x.hash = n.hash AND x.place = e.id % 65536 AND {FOR_GOOD}),
        n.device, n.n
    FROM event e JOIN entry n ON n.n = e.id / 65536
        LEFT JOIN payload p ON p.event = e.id
        LEFT JOIN record r ON r.id = e.record
        LEFT JOIN record w ON w.id = n.author
"""


# What was answered alone stands in nobody's history.
_SEALED = ", ".join(f"'{entity.name}'" for entity in ENTITIES.values() if entity.sealed)


def history(db: Connection, record: str | None, limit: int) -> list[HistoryLine]:
    """The newest changes first: of one record, or of the whole register."""
    if record:
        rows = db.execute(
            f"{_LINES} WHERE e.record = ? AND e.kind NOT IN ({_SEALED})"
            " ORDER BY n.at DESC, e.id DESC LIMIT ?",
            (record, limit),
        )
    else:
        rows = db.execute(f"{_LINES} WHERE e.kind NOT IN ({_SEALED}) ORDER BY e.id DESC LIMIT ?", (limit,))
    waits = waiting(db)
    return [
        HistoryLine(
            at,
            by,
            name,
            label,
            kind,
            of,
            title,
            field,
            _value(old),
            _value(new),
            hash_text(digest),
            via,
            undoes,
            bool(erased),
            bytes(key),
            n not in waits,
        )
        for at, by, name, label, kind, of, title, field, old, new, digest, via, undoes, erased, key, n in rows
    ]


def _value(text: str | None) -> Scalar:
    value: Scalar = json.loads(text) if text is not None else None
    return value
