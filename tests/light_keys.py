"""Keys made of passphrases without the wait that is their purpose: a second for a pack, less for a register.

What opens stays the program's own way in and out; only making a key is light. A pack is sealed as age
describes it (age-encryption.org/v1), with few rounds, which the file itself says to whoever opens it; a
register's key is the one its passphrase and salt give, worked out once in a process for each pair.
"""

import hashlib
import hmac
import os
from base64 import b64encode
from functools import cache
from itertools import count

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LIGHT, CHUNK = 4, 64 * 1024  # the first is the logarithm of the rounds

worked_out = cache(hashlib.pbkdf2_hmac)


class Salts:
    """A register's salts: each another one in a test, and the same ones again in the next."""

    def __init__(self) -> None:
        self._numbers = count()

    def __call__(self) -> bytes:
        return b"\xff" + hashlib.sha256(str(next(self._numbers)).encode()).digest()[:15]


def sealed_lightly(data: bytes, passphrase: str) -> bytes:
    """The bytes sealed under a passphrase, as `pyrage.passphrase.encrypt` seals them."""
    key, salt = os.urandom(16), os.urandom(16)
    wrapping = hashlib.scrypt(
        passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=1 << LIGHT, r=8, p=1, dklen=32
    )
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), key, None)
    head = b"age-encryption.org/v1\n-> scrypt %b %d\n%b\n---" % (_text(salt), LIGHT, _text(wrapped))
    said = hmac.digest(_drawn(key, b"", b"header"), head, "sha256")
    nonce = os.urandom(16)
    return b"%b %b\n%b%b" % (head, _text(said), nonce, _stream(data, _drawn(key, nonce, b"payload")))


def _stream(data: bytes, key: bytes) -> bytes:
    """Chunk by chunk, each with its number and whether it is the last."""
    chunks = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)] or [b""]
    cipher, last = ChaCha20Poly1305(key), len(chunks) - 1
    return b"".join(
        cipher.encrypt(number.to_bytes(11, "big") + bytes([number == last]), chunk, None)
        for number, chunk in enumerate(chunks)
    )


def _drawn(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(key)


def _text(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")
