"""When a partnership's health checks were closed and what they asked, those deleted since among them.

A check that is deleted is still in every copy somebody made of it: what may be asked next counts it too.
"""

from typing import NamedTuple

from pmdesk.register.faults import storage
from pmdesk.register.open_file import Register


class Closing(NamedTuple):
    """One closed check: the day (as it is kept), and which statements were answered."""

    closed_on: str
    template: str
    statements: str


def closings(register: Register, partnership: str) -> list[Closing]:
    """Every closing, the latest first."""
    with storage():
        rows = register.db.execute(
            "SELECT b.closed_on, coalesce(b.template, ''), coalesce(b.statements, '') FROM health_check c"
            " JOIN health_box b ON b.health_check = c.id"
            " WHERE c.partnership = ? AND b.closed_on IS NOT NULL ORDER BY b.closed_on DESC, b.id",
            (partnership,),
        )
        return [Closing(*row) for row in rows]
