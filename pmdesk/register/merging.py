"""Two journals become one by set union: any order, twice, lost or late, all registers end the same.

The ground for packs: entries come in as values, each is checked whole before any is written.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from pmdesk.domain.telling import Told, first_half, quietly, second_half
from pmdesk.register.database import Connection
from pmdesk.register.entries import Body, Entry, check_entry
from pmdesk.register.forgetting import forget
from pmdesk.register.journal import LOST, PLACES, add_entries, erased_for_good, records_of
from pmdesk.register.kept import before, keep
from pmdesk.register.projection import forget_words, project
from pmdesk.register.rights import may_be_on
from pmdesk.register.standing import settle
from pmdesk.register.unsettled import note


class Merged(NamedTuple):
    """What a merge did."""

    new: int
    known: int
    touched: frozenset[tuple[str, str]]


Checked = list[tuple[Entry, Body]]
Piece = TypeVar("Piece")
AT_ONCE = 500


def merge(
    db: Connection, register_id: str, entries: Iterable[Entry], via: str, told: Told = quietly
) -> Merged:
    """Add every entry not yet here, within the caller's transaction; Malformed refuses them all.

    `told` counts each three times: once it is checked, and as `merge_checked` does.
    """
    checked, all_ = Checked(), list(entries)
    for some in _pieces(all_):
        checked += [(entry, check_entry(entry, register_id)) for entry in some]
        told(len(checked), 3 * len(all_))
    return merge_checked(db, checked, via, lambda done, _of: told(len(all_) + done, 3 * len(all_)))


def merge_checked(db: Connection, checked: Checked, via: str, told: Told = quietly) -> Merged:
    """The same for entries that were checked when they were looked at; `told` counts each twice.

    Once it is in the journal, and once its records are written.
    """
    (register_id,) = db.execute("SELECT id FROM register").fetchone()
    touched = {(event.kind, event.record) for _entry, body in checked for event in body.events}
    gone = erased_for_good(db)
    erased = [ref for _entry, body in checked for ref in body.erases]
    # What somebody erases, and whether it counts, may come in one pack with who may.
    held = ("settings", register_id) in touched or may_be_on(db, register_id)
    if erased and not held:
        forget(db, erased)
    added = list[int | None]()
    for some in _pieces(checked):
        added += add_entries(db, some, via, held=held)
        first_half(told)(len(added), len(checked))
    new = sum(n is not None for n in added)
    touched |= set(records_of(db, erased))
    if held:
        fresh = [each for each, n in zip(checked, added, strict=True) if n is not None]
        touched |= settle(db, register_id, touched, [(entry.hash, body) for entry, body in fresh])
    _await(db, [n for n, (entry, body) in zip(added, checked, strict=True) if n and _lacks(entry, body)])
    stood = before(db, touched)
    _project(db, sorted({record for _, record in touched}), len(checked), second_half(told))
    if erased_for_good(db) != gone:
        forget_words(db)
    keep(db, touched, stood)
    note(db, touched)
    return Merged(new, len(checked) - new, frozenset(touched))


def _project(db: Connection, records: list[str], of: int, told: Told) -> None:
    done = 0
    for some in _pieces(records):
        project(db, some)
        done += len(some)
        told(of * done // len(records), of)


def _pieces(all_: list[Piece]) -> Iterator[list[Piece]]:
    """So many at a time that a person who waits sees it go on."""
    return (all_[first : first + AT_ONCE] for first in range(0, len(all_), AT_ONCE))


def _lacks(entry: Entry, body: Body) -> bool:
    """Whether a save came without some of its values: in a member's file are only those for that member."""
    return len(entry.payloads) < len(body.events)


def _await(db: Connection, numbers: list[int]) -> None:
    """Mark the values that did not come with new saves and were not erased: they may come another time."""
    db.executemany(
        "INSERT OR IGNORE INTO erased(hash, place, by)"
        f" SELECT n.hash, e.id % {PLACES}, ? FROM entry n JOIN event e"
        f" ON e.id >= n.n * {PLACES} AND e.id < (n.n + 1) * {PLACES}"
        " LEFT JOIN payload p ON p.event = e.id WHERE n.n = ? AND p.event IS NULL",
        [(LOST, n) for n in numbers],
    )
