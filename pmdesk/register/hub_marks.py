"""How far this laptop's file and its hub have come: kept in the file, outside the journal.

Whatever a mark says, it can be thrown away: the next sync then compares everything. So it does where the hub
was made anew or put back, or where this file's own saves are not those that were counted.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import NamedTuple

from pmdesk.register.database import Connection, among
from pmdesk.register.entries import hash_bytes, hash_text
from pmdesk.register.journal import LOST, PLACES
from pmdesk.register.local import local, set_local

NAME = "hub_marks"


@dataclass(frozen=True)
class Marks:
    """`horizon` and `anchor`: the hub's transaction up to which everything was seen, and a save it brought.

    `pushed` and `last`: the save here up to which the hub has everything, by number and hash. `lacking`:
    events up to there whose value was not here. `waiting`: saves of laptops nobody has said are ours, by key.
    `newest` and `sent`: what stands in the hub of the newest transaction seen, and of the last of our own.
    """

    identity: str = ""
    horizon: int = 0
    anchor: str = ""
    pushed: int = 0
    last: str = ""
    lacking: tuple[int, ...] = ()
    waiting: dict[str, list[str]] = field(default_factory=dict)
    newest: str = ""
    sent: str = ""


class Standing(NamedTuple):
    """A row of the hub and the transaction that brought it; `place` is that of a value, -1 for its save."""

    hash: bytes
    place: int
    tx: int

    def __str__(self) -> str:
        return f"{hash_text(self.hash)} {self.place} {self.tx}"


def standing(text: str) -> Standing:
    """What str() made of one; ValueError where it is none."""
    digest, place, tx = text.split(" ")
    return Standing(hash_bytes(digest), int(place), int(tx))


def kept(db: Connection) -> Marks:
    """The marks as they stand; blank ones where there are none, or what stands there is not ours."""
    try:
        said = json.loads(local(db, NAME) or "{}")
        marks = Marks(**said)
        for text in filter(None, (marks.newest, marks.sent)):
            standing(text)
        return Marks(**{**said, "lacking": tuple(marks.lacking)})
    except (ValueError, TypeError, AttributeError):
        return Marks()


def keep(db: Connection, marks: Marks) -> None:
    """Write the marks within the caller's transaction."""
    set_local(db, NAME, json.dumps(asdict(marks), separators=(",", ":")))


def fits_here(db: Connection, marks: Marks) -> bool:
    """Whether the numbers in the marks are numbers of this file."""
    if not marks.pushed:
        return True
    row = db.execute("SELECT hash FROM entry WHERE n = ?", (marks.pushed,)).fetchone()
    return row is not None and hash_text(row[0]) == marks.last


def via_of(hub: str) -> str:
    """How the journal says that a save came from a hub."""
    return f"hub:{hub}"


def waiting_to_go(db: Connection) -> int:
    """How many saves were made or came here since everything went to the hub."""
    marks = kept(db)
    if not fits_here(db, marks):
        marks = Marks()
    via = via_of(marks.identity.partition(" ")[0])
    (n,) = db.execute("SELECT count(*) FROM entry WHERE n > ? AND via <> ?", (marks.pushed, via)).fetchone()
    return int(n)


def without_value(db: Connection, after: int, upto: int) -> list[int]:
    """Events of the saves `after` < n <= `upto` whose value is not here and was not erased."""
    rows = db.execute(
        "SELECT e.id FROM event e LEFT JOIN payload p ON p.event = e.id WHERE e.id >= ? AND e.id < ?"
        " AND p.event IS NULL",
        ((after + 1) * PLACES, (upto + 1) * PLACES),
    )
    return not_erased(db, [event for (event,) in rows])


def came_late(db: Connection, lacking: Iterable[int]) -> set[int]:
    """Those of the events whose value has come meanwhile."""
    return {event for (event,) in among(db, "SELECT event FROM payload WHERE event IN ({marks})", lacking)}


def not_erased(db: Connection, events: list[int]) -> list[int]:
    names = dict(
        among(db, "SELECT n, hash FROM entry WHERE n IN ({marks})", {each // PLACES for each in events})
    )
    sql = f"SELECT hash, place FROM erased WHERE by <> x'{LOST.hex()}' AND hash IN ({{marks}})"
    gone = set(among(db, sql, names.values()))
    return [each for each in events if (names.get(each // PLACES), each % PLACES) not in gone]
