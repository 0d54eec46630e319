"""Undo and redo: a new save that names what it undoes; history is never rewritten.

One's own saves of this sitting are undone, newest first; a field someone has changed since is left alone.
"""

import json
from dataclasses import dataclass

from pmdesk.register.change import Change
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import Ref, Scalar, hash_bytes, hash_text
from pmdesk.register.ids import is_id
from pmdesk.register.journal import FOR_GOOD, PLACES, heads
from pmdesk.register.rivals import parents

_REACH = 500  # how many of one's own saves are looked back over


@dataclass(frozen=True, slots=True)
class Save:
    """One save of this device as undo sees it: its name, its label, and what it undoes."""

    name: str
    label: str
    undoes: str | None
    n: int


@dataclass(frozen=True, slots=True)
class Stacks:
    """What can be undone and redone now, newest last."""

    undo: tuple[Save, ...]
    redo: tuple[Save, ...]


def stacks(db: Connection, device: bytes | None, since: int = 0) -> Stacks:
    """Replay a device's saves after entry `since`: a save pushes, an undo pops, a redo pushes back.

    An erasure is never undone, and nothing from before it either: what stood then is gone. Nor is a save on
    which somebody else's erasure bears.
    """
    since = max(since, _erased_last(db, device))
    undo: list[Save] = []
    redo: list[Save] = []
    for save in _saves(db, device, since):
        if save.undoes is None:
            undo.append(save)
            redo.clear()
        elif undo and undo[-1].name == save.undoes:
            undo.pop()
            redo.append(save)
        elif redo and redo[-1].name == save.undoes:
            redo.pop()
            undo.append(save)
    return Stacks(tuple(undo), tuple(redo))


def invert(change: Change, save: Save) -> list[tuple[str, str]]:
    """Put into `change` what takes `save` back; the (record, field)s left alone since they changed again."""
    left: list[tuple[str, str]] = []
    made = _made_by(change.db, save.name)
    for record, kind in made.items():
        if not _deleted(change.db, record):
            change.delete(kind, record)
    for (record, kind, field), events in _by_field(_events(change.db, save.name)).items():
        if record in made:
            continue
        current = [head for head in heads(change.db, record) if head.field == field]
        stands = {_origin(change.db, _number(change.db, head.ref)) for head in current}
        said = {_origin(change.db, event) for event, _value in events}
        refs = tuple(head.ref for head in current)
        if not stands or not stands <= said or len(current) > len(events):
            left.append((record, field))
        elif field == "deleted":
            _take_back_deletion(change, save, kind, record, events[0], refs)
        else:
            for before in _values_before(change.db, [event for event, _value in events]):
                change.replace(kind, record, field, before, refs)
    return left


def _by_field(
    events: list[tuple[str, str, str, int, Scalar]],
) -> dict[tuple[str, str, str], list[tuple[int, Scalar]]]:
    """{(record, kind, field): its events and values}; an Undo that brought two values back has two."""
    found: dict[tuple[str, str, str], list[tuple[int, Scalar]]] = {}
    for record, kind, field, event, value in events:
        found.setdefault((record, kind, field), []).append((event, value))
    return found


def _take_back_deletion(
    change: Change, save: Save, kind: str, record: str, said: tuple[int, Scalar], refs: tuple[Ref, ...]
) -> None:
    """Delete or restore, as it was before; what settled 'deleted here, edited there' leaves both again.

    The deletion then names again only what it had in view, and not what was written elsewhere meanwhile.
    """
    event, deleted = said
    earlier = [parent for parent, value, _there in parents(change.db, event) if value is True]
    settled = deleted is True or save.undoes is None or _is_undo(change.db, save.undoes)
    if earlier and settled:
        saw = tuple(ref for parent in earlier for ref in _replaced(change.db, parent))
        change.replace(kind, record, "deleted", True, (*refs, *saw))
    elif deleted is True:
        change.restore(kind, record)
    else:
        change.delete(kind, record)


def _is_undo(db: Connection, name: str) -> bool:
    rows = _entry_rows(db, name)
    return (
        bool(rows) and db.execute("SELECT undoes FROM entry WHERE n = ?", rows[:1]).fetchone()[0] is not None
    )


def _replaced(db: Connection, event: int) -> list[Ref]:
    rows = db.execute("SELECT hash, place FROM supersedes WHERE child = ?", (event,))
    return [Ref(digest, place) for digest, place in rows]


def _saves(db: Connection, device: bytes | None, since: int) -> list[Save]:
    rows = db.execute(
        "SELECT hash, batch, label, undoes, n FROM entry WHERE device = ? AND n > ? AND via <> 'final'"
        " ORDER BY seq DESC LIMIT ?",
        (device, since, _REACH),
    ).fetchall()
    found: list[Save] = []
    spoilt = _spoilt(db, [n for *_, n in rows])
    for digest, batch, label, undoes, n in reversed(rows):
        if n in spoilt:
            continue
        name = batch or hash_text(digest)
        if not found or found[-1].name != name:
            found.append(Save(name, label, undoes, n))
    return found


def _erased_last(db: Connection, device: bytes | None) -> int:
    """The number of a device's last save that erased something."""
    (n,) = db.execute(
        "SELECT coalesce(max(n), 0) FROM entry WHERE hash IN (SELECT DISTINCT by FROM erased) AND device = ?",
        (device,),
    ).fetchone()
    return int(n)


def _spoilt(db: Connection, numbers: list[int]) -> set[int]:
    """Those saves that wrote, or put something in place of, what was erased since."""
    if not numbers or not db.execute(f"SELECT 1 FROM erased WHERE {FOR_GOOD} LIMIT 1").fetchone():
        return set()
    wrote = (
        f"SELECT n FROM entry WHERE n IN ({{marks}}) AND hash IN (SELECT hash FROM erased WHERE {FOR_GOOD})"
    )
    replaced = (
        "SELECT DISTINCT s.child / 65536 FROM erased x"
        f" JOIN supersedes s ON s.hash = x.hash AND s.place = x.place WHERE {FOR_GOOD}"
    )
    found = {n for (n,) in among(db, wrote, numbers)}
    return found | ({n for (n,) in db.execute(replaced)} & set(numbers))


def _entry_rows(db: Connection, name: str) -> list[int]:
    if is_id(name):
        return [n for (n,) in db.execute("SELECT n FROM entry WHERE batch = ? ORDER BY n", (name,))]
    return [n for (n,) in db.execute("SELECT n FROM entry WHERE hash = ?", (hash_bytes(name),))]


def _events(db: Connection, name: str) -> list[tuple[str, str, str, int, Scalar]]:
    """(record, kind, field, event id, value) of every event of a save, newest first."""
    found = []
    for n in _entry_rows(db, name):
        for record, kind, field, event, value in db.execute(
            "SELECT e.record, e.kind, e.field, e.id, p.value"
            " FROM event e LEFT JOIN payload p ON p.event = e.id"
            " WHERE e.id >= ? AND e.id < ?",
            (n * PLACES, (n + 1) * PLACES),
        ):
            found.append((record, kind, field, event, json.loads(value) if value is not None else None))
    return found[::-1]


def _made_by(db: Connection, name: str) -> dict[str, str]:
    """The records (with their kind) whose first event stands in this save."""
    rows = _entry_rows(db, name)
    if not rows:
        return {}
    first, last = min(rows) * PLACES, (max(rows) + 1) * PLACES
    return dict(
        db.execute(
            "SELECT DISTINCT e.record, e.kind FROM event e WHERE e.id >= ? AND e.id < ? AND NOT EXISTS"
            " (SELECT 1 FROM event o WHERE o.record = e.record AND o.id < ?)",
            (first, last, first),
        )
    )


def _deleted(db: Connection, record: str) -> bool:
    row = db.execute("SELECT deleted FROM record WHERE id = ?", (record,)).fetchone()
    return bool(row and row[0])


def _number(db: Connection, ref: Ref) -> int:
    n: int = db.execute("SELECT n FROM entry WHERE hash = ?", (ref.hash,)).fetchone()[0]
    return n * PLACES + ref.place


def _origin(db: Connection, event: int | None) -> int | None:
    """The event whose value stands again: an undo's own event counts as the one that it brought back.

    None when it brought back nothing, the field being empty before.
    """
    while event is not None:
        (undoes,) = db.execute("SELECT undoes FROM entry WHERE n = ?", (event // PLACES,)).fetchone()
        undone = _parent(db, event) if undoes else None
        if undone is None:
            return event
        event = _parent(db, undone)
    return None


def _parent(db: Connection, event: int) -> int | None:
    """The event of the same field that this one replaced."""
    row = db.execute(
        "SELECT e.id FROM supersedes s JOIN entry n ON n.hash = s.hash"
        " JOIN event e ON e.id = n.n * 65536 + s.place"
        " JOIN event c ON c.id = s.child AND c.field = e.field AND c.record = e.record"
        " WHERE s.child = ? ORDER BY n.at DESC, n.hash DESC LIMIT 1",
        (event,),
    ).fetchone()
    return int(row[0]) if row else None


def _values_before(db: Connection, events: list[int]) -> list[Scalar]:
    """What events of one field replaced, the earliest first: two values where they settled a conflict.

    Nothing when they were the first.
    """
    told = {parent: (value, there) for event in events for parent, value, there in parents(db, event)}
    found = list[Scalar]()
    for value, there in told.values():
        if there and value not in found:
            found.append(value)
    return found or [None]
