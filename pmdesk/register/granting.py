"""Writes a grant: all it says in one save, though some of it stood there, so that it is read whole."""

from collections.abc import Mapping

from pmdesk.domain.laptop import LAPTOP, MEMBER, OFFICER, laptop_id
from pmdesk.register.change import Change, last_of
from pmdesk.register.database import Connection
from pmdesk.register.entries import Scalar
from pmdesk.register.journal import heads
from pmdesk.register.rights import Limit, Rights

_GRANT = ("role", "person", "counts_to")


def grant(change: Change, key: bytes, values: Mapping[str, Scalar]) -> None:
    """Put the values of a laptop's record into a save; of those that make a grant every one is written."""
    record = laptop_id(key)
    standing = heads(change.db, record)
    put_all(change, LAPTOP.name, record, {name: values.get(name) for name in _GRANT})
    rest = {name: value for name, value in values.items() if name not in _GRANT}
    if standing:
        change.set(LAPTOP.name, record, rest)
    else:
        for name, value in rest.items():
            change.replace(LAPTOP.name, record, name, value, ())


def put_all(change: Change, kind: str, record: str, values: Mapping[str, Scalar]) -> None:
    """Write fields of a record though they stand there already, naming every head of them."""
    standing = heads(change.db, record)
    for name, value in values.items():
        refs = tuple(head.ref for head in standing if head.field == name)
        change.replace(kind, record, name, value, refs)


def limit_now(db: Connection, key: bytes, now: Rights) -> Limit | None:
    """What a laptop saved until now, as far as it is here, as what it was; None where it saved nothing."""
    seq, digest, _at = last_of(db, key)
    role = MEMBER if now.of(key).role == MEMBER else OFFICER
    return Limit(role, seq, digest) if digest else None
