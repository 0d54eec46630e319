"""One entry of the journal as bytes: made, signed, read back and checked for its exact shape.

The signed body holds a salted hash of each value, never the value: erasing a value breaks no signature.
"""

import hashlib
import json
import os
import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pmdesk.register.ids import is_id

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

Scalar = str | int | bool | None

MOST_EVENTS = 4_000  # in one entry; a bigger save is several entries of one batch
MOST_ERASED = 20_000  # events that one entry erases; the same
LONGEST_VALUE = 100_000
LONGEST_BODY = 4_000_000
_KEYS = {
    "register",
    "device",
    "seq",
    "prev",
    "at",
    "by",
    "label",
    "app",
    "batch",
    "undoes",
    "erases",
    "events",
}


class Malformed(ValueError):
    """An entry whose shape is not exactly ours: it never reaches the log."""


# Plain tuples, since an import makes and reads hundreds of thousands of them.
class Ref(NamedTuple):
    """An event named from elsewhere: the hash of its entry and its place in it."""

    hash: bytes
    place: int

    def __str__(self) -> str:
        return f"{_text(self.hash)}.{self.place}"


class Event(NamedTuple):
    """One field of one record became something; `replaces` are the heads its author saw."""

    record: str
    kind: str
    field: str
    value_hash: bytes
    replaces: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What an entry says, read from its signed bytes."""

    register: str
    device: bytes
    seq: int
    prev: bytes | None
    at: int
    by: str
    label: str
    app: str
    batch: str | None
    undoes: str | None
    erases: tuple[Ref, ...]
    events: tuple[Event, ...]


class Payload(NamedTuple):
    """A value beside its entry, with the salt that its hash needs."""

    salt: bytes
    value: str  # JSON text

    @property
    def hash(self) -> bytes:
        return hashlib.sha256(self.salt + self.value.encode()).digest()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it travels: the exact signed bytes, the signature, and the values not erased, by place."""

    body: bytes
    sig: bytes
    payloads: dict[int, Payload]

    @property
    def hash(self) -> bytes:
        return hashlib.sha256(self.body).digest()


def salted(values: Sequence[Scalar]) -> dict[int, Payload]:
    """Values as they stand beside an entry, by place; each with a salt of its own."""
    salts = os.urandom(16 * len(values))
    return {
        place: Payload(salts[16 * place : 16 * place + 16], _encode(value))
        for place, value in enumerate(values)
    }


def hashes(payloads: Mapping[int, Payload]) -> list[bytes]:
    """The hash of each value, as `Payload.hash` has it, in their order."""
    sha256 = hashlib.sha256
    return [sha256(salt + value.encode()).digest() for salt, value in payloads.values()]


def body_bytes(body: Body) -> bytes:
    """The bytes to sign: sorted keys, no spaces, events grouped by record; Malformed if too long."""
    records: list[tuple[str, str, list[object]]] = []
    last, fields = ("", ""), list[object]()
    for record, kind, name, value_hash, replaces in body.events:
        if (record, kind) != last:
            last, fields = (record, kind), []
            records.append((record, kind, fields))
        fields.append((name, _text(value_hash), [str(ref) for ref in replaces] if replaces else ()))
    said = {
        "register": body.register,
        "device": _text(body.device),
        "seq": body.seq,
        "prev": _text(body.prev) if body.prev else None,
        "at": body.at,
        "by": body.by,
        "label": body.label,
        "app": body.app,
        "batch": body.batch,
        "undoes": body.undoes,
        "erases": [str(ref) for ref in body.erases],
        "events": records,
    }
    data = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    _ask(len(data) <= LONGEST_BODY, "body too long")
    return data


def read_body(data: bytes) -> Body:
    """The body in signed bytes; Malformed unless its shape is exactly ours."""
    if len(data) > LONGEST_BODY:
        raise Malformed("body too long")
    try:
        said = _decode(data.decode("utf-8"))
        return _body(said)
    except Malformed:
        raise
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError) as error:
        raise Malformed(f"unreadable body: {type(error).__name__}") from error


def check_entry(entry: Entry, register_id: str) -> Body:
    """Shape, register, signature and every value's hash; Malformed with the reason when one is wrong."""
    # Imported when a signature is first checked, not on the way to the first paint.
    from cryptography.exceptions import InvalidSignature

    body = read_body(entry.body)
    _ask(body.register == register_id, "of another register")
    _ask(len(entry.sig) == 64, "signature length")
    try:
        _public_key(body.device).verify(entry.sig, entry.body)
    except InvalidSignature as error:
        raise Malformed("signature does not fit") from error
    events, sha256 = body.events, hashlib.sha256
    for place, (salt, value) in entry.payloads.items():
        if not 0 <= place < len(events):
            raise Malformed("value without an event")
        if len(salt) != 16 or sha256(salt + value.encode()).digest() != events[place].value_hash:
            raise Malformed("value does not fit its hash")
        if len(value) > _SHORT or _PLAIN_VALUE.fullmatch(value) is None:
            read_value(value)
    return body


@lru_cache(maxsize=1_024)
def _public_key(device: bytes) -> "Ed25519PublicKey":
    """One laptop signed thousands of entries."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(device)


def read_value(text: str) -> Scalar:
    """The value in a payload; Malformed unless it is text, a whole number, yes/no or nothing."""
    _ask(len(text) <= LONGEST_VALUE, "value too long")
    try:
        value = _decode(text)
    except (ValueError, RecursionError) as error:
        raise Malformed("unreadable value") from error
    _ask(value is None or isinstance(value, str | int | bool), "value of no known type")
    if isinstance(value, str):
        _ask(_is_text(value), "text that cannot be stored")
    elif isinstance(value, int):
        _ask(abs(value) < 1 << 53, "number too large")
    return value if value is None or isinstance(value, str | int | bool) else None


def check_body(body: Body) -> None:
    """Malformed unless a body has exactly our shape: one that was read, or our own before it is signed.

    What is said of every event is looked at once for all of them: an import says the same few names.
    """
    _ask(len(body.events) <= MOST_EVENTS, "too many events")
    for name, number in (("seq", body.seq), ("at", body.at)):
        _ask(type(number) is int and 0 <= number < 1 << 53, name)
    _ask(body.seq >= 1, "seq")
    _ask((body.prev is None) == (body.seq == 1), "first entry")
    for name, text, most in (("by", body.by, 36), ("label", body.label, 200), ("app", body.app, 40)):
        _ask(isinstance(text, str) and len(text) <= most and _is_text(text), name)
    _ask(body.by == "" or is_id(body.by), "author")
    _ask(body.batch is None or is_id(body.batch), "batch")
    _ask(body.undoes is None or is_id(body.undoes) or _is_hash(body.undoes), "undoes")
    _ask(is_id(body.register), "register")
    records, kinds, names = set[str](), set[str](), set[str]()
    for record, kind, name, _value_hash, _replaces in body.events:
        records.add(record)
        kinds.add(kind)
        names.add(name)
    _ask(all(map(is_id, records)), "record id")
    _ask(all([_is_name(kind, 40) for kind in kinds]), "kind")
    _ask(all([_is_name(name, 60) for name in names]), "field name")


def _body(said: object) -> Body:
    _ask(isinstance(said, dict) and said.keys() == _KEYS, "fields of an entry")
    assert isinstance(said, dict)
    erases, groups = _list(said["erases"], 1_000_000), _list(said["events"], MOST_EVENTS)
    body = Body(
        said["register"],
        _device(said["device"]),
        said["seq"],
        _hash(said["prev"]) if said["prev"] else None,
        said["at"],
        said["by"],
        said["label"],
        said["app"],
        said["batch"],
        said["undoes"],
        tuple([_ref(ref) for ref in erases]) if erases else (),
        tuple([event for group in groups for event in _events(group)]),
    )
    _ask(said["prev"] is None or body.prev is not None, "prev")
    check_body(body)
    return body


def _events(group: object) -> list[Event]:
    record, kind, fields = _list(group, 3, exactly=True)
    told = _list(fields, MOST_EVENTS)
    # What is said of events is looked at for all of them together (check_body); here it is said of none.
    if not isinstance(record, str) or not isinstance(kind, str) or not (told or _is_about(record, kind)):
        raise Malformed("record id or kind")
    made = []
    for field in told:
        if field.__class__ is not list or len(field) != 3:
            raise Malformed("list")
        name, value_hash, replaces = field
        if name.__class__ is not str:
            raise Malformed("field name")
        refs = () if replaces == [] else tuple([_ref(ref) for ref in _list(replaces, 10_000)])
        made.append(Event(record, kind, name, _hash(value_hash), refs))
    return made


def _is_about(record: str, kind: str) -> bool:
    return is_id(record) and _is_name(kind, 40)


def _is_name(value: object, most: int) -> bool:
    return isinstance(value, str) and value.isidentifier() and len(value) <= most


def _ref(text: object) -> Ref:
    _ask(isinstance(text, str) and text.count(".") == 1, "event name")
    digest, _, place = str(text).partition(".")
    _ask(place.isascii() and place.isdigit() and len(place) <= 5 and str(int(place)) == place, "event place")
    # A place beyond any entry's last would be read as one of the next entry.
    _ask(int(place) < MOST_EVENTS, "event place")
    return Ref(_hash(digest), int(place))


def _list(value: object, most: int, *, exactly: bool = False) -> list[object]:
    _ask(isinstance(value, list) and (len(value) == most if exactly else len(value) <= most), "list")
    assert isinstance(value, list)
    return value


# 32 bytes as 43 letters of URL-safe base64; the last letter holds four bits, so that each hash has one text.
_HASH = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
_is_hash_text = _HASH.fullmatch
_SAFE = bytes.maketrans(b"+/", b"-_")


def _text(data: bytes) -> str:
    return b2a_base64(data, newline=False).translate(_SAFE, b"=").decode()


def _hash(text: object) -> bytes:
    if not isinstance(text, str) or _is_hash_text(text) is None:
        raise Malformed("hash")
    return a2b_base64(text.replace("-", "+").replace("_", "/") + "=")


_device = lru_cache(maxsize=64)(_hash)  # one laptop signed thousands of entries


def _is_hash(text: object) -> bool:
    try:
        _hash(text)
    except Malformed:
        return False
    return True


def hash_text(data: bytes) -> str:
    """An entry's hash as it is written in bodies and shown to a person."""
    return _text(data)


def hash_bytes(text: str) -> bytes:
    """The bytes of a hash written as text; Malformed when it is none."""
    return _hash(text)


def _is_text(text: str) -> bool:
    return _UNSTORED.search(text) is None


def _no_constant(name: str) -> None:
    raise Malformed(f"{name} is no value")


# Made once: json.loads and json.dumps make a new one for every call that is not quite plain.
_encode = json.JSONEncoder(ensure_ascii=False).encode
_decode = json.JSONDecoder(parse_constant=_no_constant).decode
_UNSTORED = re.compile("[\x00\ud800-\udfff]")
# Values whose text is plainly right: they need not be read to be checked.
_PLAIN_VALUE = re.compile('"[^"\\\\\x00-\x1f\ud800-\udfff]*"|-?(?:0|[1-9][0-9]{0,14})|true|false|null')
_SHORT = 1_000


def _ask(right: bool, what: str) -> None:
    if not right:
        raise Malformed(what)
