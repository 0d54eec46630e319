"""Two journals become one by set union: any order, twice, lost or late, all registers end the same.

The ground for packs: entries come in as values, each is checked whole before any is written.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pmdesk.register.database import Connection
from pmdesk.register.entries import Body, Entry, check_entry
from pmdesk.register.journal import add_entries
from pmdesk.register.kept import before, keep
from pmdesk.register.projection import project
from pmdesk.register.unsettled import note


class Merged(NamedTuple):
    """What a merge did."""

    new: int
    known: int
    touched: frozenset[tuple[str, str]]


Checked = list[tuple[Entry, Body]]


def merge(db: Connection, register_id: str, entries: Iterable[Entry], via: str) -> Merged:
    """Add every entry not yet here, within the caller's transaction; Malformed refuses them all."""
    return merge_checked(db, [(entry, check_entry(entry, register_id)) for entry in entries], via)


def merge_checked(db: Connection, checked: Checked, via: str) -> Merged:
    """The same for entries that were checked when they were looked at."""
    new = sum(n is not None for n in add_entries(db, checked, via))
    touched = set[tuple[str, str]]()
    for _entry, body in checked:
        touched |= {(event.kind, event.record) for event in body.events}
        touched |= _erased(db, body)
    stood = before(db, touched)
    project(db, sorted({record for _, record in touched}))
    keep(db, touched, stood)
    note(db, touched)
    return Merged(new, len(checked) - new, frozenset(touched))


def _erased(db: Connection, body: Body) -> set[tuple[str, str]]:
    found = set()
    for ref in body.erases:
        found |= set(
            db.execute(
                "SELECT e.kind, e.record FROM entry n JOIN event e ON e.id = n.n * 65536 + ?"
                " WHERE n.hash = ?",
                (ref.place, ref.hash),
            )
        )
    return found
