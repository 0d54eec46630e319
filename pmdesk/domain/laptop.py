"""A laptop that saves in the register: its name, whose it is, and what its saves may change.

Its key signs every save and is made by the laptop itself; a restored or copied register gets a new one, and
so a new record. The id of the record is worked out from the key: two laptops that name a third meanwhile
write the same record, and nobody can pass off another key under it.
"""

import hashlib
import re

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

OFFICER, MEMBER, STOPPED = "officer", "member", "stopped"
ROLES = (
    (OFFICER, N_("Officer: everything")),
    (MEMBER, N_("Member: their own updates")),
    (STOPPED, N_("Stopped")),
)

LAPTOP = Entity(
    "laptop",
    N_("Laptop"),
    N_("Laptops"),
    (
        Field("name", N_("What it is called"), required=True, also=("laptop", "device")),
        Field("key", N_("Key"), unsearched=True),
        Field("person", N_("Whose it is"), Type.REF, refers="person"),
        Field("role", N_("What it may change"), Type.CHOICE, choices=ROLES),
        # 'officer 41 <hash>': what it was, its last save that counts, and its hash (register/rights.py)
        Field("counts_to", N_("Its last save that counts"), unsearched=True),
        # Signed by the recovery key: this laptop may do what the first one may (register/rights.py).
        Field("recovery", N_("Recovery signature"), unsearched=True),
        Field("seal_key", N_("Key for sealed packs"), unsearched=True),
        NOTE,
    ),
    saved=N_("Saved laptop"),
    removed=N_("Deleted laptop"),
    private=True,
)

_KEY = re.compile(r"[0-9a-f]{64}")


def laptop_id(key: bytes) -> str:
    """The id of the record of a laptop: in the shape of every other, out of its public key.

    >>> laptop_id(bytes(32)) == laptop_id(bytes(32)) != laptop_id(bytes([1] * 32))
    True
    """
    number = int.from_bytes(hashlib.sha256(b"pmdesk laptop\n" + key).digest()[:16], "big")
    number = number & ~(0xF << 76) & ~(0x3 << 62) | 7 << 76 | 2 << 62
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def key_text(key: bytes) -> str:
    """A key as its record holds it: 64 letters and digits."""
    return key.hex()


def key_bytes(text: object) -> bytes | None:
    """The key that a record holds; None where it holds none."""
    return bytes.fromhex(str(text)) if isinstance(text, str) and _KEY.fullmatch(text) else None
