"""The laptops that save in a register: what each is called, whose it is, whether it is trusted.

Until roles are switched on every laptop that holds a copy is trusted; a name then only says whose it is.
"""

import platform
from collections.abc import Iterable

from pmdesk.domain.check import Refused
from pmdesk.domain.fingerprint import fingerprint
from pmdesk.domain.laptop import LAPTOP, OFFICER, STOPPED, key_text, laptop_id
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register.change import Changes, last_of
from pmdesk.register.faults import storage
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

__all__ = [
    "fingerprint",
    "laptop_row",
    "my_key",
    "name_of_laptop",
    "name_this_laptop",
    "short_key",
    "this_laptop",
    "trust_laptop",
    "unknown_laptops",
]

# Nobody undoes trust by Ctrl+Z: a laptop is stopped, which says what of it still counts.
_FINAL = "final"
TRUSTED = N_("Trusted a laptop")
NAMED = N_("Named this laptop")


def my_key(register: Register) -> bytes:
    """The public key of this laptop in this register; made when it has none."""
    return register.sign(b"laptop")[0]


def this_laptop(register: Register) -> Row | None:
    """The record of this laptop; None while nobody has named it."""
    return laptop_row(register, my_key(register))


def laptop_row(register: Register, key: bytes) -> Row | None:
    """The record of the laptop with this key; None while nobody has named it."""
    row = register.get("laptop", laptop_id(key))
    return None if row is None or row["deleted"] or not row["name"] else row


def unknown_laptops(register: Register, keys: Iterable[bytes]) -> tuple[bytes, ...]:
    """Those of some laptops about which somebody has to be asked, each once, in the order given.

    Known are this one, those with a name here that were not stopped, and those that saved here before.
    """
    return tuple(key for key in dict.fromkeys(keys) if not _is_known(register, key))


def _is_known(register: Register, key: bytes) -> bool:
    if register.is_mine(key):
        return True
    row = laptop_row(register, key)
    if row is not None:
        return row["role"] != STOPPED
    with storage():
        return bool(last_of(register.db, key)[0])


def trust_laptop(
    register: Register, key: bytes, name: str, person: str | None = None, role: str = OFFICER
) -> Changes:
    """Name a laptop, say whose it is (a person's id) and that its saves count; never undone, but stopped.

    Refused without a name, for a person who is not there, and for what is no key.
    """
    problems = {}
    if len(key) != 32:
        problems["key"] = Say(N_("This is no laptop’s key."))
    if not name.strip():
        problems["name"] = Say(N_("Say what this laptop is called, such as ‘Ann’s laptop’."))
    if person and not register.get("person", person):
        problems["person"] = Say(N_("There is no such record."))
    if problems:
        raise Refused(problems)
    values = {"name": name.strip()[:200], "key": key_text(key), "person": person, "role": role}
    return _save(register, key, values, TRUSTED)


def name_this_laptop(register: Register, words: Words) -> Changes | None:
    """Give this laptop a name of its own before anything goes out; None when it has one, or cannot save."""
    if register.read_only or this_laptop(register) is not None:
        return None
    me = register.me()
    who = register.title(me)
    host = (platform.node() or words("no name"))[:80]
    name = (
        words("{name}’s laptop ({host})", name=who, host=host) if who else words("Laptop {host}", host=host)
    )
    key = my_key(register)
    values = {"name": name, "key": key_text(key), "person": me if who else None}
    return _save(register, key, values, NAMED)


def _save(register: Register, key: bytes, values: dict[str, str | None], label: str) -> Changes:
    record = laptop_id(key)
    with register.change(label, via=_FINAL) as change:
        if register.get(LAPTOP.name, record) is None:
            change.add(LAPTOP.name, values, record=record)
        else:
            change.set(LAPTOP.name, record, values)
    return change.changes


def name_of_laptop(register: Register, key: bytes, words: Words) -> str:
    """What a laptop is called wherever it is shown: 'this laptop', its name, or its key's first letters."""
    if register.is_mine(key):
        return words("this laptop")
    row = laptop_row(register, key)
    return str(row["name"]) if row else words("laptop {name}", name=short_key(key))


def short_key(key: bytes) -> str:
    """The first letters of a key tell one laptop without a name from another."""
    return key.hex()[:4]
