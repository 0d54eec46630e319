"""One save: what a verb wants changed becomes one signed entry and its rows, or nothing at all."""

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.register import received
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import (
    MOST_ERASED,
    MOST_EVENTS,
    Body,
    Entry,
    Event,
    Ref,
    Scalar,
    body_bytes,
    check_body,
    hashes,
    salted,
)
from pmdesk.register.ids import new_id
from pmdesk.register.journal import Head, add_own, erased_for_good, heads, name_of, records_of, winner
from pmdesk.register.kept import before, keep
from pmdesk.register.keys import DeviceKey
from pmdesk.register.projection import Fresh, Meta, forget_words, project
from pmdesk.register.rights import may_be_on
from pmdesk.register.seen import came_since, in_view, stood
from pmdesk.register.standing import BEARING, refusal, settle
from pmdesk.register.unsettled import note

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
    fresh: set[str] = field(default_factory=set)  # records that this save makes
    named: set[str] = field(default_factory=set)  # those of them whose id was given
    erases: list[Ref] = field(default_factory=list)  # events whose values go
    changes: Changes = Changes("", "", frozenset())
    # The newest entry when its author looked: what came from elsewhere since is not replaced, having not been
    # in view, and stands beside what is written. None: all that is here was in view.
    seen: int | None = None
    _looked: dict[int, bool] = field(default_factory=dict)  # whether anything came since

    def add(self, kind: str, values: Mapping[str, Scalar], *, record: str | None = None) -> str:
        """A new record; its id. Empty values are left out (a record with none says so in its first field)."""
        if record is None:
            record = new_id()
        else:
            self.named.add(record)
        self.fresh.add(record)
        wanted, places, first = self.wanted, self.places, len(self.wanted)
        for name, value in values.items():
            if value is not None:
                places[record, name] = len(wanted)
                wanted.append((kind, record, name, value, ()))
        if len(wanted) == first:
            self.replace(kind, record, ENTITIES[kind].fields[0].name, None, ())
        return record

    def set(self, kind: str, record: str, values: Mapping[str, Scalar]) -> None:
        """Change fields of a record; what stands there already is not written again."""
        by_field = _by_field(heads(self.db, record))
        for name, value in values.items():
            rivals = by_field.get(name, [])
            pending = self.places.get((record, name))
            if pending is not None:
                self.wanted[pending] = (kind, record, name, value, self.wanted[pending][4])
            elif (seen := self._in_view(rivals)) != rivals and self._left_alone(rivals, value):
                continue  # what came meanwhile stands
            elif len(rivals) > 1 or value != _shown(rivals):
                self.replace(kind, record, name, value, _refs(seen))

    def delete(self, kind: str, record: str) -> None:
        """Mark a record deleted, naming every head seen, so that an edit made elsewhere meanwhile shows."""
        self.replace(kind, record, "deleted", True, _refs(self._in_view(heads(self.db, record))))

    def restore(self, kind: str, record: str) -> None:
        """Take a deletion back."""
        rivals = _by_field(heads(self.db, record)).get("deleted", [])
        self.replace(kind, record, "deleted", False, _refs(rivals))

    def erase(self, refs: Iterable[Ref]) -> None:
        """Remove these events' values, here at once and wherever this save comes; there is no way back."""
        self.erases += dict.fromkeys(refs)

    def keep_received(self, digest: bytes, annual_update: str, name: str, data: bytes) -> None:
        """Keep a file as it came beside the update it led to, in the same transaction."""
        received.keep(self.db, digest, annual_update, name, data)

    def replace(self, kind: str, record: str, name: str, value: Scalar, refs: tuple[Ref, ...]) -> None:
        """One event that names exactly the heads it replaces."""
        self.places[record, name] = len(self.wanted)
        self.wanted.append((kind, record, name, value, refs))

    def _in_view(self, rivals: list[Head]) -> list[Head]:
        """Those that stood there when the author looked."""
        if self.seen is None or not rivals:
            return rivals
        if self.seen not in self._looked:
            self._looked[self.seen] = came_since(self.db, self.seen)
        return in_view(self.db, self.seen, rivals) if self._looked[self.seen] else rivals

    def _left_alone(self, rivals: list[Head], value: Scalar) -> bool:
        """Whether a value is what the author had in view of a field that changed elsewhere since."""
        return self.seen is not None and value == _shown(stood(self.db, self.seen, rivals))

    def write(self, key: DeviceKey, register_id: str, by: str, app: str, via: str) -> None:
        """Sign and add the entries and project the rows, within the caller's transaction."""
        if refused := refusal(self.db, register_id, key.public, self.wanted, erases=bool(self.erases)):
            raise Refused(refused)
        written = [self.wanted[i : i + MOST_EVENTS] for i in range(0, len(self.wanted), MOST_EVENTS)]
        erased = [self.erases[i : i + MOST_ERASED] for i in range(0, len(self.erases), MOST_ERASED)]
        parts = list(zip_longest(written, erased, fillvalue=()))
        batch = new_id() if len(parts) > 1 else None
        self._leave_out_known()
        before_it = erased_for_good(self.db)
        name, at, made = "", 0, dict[str, Fresh]()
        for part, gone in parts:
            name, at = self._write_part(part, gone, key, register_id, by, app, via, batch)
            self._note_fresh(part, Meta(at, by, at, by), made)
        own = dict.fromkeys((kind, record) for kind, record, *_ in self.wanted)
        own |= dict.fromkeys(records_of(self.db, self.erases))
        turned = self._turned(own, register_id)
        touched = {**own, **dict.fromkeys(turned)}
        stood = before(self.db, touched)
        # Several entries have several clocks: then a record's own events are asked, as where an earlier save
        # counts now that did not.
        asked = made.keys() | {record for _, record in turned}
        changed = list(dict.fromkeys(record for _, record, *_ in self.wanted if record not in asked))
        metas = {} if batch else self._metas(changed, at, by)
        project(self.db, [record for _, record in touched], metas=metas, fresh=made)
        if erased_for_good(self.db) != before_it:
            forget_words(self.db)
        keep(self.db, touched, stood)
        brought_back = any(name == "deleted" and not value for _, _, name, value, _ in self.wanted)
        # What waited and counts now, by what this save says of rights, had not seen what stood here.
        can_begin = self.undoes is not None or any(self._looked.values()) or brought_back or bool(turned)
        note(self.db, [each for each in touched if each[1] not in made], can_begin=can_begin)
        self.changes = Changes(name, self.label, frozenset(touched))

    def _turned(self, own: Iterable[tuple[str, str]], register_id: str) -> list[tuple[str, str]]:
        """The records in which something counts now, or no longer, by what this save says."""
        if BEARING.isdisjoint(kind for kind, _record in own) or not may_be_on(self.db, register_id):
            return []
        return sorted(settle(self.db, register_id, own))

    def _leave_out_known(self) -> None:
        """A record added under an id that is in the journal already is not new: its heads are read back."""
        sql = "SELECT DISTINCT record FROM event WHERE record IN ({marks})"
        self.fresh -= {record for (record,) in among(self.db, sql, self.fresh & self.named)}

    def _write_part(
        self,
        part: Sequence[Wanted],
        gone: Sequence[Ref],
        key: DeviceKey,
        register_id: str,
        by: str,
        app: str,
        via: str,
        batch: str | None,
    ) -> tuple[str, int]:
        """What the save is called and its clock."""
        seq, prev, last_at = last_of(self.db, key.public)
        at = max(int(time.time() * 1000), last_at + 1)
        payloads = salted([wanted[3] for wanted in part])
        events = tuple(
            [
                Event(record, kind, name, said, refs)
                for (kind, record, name, _value, refs), said in zip(part, hashes(payloads), strict=True)
            ]
        )
        body = Body(
            register_id,
            key.public,
            seq + 1,
            prev,
            at,
            by,
            self.label,
            app,
            batch,
            self.undoes,
            tuple(gone),
            events,
        )
        # Our own entries meet everyone's exact-shape check: an append-only log cannot drop a bad row.
        check_body(body)
        data = body_bytes(body)
        entry = Entry(data, key.sign(data), payloads)
        key.used(seq + 1)
        digest = entry.hash
        add_own(self.db, entry, body, digest, via)
        return name_of(batch, digest), at

    def _note_fresh(self, part: Sequence[Wanted], meta: Meta, made: dict[str, Fresh]) -> None:
        """A record that is new has these values and no others: nothing need be read back for it."""
        for kind, record, name, value, _refs in part:
            if record not in self.fresh:
                continue
            known = made.get(record)
            if known is None:
                made[record] = known = Fresh(kind, {}, meta)
            elif known.meta.changed_at != meta.changed_at:
                made[record] = known = Fresh(known.kind, known.values, Meta(*known.meta[:2], *meta[2:]))
            known.values[name] = value

    def _metas(self, records: list[str], at: int, by: str) -> dict[str, Meta]:
        """Who made records and that we changed them last, where our clock says so too."""
        sql = "SELECT id, made_at, made_by, changed_at FROM record WHERE id IN ({marks})"
        return {
            record: Meta(made_at, made_by, at, by)
            for record, made_at, made_by, changed_at in among(self.db, sql, records)
            if changed_at is not None and changed_at < at
        }


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


def _refs(rivals: Iterable[Head]) -> tuple[Ref, ...]:
    return tuple(head.ref for head in rivals)


def _shown(rivals: list[Head]) -> Scalar:
    if not rivals:
        return None
    text = winner(rivals).value
    value: Scalar = json.loads(text) if text is not None else None
    return value
