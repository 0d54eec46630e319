"""Who began a register: bound into its id, so that entries alone tell it, on every laptop, for ever.

When a register is made, its first laptop's key and a recovery key are made before it, and 62 bits of its id
are worked out from both (PBKDF2, so that each try costs 4,096 rounds). The first save says the recovery key's
public half. A laptop is the founder if its key and a recovery key that it said itself fit the id.

What an attacker could do: to pass for the founder somebody has to find two keys that fit, some 2^62 tries of
4,096 rounds each. Whoever has the founder's laptop, unlocked, is the founder, until the recovery key says
otherwise (rights.py); whoever has the recovery sheet is above all laptops.

A register made before this (or whose first save was lost in a power cut) has an id that nothing fits. There
the founder is the laptop whose first save has the earliest clock, then the least hash. Whoever holds a copy
of such a register could write a first save with an earlier clock, and be taken for the founder by all who
take it in: nothing would be lost, but what counts would change, visibly. Only a register begun anew is safe.

The recovery key's secret is 128 bits, twelve words. It lies beside the device key of the first laptop until
it is printed and roles are switched on; from then on only the sheet has it.
"""

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pmdesk.register.home import home, write_private
from pmdesk.register.ids import is_id, new_id
from pmdesk.register.keys import make_key, public_of_seed, sign_with

if TYPE_CHECKING:
    from pmdesk.register.keys import DeviceKey

SECRET = 16  # bytes of a recovery key, before its seed is worked out
_ROUNDS, _BITS = 4_096, 62
_CERTIFICATE = b"pmdesk recovery\n"


def found() -> tuple[str, "DeviceKey"]:
    """A new register's id, bound to a device key and a recovery key, both now kept on this laptop."""
    seed, secret = os.urandom(32), os.urandom(SECRET)
    identity = _bound(new_id(), public_of_seed(seed), recovery_public(secret))
    key = make_key(identity, seed)
    keep_recovery(identity, secret)
    return identity, key


def fits(register_id: str, founder: bytes, recovery: bytes) -> bool:
    """Whether a register's id was worked out from these two public keys."""
    return _fits(register_id, founder, recovery)


@lru_cache(maxsize=256)
def _fits(register_id: str, founder: bytes, recovery: bytes) -> bool:
    return _bound(register_id, founder, recovery) == register_id


def _bound(identity: str, founder: bytes, recovery: bytes) -> str:
    """An id with its last 62 bits worked out from the keys; the rest, its time, stays."""
    drawn = hashlib.pbkdf2_hmac("sha256", founder + recovery, b"pmdesk register", _ROUNDS)
    low = int.from_bytes(drawn[:8], "big") & ((1 << _BITS) - 1) | 2 << _BITS
    text = f"{low:016x}"
    return f"{identity[:19]}{text[:4]}-{text[4:]}"


def recovery_public(secret: bytes) -> bytes:
    """The public half of a recovery key."""
    return public_of_seed(_seed(secret))


def recovery_signature(secret: bytes, register_id: str, device: bytes, generation: int) -> bytes:
    """What makes a laptop as good as the founder's; of two, the later generation is above the earlier."""
    return sign_with(_seed(secret), certificate(register_id, device, generation))


def certificate(register_id: str, device: bytes, generation: int) -> bytes:
    """What the recovery key signs."""
    return _CERTIFICATE + f"{register_id}\n{device.hex()}\n{generation}".encode()


def kept_recovery(register_id: str) -> bytes | None:
    """The recovery key's secret, while it still lies on this laptop."""
    path = _path(register_id)
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        return None
    return secret if len(secret) == SECRET else None


def keep_recovery(register_id: str, secret: bytes) -> None:
    """Keep a recovery key's secret on this laptop, in place of any before it, readable by its person only."""
    write_private(_path(register_id), secret)


def new_recovery(register_id: str) -> bytes:
    """A recovery key for a register that was made without one."""
    secret = os.urandom(SECRET)
    keep_recovery(register_id, secret)
    return secret


def forget_recovery(register_id: str) -> None:
    """Overwrite and remove the secret: from now on only the sheet has it. Done twice is done."""
    path = _path(register_id)
    if path.exists():
        with path.open("r+b", buffering=0) as file:
            file.write(os.urandom(SECRET))
            os.fsync(file.fileno())
        path.unlink()


def _seed(secret: bytes) -> bytes:
    return hashlib.sha256(b"pmdesk recovery key\n" + secret).digest()


def _path(register_id: str) -> Path:
    if not is_id(register_id):
        raise ValueError("no id")
    return home() / "keys" / f"{register_id}.recovery"
