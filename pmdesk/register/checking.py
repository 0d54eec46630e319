"""Is the register sound? Storage, signatures, chains, heads, values, and the tables against the journal."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_, Say
from pmdesk.register.database import Connection
from pmdesk.register.entries import Entry, Event, Malformed, Ref, check_entry
from pmdesk.register.journal import Head, payloads_of
from pmdesk.register.kept import wrongly_kept
from pmdesk.register.projection import fold, row_of, search_words, title_of

# How a save came here is not signed, since it differs from laptop to laptop.
_VIA = re.compile(r"typed|(import|pack|form):[\w-]+")


def check(db: Connection, register_id: str) -> list[Say]:
    """Everything that is wrong, a sentence each; an empty list means sound."""
    # Each stage trusts the one before it: the tables are compared only with a journal that is itself whole.
    for stage in (_storage(db), _entries(db, register_id), _heads(db), _tables(db), _kept(db)):
        if problems := list(stage):
            return problems
    return []


def _storage(db: Connection) -> Iterator[Say]:
    for (answer,) in db.execute("PRAGMA integrity_check(20)"):
        if answer != "ok":
            yield Say(N_("The file is damaged: {what}"), {"what": answer})
    # An empty table's damaged page passes the integrity check and fails the first read (tried).
    for table in ("register", "device", "pack", "local", "draft", "erased"):
        db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
    for table, row, _parent, _key in db.execute("PRAGMA foreign_key_check"):
        yield Say(
            N_("Row {row} of {table} points to a record that is not there."), {"row": row, "table": table}
        )
    db.execute("SELECT count(*) FROM search WHERE search MATCH 'a'").fetchone()


def _entries(db: Connection, register_id: str) -> Iterator[Say]:
    last: dict[bytes, tuple[int, bytes]] = {}
    for n, digest, body, sig, via, *columns in db.execute(
        "SELECT n, hash, body, sig, via, device, seq, prev, at, author, label, batch, undoes FROM entry"
        " ORDER BY device, seq, n"
    ):
        entry = Entry(body, sig, payloads_of(db, n))
        try:
            said = check_entry(entry, register_id)
        except Malformed as error:
            yield Say(N_("Save number {n} is damaged: {what}."), {"n": n, "what": str(error)})
            continue
        signed = [said.device, said.seq, said.prev, said.at, said.by, said.label, said.batch, said.undoes]
        if entry.hash != digest or columns != signed or not _VIA.fullmatch(via):
            yield Say(N_("Save number {n} does not agree with its own index."), {"n": n})
        before = last.get(said.device)
        if before and (said.seq != before[0] + 1 or said.prev != before[1]):
            yield Say(N_("The chain of saves is broken at save number {n}."), {"n": n})
        last[said.device] = (said.seq, entry.hash)
        yield from _events(db, n, said.events)


def _events(db: Connection, n: int, said: tuple[Event, ...]) -> Iterator[Say]:
    rows = db.execute(
        "SELECT e.id - ?, e.record, e.kind, e.field FROM event e WHERE e.id >= ? AND e.id < ? ORDER BY e.id",
        (n << 16, n << 16, (n + 1) << 16),
    ).fetchall()
    expected = [(place, event.record, event.kind, event.field) for place, event in enumerate(said)]
    if rows != expected:
        yield Say(N_("The events of save number {n} do not agree with what was signed."), {"n": n})
        return
    marks = set(
        db.execute(
            "SELECT hash, place, child - ? FROM supersedes WHERE child >= ? AND child < ?",
            (n << 16, n << 16, (n + 1) << 16),
        ).fetchall()
    )
    if marks != {(ref.hash, ref.place, place) for place, event in enumerate(said) for ref in event.replaces}:
        yield Say(N_("What save number {n} replaced does not agree with what was signed."), {"n": n})
    missing = (
        len(said)
        - db.execute(
            "SELECT count(*) FROM payload WHERE event >= ? AND event < ?", (n << 16, (n + 1) << 16)
        ).fetchone()[0]
        - db.execute(
            "SELECT count(*) FROM erased WHERE hash = (SELECT hash FROM entry WHERE n = ?)", (n,)
        ).fetchone()[0]
    )
    if missing:
        yield Say(
            N_("{missing} values of save number {n} are gone without having been erased."),
            {"n": n, "missing": missing},
        )


def _heads(db: Connection) -> Iterator[Say]:
    wrong = db.execute(
        "SELECT count(*) FROM event e JOIN entry n ON n.n = e.id / 65536 WHERE e.head = EXISTS"
        " (SELECT 1 FROM supersedes s JOIN event c ON c.id = s.child"
        "  WHERE s.hash = n.hash AND s.place = e.id % 65536 AND c.record = e.record AND c.field = e.field)"
    ).fetchone()[0]
    if wrong:
        yield Say(N_("{n} values are marked wrongly as replaced or not."), {"n": wrong})


def _tables(db: Connection) -> Iterator[Say]:
    """Every row, title and search text against what the journal says it must be."""
    seen: dict[str, set[str]] = {kind: set() for kind in ENTITIES}
    for record, rows in groupby(db.execute(_JOURNAL), key=itemgetter(0)):
        said = list(rows)
        kind = min((each[1] for each in said if each[1] in ENTITIES), default=None)
        if kind is None:
            continue
        seen[kind].add(record)
        if db.execute(_there(kind), (record,)).fetchone() != _expected(kind, record, said):
            yield Say(
                N_("The {kind} {record} does not agree with the journal."), {"kind": kind, "record": record}
            )
    for kind, records in seen.items():
        there = {record for (record,) in db.execute(f"SELECT id FROM {kind} WHERE stub = 0")}
        for record in there - records:
            yield Say(N_("The {kind} {record} is not in the journal."), {"kind": kind, "record": record})


def _kept(db: Connection) -> Iterator[Say]:
    for measure in wrongly_kept(db):
        yield Say(
            N_("What is kept beside the measure {record} does not agree with its readings."),
            {"record": measure},
        )


# The whole journal once, record by record, with what `heads` and `meta_of` read for one.
_JOURNAL = """
    SELECT e.record, e.kind, e.field, e.head, p.value, n.hash, e.id % 65536, n.at, n.author
    FROM event e JOIN entry n ON n.n = e.id / 65536 LEFT JOIN payload p ON p.event = e.id
    ORDER BY e.record
"""


@lru_cache
def _there(kind: str) -> str:
    """The SELECT for all that stands of one record: its row, its title, its search text."""
    columns = ", ".join(f't."{field.name}"' for field in ENTITIES[kind].fields)
    return (
        f"SELECT t.id, t.deleted, t.stub, {columns}, r.kind, r.title, r.sort, r.deleted,"
        " r.made_at, r.made_by, r.changed_at, r.changed_by, r.n = t.n,"
        " coalesce(s.title, ''), coalesce(s.words, '')"
        f" FROM {kind} t JOIN record r ON r.id = t.id LEFT JOIN search s ON s.rowid = t.n WHERE t.id = ?"
    )


def _expected(kind: str, record: str, said: list[Any]) -> tuple[object, ...]:
    """The same, made from the journal's lines of that record."""
    row = row_of(
        kind, [Head(field, value, Ref(*ref), at) for _, _, field, head, value, *ref, at, _ in said if head]
    )
    clocks = [(at, author) for *_, at, author in said]
    title = title_of(ENTITIES[kind], row.values)
    return (
        *(record, row.deleted, 0, *row.values.values()),
        *(kind, title, fold(title), row.deleted, *min(clocks), *max(clocks), True),
        *(title, search_words(ENTITIES[kind], row.values)),
    )
