"""An enrolment file: a newcomer's laptop says its key, its name and where sealed packs for it go.

One line of JSON and one with the signature of that key over the first, so that nobody enrols another's
laptop under a name of their own choosing. The six words are compared by telephone all the same.
"""

import json
from typing import NamedTuple

from pmdesk.domain.laptop import key_bytes
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.unreadable import Unreadable

MAGIC = "pmdesk enrolment 1"
ENDING = ".pmenrol"
_LONGEST = 20_000
_NOT_ONE = N_("This is no enrolment file of pmdesk, or it was damaged on its way. Ask for it once more.")


class Enrolment(NamedTuple):
    """What the file says, the exact bytes that were signed, and the signature; nobody has checked it yet."""

    register: str
    key: bytes
    name: str
    person: str
    seal_key: str
    said: bytes
    sig: bytes


def to_say(register: str, key: bytes, name: str, person: str, seal_key: str) -> bytes:
    """The line to sign."""
    said = {
        "what": MAGIC,
        "register": register,
        "key": key.hex(),
        "name": name,
        "person": person,
        "seal_key": seal_key,
    }
    return json.dumps(said, sort_keys=True, ensure_ascii=False).encode()


def enrolment_bytes(said: bytes, sig: bytes) -> bytes:
    """The whole file."""
    return said + b"\n" + sig.hex().encode() + b"\n"


def read_enrolment(data: bytes) -> Enrolment:
    """What a file says; Unreadable with a sentence when it is none of ours."""
    said, _, rest = data[:_LONGEST].partition(b"\n")
    try:
        sig = bytes.fromhex(rest.strip().decode("ascii"))
        told = json.loads(said.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(Say(_NOT_ONE)) from error
    names = ("register", "key", "name", "person", "seal_key")
    if not isinstance(told, dict) or told.get("what") != MAGIC or len(sig) != 64:
        raise Unreadable(Say(_NOT_ONE))
    texts = [told.get(name) for name in names]
    key = key_bytes(told.get("key"))
    if key is None or not all(
        isinstance(text, str) and len(text) <= 500 and text.isprintable() for text in texts
    ):
        raise Unreadable(Say(_NOT_ONE))
    register, _key, name, person, seal_key = map(str, texts)
    return Enrolment(register, key, name, person, seal_key, said, sig)
