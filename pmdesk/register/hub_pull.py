"""What the hub has and this file has not: listed by hash in one snapshot, then taken in batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from pmdesk.domain.telling import Told
from pmdesk.domain.words import N_, Say
from pmdesk.register.database import among
from pmdesk.register.entries import (
    LONGEST_BODY,
    Entry,
    Malformed,
    Payload,
    check_entry,
    hash_bytes,
    hash_text,
    read_body,
)
from pmdesk.register.faults import storage
from pmdesk.register.hub_faults import STRANGE, HubFault, speaking
from pmdesk.register.hub_link import Link
from pmdesk.register.hub_marks import Marks, Standing, via_of
from pmdesk.register.journal import PLACES

if TYPE_CHECKING:
    from pmdesk.register.open_file import Register

# So many saves, or bytes of them, are merged at once: a person who saves meanwhile waits no longer.
BATCH, BATCH_BYTES = 100, 500_000
LISTED = 5_000
BAD = N_(
    "The hub holds a save that is not sound ({reason}), so nothing of its batch was taken in. Tell the hub’s "
    "administrator: save {name}, sent by {login}."
)

Strangers = Callable[["Register", Iterable[bytes]], Iterable[bytes]]


@dataclass
class Pulled:
    """What came in so far: each batch stays, whatever happens to the next."""

    new: int = 0
    touched: set[tuple[str, str]] = field(default_factory=set)


class _Listed(NamedTuple):
    """What came since the horizon: saves unknown here with their size, those with values that came late."""

    unknown: list[tuple[bytes, int]]
    late: list[bytes]
    horizon: int
    anchor: str
    newest: str


def pull(
    register: Register, link: Link, marks: Marks, taken: Pulled, strangers: Strangers, told: Told
) -> Marks:
    """Take in what is new; the marks as they then are. What came in is noted in `taken` as it comes."""
    waiting = {key: list(names) for key, names in marks.waiting.items()}
    listed = _list(register, link, marks)
    held = {name for names in waiting.values() for name in names}
    wanted = [(name, size) for name, size in listed.unknown if hash_text(name) not in held]
    wanted += [(name, 0) for name in listed.late]
    wanted += _now_known(register, waiting, strangers)
    done, of = 0, len(wanted)
    while wanted:
        for some in _batches(wanted):
            _take(register, link, some, waiting, taken, strangers)
            done += len(some)
            told(done, of)
        # A save that just came may have said whose laptop it is that others wait for.
        wanted = _now_known(register, waiting, strangers)
        of += len(wanted)
    return replace(marks, horizon=listed.horizon, anchor=listed.anchor, newest=listed.newest, waiting=waiting)


def _list(register: Register, link: Link, marks: Marks) -> _Listed:
    """One snapshot of the hub: what is unknown here, and up to where everything is in it."""
    unknown, horizon, anchor = list[tuple[bytes, int]](), marks.horizon, marks.anchor
    late, newest = list[bytes](), Standing(b"", -1, 0)
    with speaking(), link.db.transaction():
        link.db.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        row = link.db.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint").fetchone()
        oldest_open = int(str(row[0])) if row else 0
        with link.db.cursor("came", binary=True) as rows:
            rows.itersize = LISTED
            rows.execute(
                f"SELECT hash, octet_length(body), tx::text::bigint FROM {link.schema}.entry"
                " WHERE tx >= %s::text::xid8 ORDER BY n",
                (str(marks.horizon),),
            )
            while some := rows.fetchmany(LISTED):
                told = [(bytes(name), int(size), int(tx)) for name, size, tx in some]
                unknown += _unknown(register, told)
                for name, _, tx in told:
                    newest = Standing(name, -1, tx) if tx > newest.tx else newest
                    if horizon <= tx < oldest_open:
                        horizon, anchor = tx, hash_text(name)
        if marks.lacking:
            late = _late(register, link, marks)
    return _Listed(unknown, late, horizon, anchor, str(newest) if newest.hash else "")


def _unknown(register: Register, told: list[tuple[bytes, int, int]]) -> list[tuple[bytes, int]]:
    with storage():
        rows = among(
            register.db, "SELECT hash FROM entry WHERE hash IN ({marks})", [name for name, *_ in told]
        )
    known = {name for (name,) in rows}
    return [(name, size) for name, size, _ in told if name not in known]


def _late(register: Register, link: Link, marks: Marks) -> list[bytes]:
    """Saves that are here without a value which the hub has got since."""
    with storage():
        rows = among(
            register.db,
            "SELECT n, hash FROM entry WHERE n IN ({marks})",
            {event // PLACES for event in marks.lacking},
        )
    names = dict(rows)
    lacking = {
        (names[event // PLACES], event % PLACES) for event in marks.lacking if event // PLACES in names
    }
    came = link.db.execute(
        f"SELECT hash, place FROM {link.schema}.payload WHERE hash = ANY(%b::bytea[])",
        (sorted({name for name, _ in lacking}),),
        binary=True,
    ).fetchall()
    return sorted({bytes(name) for name, place in came if (bytes(name), place) in lacking})


def _now_known(
    register: Register, waiting: dict[str, list[str]], strangers: Strangers
) -> list[tuple[bytes, int]]:
    """The saves that waited for a laptop which is one of ours by now; they wait no longer."""
    still = {key.hex() for key in strangers(register, [bytes.fromhex(key) for key in waiting])}
    names = [name for key in set(waiting) - still for name in waiting.pop(key)]
    return [(hash_bytes(name), 0) for name in names]


def _batches(wanted: list[tuple[bytes, int]]) -> Iterator[list[bytes]]:
    batch, bytes_in = list[bytes](), 0
    for name, size in wanted:
        if batch and (len(batch) >= BATCH or bytes_in + size > BATCH_BYTES):
            yield batch
            batch, bytes_in = [], 0
        batch.append(name)
        bytes_in += size
    if batch:
        yield batch


def _take(
    register: Register,
    link: Link,
    names: list[bytes],
    waiting: dict[str, list[str]],
    taken: Pulled,
    strangers: Strangers,
) -> None:
    """Fetch a batch and merge it whole, without the saves of strangers; HubFault refuses it whole."""
    entries = _fetch(link, names)
    try:
        by_device: dict[bytes, list[Entry]] = {}
        for entry in entries:
            by_device.setdefault(read_body(entry.body).device, []).append(entry)
        unknown = set(strangers(register, by_device))
        ours = [entry for entry in entries if not any(entry in by_device[key] for key in unknown)]
        done = register.merge(ours, via_of(link.hub))
    except Malformed as error:
        raise _bad(register, link, entries, error) from error
    taken.new += done.new
    taken.touched |= done.touched
    for key in unknown:
        kept = waiting.setdefault(key.hex(), [])
        kept += [hash_text(entry.hash) for entry in by_device[key]]


def _fetch(link: Link, names: list[bytes]) -> list[Entry]:
    """The saves of these hashes with their values, in the order the hub got them."""
    with speaking():
        rows = link.db.execute(
            f"SELECT hash, body, sig FROM {link.schema}.entry WHERE hash = ANY(%b::bytea[]) ORDER BY n",
            (names,),
            binary=True,
        ).fetchall()
        values = link.db.execute(
            f"SELECT hash, place, salt, value FROM {link.schema}.payload WHERE hash = ANY(%b::bytea[])",
            (names,),
            binary=True,
        ).fetchall()
    beside: dict[bytes, dict[int, Payload]] = {}
    for name, place, salt, value in values:
        beside.setdefault(name, {})[place] = Payload(salt, value)
    entries = [Entry(body, sig, beside.get(name, {})) for name, body, sig in rows]
    asked = set(names)
    if len(entries) > len(names) or any(
        len(each.body) > LONGEST_BODY or each.hash not in asked for each in entries
    ):
        raise HubFault(Say(STRANGE, {"code": "hash"}))
    return entries


def _bad(register: Register, link: Link, entries: list[Entry], error: Malformed) -> HubFault:
    """Which save it was, why, and by which login it came, so that the administrator can find it."""
    for entry in entries:
        try:
            check_entry(entry, register.id)
        except Malformed as found:
            with speaking():
                row = link.db.execute(
                    f"SELECT login::text FROM {link.schema}.entry WHERE hash = %b", (entry.hash,)
                ).fetchone()
            login = str(row[0]) if row else "?"
            return HubFault(Say(BAD, {"reason": str(found), "name": entry.hash.hex()[:16], "login": login}))
    return HubFault(Say(BAD, {"reason": str(error), "name": "?", "login": "?"}))
