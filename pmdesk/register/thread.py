"""Which measures show which objectives, for the golden thread: read in one pass, four columns a measure.

What lists and counts need of a measure is kept beside it; its own record is read only when it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdesk.domain.thread import Measured
from pmdesk.register.faults import storage

if TYPE_CHECKING:
    from pmdesk.register.store import Register

_OF = "m.id, m.n, coalesce(m.partnership, ''), coalesce(m.kind, ''), coalesce(k.rating, 'no_reading')"
_HERE = "m.deleted = 0 AND m.stub = 0"
_KEPT = "LEFT JOIN measure_kept k ON k.n = m.n"
_SHOWN = (
    f"SELECT m.objective, {_OF} FROM measure m {_KEPT}"
    f" WHERE m.objective IS NOT NULL AND {_HERE}"
    f" UNION ALL SELECT s.objective, {_OF} FROM serves s JOIN measure m ON m.id = s.measure {_KEPT}"
    f" WHERE s.deleted = 0 AND s.stub = 0 AND s.objective IS NOT NULL AND {_HERE}"
)
_OBJECTIVE = "SELECT 1 FROM objective o WHERE o.deleted = 0 AND o.stub = 0 AND o.id"
_LOOSE = (
    f"JOIN record r ON r.n = m.n WHERE {_HERE}"
    f" AND NOT EXISTS ({_OBJECTIVE} = m.objective)"
    " AND NOT EXISTS (SELECT 1 FROM serves s JOIN objective o ON o.id = s.objective"
    " WHERE s.measure = m.id AND s.deleted = 0 AND o.deleted = 0 AND o.stub = 0)"
)


def shown_by(register: Register) -> list[tuple[str, Measured]]:
    """(objective's id, a measure that shows it), for the first objective of each and those linked to it."""
    with storage():
        return [(objective, Measured(*found)) for objective, *found in register.db.execute(_SHOWN)]


def loose(register: Register, limit: int) -> tuple[list[Measured], int]:
    """The first measures by code that show no objective, and how many there are in all."""
    order = "ORDER BY coalesce(m.code, '') = '', m.code, r.sort, m.n LIMIT ?"
    with storage():
        (count,) = register.db.execute(f"SELECT count(*) FROM measure m {_LOOSE}").fetchone()
        rows = register.db.execute(f"SELECT {_OF} FROM measure m {_KEPT} {_LOOSE} {order}", (limit,))
        return [Measured(*row) for row in rows], int(count)
