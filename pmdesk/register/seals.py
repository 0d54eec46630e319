"""Seals: what is put in by a public key can be taken out by one laptop alone, once, until it breaks the seal.

The secret half lies beside the device keys, never in the register: no copy, pack or backup of a register
opens what it holds, and when the file of the seal is gone nobody does. What this does not stop: somebody at
the laptop that opened the check, with a program of their own, before it is closed; and a copy of that
laptop's own folder from that time.
X25519 to a key used once, HKDF-SHA256, ChaCha20-Poly1305; every sealed text is as long as every other.
"""

import base64
import binascii
import os
from pathlib import Path
from typing import TYPE_CHECKING

from pmdesk.register.home import home, write_private
from pmdesk.register.ids import is_id

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

LENGTH = 5_120  # bytes inside; what is shorter is filled up
_RAW, _ABOUT = 32, b"pmdesk sealed answer"


def make_seal(name: str) -> str:
    """A new seal kept on this laptop under a record's id; its public key, as text."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    secret, path = X25519PrivateKey.generate(), _path(name)
    write_private(path, secret.private_bytes_raw())
    return _text(secret.public_key().public_bytes_raw())


def seal(public: str, said: bytes) -> str:
    """What was said, for whoever holds the seal; ValueError when it is too long or that is no key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    if len(said) > LENGTH - 4:
        raise ValueError("too long to seal")
    try:
        to = base64.b64decode(public, validate=True)
    except binascii.Error as problem:
        raise ValueError("no key") from problem
    once = X25519PrivateKey.generate()
    mine = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(to))
    filled = (len(said).to_bytes(4, "big") + said).ljust(LENGTH, b"\0")
    return _text(mine + _cipher(shared, mine + to).encrypt(bytes(12), filled, None))


def unseal(name: str, texts: list[str]) -> list[bytes | None]:
    """What each was before it was sealed, None for what does not open; KeyError without the seal."""
    secret = _secret(name)
    if secret is None:
        raise KeyError(name)
    return [_opened(secret, text) for text in texts]


def has_seal(name: str) -> bool:
    """Whether this laptop can take out what was put in under the seal."""
    return _secret(name) is not None


def break_seal(name: str) -> None:
    """Overwrite and remove the secret: from now on nobody takes anything out. Done twice is done."""
    path = _path(name)
    if path.exists():
        with path.open("r+b", buffering=0) as file:
            file.write(os.urandom(_RAW))
            os.fsync(file.fileno())
        path.unlink()


def _opened(secret: "X25519PrivateKey", text: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    try:
        raw = base64.b64decode(text, validate=True)
        theirs = raw[:_RAW]
        shared = secret.exchange(X25519PublicKey.from_public_bytes(theirs))
        about = theirs + secret.public_key().public_bytes_raw()
        filled = _cipher(shared, about).decrypt(bytes(12), raw[_RAW:], None)
    except (InvalidTag, ValueError):
        return None
    return filled[4 : 4 + int.from_bytes(filled[:4], "big")]


def _cipher(shared: bytes, about: bytes) -> "ChaCha20Poly1305":
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    # Each key is made for one message, so its nonce may be all zeros.
    return ChaCha20Poly1305(HKDF(SHA256(), _RAW, about, _ABOUT).derive(shared))


def _secret(name: str) -> "X25519PrivateKey | None":
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        kept = _path(name).read_bytes()
    except FileNotFoundError:
        return None
    return X25519PrivateKey.from_private_bytes(kept) if len(kept) == _RAW else None


def _path(name: str) -> Path:
    if not is_id(name):
        raise ValueError("no id")
    return home() / "seals" / f"{name}.seal"


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
