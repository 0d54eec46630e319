"""For whom a pack is, as a person says it: a laptop, an officer whose laptops are known, or a member."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.actions.laptops import fingerprint, laptop_row
from pmdesk.actions.titles import record_called
from pmdesk.domain.check import Refused
from pmdesk.domain.laptop import MEMBER
from pmdesk.domain.words import N_, Say
from pmdesk.register.faults import storage
from pmdesk.register.projection import fold
from pmdesk.register.sending import devices
from pmdesk.register.store import Register


class Whom(NamedTuple):
    """The laptops that will read it, or the member (an id) who gets only what that member needs."""

    devices: tuple[bytes, ...]
    member: str | None


def whom(register: Register, text: str) -> Whom:
    """Who is meant by a laptop's name, id, words or key, or by a person's name or id; else Refused."""
    if key := _laptop(register, text):
        member = member_at(register, key)
        return Whom((), member) if member else Whom((key,), None)
    person = record_called(register, "person", text)
    if keys := _laptops_of(register, person):
        return Whom(keys, None)
    if not register.all("appointment", person=person):
        said = N_("{name} has no laptop that is known here, and sits on no outside body.")
        raise Refused(Say(said, {"name": register.title(person) or text}))
    return Whom((), person)


def _laptops_of(register: Register, person: str) -> tuple[bytes, ...]:
    """The laptops of an officer; what a member's laptop gets is for the member."""
    rows = register.all("laptop", person=person)
    keys = [_key(row) for row in rows if row["role"] != MEMBER]
    return tuple(key for key in keys if key)


def _laptop(register: Register, text: str) -> bytes | None:
    wanted = fold(text)
    rows = register.all("laptop")
    with storage():
        saved = devices(register.db)
    keys = saved | {key for row in rows if (key := _key(row))}
    found = {key for row in rows if fold(str(row["name"])) == wanted and (key := _key(row))}
    found |= {key for row in rows if str(row["id"]) == wanted and (key := _key(row))}
    found |= {key for key in keys if fold(fingerprint(key)) == wanted}
    if len(wanted) >= 4 and set(wanted) <= set("0123456789abcdef"):
        found |= {key for key in keys if key.hex().startswith(wanted)}
    return found.pop() if len(found) == 1 else None


def member_at(register: Register, key: bytes) -> str | None:
    """The member (an id) whose laptop that is; None for an officer's and one that nobody knows."""
    row = laptop_row(register, key)
    return str(row["person"]) if row and row["role"] == MEMBER and row["person"] else None


def _key(row: Mapping[str, object]) -> bytes | None:
    """The key that a laptop's record holds; None where somebody typed anything else."""
    text = str(row["key"] or "")
    return bytes.fromhex(text) if re.fullmatch(r"[0-9a-f]{64}", text) else None
