"""What an older pmdesk took in from a newer one, and could not show, is shown once its tables know it.

The journal keeps every save whole, also of kinds of records and fields that this pmdesk does not know. When
the register is brought up to date, its tables must be what any other laptop makes of the same saves.
"""

from collections.abc import Collection, Mapping

from pmdesk.domain.entities import ENTITIES
from pmdesk.register.database import Connection
from pmdesk.register.kept import before, keep
from pmdesk.register.projection import project
from pmdesk.register.unsettled import note

Columns = Mapping[str, Collection[str]]


def known_columns(db: Connection) -> Columns:
    """The columns of every kind's table, as the file has them; none of a kind that is not known yet."""
    return {kind: {row[1] for row in db.execute(f"PRAGMA table_info({kind})")} for kind in ENTITIES}


def show_unknown(db: Connection, shown: Columns) -> None:
    """Project the records of which the journal says more than those columns held, within the transaction."""
    found = set[tuple[str, str]]()
    for kind, name in db.execute("SELECT DISTINCT kind, field FROM event").fetchall():
        if kind not in ENTITIES or (shown[kind] and (name in shown[kind] or not ENTITIES[kind].has(name))):
            continue
        found |= set(
            db.execute("SELECT DISTINCT kind, record FROM event WHERE kind = ? AND field = ?", (kind, name))
        )
    stood = before(db, found)
    project(db, sorted({record for _kind, record in found}))
    keep(db, found, stood)
    note(db, found)
