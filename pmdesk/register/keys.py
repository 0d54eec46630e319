"""The device key: made on this laptop, kept outside the register with the last number it wrote.

A register that is behind its key was restored or copied: it gets a new device, so that no chain forks.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from pmdesk.register.home import home

_SEED = 32


@dataclass
class DeviceKey:
    """This laptop's key for one register; `seq` is the number of the last entry it signed."""

    path: Path
    private: Ed25519PrivateKey
    public: bytes
    seq: int

    def sign(self, body: bytes) -> bytes:
        return self.private.sign(body)

    def used(self, seq: int) -> None:
        """Keep the number about to be written, before the register's commit: a commit that then fails
        leaves the register behind its key, which costs a new device and never a fork."""
        with self.path.open("r+b", buffering=0) as file:
            file.seek(_SEED)
            file.write(seq.to_bytes(8, "big"))
        self.seq = seq


def load_key(register_id: str) -> DeviceKey | None:
    """This laptop's key for a register, or None when it has none (or its file is no key)."""
    path = _path(register_id)
    try:
        kept = path.read_bytes()
    except FileNotFoundError:
        return None
    if len(kept) != _SEED + 8:
        return None
    return _key(path, kept[:_SEED], int.from_bytes(kept[_SEED:], "big"))


def make_key(register_id: str) -> DeviceKey:
    """A new device for a register on this laptop; an earlier key of it is kept aside under its own name."""
    path = _path(register_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    seed = os.urandom(_SEED)
    key = _key(path, seed, 0)
    aside = path.with_name(f"{path.stem}-{key.public.hex()[:12]}.new")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(seed + bytes(8))
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)
    return key


def _key(path: Path, seed: bytes, seq: int) -> DeviceKey:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    return DeviceKey(path, private, private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw), seq)


def _path(register_id: str) -> Path:
    return home() / "keys" / f"{register_id}.key"
