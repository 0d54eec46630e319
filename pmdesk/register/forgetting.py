"""What a register keeps for this laptop alone is forgotten with the person: drafts, received files.

Neither stands in the journal, so no save can erase it: every register does it as the erasure comes in.
"""

import json
from collections.abc import Iterable

from pmdesk.domain.erasure import ABOUT, Names
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import Ref
from pmdesk.register.journal import events_of

_CONTACTS = ("email", "phone")


def names_in(rows: Iterable[tuple[str, str]]) -> Names:
    """The ways a person may be named, from (field, JSON text) of what was ever written of their record."""
    said = [(field, json.loads(text)) for field, text in rows]
    return Names(
        [str(value) for field, value in said if field == "name" and value],
        [str(value) for field, value in said if field in _CONTACTS and value],
    )


def forget(db: Connection, refs: Iterable[Ref]) -> None:
    """Before these events lose their values: drop what is kept here of the people they are about."""
    sql = (
        "SELECT e.record, e.field, p.value FROM event e JOIN payload p ON p.event = e.id"
        " WHERE e.kind = 'person' AND e.id IN ({marks})"
    )
    rows = among(db, sql, set(events_of(db, refs)))
    people = {record for record, _field, _value in rows}
    if not people:
        return
    theirs = hanging(db, people)
    updates = [record for kind, record in theirs if kind == "annual_update"]
    if "received" in tables(db):
        for (digest,) in among(db, "SELECT hash FROM received WHERE annual_update IN ({marks})", updates):
            db.execute("DELETE FROM received WHERE hash = ?", (digest,))
    names = names_in([(field, value) for _record, field, value in rows])
    ids = people | {record for _kind, record in theirs}
    for page, typed in db.execute("SELECT page, typed FROM draft").fetchall():
        said = _said(typed)
        of_theirs = page.split("/")[0] in ABOUT  # perhaps a new one, whose page has no record of theirs yet
        if any(each in page or (of_theirs and each in said) for each in ids) or names.found(said):
            db.execute("DELETE FROM draft WHERE page = ?", (page,))


def hanging(db: Connection, people: Iterable[str]) -> list[tuple[str, str]]:
    """The (kind, record) of what is about these people alone, by way of their seats too."""
    people = list(people)
    seats = [seat for (seat,) in among(db, "SELECT id FROM appointment WHERE person IN ({marks})", people)]
    there = tables(db)
    found = list[tuple[str, str]]()
    for kind, (way, _fields) in ABOUT.items():
        if kind in there:
            ids = people if way == "person" else seats
            found += [
                (kind, record)
                for (record,) in among(db, f"SELECT id FROM {kind} WHERE {way} IN ({{marks}})", ids)
            ]
    return sorted(set(found))


def tables(db: Connection) -> set[str]:
    """The tables there are: a backup may be of an older version."""
    return {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def _said(typed: str) -> str:
    """All that was typed into a draft, as one text."""
    return "\n".join(_texts(json.loads(typed)))


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _texts(part)]
