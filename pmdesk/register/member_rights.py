"""Which saves of a member's laptop count: those that speak only of that member's own records.

Whose a record is is said by its seat, and whose a seat is by the council's officers: by any save of theirs,
so that a seat put right later makes nothing of what was written before.
"""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmdesk.domain.laptop import MEMBER, OFFICER, laptop_id
from pmdesk.domain.member_scope import THEIRS, is_for_the_council
from pmdesk.register.database import Connection, among
from pmdesk.register.rights import DECIDED, Grant, Rights

_PLACES = 1 << 16


class Wrote(NamedTuple):
    """One event of a save to judge; `known` is false where its value is not here."""

    record: str
    kind: str
    field: str
    known: bool
    value: object
    replaces: tuple[bytes, ...]  # the hashes of the saves it replaces


class MemberJudge:
    """Judges the saves of members; `waits` are the numbers of other laptops' saves that do not count."""

    def __init__(self, db: Connection, rights: Rights, waits: set[int]) -> None:
        self._db, self._rights, self._waits = db, rights, waits
        self._seats: dict[tuple[str, str], bool] = {}

    def counts(self, device: bytes, wrote: Sequence[Wrote], erases: bool = False) -> bool:
        """Whether a save of that laptop may count."""
        person = self._rights.of(device).person
        if person is None or erases:
            return False
        about = [each for each in wrote if not _is_own_laptop(device, each)]
        if any(is_for_the_council(each.kind, each.field, each.value, known=each.known) for each in about):
            return False
        own = {record: set[object]() for record in {each.record for each in about}}
        for each in about:
            if each.field == "appointment" and each.known:
                own[each.record].add(each.value)
        return all(
            self._is_theirs(person, record, said) for record, said in own.items()
        ) and not self._replaces_others(person, about)

    def _is_theirs(self, person: str, record: str, said: set[object]) -> bool:
        seats = said | {
            value
            for value, n, device in self._values(record, THEIRS, "appointment")
            if self._is_peer(device, person) or (self._is_council(device) and n not in self._waits)
        }
        return bool(seats) and all(self._holds(person, str(seat)) for seat in seats)

    def _holds(self, person: str, seat: str) -> bool:
        if (person, seat) not in self._seats:
            self._seats[person, seat] = any(
                value == person and self._is_council(device) and n not in self._waits
                for value, n, device in self._values(seat, ("appointment",), "person")
            )
        return self._seats[person, seat]

    def _values(self, record: str, kinds: Iterable[str], name: str) -> Iterable[tuple[object, int, bytes]]:
        """(value, save number, device) of every event of a field whose value is here."""
        rows = self._db.execute(
            "SELECT p.value, n.n, n.device FROM event e JOIN payload p ON p.event = e.id"
            f" JOIN entry n ON n.n = e.id / {_PLACES} WHERE e.record = ? AND e.field = ?"
            f" AND e.kind IN ({', '.join(repr(kind) for kind in kinds)})",
            (record, name),
        )
        return [(json.loads(text), int(n), bytes(device)) for text, n, device in rows]

    def _replaces_others(self, person: str, wrote: Iterable[Wrote]) -> bool:
        named = {digest for each in wrote for digest in each.replaces}
        rows = among(self._db, "SELECT DISTINCT device FROM entry WHERE hash IN ({marks})", named)
        return any(
            was(self._rights.of(device)) == MEMBER and not self._is_peer(device, person)
            for device in {bytes(device) for (device,) in rows}
        )

    def _is_council(self, device: bytes) -> bool:
        return was(self._rights.of(device)) == OFFICER

    def _is_peer(self, device: bytes, person: str) -> bool:
        grant = self._rights.of(device)
        return was(grant) == MEMBER and grant.person == person


def was(grant: Grant) -> str:
    """What a laptop is, or was before it was stopped; '' for one that nobody granted anything."""
    return grant.limit.role if grant.limit else (grant.role if grant.role in (OFFICER, MEMBER) else "")


def _is_own_laptop(device: bytes, each: Wrote) -> bool:
    """A laptop says itself what it is called; what only others decide of it is not read from its saves."""
    return each.kind == "laptop" and each.record == laptop_id(device) and each.field not in DECIDED["laptop"]
