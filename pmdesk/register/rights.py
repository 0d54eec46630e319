"""Whose saves count, once roles are switched on: worked out from the set of entries alone.

Order of arrival plays no part, no clock decides, and nothing here is exchanged but entries. The steps:

1. The founder (founding.py) and every laptop whose record carries a signature of the recovery key decide.
   A later such signature is above an earlier one, all are above the founder: what a higher one stopped
   decides no longer, from the save on that it named.
2. What these wrote in the records of laptops and in three settings counts there, what others wrote does not.
3. A laptop's grant is what stands in the field `role` of its record (its id is worked out from its key);
   whose it is and up to where it counts are read from the same save. Of two grants made unseen by each other
   the one that allows less holds.
4. An officer's saves count; a member's count where they speak only of that member's own records
   (domain/member_scope.py) and replace nothing that another member wrote; of one that was stopped those count
   that lie on its chain up to the save that the stopping named. Other saves are kept, and wait.
5. While no such laptop has switched roles on, every save counts.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.domain.laptop import MEMBER, OFFICER, STOPPED, laptop_id
from pmdesk.domain.words import N_
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import Malformed, hash_bytes, hash_text
from pmdesk.register.founding import certificate, fits
from pmdesk.register.keys import is_signed

# What only a laptop that decides writes, by kind.
DECIDED: Mapping[str, frozenset[str]] = {
    "laptop": frozenset(("role", "person", "counts_to", "deleted")),
    "settings": frozenset(("roles_on", "recovery_key")),
}
NOT_GRANTED = N_(
    "This laptop is not trusted in this register yet, so what it saved would not count. Send its enrolment"
    " file to the officer who began the register (Exchange, Laptops)."
)
NOT_DECIDING = N_(
    "Only the laptop on which this register was begun says whose saves count, or one that has the recovery"
    " key."
)
_STRICTEST = (STOPPED, MEMBER, OFFICER)
_PLACES = 1 << 16


class Limit(NamedTuple):
    """The last save of a stopped laptop that counts, and what it was until then."""

    role: str
    seq: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.role} {self.seq} {hash_text(self.hash)}"


class Grant(NamedTuple):
    """What a laptop may do: as an officer, as a member (a person's id), or no longer, or not yet ('')."""

    role: str = ""
    person: str | None = None
    limit: Limit | None = None


class Said(NamedTuple):
    """An event that bears on rights, with its save's device, hash, number, clock; its value may be gone."""

    event: int
    record: str
    field: str
    value: object
    hash: bytes
    device: bytes
    seq: int
    at: int


@dataclass
class Rights:
    """Who decides (the rank of each, and where one stopped), what each laptop may, and which events count."""

    on: bool
    recovery: bytes | None
    deciding: dict[bytes, tuple[int, Limit | None]]
    grants: dict[bytes, Grant] = field(default_factory=dict)
    accepted: frozenset[int] = frozenset()
    founder: bytes | None = None

    def of(self, device: bytes) -> Grant:
        """What a laptop may do; one that decides is an officer, up to where it was stopped."""
        if device in self.deciding:
            limit = self.deciding[device][1]
            return Grant(STOPPED, None, limit) if limit else Grant(OFFICER)
        return self.grants.get(device, Grant())


def may_be_on(db: Connection, register_id: str) -> bool:
    """Whether anybody ever wrote that roles are on: costs one look in an index while nobody did."""
    return (
        db.execute(
            "SELECT 1 FROM event e JOIN payload p ON p.event = e.id WHERE e.record = ?"
            " AND e.field = 'roles_on' AND p.value = 'true' LIMIT 1",
            (register_id,),
        ).fetchone()
        is not None
    )


def devices(db: Connection) -> list[bytes]:
    """The key of every laptop that saved here, one look in the index for each."""
    rows = db.execute(
        "WITH RECURSIVE d(k) AS (SELECT min(device) FROM entry UNION ALL"
        " SELECT (SELECT min(device) FROM entry WHERE device > d.k) FROM d WHERE d.k IS NOT NULL)"
        " SELECT k FROM d WHERE k IS NOT NULL"
    )
    return [bytes(device) for (device,) in rows]


def rights(
    db: Connection, register_id: str, besides: Iterable[bytes] = (), unseen: Iterable[str] = ()
) -> Rights:
    """Everybody's rights as the entries here say.

    `besides` are laptops that have not saved yet, `unseen` the records of laptops not in their table yet.
    """
    everyone = list(dict.fromkeys([*devices(db), *besides]))
    records = {laptop_id(device): device for device in everyone}
    told, parents = _told(db, register_id, laptop_records(db, [*records, *unseen]))
    founder, recovery = _founder(db, register_id, everyone, told)
    ranks = _ranks(register_id, records, told, recovery)
    if founder is not None:
        ranks.setdefault(founder, 0)
    deciding, accepted = dict[bytes, tuple[int, Limit | None]](), dict[str, list[Said]]()
    for rank in sorted(set(ranks.values()), reverse=True):
        peers = sorted(device for device, one in ranks.items() if one == rank)
        grants = {device: _grant(laptop_id(device), accepted, parents) for device in peers}
        for device in peers:
            grant = grants[device]
            limit = (grant.limit or Limit(OFFICER, 0, bytes(32))) if grant.role == STOPPED else None
            deciding[device] = rank, limit
            chain = on_chain(db, device, limit) if limit else None
            for each in told:
                if each.device == device and (chain is None or each.hash in chain):
                    accepted.setdefault(each.record, []).append(each)
    on = [each.value for each in _heads(accepted, parents, register_id, "roles_on")]
    granted = {device: _grant(record, accepted, parents) for record, device in records.items()}
    counting = frozenset(each.event for some in accepted.values() for each in some)
    return Rights(True in on, recovery, deciding, granted, counting, founder)


def laptop_records(db: Connection, besides: Iterable[str] = ()) -> list[str]:
    """The ids of the records of all laptops, those that wait included."""
    return list(dict.fromkeys([*besides, *(record for (record,) in db.execute("SELECT id FROM laptop"))]))


def on_chain(db: Connection, device: bytes, limit: Limit) -> frozenset[bytes]:
    """The saves of a stopped laptop that count: its chain back from the one named.

    Where the chain has a gap, nothing before the gap can be told from a forgery: it counts, until the gap is
    filled and says otherwise.
    """
    by_seq: dict[int, list[tuple[bytes, bytes | None]]] = {}
    for seq, digest, prev in db.execute(
        "SELECT seq, hash, prev FROM entry WHERE device = ? AND seq <= ?", (device, limit.seq)
    ):
        by_seq.setdefault(int(seq), []).append((bytes(digest), prev))
    found, wanted, place = set[bytes](), limit.hash, limit.seq
    known: bytes | None = wanted
    for seq in sorted(by_seq, reverse=True):
        known = known if seq == place else None
        fit = [(digest, prev) for digest, prev in by_seq[seq] if known is None or digest == known]
        found |= {digest for digest, _prev in fit}
        before = {prev for _digest, prev in fit}
        known, place = before.pop() if len(before) == 1 else None, seq - 1
    return frozenset(found)


def is_recovery(register_id: str, device: bytes, text: object, recovery: bytes | None) -> int:
    """The generation that a recovery signature on a laptop's record gives it; 0 where it is none of ours."""
    generation, _, sig = str(text or "").partition(" ")
    if recovery is None or not (generation.isascii() and generation.isdigit() and len(generation) < 7):
        return 0
    try:
        signature = bytes.fromhex(sig)
    except ValueError:
        return 0
    said = certificate(register_id, device, int(generation))
    return int(generation) if is_signed(recovery, signature, said) else 0


def limit_of(text: object) -> Limit | None:
    """What a record's `counts_to` says; None where it says nothing of ours.

    >>> limit_of("officer 41 nonsense") is None
    True
    """
    parts = str(text or "").split(" ")
    if (
        len(parts) != 3
        or parts[0] not in (OFFICER, MEMBER)
        or not (parts[1].isascii() and parts[1].isdigit())
    ):
        return None
    try:
        return Limit(parts[0], int(parts[1]), hash_bytes(parts[2]))
    except (Malformed, ValueError):
        return None


_Parents = Mapping[int, frozenset[tuple[bytes, int]]]
_Accepted = Mapping[str, list[Said]]  # by record


def _told(
    db: Connection, register_id: str, records: list[str]
) -> tuple[list[Said], dict[int, frozenset[tuple[bytes, int]]]]:
    """Every event that bears on rights, and what each replaces."""
    wanted = {"laptop": (*DECIDED["laptop"], "recovery"), "settings": tuple(DECIDED["settings"])}
    told = list[Said]()
    for kind, ids in (("laptop", records), ("settings", [register_id])):
        names = ", ".join(f"'{name}'" for name in sorted(wanted[kind]))
        rows = among(
            db,
            "SELECT e.id, e.record, e.field, p.value, n.hash, n.device, n.seq, n.at FROM event e"
            f" JOIN entry n ON n.n = e.id / {_PLACES} LEFT JOIN payload p ON p.event = e.id"
            f" WHERE e.record IN ({{marks}}) AND e.kind = '{kind}' AND e.field IN ({names})",
            ids,
        )
        for event, record, name, text, digest, device, seq, at in rows:
            value = json.loads(text) if text is not None else None
            told.append(Said(event, record, name, value, bytes(digest), bytes(device), seq, at))
    found: dict[int, set[tuple[bytes, int]]] = {}
    sql = "SELECT child, hash, place FROM supersedes WHERE child IN ({marks})"
    for child, digest, place in among(db, sql, [each.event for each in told]):
        found.setdefault(child, set()).add((bytes(digest), place))
    return told, {child: frozenset(refs) for child, refs in found.items()}


def _founder(
    db: Connection, register_id: str, everyone: Iterable[bytes], told: Iterable[Said]
) -> tuple[bytes | None, bytes | None]:
    """The founder's key and the recovery key's public half; either may not be known yet."""
    said = sorted(
        (each.seq, each.hash, each.device, key)
        for each in told
        if each.field == "recovery_key" and (key := _key(each.value))
    )
    for _seq, _hash, device, key in said:
        if fits(register_id, device, key):
            return device, key
    firsts = [
        (at, bytes(digest), device)
        for device in everyone
        for at, digest in db.execute("SELECT at, hash FROM entry WHERE device = ? AND seq = 1", (device,))
    ]
    founder = min(firsts)[2] if firsts else None
    return founder, next((key for _seq, _hash, device, key in said if device == founder), None)


def _ranks(
    register_id: str, records: Mapping[str, bytes], told: Iterable[Said], recovery: bytes | None
) -> dict[bytes, int]:
    """{laptop: its highest generation} of those that the recovery key signed for, whoever wrote it down."""
    found = dict[bytes, int]()
    for each in told:
        if each.field == "recovery" and each.record in records:
            device = records[each.record]
            generation = is_recovery(register_id, device, each.value, recovery)
            if generation:
                found[device] = max(generation, found.get(device, 0))
    return found


def _heads(accepted: _Accepted, parents: _Parents, record: str, name: str) -> list[Said]:
    """What stands in a field by those who decide alone."""
    rivals = [each for each in accepted.get(record, ()) if each.field == name]
    named = set[tuple[bytes, int]]().union(*(parents.get(each.event, frozenset()) for each in rivals))
    return [each for each in rivals if (each.hash, each.event % _PLACES) not in named]


def _grant(record: str, accepted: _Accepted, parents: _Parents) -> Grant:
    """What a laptop was granted last; of several seen by nobody together, the one that allows least."""
    said = _heads(accepted, parents, record, "role")
    if not said:
        return Grant()
    chosen = min(said, key=lambda each: (_allows(each.value), -each.at, each.hash))
    beside = {each.field: each.value for each in accepted[record] if each.hash == chosen.hash}
    if chosen.value not in _STRICTEST:
        return Grant()
    person = beside.get("person")
    return Grant(str(chosen.value), str(person) if person else None, limit_of(beside.get("counts_to")))


def _allows(role: object) -> int:
    return _STRICTEST.index(str(role)) if role in _STRICTEST else -1


def _key(value: object) -> bytes | None:
    try:
        key = bytes.fromhex(str(value))
    except ValueError:
        return None
    return key if len(key) == 32 else None
