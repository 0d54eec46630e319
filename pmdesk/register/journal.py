"""The log itself: an entry is added once, its events find their heads, and nothing is ever rewritten.

Heads are a pure function of the set of entries: an event is a head of its field until an event of the same
record and field that names it has arrived, in whatever order the two came.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pmdesk.register.database import Connection, among, write_all
from pmdesk.register.entries import Body, Entry, Payload, Ref, hash_text

PLACES = 1 << 16  # event.id = entry.n * PLACES + place
# In `erased.by` of a value that nobody erased: damage took it, or it has not come yet. It still may.
LOST = bytes(32)
_LOST = "zeroblob(32)"
FOR_GOOD = f"by <> {_LOST}"  # of the rows of `erased`, those of what somebody erased
Line = tuple[object, ...]  # of a table
# What of an entry, by its hash and a place in it, is replaced already: the (record, field) of those that did.
_Superseded = dict[tuple[bytes, int], set[tuple[str, str]]]


class Head(NamedTuple):
    """A value of a field that nothing has replaced, with its author's clock."""

    field: str
    value: str | None  # JSON text; None when erased
    ref: Ref
    at: int


class New(NamedTuple):
    """An entry that is not in the log yet, under the number it gets there."""

    n: int
    hash: bytes
    entry: Entry
    body: Body


def add_entries(
    db: Connection, checked: Iterable[tuple[Entry, Body]], via: str, *, held: bool = False
) -> list[int | None]:
    """Add checked entries to the log within the caller's transaction.

    Each one's row number, or None where it was known already (then only values that came late are added).
    What they erase is `held` where it is not known yet whether they count (standing.py).
    """
    told = [(entry.hash, entry, body) for entry, body in checked]
    known = _numbers(db, {digest for digest, _, _ in told})
    (last,) = db.execute("SELECT coalesce(max(n), 0) FROM entry").fetchone()
    fresh: dict[bytes, New] = {}
    again: list[tuple[bytes, Entry]] = []
    numbers: list[int | None] = []
    for digest, entry, body in told:
        is_new = digest not in known and digest not in fresh
        if is_new:
            fresh[digest] = New(last + len(fresh) + 1, digest, entry, body)
        else:
            again.append((digest, entry))
        numbers.append(fresh[digest].n if is_new else None)
    _write(db, fresh, via, _superseded(db, fresh))
    _erase(db, fresh, held)
    _add_late_payloads(db, known | {digest: new.n for digest, new in fresh.items()}, again)
    return numbers


def add_own(db: Connection, entry: Entry, body: Body, digest: bytes, via: str) -> None:
    """Add an entry that was made just now: nobody had it before, or replaced or erased anything of it."""
    (last,) = db.execute("SELECT coalesce(max(n), 0) FROM entry").fetchone()
    new = {digest: New(last + 1, digest, entry, body)}
    _write(db, new, via, {})
    if body.erases:
        _erase(db, new, held=False)


def heads(db: Connection, record: str) -> list[Head]:
    """Every head of a record: one per field, more where two people wrote unseen by each other."""
    rows = db.execute(
        "SELECT e.field, p.value, n.hash, e.id % 65536, n.at FROM event e JOIN entry n ON n.n = e.id / 65536"
        " LEFT JOIN payload p ON p.event = e.id WHERE e.record = ? AND e.head = 1",
        (record,),
    )
    return [Head(field, value, Ref(digest, place), at) for field, value, digest, place, at in rows]


def heads_called(db: Connection, events: Iterable[int]) -> dict[int, Head]:
    """{event: what it said, when and by which entry}, whether anything has replaced it or not."""
    sql = (
        "SELECT e.id, e.field, p.value, n.hash, e.id % 65536, n.at FROM event e JOIN entry n"
        " ON n.n = e.id / 65536 LEFT JOIN payload p ON p.event = e.id WHERE e.id IN ({marks})"
    )
    return {
        int(id): Head(field, value, Ref(digest, place), at)
        for id, field, value, digest, place, at in among(db, sql, events)
    }


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


def events_of(db: Connection, refs: Iterable[Ref]) -> list[int]:
    """The numbers here of events named by hash and place; one whose entry has not come is left out."""
    wanted = list(refs)
    numbers = _numbers(db, {digest for digest, _ in wanted})
    return [numbers[digest] * PLACES + place for digest, place in wanted if digest in numbers]


def records_of(db: Connection, refs: Iterable[Ref]) -> list[tuple[str, str]]:
    """The (kind, record) of everything that these events are of."""
    sql = "SELECT DISTINCT kind, record FROM event WHERE id IN ({marks})"
    return sorted({(kind, record) for kind, record in among(db, sql, events_of(db, refs))})


def entries(db: Connection) -> Iterator[Entry]:
    """Every entry in local order, as it travels."""
    for n, body, sig in db.execute("SELECT n, body, sig FROM entry ORDER BY n"):
        yield Entry(body, sig, payloads_of(db, n))


def name_of(batch: str | None, digest: bytes) -> str:
    """How an entry is called in `undoes` and on screen: its batch when it has one, else its hash."""
    return batch or hash_text(digest)


def _numbers(db: Connection, digests: Iterable[bytes]) -> dict[bytes, int]:
    return dict(among(db, "SELECT hash, n FROM entry WHERE hash IN ({marks})", digests))


def _write(db: Connection, fresh: Mapping[bytes, New], via: str, superseded: _Superseded) -> None:
    """New entries, their events, what these replace, and their values."""
    write_all(
        db,
        "INSERT INTO entry(n, hash, device, seq, prev, at, author, label, batch, undoes, body, sig, via)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_entry_line(new, via) for new in fresh.values()],
    )
    parents = _parents(db, fresh)
    events: list[Line] = []
    marks: list[Line] = []
    done: list[Line] = []
    for digest, new in fresh.items():
        for identity, (record, kind, name, _hash, replaces) in enumerate(new.body.events, new.n * PLACES):
            rivals = superseded.get((digest, identity % PLACES), ()) if superseded else ()
            events.append((identity, record, kind, name, int((record, name) not in rivals)))
            for ref in replaces:
                marks.append((ref.hash, ref.place, identity))
                if parent := parents.get(ref.hash):
                    done.append((parent * PLACES + ref.place, record, name))
    write_all(db, "INSERT INTO event(id, record, kind, field, head) VALUES (?, ?, ?, ?, ?)", events)
    write_all(db, "INSERT OR IGNORE INTO supersedes(hash, place, child) VALUES (?, ?, ?)", marks)
    write_all(
        db,
        "INSERT INTO payload(event, salt, value) VALUES (?, ?, ?)",
        [
            (new.n * PLACES + place, salt, value)
            for new in fresh.values()
            for place, (salt, value) in new.entry.payloads.items()
        ],
    )
    write_all(db, "UPDATE event SET head = 0 WHERE id = ? AND record = ? AND field = ? AND head = 1", done)


def _entry_line(new: New, via: str) -> Line:
    body = new.body
    return (
        *(new.n, new.hash, body.device, body.seq, body.prev, body.at, body.by, body.label),
        *(body.batch, body.undoes, new.entry.body, new.entry.sig, via),
    )


def _parents(db: Connection, fresh: Mapping[bytes, New]) -> dict[bytes, int]:
    """The numbers of the older entries whose events the new ones replace."""
    named = {ref.hash for new in fresh.values() for event in new.body.events for ref in event.replaces}
    return _numbers(db, named - fresh.keys())


def _superseded(db: Connection, fresh: Mapping[bytes, New]) -> _Superseded:
    """What of the new entries is replaced already: by children that came before their parent, or with it."""
    found: _Superseded = {}
    waits = waiting(db)
    for digest, place, record, field, child in among(
        db,
        "SELECT s.hash, s.place, e.record, e.field, e.id FROM supersedes s JOIN event e ON e.id = s.child"
        " WHERE s.hash IN ({marks})",
        fresh,
    ):
        if child // PLACES in waits:
            continue
        found.setdefault((digest, place), set()).add((record, field))
    for new in fresh.values():
        for event in new.body.events:
            for ref in event.replaces:
                if ref.hash in fresh:
                    found.setdefault((ref.hash, ref.place), set()).add((event.record, event.field))
    return found


def _add_late_payloads(
    db: Connection, known: Mapping[bytes, int], again: Sequence[tuple[bytes, Entry]]
) -> None:
    """A known entry may bring values we did not get the first time, unless they were erased."""
    hashes = {digest for digest, _ in again}
    gone = set(
        among(db, f"SELECT hash, place FROM erased WHERE by <> {_LOST} AND hash IN ({{marks}})", hashes)
    )
    lost = set(
        among(db, f"SELECT hash, place FROM erased WHERE by = {_LOST} AND hash IN ({{marks}})", hashes)
    )
    back = {(digest, place) for digest, entry in again for place in entry.payloads} & lost
    write_all(db, "DELETE FROM erased WHERE hash = ? AND place = ?", sorted(back))
    write_all(
        db,
        "INSERT OR IGNORE INTO payload(event, salt, value) VALUES (?, ?, ?)",
        [
            (known[digest] * PLACES + place, payload.salt, payload.value)
            for digest, entry in again
            for place, payload in entry.payloads.items()
            if (digest, place) not in gone
        ],
    )


def _erase(db: Connection, fresh: Mapping[bytes, New], held: bool) -> None:
    """Remove the values new entries erase, and those of their own that an earlier-come entry erased."""
    if not held:
        erase(db, [(ref.hash, ref.place, new.hash) for new in fresh.values() for ref in new.body.erases])
    gone = among(db, "SELECT hash, place FROM erased WHERE hash IN ({marks})", fresh)
    write_all(
        db,
        "DELETE FROM payload WHERE event = ?",
        [(fresh[digest].n * PLACES + place,) for digest, place in gone],
    )


def erase(db: Connection, erases: Sequence[tuple[bytes, int, bytes]]) -> None:
    """Remove values here and when they come: (hash of their entry, place, hash of the entry erasing them)."""
    write_all(
        db,
        "INSERT INTO erased(hash, place, by) VALUES (?, ?, ?)"
        f" ON CONFLICT(hash, place) DO UPDATE SET by = excluded.by WHERE by = {_LOST}",
        erases,
    )
    numbers = _numbers(db, {digest for digest, _, _ in erases})
    write_all(
        db,
        "DELETE FROM payload WHERE event = ?",
        [(numbers[digest] * PLACES + place,) for digest, place, _ in erases if digest in numbers],
    )


def erased_for_good(db: Connection) -> int:
    """How many values were erased in this register, ever."""
    return int(db.execute(f"SELECT count(*) FROM erased WHERE {FOR_GOOD}").fetchone()[0])


def waiting(db: Connection) -> set[int]:
    """The numbers of the entries that are kept and not applied (standing.py); none while roles are off."""
    return {n for (n,) in db.execute("SELECT n FROM entry WHERE stands = 0")}
