"""A record saved as a person types it, in one line of a test."""

from pmdesk.actions import records
from pmdesk.register.store import Register


def save(register: Register, record_kind: str, /, **values: object) -> str:
    """The id of the new record."""
    return records.save(register, record_kind, values)[0]
