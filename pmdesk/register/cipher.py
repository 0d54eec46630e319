"""A register under a passphrase: how its file is told from others, and the key made of what was typed.

The file is an ordinary SQLCipher 4 database, every page of it enciphered and signed: its first 16 bytes
are the salt, nothing in it is plain, and its passphrase opens it in other programs that know SQLCipher.
The key is made of the passphrase once (some 0.2 seconds, on purpose) and kept in memory alone, so that
second connections, backups and the copy before a migration do not wait again.
"""

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pmdesk.domain.fingerprint import as_suggested
from pmdesk.domain.words import N_, Say
from pmdesk.register.faults import NeedsPassphrase, WrongPassphrase

PAGE, SALT, RAW, RESERVED = 4096, 16, 32, 80
# What SQLCipher 4 does: PBKDF2 with SHA-512, so many rounds; each page signed with a key of its own,
# made of the first in two rounds with the salt under a mask, over the page's bytes and its number.
_ROUNDS, _MASK, _SIGNATURE = 256_000, 0x3A, 64
_LOOKED_AT = 256  # pages; the first few may be torn by a power cut, so one that fits is enough

NEEDS = N_("{name} is protected by a passphrase.")
WRONG = N_(
    "This passphrase does not open {name}. Look at capitals and spaces, and at the keyboard’s language."
)


@dataclass(frozen=True)
class Key:
    """What opens one file and its copies; neither half is ever shown, logged or kept on a disk as it is."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def told(self) -> str:
        """As SQLCipher takes a key that is made already."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


Opens = str | Key | None  # a passphrase as it was typed, the key made of it, or nothing


def make_key(passphrase: str, salt: bytes | None = None) -> Key:
    """The key of a passphrase, with a new salt unless the file has one; it takes some 0.2 seconds.

    An accented letter is the same typed as one sign or as two, and spaces round the words count for nothing.
    """
    salt = salt or _new_salt()
    said = unicodedata.normalize("NFC", passphrase.strip()).encode()
    return Key(hashlib.pbkdf2_hmac("sha512", said, salt, _ROUNDS, RAW), salt)


def keys_of(typed: str, salt: bytes) -> Iterator[Key]:
    """The key of what was typed, then of the words it may be: five that were suggested and told by telephone.

    A capital or a second space is soon between those; what somebody thought of counts as it was typed.
    """
    yield make_key(typed, salt)
    told = as_suggested(typed)
    if told and told != typed.strip():
        yield make_key(told, salt)


def _new_salt() -> bytes:
    """Any bytes that could not be the beginning of a text: `looks_enciphered` goes by that."""
    while (salt := os.urandom(SALT)).isascii():
        continue
    return salt


def key_for(path: Path, salt: bytes | None, given: Opens) -> Key | None:
    """The key that opens a file which `sniff` told this salt of; None for a plain one, whatever was given."""
    if salt is None:
        return None
    if not given:
        raise NeedsPassphrase(Say(NEEDS, {"name": path.name}))
    for key in keys_of(given, salt) if isinstance(given, str) else (given,):
        if key.salt == salt and _opens(path, key):
            return key
    raise WrongPassphrase(Say(WRONG, {"name": path.name}))


def looks_enciphered(head: bytes, size: int) -> bool:
    """Whether a file of this size and first page may be one of ours: whole pages of what looks like noise.

    Nothing in such a file says what it is, so another enciphered or packed file may be taken for one; then no
    passphrase opens it.
    """
    whole = len(head) == PAGE and size % PAGE == 0
    # Of 4,096 random bytes hardly one value of the 256 is missing; a text or a picture's head is far from it.
    return whole and len(set(head)) > 240 and not head[:SALT].isascii()


def _opens(path: Path, key: Key) -> bool:
    """Whether the key signed any of the pages: a wrong passphrase is told from a torn page so.

    Only before SQLite has the file, as with `sniff`.
    """
    import hmac

    masked = bytes(byte ^ _MASK for byte in key.salt)
    signing = hashlib.pbkdf2_hmac("sha512", key.raw, masked, 2, RAW)
    for number, page in _pages(path):
        body, signature = page[:-_SIGNATURE], page[-_SIGNATURE:]
        said = hmac.digest(signing, body + number.to_bytes(4, "little"), "sha512")
        if hmac.compare_digest(said, signature):
            return True
    return False


def deciphered(page: bytes, number: int, key: Key) -> bytes:
    """A page as it was before, whether or not its signature holds; nothing where it was cut off.

    Of the first the salt stands before it, in place of what every database begins with.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    if len(page) != PAGE:
        return b""
    start = SALT if number == 1 else 0
    opening = Cipher(AES(key.raw), CBC(page[-RESERVED : -RESERVED + 16])).decryptor()
    return bytes(start) + opening.update(page[start:-RESERVED]) + opening.finalize()


def _pages(path: Path) -> Iterator[tuple[int, bytes]]:
    """The first pages with their numbers; the salt before the first is not signed."""
    with path.open("rb") as file:
        for number in range(1, _LOOKED_AT + 1):
            page = file.read(PAGE)
            if len(page) < PAGE:
                return
            yield number, page[SALT:] if number == 1 else page
