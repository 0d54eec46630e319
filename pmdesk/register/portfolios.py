"""The members who have a portfolio: a few of a register's thousands of people."""

from pmdesk.register.faults import storage
from pmdesk.register.lists import Row
from pmdesk.register.open_file import Register


def with_portfolios(register: Register) -> list[Row]:
    """Every member of whom a portfolio is recorded, by name."""
    with storage():
        found = register.db.execute(
            "SELECT id FROM person WHERE portfolio <> '' AND kind = 'member' AND deleted = 0 AND stub = 0"
        )
        wanted = tuple(id for (id,) in found)
    return register.all("person", id=wanted) if wanted else []
