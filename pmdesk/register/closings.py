"""When health checks were closed, what they asked and who answered, those deleted since among them.

A check that is deleted is still in every copy somebody made of it: what may be asked next counts it too.
"""

from typing import NamedTuple

from pmdesk.register.faults import storage
from pmdesk.register.open_file import Register


class Closing(NamedTuple):
    """One closed check: its partnership, the day (as it is kept), its statements, the ids of who answered."""

    partnership: str
    closed_on: str
    template: str
    statements: str
    answered: frozenset[str]


def closings(register: Register) -> list[Closing]:
    """Every closing, the latest first."""
    with storage():
        rows = register.db.execute(
            "SELECT coalesce(c.partnership, ''), b.closed_on, coalesce(b.template, ''),"
            " coalesce(b.statements, ''), (SELECT group_concat(DISTINCT a.organisation) FROM health_answer a"
            " WHERE a.health_check = c.id AND a.answers IS NOT NULL)"
            " FROM health_check c JOIN health_box b ON b.health_check = c.id"
            " WHERE b.closed_on IS NOT NULL ORDER BY b.closed_on DESC, b.id"
        )
        return [
            Closing(partnership, on, template, said, frozenset(str(who or "").split(",")) - {""})
            for partnership, on, template, said, who in rows
        ]
