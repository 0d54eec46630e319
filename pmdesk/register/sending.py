"""What goes to another laptop: everything but what it said it holds, in a pack that came from it.

Numbers are never believed alone (journal.md, rule 5): a beginning counts only where its last hash is here and
leads back to that laptop's first save. When unsure, a save is sent: it changes nothing where it is known.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from pmdesk.domain.holding import Chain, Have
from pmdesk.register import rights
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import Entry
from pmdesk.register.journal import LOST, PLACES, payloads_of


class News(NamedTuple):
    """Of saves that came: those not here yet, those that bring values we lack, and how many bring nothing."""

    new: list[Entry]
    late: list[Entry]
    known: int


class Gap(NamedTuple):
    """Saves of a laptop, by their numbers, that are missing although later ones are here."""

    device: bytes
    first: int
    last: int


def holding(db: Connection) -> Have:
    """What this register holds whole: a save counts when each of its values is here or erased."""
    partly = _partly(db)
    chains, loose = list[Chain](), list[bytes]()
    rows = db.execute("SELECT device, n, seq, hash, prev FROM entry ORDER BY device, seq")
    for device, saves in groupby(rows, key=lambda row: bytes(row[0])):
        chain, grows = Chain(device, 0, b""), True
        for _seq, twins in groupby(saves, key=lambda row: row[2]):
            some = [row for row in twins if row[1] not in partly]
            grows = grows and len(some) == 1 and (some[0][2], some[0][4] or b"") == (chain.n + 1, chain.hash)
            if grows:
                chain = Chain(device, chain.n + 1, bytes(some[0][3]))
            else:
                loose += [bytes(row[3]) for row in some]
        if chain.n:
            chains.append(chain)
    return Have(tuple(chains), tuple(loose))


def held_by(db: Connection, have: Have) -> set[int]:
    """The numbers of the saves here that somebody who said so holds."""
    found = {n for (n,) in among(db, "SELECT n FROM entry WHERE hash IN ({marks})", set(have.loose))}
    for chain in have.chains:
        sql = "SELECT n, seq, hash, prev FROM entry WHERE device = ? AND seq <= ? ORDER BY seq DESC"
        wanted: tuple[int, bytes | None] = (chain.n, chain.hash)
        for n, seq, digest, prev in db.execute(sql, (chain.device, chain.n)):
            if (seq, digest) == wanted:
                found.add(n)
                wanted = (seq - 1, prev)
    return found


def outgoing(db: Connection, held: Collection[int]) -> Iterator[Entry]:
    """Every save that is not among those numbers, with its values, in local order."""
    for n, body, sig in db.execute("SELECT n, body, sig FROM entry ORDER BY n"):
        if n not in held:
            yield Entry(bytes(body), bytes(sig), payloads_of(db, n))


def news(db: Connection, incoming: Iterable[Entry]) -> News:
    """What saves that came would bring; of one that came twice, the values of both."""
    told = dict[bytes, Entry]()
    for entry in incoming:
        digest = entry.hash
        before = told.get(digest)
        told[digest] = Entry(entry.body, entry.sig, before.payloads | entry.payloads) if before else entry
    numbers = dict(among(db, "SELECT hash, n FROM entry WHERE hash IN ({marks})", told))
    new = [entry for digest, entry in told.items() if digest not in numbers]
    late = [
        entry
        for digest, entry in told.items()
        if digest in numbers and _lacks(db, digest, numbers[digest], entry.payloads)
    ]
    return News(new, late, len(told) - len(new) - len(late))


def gaps(db: Connection, coming: Mapping[bytes, Collection[int]]) -> list[Gap]:
    """Where saves of these laptops are missing between those that are here or come with these numbers."""
    found = list[Gap]()
    for device, numbers in sorted(coming.items()):
        (last, many) = db.execute(
            "SELECT coalesce(max(seq), 0), count(DISTINCT seq) FROM entry WHERE device = ?", (device,)
        ).fetchone()
        if last != many or min(numbers, default=last + 1) > last + 1 or len(numbers) > 1:
            found += _gaps_of(db, device, numbers)
    return found


def lacking(db: Connection) -> dict[bytes, int]:
    """{laptop: how many of its saves are missing before those that are here}, where any are."""
    found = dict[bytes, int]()
    for device in sorted(devices(db)):
        (last,) = db.execute("SELECT max(seq) FROM entry WHERE device = ?", (device,)).fetchone()
        for what in ("*", "DISTINCT seq"):  # a number may stand there twice, which is dearer to tell
            (many,) = db.execute(f"SELECT count({what}) FROM entry WHERE device = ?", (device,)).fetchone()
            if many == last:
                break
        if last > many:
            found[device] = last - many
    return found


def _gaps_of(db: Connection, device: bytes, coming: Collection[int]) -> Iterator[Gap]:
    here = {seq for (seq,) in db.execute("SELECT DISTINCT seq FROM entry WHERE device = ?", (device,))}
    before = 0
    for seq in sorted(here.union(coming)):
        if seq > before + 1:
            yield Gap(device, before + 1, seq - 1)
        before = seq


def how_many(db: Connection) -> int:
    """How many saves are here."""
    (n,) = db.execute("SELECT count(*) FROM entry").fetchone()
    return int(n)


def devices(db: Connection) -> set[bytes]:
    """The laptops that have saved here, by their keys."""
    return set(rights.devices(db))


def shown(db: Connection, records: Iterable[str]) -> tuple[int, dict[str, str]]:
    """How many records one sees here, and the titles of those named that are among them."""
    (all_,) = db.execute("SELECT count(*) FROM record WHERE deleted = 0").fetchone()
    sql = "SELECT id, title FROM record WHERE deleted = 0 AND id IN ({marks})"
    return int(all_), dict(among(db, sql, set(records)))


def _partly(db: Connection) -> set[int]:
    """The saves of which a value is neither here nor erased, by number."""
    rows = db.execute(
        f"SELECT DISTINCT e.id / {PLACES} FROM event e WHERE NOT EXISTS"
        " (SELECT 1 FROM payload p WHERE p.event = e.id) AND NOT EXISTS"
        f" (SELECT 1 FROM entry n JOIN erased x ON x.hash = n.hash AND x.place = e.id % {PLACES}"
        f" WHERE n.n = e.id / {PLACES} AND x.by <> ?)",
        (LOST,),
    )
    return {n for (n,) in rows}


def _lacks(db: Connection, digest: bytes, n: int, places: Collection[int]) -> bool:
    """Whether values came that are not here and were not erased."""
    span = (n * PLACES, (n + 1) * PLACES)
    (here,) = db.execute("SELECT count(*) FROM payload WHERE event >= ? AND event < ?", span).fetchone()
    (all_,) = db.execute("SELECT count(*) FROM event WHERE id >= ? AND id < ?", span).fetchone()
    if here == all_ or not places:
        return False
    kept = payloads_of(db, n).keys()
    sql = "SELECT place FROM erased WHERE hash = ? AND by <> ?"
    gone = {place for (place,) in db.execute(sql, (digest, LOST))}
    return bool(set(places) - kept - gone)
