"""The values that stand beside each other in a field: who wrote each, when, and what that person had seen."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from pmdesk.register.database import Connection
from pmdesk.register.entries import Scalar
from pmdesk.register.journal import PLACES
from pmdesk.register.unsettled import unseen


class Written(NamedTuple):
    """A value as somebody wrote it; `before` are the values it replaced, none where the field was empty.

    `device` is the key of the laptop. Nothing is left of a value that was `erased`.
    """

    event: int
    field: str
    value: Scalar
    erased: bool
    by: str
    by_name: str
    device: bytes
    at: int
    before: tuple[Scalar, ...]


def heads_of(db: Connection, record: str, field: str) -> list[int]:
    """The events of a field that nothing has replaced, in the order of their numbers here."""
    rows = db.execute(
        "SELECT id FROM event WHERE record = ? AND field = ? AND head = 1 ORDER BY id", (record, field)
    )
    return [int(event) for (event,) in rows]


def rival_values(db: Connection, record: str, field: str) -> list[Written]:
    """The values of a field that nothing has replaced, the earliest first; alike on every laptop.

    Two laptops that wrote the same count once, as the earlier.
    """
    found: dict[tuple[Scalar, bool], Written] = {}
    for each in sorted(_written(db, event) for event in heads_of(db, record, field)):
        found.setdefault((each[2].value, each[2].erased), each[2])
    return list(found.values())


def unseen_edits(db: Connection, record: str) -> list[Written]:
    """What was written of a deleted record that the deletion had not in view, the earliest first."""
    return [each for _at, _hash, each in sorted(_written(db, event) for event in _unseen(db, record))]


def deletions(db: Connection, record: str) -> list[Written]:
    """The deletions of a record that nothing has taken back."""
    return [each for each in rival_values(db, record, "deleted") if each.value is True]


def _unseen(db: Connection, record: str) -> Iterable[int]:
    return unseen(db, record, [each.event for each in deletions(db, record)])


def _written(db: Connection, event: int) -> tuple[int, tuple[bytes, int], Written]:
    """A value by its first author, and what it is sorted by: an Undo that brought it back wrote nothing."""
    told = _told(db, event)
    first = _brought_back(db, event)
    at, digest, device, author, name, field = _entry(db, first if first is not None else event)
    before = tuple(value for _id, value, there in parents(db, first or event) if there)
    written = Written(event, field, told[0], told[1], author, name, device, at, before)
    return at, (digest, event % PLACES), written


def _entry(db: Connection, event: int) -> tuple[int, bytes, bytes, str, str, str]:
    row: tuple[int, bytes, bytes, str, str, str] = db.execute(
        "SELECT n.at, n.hash, n.device, n.author, coalesce(w.title, ''), e.field FROM event e"
        f" JOIN entry n ON n.n = e.id / {PLACES} LEFT JOIN record w ON w.id = n.author WHERE e.id = ?",
        (event,),
    ).fetchone()
    return row


def _told(db: Connection, event: int) -> tuple[Scalar, bool]:
    row = db.execute("SELECT value FROM payload WHERE event = ?", (event,)).fetchone()
    return (json.loads(row[0]), False) if row else (None, True)


def parents(db: Connection, event: int) -> list[tuple[int, Scalar, bool]]:
    """(event, value, whether it is still there) of what an event of a field replaced, the earliest first."""
    rows = db.execute(
        "SELECT o.id, p.value FROM supersedes s JOIN entry n ON n.hash = s.hash"
        f" JOIN event o ON o.id = n.n * {PLACES} + s.place"
        " JOIN event c ON c.id = s.child AND c.field = o.field AND c.record = o.record"
        " LEFT JOIN payload p ON p.event = o.id WHERE s.child = ? ORDER BY n.at, n.hash, s.place",
        (event,),
    )
    return [(int(id), json.loads(text) if text else None, text is not None) for id, text in rows]


def _brought_back(db: Connection, event: int) -> int | None:
    """The event that first said what an Undo brought back; None for an event of its own."""
    value, first = _told(db, event)[0], None
    now: int | None = event
    while now is not None:
        (undoes,) = db.execute("SELECT undoes FROM entry WHERE n = ?", (now // PLACES,)).fetchone()
        if not undoes:
            return first
        now = next(
            (
                older
                for undone, _value, _there in parents(db, now)
                for older, said, there in parents(db, undone)
                if there and said == value
            ),
            None,
        )
        first = now if now is not None else first
    return first
