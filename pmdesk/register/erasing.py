"""Erasing a person: which values go, found in the whole journal, and the one save that removes them.

The signed bytes of a save hold salted hashes of its values and never a value, so every signature still fits.
The save that erases names the events; wherever it comes, their values go, also those that come later.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import ABOUT, GONE_WITH, KEPT, LABEL, MARK, Names
from pmdesk.domain.facts import Type
from pmdesk.domain.telling import Told, no_return, quietly
from pmdesk.register.change import Changes
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import Ref, Scalar, read_body
from pmdesk.register.faults import storage
from pmdesk.register.forgetting import forget, hanging, names_in
from pmdesk.register.ids import is_id
from pmdesk.register.journal import PLACES, events_of, heads
from pmdesk.register.open_file import Register
from pmdesk.register.stopping import stoppable


class Value(NamedTuple):
    """One value ever written, still there: `head` when nothing has replaced it."""

    event: int
    ref: Ref
    kind: str
    record: str
    field: str
    head: bool
    value: Scalar


class Erasure(NamedTuple):
    """An erasure that was saved: whose record, when (UTC milliseconds), by whom, why, what went."""

    person: str
    at: int
    by: str
    reason: str
    counts: Mapping[tuple[str, str], int]  # {(kind, field): how many values}


_VALUES = (
    "SELECT e.id, n.hash, e.kind, e.record, e.field, e.head, p.value FROM event e"
    f" JOIN entry n ON n.n = e.id / {PLACES} JOIN payload p ON p.event = e.id"
)

_EVERY = 500  # texts looked at between two questions whether to go on
_PEOPLE = "SELECT id FROM record WHERE kind = 'person'"


def own_values(register: Register, person: str) -> list[Value]:
    """Every value ever written of a person's own record that is still there."""
    with storage():
        return _of_records(register.db, [person])


def values_about(register: Register, person: str) -> list[Value]:
    """Every value of other records that is about that person alone (domain/erasure.py)."""
    with storage():
        theirs = hanging(register.db, [person])
        found = _of_records(register.db, [record for _kind, record in theirs])
    return [each for each in found if each.field in ABOUT.get(each.kind, ("", ()))[1]]


def names_of(register: Register, person: str) -> Names:
    """How that person may be named, by every name and address ever written of them."""
    values = own_values(register, person)
    return names_in((each.field, json.dumps(each.value)) for each in values)


def values_naming(
    register: Register, names: Names, besides: Collection[int], told: Told = quietly
) -> list[Value]:
    """Every text, in force or replaced, that may name that person, but for the events named.

    What was answered alone in a health check is read by nobody, so it is not looked through.
    """
    sealed = ", ".join(f"'{entity.name}'" for entity in ENTITIES.values() if entity.sealed)
    sql = f"{_VALUES} WHERE e.kind NOT IN ({sealed}) AND p.value LIKE '\"%' AND length(p.value) > 4"
    left_out, found = set(besides), list[Value]()
    with storage(), stoppable(register.db, told) as tell:
        (all_of_them,) = register.db.execute("SELECT count(*) FROM payload").fetchone()
        for n, (event, digest, kind, record, field, head, text) in enumerate(register.db.execute(sql)):
            if n % _EVERY == 0:
                tell(n, all_of_them)
            if event in left_out or (kind, field) in _REFERENCES:
                continue
            value = json.loads(text)
            if not is_id(value) and names.found(value):
                ref = Ref(bytes(digest), event % PLACES)
                found.append(Value(event, ref, kind, record, field, bool(head), value))
    return found


def erase(
    register: Register,
    person: str,
    gone: Iterable[Value],
    instead: Mapping[int, str],
    reason: str,
    told: Told = quietly,
    past: Callable[[], object] = no_return,
) -> Changes:
    """Remove values for good, in one save that nobody undoes; the person's record is marked and deleted.

    `instead` has the text to stand in place of an event that was in force. `told` may stop it,
    until `past` is called: the save is signed then, and its number used.
    """
    gone = list(gone)
    with register.change(LABEL, via="final") as change, stoppable(register.db, told) as tell:
        tell(0, len(gone))
        refs = [each.ref for each in gone]
        forget(change.db, refs)
        change.erase(refs)
        for each in gone:
            if each.head and each.event in instead:
                change.replace(each.kind, each.record, each.field, instead[each.event], (each.ref,))
        marks = tuple(head.ref for head in heads(change.db, person) if head.field == MARK)
        change.replace("person", person, MARK, reason, marks)
        theirs = [one for one in hanging(change.db, [person]) if one[0] in GONE_WITH]
        for kind, record in theirs:
            if not _deleted(change.db, record):
                change.delete(kind, record)
        # Again, where it was deleted already: now with what came in since in view.
        change.delete("person", person)
        tell(len(gone), len(gone))
        past()
    return change.changes


def erasures(register: Register) -> list[Erasure]:
    """Every erasure of a person that this register knows, the newest first."""
    sql = (
        "SELECT e.record, n.at, n.author, p.value, n.n, n.batch FROM event e"
        f" JOIN entry n ON n.n = e.id / {PLACES} LEFT JOIN payload p ON p.event = e.id"
        f" WHERE e.record IN ({_PEOPLE}) AND e.kind = 'person' AND e.field = ?"
        " ORDER BY n.at DESC, n.hash DESC"
    )
    with storage():
        rows = register.db.execute(sql, (MARK,)).fetchall()
        return [
            Erasure(person, at, by, _text(reason), _counts(register.db, n, batch))
            for person, at, by, reason, n, batch in rows
        ]


def written_again(register: Register) -> dict[str, int]:
    """People who were erased and of whom values came in afterwards: {id: how many}."""
    sql = (
        "SELECT e.record, count(*) FROM event e JOIN payload p ON p.event = e.id"
        f" WHERE e.record IN (SELECT record FROM event WHERE record IN ({_PEOPLE}) AND field = ?)"
        f" AND e.field NOT IN ({', '.join('?' * len(KEPT))}) AND p.value <> 'null' GROUP BY e.record"
    )
    with storage():
        return dict(register.db.execute(sql, (MARK, *sorted(KEPT))))


def saves_by(register: Register, person: str) -> tuple[int, int, int]:
    """How many saves were made under a person's name, the first and the last (UTC milliseconds)."""
    sql = "SELECT count(*), coalesce(min(at), 0), coalesce(max(at), 0) FROM entry WHERE author = ?"
    with storage():
        count, first, last = register.db.execute(sql, (person,)).fetchone()
    return int(count), int(first), int(last)


def is_newest(register: Register) -> bool:
    """Whether the newest save here is an erasure: it is never undone."""
    with storage():
        row = register.db.execute("SELECT hash FROM entry ORDER BY n DESC LIMIT 1").fetchone()
        sql = "SELECT 1 FROM erased WHERE by = ? LIMIT 1"
        return bool(row) and register.db.execute(sql, (row[0],)).fetchone() is not None


_REFERENCES = frozenset(
    (entity.name, field.name)
    for entity in ENTITIES.values()
    for field in entity.fields
    if field.type in (Type.REF, Type.PERIOD)
)


def _of_records(db: Connection, records: Iterable[str]) -> list[Value]:
    rows = among(db, f"{_VALUES} WHERE e.record IN ({{marks}})", dict.fromkeys(records))
    return [
        Value(event, Ref(bytes(digest), event % PLACES), kind, record, field, bool(head), json.loads(text))
        for event, digest, kind, record, field, head, text in sorted(rows)
        if field not in KEPT
    ]


def _text(said: str | None) -> str:
    return str(json.loads(said) or "") if said else ""


def _deleted(db: Connection, record: str) -> bool:
    row = db.execute("SELECT deleted FROM record WHERE id = ?", (record,)).fetchone()
    return bool(row and row[0])


def _counts(db: Connection, n: int, batch: str | None) -> dict[tuple[str, str], int]:
    """How many values a save names to be erased, by kind and field; a big one is several entries."""
    rows = db.execute("SELECT body FROM entry WHERE n = ? OR batch = ?", (n, batch)).fetchall()
    refs = {ref for (body,) in rows for ref in read_body(bytes(body)).erases}
    found: dict[tuple[str, str], int] = {}
    for kind, field in among(
        db, "SELECT kind, field FROM event WHERE id IN ({marks})", set(events_of(db, refs))
    ):
        found[kind, field] = found.get((kind, field), 0) + 1
    return found
