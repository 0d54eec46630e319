"""An extract: a register that holds only some records, for somebody who works on those and sends it back.

It has the saves that speak of its records, whole and signed, and beside them the values of these records
alone: a signed save holds only salted hashes of the others. What is saved in it merges like any other save.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_
from pmdesk.register.checking import check
from pmdesk.register.cipher import Key
from pmdesk.register.database import Connection, among, clear_parts, connect, sync_folder
from pmdesk.register.entries import Entry, check_entry
from pmdesk.register.faults import Unavailable
from pmdesk.register.journal import PLACES, add_entries, payloads_of, waiting
from pmdesk.register.local import set_local
from pmdesk.register.projection import project
from pmdesk.register.schema import migrate

# Which records, by id, and which of their fields; None means all.
Wanted = Mapping[str, Collection[str] | None]


def extract(
    db: Connection,
    register_id: str,
    path: Path,
    wanted: Wanted,
    kept_here: Mapping[str, str],
    key: Key | None = None,
) -> None:
    """Write an extract to `path`, whole or not at all; `kept_here` is what its file keeps for its laptop.

    With a key of its own it is protected; without one it is plain, whatever the register is.
    """
    wanted = unsealed(db, wanted)
    clear_parts(path)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        aside.touch()
        made = connect(aside, read_only=False, key=key)
        try:
            _fill(db, made, register_id, wanted, kept_here)
            if check(made, register_id):
                raise Unavailable(N_("The file did not come out right and was thrown away."))
        finally:
            made.close()
        os.replace(aside, path)
        sync_folder(path.parent)
    finally:
        clear_parts(path)


def _fill(
    db: Connection, made: Connection, register_id: str, wanted: Wanted, kept_here: Mapping[str, str]
) -> None:
    migrate(made)
    made.execute("BEGIN IMMEDIATE")
    made.execute("INSERT INTO register(id) VALUES (?)", (register_id,))
    there = dict[str, None]()
    for via, entry in entries_of(db, wanted):
        body = check_entry(entry, register_id)
        add_entries(made, [(entry, body)], via)
        there |= dict.fromkeys(event.record for event in body.events if event.record in wanted)
    project(made, there)
    for name, value in kept_here.items():
        set_local(made, name, value)
    made.execute("COMMIT")


def unsealed(db: Connection, wanted: Wanted) -> Wanted:
    """What was answered alone goes along with nobody."""
    kinds = ", ".join(f"'{entity.name}'" for entity in ENTITIES.values() if entity.sealed)
    sql = f"SELECT DISTINCT record FROM event WHERE kind IN ({kinds}) AND record IN ({{marks}})"
    sealed = {record for (record,) in among(db, sql, wanted)}
    return {record: fields for record, fields in wanted.items() if record not in sealed}


def entries_of(db: Connection, wanted: Wanted) -> Iterator[tuple[str, Entry]]:
    """How each save came and the save, with the values that count of the fields wanted and no others.

    Every save that speaks of a record comes along: one left out might have replaced what another says.
    """
    found = among(db, f"SELECT DISTINCT id / {PLACES} FROM event WHERE record IN ({{marks}})", wanted)
    # What does not count here would count there, where nobody's rights are known.
    for n in sorted({n for (n,) in found} - waiting(db)):
        via, body, sig = db.execute("SELECT via, body, sig FROM entry WHERE n = ?", (n,)).fetchone()
        rows = db.execute(
            "SELECT id - ?, record, field FROM event WHERE id >= ? AND id < ? AND head = 1",
            (n * PLACES, n * PLACES, (n + 1) * PLACES),
        )
        places = {place for place, record, field in rows if _is_wanted(wanted, record, field)}
        payloads = {place: value for place, value in payloads_of(db, n).items() if place in places}
        yield str(via), Entry(bytes(body), bytes(sig), payloads)


def _is_wanted(wanted: Wanted, record: str, field: str) -> bool:
    if record not in wanted:
        return False
    fields = wanted[record]
    return fields is None or field in fields or field == "deleted"
