"""Reading one record as it is kept, or the reason why there is none."""

from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def read_record(register: Register, kind: str, record: str) -> Row:
    """Every field of a record, None when empty; Refused when it is not there any more."""
    row = register.get(kind, record)
    if row is None or row["deleted"]:
        raise Refused(Say(N_("This record has been deleted.")))
    return row
