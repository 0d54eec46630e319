"""One save: what a verb wants changed becomes one signed entry and its rows, or nothing at all."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from pmdesk.domain.entities import ENTITIES
from pmdesk.register.database import Connection
from pmdesk.register.entries import (
    MOST_EVENTS,
    Body,
    Entry,
    Event,
    Malformed,
    Payload,
    Ref,
    Scalar,
    body_bytes,
    payload_of,
    payload_text,
    read_body,
)
from pmdesk.register.ids import new_id
from pmdesk.register.journal import Head, add_entry, heads, name_of, winner
from pmdesk.register.keys import DeviceKey
from pmdesk.register.projection import Meta, project

# Kind, record, field, value, and the heads it replaces.
Wanted = tuple[str, str, str, Scalar, tuple[Ref, ...]]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a save did, for the views: `touched` names every record written; empty when nothing differed."""

    entry: str
    label: str
    touched: frozenset[tuple[str, str]]

    def touches(self, *kinds: str) -> bool:
        """Whether any record of these kinds changed."""
        return any(kind in kinds for kind, _ in self.touched)


@dataclass
class Change:
    """A save in the making; `store.Register.change` opens and commits it."""

    db: Connection
    label: str
    undoes: str | None = None
    wanted: list[Wanted] = field(default_factory=list)
    places: dict[tuple[str, str], int] = field(default_factory=dict)  # where a field stands in `wanted`
    fresh: set[str] = field(default_factory=set)
    changes: Changes = Changes("", "", frozenset())

    def add(self, kind: str, values: Mapping[str, Scalar], *, record: str | None = None) -> str:
        """A new record; its id. Empty values are left out (a record with none says so in its first field)."""
        here = "SELECT 1 FROM event WHERE record = ?"
        if record is None or not self.db.execute(here, (record,)).fetchone():
            self.fresh.add(record := record or new_id())
        given = {name: value for name, value in values.items() if value is not None}
        blank: dict[str, Scalar] = {ENTITIES[kind].fields[0].name: None}
        for name, value in (given or blank).items():
            self.replace(kind, record, name, value, ())
        return record

    def set(self, kind: str, record: str, values: Mapping[str, Scalar]) -> None:
        """Change fields of a record; what stands there already is not written again."""
        by_field = _by_field(heads(self.db, record))
        for name, value in values.items():
            rivals = by_field.get(name, [])
            pending = self.places.get((record, name))
            if pending is not None:
                self.wanted[pending] = (kind, record, name, value, self.wanted[pending][4])
            elif len(rivals) > 1 or value != _shown(rivals):
                self.replace(kind, record, name, value, tuple(head.ref for head in rivals))

    def delete(self, kind: str, record: str) -> None:
        """Mark a record deleted, naming every head seen, so that an edit made elsewhere meanwhile shows."""
        seen = tuple(head.ref for head in heads(self.db, record))
        self.replace(kind, record, "deleted", True, seen)

    def restore(self, kind: str, record: str) -> None:
        """Take a deletion back."""
        rivals = _by_field(heads(self.db, record)).get("deleted", [])
        self.replace(kind, record, "deleted", False, tuple(head.ref for head in rivals))

    def replace(self, kind: str, record: str, name: str, value: Scalar, refs: tuple[Ref, ...]) -> None:
        """One event that names exactly the heads it replaces."""
        self.places[record, name] = len(self.wanted)
        self.wanted.append((kind, record, name, value, refs))

    def write(self, key: DeviceKey, register_id: str, by: str, app: str, via: str) -> None:
        """Sign and add the entries and project the rows, within the caller's transaction."""
        if not self.wanted:
            self.changes = Changes("", self.label, frozenset())
            return
        parts = [self.wanted[i : i + MOST_EVENTS] for i in range(0, len(self.wanted), MOST_EVENTS)]
        batch = new_id() if len(parts) > 1 else None
        n, made = 0, dict[str, list[Head]]()
        for part in parts:
            n, at = self._write_part(part, key, register_id, by, app, via, batch)
            self._note_fresh(part, at, made)
        touched = dict.fromkeys((kind, record) for kind, record, *_ in self.wanted)
        for kind, record in touched:
            if heads_made := made.get(record):
                meta = Meta(heads_made[0].at, by, heads_made[-1].at, by)
                project(self.db, record, meta=meta, fresh=(kind, heads_made))
            else:
                # Several entries have several clocks: then the record's own events are asked.
                project(self.db, record, meta=None if batch else self._meta(record, at, by))
        self.changes = Changes(name_of(self.db, n), self.label, frozenset(touched))

    def _write_part(
        self,
        part: list[Wanted],
        key: DeviceKey,
        register_id: str,
        by: str,
        app: str,
        via: str,
        batch: str | None,
    ) -> tuple[int, int]:
        seq, prev, last_at = last_of(self.db, key.public)
        at = max(int(time.time() * 1000), last_at + 1)
        payloads = {place: payload_of(wanted[3]) for place, wanted in enumerate(part)}
        events = tuple(
            Event(record, kind, name, payloads[place].hash, refs)
            for place, (kind, record, name, _value, refs) in enumerate(part)
        )
        body = Body(
            register_id, key.public, seq + 1, prev, at, by, self.label, app, batch, self.undoes, (), events
        )
        data = body_bytes(body)
        entry = Entry(data, key.sign(data), payloads)
        check_shape(data, payloads, body)
        key.used(seq + 1)
        n = add_entry(self.db, entry, body, via)
        assert n is not None
        return n, at

    def _note_fresh(self, part: list[Wanted], at: int, made: dict[str, list[Head]]) -> None:
        """A record that is new has these heads and no others: nothing need be read back for it."""
        for _kind, record, name, value, _refs in part:
            if record in self.fresh:
                made.setdefault(record, []).append(Head(name, payload_text(value), Ref(b"", 0), at))

    def _meta(self, record: str, at: int, by: str) -> Meta | None:
        row = self.db.execute(
            "SELECT made_at, made_by, changed_at, changed_by FROM record WHERE id = ?", (record,)
        ).fetchone()
        if row is None or row[2] is None or row[2] >= at:
            return None
        return Meta(row[0], row[1], at, by)


def check_shape(data: bytes, payloads: Mapping[int, Payload], body: Body) -> None:
    """Our own entries meet everyone's exact-shape check: an append-only log cannot drop a bad row."""
    if read_body(data) != body:
        raise Malformed("an entry of our own does not read back as it was written")


def last_of(db: Connection, device: bytes) -> tuple[int, bytes | None, int]:
    """A device's last entry here: its number, hash and clock; (0, None, 0) when it has none."""
    row = db.execute(
        "SELECT seq, hash, at FROM entry WHERE device = ? ORDER BY seq DESC LIMIT 1", (device,)
    ).fetchone()
    return (int(row[0]), bytes(row[1]), int(row[2])) if row else (0, None, 0)


def _by_field(record_heads: list[Head]) -> dict[str, list[Head]]:
    found: dict[str, list[Head]] = {}
    for head in record_heads:
        found.setdefault(head.field, []).append(head)
    return found


def _shown(rivals: list[Head]) -> Scalar:
    if not rivals:
        return None
    text = winner(rivals).value
    value: Scalar = json.loads(text) if text is not None else None
    return value
