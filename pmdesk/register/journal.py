"""The log itself: an entry is added once, its events find their heads, and nothing is ever rewritten.

Heads are a pure function of the set of entries: an event is a head of its field until an event of the same
record and field that names it has arrived, in whatever order the two came.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pmdesk.register.database import Connection
from pmdesk.register.entries import Body, Entry, Payload, Ref, hash_text

PLACES = 1 << 16  # event.id = entry.n * PLACES + place


class Head(NamedTuple):
    """A value of a field that nothing has replaced, with its author's clock."""

    field: str
    value: str | None  # JSON text; None when erased
    ref: Ref
    at: int


def add_entry(db: Connection, entry: Entry, body: Body, via: str) -> int | None:
    """Add a checked entry to the log within the caller's transaction; its row number, or None when known."""
    digest = entry.hash
    if db.execute("SELECT 1 FROM entry WHERE hash = ?", (digest,)).fetchone():
        _add_late_payloads(db, digest, entry)
        return None
    n: int = db.execute(
        "INSERT INTO entry(hash, device, seq, prev, at, author, label, batch, undoes, body, sig, via)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            digest,
            body.device,
            body.seq,
            body.prev,
            body.at,
            body.by,
            body.label,
            body.batch,
            body.undoes,
            entry.body,
            entry.sig,
            via,
        ),
    ).lastrowid
    known = {ref.hash for event in body.events for ref in event.replaces}
    local = {h: _entry_number(db, h) for h in known}
    superseded = _already_superseded(db, digest)
    events: list[tuple[object, ...]] = []
    marks: list[tuple[object, ...]] = []
    payloads: list[tuple[object, ...]] = []
    for place, event in enumerate(body.events):
        identity = n * PLACES + place
        rivals = superseded.get(place, ())
        head = not any(rival == (event.record, event.field) for rival in rivals)
        events.append((identity, event.record, event.kind, event.field, int(head)))
        marks.extend((ref.hash, ref.place, identity) for ref in event.replaces)
        if payload := entry.payloads.get(place):
            payloads.append((identity, payload.salt, payload.value))
    db.executemany("INSERT INTO event(id, record, kind, field, head) VALUES (?, ?, ?, ?, ?)", events)
    db.executemany("INSERT OR IGNORE INTO supersedes(hash, place, child) VALUES (?, ?, ?)", marks)
    db.executemany("INSERT INTO payload(event, salt, value) VALUES (?, ?, ?)", payloads)
    db.executemany(
        "UPDATE event SET head = 0 WHERE id = ? AND record = ? AND field = ? AND head = 1",
        [
            (local[ref.hash] * PLACES + ref.place, event.record, event.field)
            for event in body.events
            for ref in event.replaces
            if local[ref.hash]
        ],
    )
    _erase(db, digest, n, body)
    return n


def heads(db: Connection, record: str) -> list[Head]:
    """Every head of a record: one per field, more where two people wrote unseen by each other."""
    rows = db.execute(
        "SELECT e.field, p.value, n.hash, e.id % 65536, n.at FROM event e JOIN entry n ON n.n = e.id / 65536"
        " LEFT JOIN payload p ON p.event = e.id WHERE e.record = ? AND e.head = 1",
        (record,),
    )
    return [Head(field, value, Ref(digest, place), at) for field, value, digest, place, at in rows]


def winner(rivals: list[Head]) -> Head:
    """The head a table shows: newest by author's clock, then by hash and place; alike on every laptop."""
    return max(rivals, key=lambda head: (head.at, head.ref.hash, head.ref.place))


def payloads_of(db: Connection, n: int) -> dict[int, Payload]:
    """The values still kept beside entry number `n`, by place."""
    rows = db.execute(
        "SELECT event - ? , salt, value FROM payload WHERE event >= ? AND event < ?",
        (n * PLACES, n * PLACES, (n + 1) * PLACES),
    )
    return {place: Payload(salt, value) for place, salt, value in rows}


def entries(db: Connection) -> Iterator[Entry]:
    """Every entry in local order, as it travels."""
    for n, body, sig in db.execute("SELECT n, body, sig FROM entry ORDER BY n"):
        yield Entry(body, sig, payloads_of(db, n))


def name_of(db: Connection, n: int) -> str:
    """How an entry is called in `undoes` and on screen: its batch when it has one, else its hash."""
    batch, digest = db.execute("SELECT batch, hash FROM entry WHERE n = ?", (n,)).fetchone()
    return str(batch) if batch else hash_text(digest)


def _entry_number(db: Connection, digest: bytes) -> int:
    row = db.execute("SELECT n FROM entry WHERE hash = ?", (digest,)).fetchone()
    return int(row[0]) if row else 0


def _already_superseded(db: Connection, digest: bytes) -> dict[int, list[tuple[str, str]]]:
    """Children that came before their parent: {parent's place: [(record, field) of each child]}."""
    found: dict[int, list[tuple[str, str]]] = {}
    for place, record, field in db.execute(
        "SELECT s.place, e.record, e.field FROM supersedes s JOIN event e ON e.id = s.child WHERE s.hash = ?",
        (digest,),
    ):
        found.setdefault(place, []).append((record, field))
    return found


def _add_late_payloads(db: Connection, digest: bytes, entry: Entry) -> None:
    """A known entry may bring values we did not get the first time, unless they were erased."""
    n = _entry_number(db, digest)
    gone = {place for (place,) in db.execute("SELECT place FROM erased WHERE hash = ?", (digest,))}
    db.executemany(
        "INSERT OR IGNORE INTO payload(event, salt, value) VALUES (?, ?, ?)",
        [
            (n * PLACES + place, payload.salt, payload.value)
            for place, payload in entry.payloads.items()
            if place not in gone
        ],
    )


def _erase(db: Connection, digest: bytes, n: int, body: Body) -> None:
    """Remove the values this entry erases, and those of its own that an earlier-come entry erased."""
    db.executemany(
        "INSERT OR IGNORE INTO erased(hash, place, by) VALUES (?, ?, ?)",
        [(ref.hash, ref.place, digest) for ref in body.erases],
    )
    for ref in body.erases:
        if parent := _entry_number(db, ref.hash):
            db.execute("DELETE FROM payload WHERE event = ?", (parent * PLACES + ref.place,))
    for (place,) in db.execute("SELECT place FROM erased WHERE hash = ?", (digest,)).fetchall():
        db.execute("DELETE FROM payload WHERE event = ?", (n * PLACES + place,))
