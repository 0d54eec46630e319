"""The laptops that save in a register: what each is called, whose it is, whether it is trusted.

Until roles are switched on every laptop that holds a copy is trusted; a name then only says whose it is.
"""

import platform
from collections.abc import Iterable

from pmdesk.domain.check import Refused
from pmdesk.domain.fingerprint import fingerprint
from pmdesk.domain.laptop import LAPTOP, MEMBER, OFFICER, STOPPED, key_bytes, key_text, laptop_id
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register.change import Changes, last_of
from pmdesk.register.faults import storage
from pmdesk.register.granting import grant
from pmdesk.register.laptops import waiting_by_laptop
from pmdesk.register.lists import Row
from pmdesk.register.rights import may_be_on, rights
from pmdesk.register.store import Register

__all__ = [
    "call_this_laptop",
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
_SEEN, _MOST_SEEN = "laptops seen", 100
TRUSTED = N_("Trusted a laptop")
NAMED = N_("Named this laptop")


def my_key(register: Register) -> bytes:
    """The public key of this laptop in this register; made when it has none."""
    return register.sign(b"laptop")[0]


def own_words(register: Register) -> str:
    """The six words of this laptop, to be read out to whoever is to trust it."""
    return fingerprint(my_key(register))


def this_laptop(register: Register) -> Row | None:
    """The record of this laptop; None while nobody has named it."""
    return laptop_row(register, my_key(register))


def laptop_row(register: Register, key: bytes) -> Row | None:
    """The record of the laptop with this key; None while nobody has named it."""
    row = register.get("laptop", laptop_id(key))
    return None if row is None or row["deleted"] or not row["name"] else row


def named_keys(register: Register) -> list[bytes]:
    """The keys of all laptops that have a record."""
    keys = [key_bytes(row["key"]) for row in register.all(LAPTOP.name)]
    return [key for key in keys if key is not None]


def unknown_laptops(register: Register, keys: Iterable[bytes]) -> tuple[bytes, ...]:
    """Those of some laptops about which somebody has to be asked, each once, in the order given.

    Known are this one, those with a name here that were not stopped, and those that saved here before. With
    roles on nobody is asked at the door: what others saved is taken in, and waits. Those asked about are
    remembered on this laptop, so that six words name them.
    """
    found = tuple(key for key in dict.fromkeys(keys) if not _is_known(register, key))
    _remember(register, found)
    return () if found and rights_are_on(register) else found


def seen_before(register: Register) -> list[bytes]:
    """The keys of laptops that were asked about on this laptop and had not saved here."""
    keys = [key_bytes(text) for text in (register.local(_SEEN) or "").split()]
    return [key for key in keys if key is not None]


def _remember(register: Register, keys: Iterable[bytes]) -> None:
    known = seen_before(register)
    fresh = [key for key in keys if key not in known]
    if fresh and not register.db.in_transaction:
        kept = [*known, *fresh][-_MOST_SEEN:]
        register.set_local(_SEEN, " ".join(map(key_text, kept)))


def _is_known(register: Register, key: bytes) -> bool:
    if register.is_mine(key):
        return True
    row = laptop_row(register, key)
    if row is not None:
        return row["role"] != STOPPED
    with storage():
        return bool(last_of(register.db, key)[0])


def trust_laptop(
    register: Register,
    key: bytes,
    name: str,
    person: str | None = None,
    role: str = OFFICER,
    seal_key: str = "",
) -> Changes:
    """Name a laptop, say whose it is (a person's id) and that its saves count; never undone, but stopped.

    Refused without a name, for a person who is not there, for a member without a person, and for no key.
    """
    problems = {}
    if len(key) != 32:
        problems["key"] = Say(N_("This is no laptop’s key."))
    if not name.strip():
        problems["name"] = Say(N_("Say what this laptop is called, such as ‘Ann’s laptop’."))
    if role == MEMBER and not person:
        problems["person"] = Say(N_("Say which member’s laptop this is."))
    if person and not register.get("person", person):
        problems["person"] = Say(N_("There is no such record."))
    if problems:
        raise Refused(problems)
    values = {"name": name.strip()[:200], "key": key_text(key), "person": person, "role": role}
    if seal_key:
        values["seal_key"] = seal_key
    with register.change(TRUSTED, via=_FINAL) as change:
        grant(change, key, values)
    return change.changes


def name_this_laptop(register: Register, words: Words) -> Changes | None:
    """Give this laptop a name of its own before anything goes out; None when it has one, or cannot save."""
    if register.read_only or this_laptop(register) is not None:
        return None
    return call_this_laptop(register, this_laptop_name(register, words))


def call_this_laptop(register: Register, name: str) -> Changes:
    """Say what this laptop is called, for the first time or anew; Refused without a name."""
    if not name.strip():
        raise Refused({"name": Say(N_("Say what this laptop is called, such as ‘Ann’s laptop’."))})
    me, key = register.me(), my_key(register)
    name = name.strip()[:200]
    values: dict[str, str | None] = {"name": name, "key": key_text(key)}
    if register.title(me) and not rights_are_on(register):
        values["person"] = me
    record = laptop_id(key)
    with register.change(NAMED, via=_FINAL) as change:
        if register.get(LAPTOP.name, record) is None:
            change.add(LAPTOP.name, values, record=record)
        else:
            change.set(LAPTOP.name, record, values)
    return change.changes


def this_laptop_name(register: Register, words: Words) -> str:
    """What this laptop calls itself: by whose it is and what the system calls it."""
    who = register.title(register.me())
    host = (platform.node() or words("no name"))[:80]
    return (
        words("{name}’s laptop ({host})", name=who, host=host) if who else words("Laptop {host}", host=host)
    )


def saves_waiting(register: Register) -> int:
    """How many saves are kept and not applied."""
    with storage():
        return sum(waiting_by_laptop(register.db).values())


def rights_are_on(register: Register) -> bool:
    """Whether only the saves of trusted laptops count."""
    with storage():
        return may_be_on(register.db, register.id) and rights(register.db, register.id).on


def name_of_laptop(register: Register, key: bytes, words: Words) -> str:
    """What a laptop is called wherever it is shown: 'this laptop', its name, or its key's first letters."""
    if register.is_mine(key):
        return words("this laptop")
    row = laptop_row(register, key)
    return str(row["name"]) if row else words("laptop {name}", name=short_key(key))


def short_key(key: bytes) -> str:
    """The first letters of a key tell one laptop without a name from another."""
    return key.hex()[:4]
