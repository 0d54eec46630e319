"""Writes a grant: all it says in one save, though some of it stood there, so that it is read whole."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.laptop import LAPTOP, MEMBER, OFFICER, laptop_id
from pmdesk.register.change import Change, last_of
from pmdesk.register.database import Connection
from pmdesk.register.entries import Ref, Scalar
from pmdesk.register.journal import heads
from pmdesk.register.rights import Limit, Rights

_GRANT = ("role", "person", "counts_to")


def grant(change: Change, key: bytes, values: Mapping[str, Scalar]) -> None:
    """Put the values of a laptop's record into a save; of those that make a grant every one is written."""
    record = laptop_id(key)
    standing, own = heads(change.db, record), _waiting(change.db, key, record)
    grants = {name: values.get(name) for name in _GRANT}
    put_all(change, LAPTOP.name, record, grants, own)
    rest = {name: value for name, value in values.items() if name not in _GRANT}
    # What the laptop says of itself was before whoever trusts it: where it counts from now on, this stands.
    said = {name: value for name, value in rest.items() if name in own or not standing}
    put_all(change, LAPTOP.name, record, said, own)
    change.set(LAPTOP.name, record, {name: value for name, value in rest.items() if name not in said})


def put_all(
    change: Change,
    kind: str,
    record: str,
    values: Mapping[str, Scalar],
    besides: Mapping[str, Sequence[Ref]] | None = None,
) -> None:
    """Write fields of a record though they stand there already, naming every head, and `besides`, of each."""
    standing = heads(change.db, record)
    for name, value in values.items():
        refs = [head.ref for head in standing if head.field == name]
        change.replace(kind, record, name, value, (*refs, *(besides or {}).get(name, ())))


def _waiting(db: Connection, key: bytes, record: str) -> dict[str, list[Ref]]:
    """What a laptop says of itself, by field, in saves of its own that are kept and not applied."""
    found = dict[str, list[Ref]]()
    for field, digest, place in db.execute(
        "SELECT e.field, n.hash, e.id % 65536 FROM event e JOIN entry n ON n.n = e.id / 65536"
        " WHERE e.record = ? AND n.device = ? AND n.stands = 0 ORDER BY e.id",
        (record, key),
    ):
        found.setdefault(field, []).append(Ref(bytes(digest), place))
    return found


def limit_now(db: Connection, key: bytes, now: Rights) -> Limit | None:
    """What a laptop saved until now, as far as it is here, as what it was; None where it saved nothing."""
    seq, digest, _at = last_of(db, key)
    role = MEMBER if now.of(key).role == MEMBER else OFFICER
    return Limit(role, seq, digest) if digest else None
