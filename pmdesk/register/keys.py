"""The device key: made on this laptop, kept outside the register with the last number it wrote.

A register that is behind its key was restored or copied: it gets a new device, so that no chain forks.
"""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pmdesk.register.home import home, write_private

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# The file: the private seed, the number last used, the public key; 32, 8 and 32 bytes.
_SEED, _SEQ, _PUBLIC = 32, 8, 32


@dataclass
class DeviceKey:
    """This laptop's key for one register; `seq` is the number of the last entry it signed."""

    path: Path
    seed: bytes
    public: bytes
    seq: int

    def sign(self, body: bytes) -> bytes:
        return self._private.sign(body)

    def used(self, seq: int) -> None:
        """Keep the number about to be written, before the register's commit: a commit that then fails
        leaves the register behind its key, which costs a new device and never a fork."""
        with self.path.open("r+b", buffering=0) as file:
            file.seek(_SEED)
            file.write(seq.to_bytes(_SEQ, "big"))
        self.seq = seq

    @cached_property
    def _private(self) -> "Ed25519PrivateKey":
        return _private_key(self.seed)


def load_key(register_id: str) -> DeviceKey | None:
    """This laptop's key for a register, or None when it has none (or its file is no key)."""
    path = _path(register_id)
    try:
        kept = path.read_bytes()
    except FileNotFoundError:
        return None
    if len(kept) != _SEED + _SEQ + _PUBLIC:
        return None
    return DeviceKey(
        path, kept[:_SEED], kept[_SEED + _SEQ :], int.from_bytes(kept[_SEED : _SEED + _SEQ], "big")
    )


def is_stale(key: DeviceKey) -> bool:
    """Whether a copy of the register signed with this key meanwhile, or replaced it: then it is read again.

    A second file of the same register, open in another window, goes on with the same key. One whose file was
    removed signs no more: what it wrote last would be known nowhere, and the next save has another.
    """
    try:
        kept = key.path.read_bytes()
    except FileNotFoundError:
        return True
    return kept[_SEED:] != key.seq.to_bytes(_SEQ, "big") + key.public


def load_to_sign(register_id: str) -> DeviceKey | None:
    """The key, unless its halves do not fit: what it signed could never be taken out of the log again."""
    key = load_key(register_id)
    return key if key and _public_of(_private_key(key.seed)) == key.public else None


def make_key(register_id: str, seed: bytes | None = None) -> DeviceKey:
    """A new device for a register on this laptop, in place of the one it had; of a `seed` drawn already."""
    path, seed = _path(register_id), seed or os.urandom(_SEED)
    public = _public_of(_private_key(seed))
    for left in path.parent.glob(f"{path.stem}-*.new"):  # half made by a process that was killed
        left.unlink(missing_ok=True)
    aside = path.with_name(f"{path.stem}-{public.hex()[:12]}.new")
    write_private(path, seed + bytes(_SEQ) + public, aside)
    return DeviceKey(path, seed, public, 0)


def is_signed(public: bytes, sig: bytes, said: bytes) -> bool:
    """Whether the holder of a public key signed those bytes; what is no key signs nothing."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(sig, said)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_of_seed(seed: bytes) -> bytes:
    """The public key of a secret one."""
    return _public_of(_private_key(seed))


def sign_with(seed: bytes, said: bytes) -> bytes:
    """Those bytes signed by a key that is no laptop's."""
    return _private_key(seed).sign(said)


def _private_key(seed: bytes) -> "Ed25519PrivateKey":
    # Imported at the first save: it would cost a tenth of the time to the first paint.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed)


def _public_of(private: "Ed25519PrivateKey") -> bytes:
    return private.public_key().public_bytes_raw()


def _path(register_id: str) -> Path:
    return home() / "keys" / f"{register_id}.key"
