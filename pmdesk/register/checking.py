"""Is the register sound? Storage, signatures, chains, heads, values, and the tables against the journal."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_, Say
from pmdesk.register.database import Connection
from pmdesk.register.entries import Entry, Event, Malformed, check_entry
from pmdesk.register.journal import payloads_of, waiting
from pmdesk.register.kept import wrongly_kept
from pmdesk.register.projection import fold, kind_of, row_read, search_words, title_of
from pmdesk.register.rights import may_be_on, rights
from pmdesk.register.standing import should_wait, wrong_heads

# How a save came here is not signed, since it differs from laptop to laptop.
TYPED = "typed"
VIA = re.compile(r"typed|final|(import|pack|form|hub):[\w-]+")


def check(db: Connection, register_id: str) -> list[Say]:
    """Everything that is wrong, a sentence each; an empty list means sound."""
    # Each stage trusts the one before it: the tables are compared only with a journal that is itself whole.
    part = is_extract(db)
    stages = (
        *(_storage(db), _entries(db, register_id, part), _standing(db, register_id)),
        *(_heads(db, register_id), _tables(db, part), _kept(db)),
    )
    for stage in stages:
        if problems := list(stage):
            return problems
    return []


def _storage(db: Connection) -> Iterator[Say]:
    # Only a search asks anew how the index lies: without one, what another connection wrote since this one
    # last asked was called damage. Damage to the index itself is told by what comes next.
    with suppress(sqlite.DatabaseError):
        db.execute("SELECT 1 FROM search WHERE search MATCH 'a' LIMIT 1").fetchone()
    for (answer,) in db.execute("PRAGMA integrity_check(20)"):
        if answer != "ok":
            yield Say(N_("The file is damaged: {what}"), {"what": answer})
    # An empty table's damaged page passes the integrity check and fails the first read (tried).
    for table in ("register", "device", "pack", "local", "draft", "received", "erased"):
        db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
    for table, row, _parent, _key in db.execute("PRAGMA foreign_key_check"):
        yield Say(
            N_("Row {row} of {table} points to a record that is not there."), {"row": row, "table": table}
        )
    db.execute("SELECT count(*) FROM search WHERE search MATCH 'a'").fetchone()


def is_extract(db: Connection) -> bool:
    """Whether a file has only what one member needs (extract.py): other saves and values were left out."""
    return db.execute("SELECT 1 FROM local WHERE name = 'member'").fetchone() is not None


def _entries(db: Connection, register_id: str, part: bool) -> Iterator[Say]:
    last: dict[bytes, tuple[int, bytes]] = {}
    # A number that is missing in a chain has not come yet; unless a save that was here once is gone.
    (is_whole,) = db.execute("SELECT count(*) = coalesce(max(n), 0) FROM entry").fetchone()
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
        if entry.hash != digest or columns != signed or not VIA.fullmatch(via):
            yield Say(N_("Save number {n} does not agree with its own index."), {"n": n})
        before = last.get(said.device)
        follows = before is not None and said.seq == before[0] + 1
        if before and (said.prev != before[1] if follows else not (part or is_whole)):
            yield Say(N_("The chain of saves is broken at save number {n}."), {"n": n})
        last[said.device] = (said.seq, entry.hash)
        yield from _events(db, n, said.events, part)


def _events(db: Connection, n: int, said: tuple[Event, ...], part: bool) -> Iterator[Say]:
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
            "SELECT count(*) FROM erased WHERE hash = (SELECT hash FROM entry WHERE n = ?) AND place < ?",
            (n, len(said)),
        ).fetchone()[0]
    )
    if missing and not part:
        yield Say(
            N_("{missing} values of save number {n} are gone without having been erased."),
            {"n": n, "missing": missing},
        )


def _standing(db: Connection, register_id: str) -> Iterator[Say]:
    """Whether the saves that count are those that the rights say; while roles are off all do."""
    waits = waiting(db)
    if waits or may_be_on(db, register_id):
        wrong = waits ^ should_wait(db, register_id, rights(db, register_id))
        if wrong:
            yield Say(N_("{n} saves are marked wrongly as counting or not."), {"n": len(wrong)})


# While every save counts.
_WRONG_HEADS = (
    "SELECT count(*) FROM event e JOIN entry n ON n.n = e.id / 65536 WHERE e.head = EXISTS"
    " (SELECT 1 FROM supersedes s JOIN event c ON c.id = s.child"
    "  WHERE s.hash = n.hash AND s.place = e.id % 65536 AND c.record = e.record AND c.field = e.field)"
)


def _heads(db: Connection, register_id: str) -> Iterator[Say]:
    if waiting(db) or may_be_on(db, register_id):
        wrong = wrong_heads(db, register_id, rights(db, register_id))
    else:
        wrong = db.execute(_WRONG_HEADS).fetchone()[0]
    if wrong:
        yield Say(N_("{n} values are marked wrongly as replaced or not."), {"n": wrong})


def _tables(db: Connection, part: bool) -> Iterator[Say]:
    """Every row, title and search text against what the journal says it must be, all in the order of ids.

    An extract has no row, or one that waits, of a record none of whose values came with it.
    """
    rows = {kind: _Rows(db, kind) for kind in ENTITIES}
    waits = waiting(db)
    counting = (line[:-1] for line in db.execute(_JOURNAL) if line[-1] not in waits)
    for record, lines in groupby(counting, key=itemgetter(0)):
        said = list(lines)
        kind = kind_of({each[1] for each in said})
        if kind is None:
            continue
        stood, strange = rows[kind].upto(record)
        yield from (_not_in_journal(kind, each) for each in strange)
        if part and (stood is None or stood[2]) and not any(each[4] for each in said if each[3]):
            continue
        if stood != _expected(kind, record, said):
            yield Say(
                N_("The {kind} {record} does not agree with the journal."), {"kind": kind, "record": record}
            )
    for kind, left in rows.items():
        yield from (_not_in_journal(kind, each) for each in left.upto("")[1])


def _not_in_journal(kind: str, record: str) -> Say:
    return Say(N_("The {kind} {record} is not in the journal."), {"kind": kind, "record": record})


class _Rows:
    """A kind's rows one after another, in the order of ids: as the journal is read beside them."""

    def __init__(self, db: Connection, kind: str) -> None:
        # Most kinds of a small register have no record, and need not be asked for all that stands of them.
        any_ = db.execute(f"SELECT 1 FROM {kind} LIMIT 1").fetchone()
        self._rows: Iterator[tuple[Any, ...]] = iter(db.execute(_there(kind)) if any_ else ())
        self._next = next(self._rows, None)

    def upto(self, record: str) -> tuple[tuple[Any, ...] | None, list[str]]:
        """The row of a record, if any, and the ids passed by that no entry speaks of; '' means all the rest.

        A row that waits for its record (a stub) is spoken of by nobody, and rightly there.
        """
        strange = []
        while (row := self._next) and (not record or row[0] < record):
            self._next = next(self._rows, None)
            if not row[2]:
                strange.append(str(row[0]))
        if not row or row[0] != record:
            return None, strange
        self._next = next(self._rows, None)
        return row, strange


def _kept(db: Connection) -> Iterator[Say]:
    for measure in wrongly_kept(db):
        yield Say(
            N_("What is kept beside the measure {record} does not agree with its readings."),
            {"record": measure},
        )


# The whole journal once, record by record, with what `heads` and `meta_of` read for one.
_JOURNAL = """
    SELECT e.record, e.kind, e.field, e.head, p.value, n.hash, e.id % 65536, n.at, n.author, n.n
    FROM event e JOIN entry n ON n.n = e.id / 65536 LEFT JOIN payload p ON p.event = e.id
    ORDER BY e.record
"""


def _there(kind: str) -> str:
    """The SELECT for all that stands of a kind's records: row, title, search text."""
    # The search's own table of texts: asking the index for one text at a time takes several times as long.
    columns = ", ".join(f't."{field.name}"' for field in ENTITIES[kind].fields)
    return (
        f"SELECT t.id, t.deleted, t.stub, {columns}, r.kind, r.title, r.sort, r.deleted,"
        " r.made_at, r.made_by, r.changed_at, r.changed_by, r.n = t.n,"
        " coalesce(s.c0, ''), coalesce(s.c1, '')"
        f" FROM {kind} t LEFT JOIN record r ON r.id = t.id LEFT JOIN search_content s ON s.id = t.n"
        " ORDER BY t.id"
    )


def _expected(kind: str, record: str, said: list[Any]) -> tuple[object, ...]:
    """The same, made from the journal's lines of that record."""
    row = row_read(kind, [each for each in said if each[3]])
    clocks = [(at, author) for *_, at, author in said]
    title = title_of(ENTITIES[kind], row.values)
    return (
        *(record, row.deleted, 0, *row.values.values()),
        *(kind, title, fold(title), row.deleted, *min(clocks), *max(clocks), True),
        *(title, search_words(ENTITIES[kind], row.values)),
    )
