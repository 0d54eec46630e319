"""What the hub lacks goes there: saves by hash, then their values, each batch one transaction of the hub."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from pmdesk.domain.telling import Told
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import Entry, Payload, hash_text
from pmdesk.register.hub_faults import speaking
from pmdesk.register.hub_link import Link
from pmdesk.register.hub_marks import Marks, Standing, came_late, not_erased, via_of, without_value
from pmdesk.register.journal import PLACES, payloads_of

ASKED = 1_000  # hashes in one question
BATCH, BATCH_BYTES = 500, 2_000_000
_TRIES = 6
Result = TypeVar("Result")


class _Sent(NamedTuple):
    """A batch that is in the hub: how many saves were new there, and one row of it, '' where none was."""

    new: int
    stands: str = ""


def push(db: Connection, link: Link, marks: Marks, told: Told) -> tuple[int, Marks]:
    """Send what the hub does not have; how many saves were new to it, and the marks as they then are."""
    last, digest = db.execute("SELECT n, hash FROM entry ORDER BY n DESC LIMIT 1").fetchone() or (0, b"")
    # What came from this hub is there, unless everything is to be compared.
    came_from = via_of(link.hub) if marks.pushed else ""
    sent, ended, after = 0, marks.sent, marks.pushed
    for late in _send_late(db, link, marks):
        ended = late.stands or ended
    while after < last:
        rows = db.execute(
            "SELECT n, hash, via FROM entry WHERE n > ? AND n <= ? ORDER BY n LIMIT ?", (after, last, ASKED)
        ).fetchall()
        for batch in _send_some(db, link, {name: n for n, name, via in rows if via != came_from}):
            sent, ended = sent + batch.new, batch.stands or ended
        after = rows[-1][0]
        told(after - marks.pushed, last - marks.pushed)
    lacking = not_erased(db, [*marks.lacking, *without_value(db, marks.pushed, last)])
    here_now = came_late(db, lacking)
    return sent, Marks(
        marks.identity,
        marks.horizon,
        marks.anchor,
        last,
        hash_text(digest) if last else "",
        tuple(event for event in lacking if event not in here_now),
        marks.waiting,
        marks.newest,
        ended,
    )


def _send_late(db: Connection, link: Link, marks: Marks) -> Iterator[_Sent]:
    """Values that were not here when their saves went, and are now."""
    late = came_late(db, marks.lacking)
    numbers = {event // PLACES for event in late}
    names = dict(among(db, "SELECT n, hash FROM entry WHERE n IN ({marks})", numbers))
    for some in _cut(sorted(numbers), ASKED):
        values = {
            names[n]: {
                place: value for place, value in payloads_of(db, n).items() if n * PLACES + place in late
            }
            for n in some
        }
        yield _write(link, [], values)


def _send_some(db: Connection, link: Link, numbers: Mapping[bytes, int]) -> Iterator[_Sent]:
    there = _there(link, numbers) if numbers else {}
    missing = [name for name in numbers if name not in there]
    for batch in _read(db, missing):
        yield _write(link, batch, {each.hash: each.payloads for each in batch})
    more: dict[bytes, dict[int, Payload]] = {}
    for name, places in there.items():
        ours = payloads_of(db, numbers[name])
        if late := {place: value for place, value in ours.items() if place not in places}:
            more[name] = late
    for some in _cut(list(more), BATCH):
        yield _write(link, [], {name: more[name] for name in some})


def _there(link: Link, names: Iterable[bytes]) -> dict[bytes, set[int]]:
    """Which of the saves the hub has, and the places of the values beside each."""
    with speaking():
        rows = link.db.execute(
            f"SELECT e.hash, array(SELECT place FROM {link.schema}.payload p WHERE p.hash = e.hash)"
            f" FROM {link.schema}.entry e WHERE e.hash = ANY(%b::bytea[])",
            (list(names),),
            binary=True,
        ).fetchall()
    return {bytes(name): set(places) for name, places in rows}


def _read(db: Connection, names: list[bytes]) -> Iterator[list[Entry]]:
    """Saves of the journal, a batch at a time."""
    batch, size = list[Entry](), 0
    for some in _cut(names, BATCH):
        rows = among(db, "SELECT n, body, sig FROM entry WHERE hash IN ({marks})", some)
        for n, body, sig in sorted(rows):
            if batch and (len(batch) >= BATCH or size + len(body) > BATCH_BYTES):
                yield batch
                batch, size = [], 0
            batch.append(Entry(body, sig, payloads_of(db, n)))
            size += len(body)
    if batch:
        yield batch


def _write(link: Link, entries: list[Entry], values: Mapping[bytes, Mapping[int, Payload]]) -> _Sent:
    """One batch, whole or not at all, sorted by hash: unsorted ones of two laptops wait for one another."""
    lines = sorted(
        (name, place, value.salt, value.value)
        for name, some in values.items()
        for place, value in some.items()
    )
    told = sorted((each.hash, each.body, each.sig) for each in entries)

    def once() -> _Sent:
        new = 0
        with link.db.transaction():
            if told:
                new = link.db.execute(
                    f"INSERT INTO {link.schema}.entry(hash, body, sig) SELECT * FROM"
                    " unnest(%b::bytea[], %b::bytea[], %b::bytea[]) AS came(hash, body, sig)"
                    " ORDER BY hash ON CONFLICT DO NOTHING",
                    [list(column) for column in zip(*told, strict=True)],
                ).rowcount
            if lines:
                link.db.execute(
                    f"INSERT INTO {link.schema}.payload(hash, place, salt, value) SELECT * FROM"
                    " unnest(%b::bytea[], %b::int4[], %b::bytea[], %s::text[])"
                    " AS came(hash, place, salt, value) ORDER BY hash, place ON CONFLICT DO NOTHING",
                    [list(column) for column in zip(*lines, strict=True)],
                )
            # Asked afterwards, since the hub takes a value out again that was erased.
            rows = link.db.execute(
                f"(SELECT hash, -1, tx::text::bigint FROM {link.schema}.entry"
                " WHERE tx = pg_current_xact_id() LIMIT 1) UNION ALL"
                f" (SELECT hash, place, tx::text::bigint FROM {link.schema}.payload"
                " WHERE tx = pg_current_xact_id() LIMIT 1) LIMIT 1",
                binary=True,
            ).fetchall()
        return _Sent(new, *[str(Standing(bytes(digest), place, tx)) for digest, place, tx in rows])

    return again(once)


def again(do: Callable[[], Result]) -> Result:
    """Do it, and again where other laptops were in the way: a deadlock, a lock not had in time."""
    import psycopg

    for left in reversed(range(_TRIES)):
        try:
            with speaking():
                return do()
        except Exception as error:
            cause = error.__cause__
            passing = isinstance(cause, psycopg.Error) and (cause.sqlstate or "") in (
                "40001",
                "40P01",
                "55P03",
            )
            if not passing or not left:
                raise
            time.sleep(random.uniform(0.02, 0.1) * (_TRIES - left))
    raise AssertionError  # the last try either came through or was raised


def _cut(some: list[Result], most: int) -> Iterator[list[Result]]:
    for first in range(0, len(some), most):
        yield some[first : first + most]
