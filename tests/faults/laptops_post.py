"""The post between the laptops of the sweep: letters lost, late, doubled, out of order, cut short, spoilt."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pmdesk.register.entries import Entry, Payload, hash_text
from tests.faults.laptops_made import Laptop

# How a letter fares, and what is counted of it.
FARES = (
    *("whole",) * 5,
    *("lost", "late", "late", "doubled", "reordered", "reordered", "in part", "without values"),
    *("only the newest",) * 3,
    *("cut short", "flipped", "flipped", "forged", "malformed", "of another register"),
)
SPOILT = ("cut short", "flipped", "forged", "malformed", "of another register")
_SECRET = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


class Letter(NamedTuple):
    """What is on its way: the saves, which of them the oracle knows, and whether it must be refused."""

    fares: str
    entries: tuple[Entry, ...]
    spoilt: bool


def write_letter(sender: Laptop, to: Laptop, fares: str, chance: random.Random) -> Letter:
    """All that a laptop has, as it fares on its way."""
    whole = list(sending(sender, to))
    if fares in SPOILT:
        return Letter(fares, tuple(SPOILS[fares](whole, chance) if whole else ()), bool(whole))
    if (
        fares == "only the newest"
    ):  # the letter before it was lost: what replaces comes before what it replaced
        return Letter(fares, tuple(whole[-chance.randrange(1, 5) :]), False)
    if fares in ("reordered", "in part", "without values", "late"):
        chance.shuffle(whole)
    if fares == "in part":
        whole = whole[: chance.randrange(len(whole) + 1)]
    if fares == "doubled":
        whole += chance.sample(whole, min(3, len(whole)))
    if fares == "without values":
        whole = [_thinned(entry, chance) for entry in whole]
    return Letter(fares, tuple(whole), False)


def sending(sender: Laptop, _to: Laptop) -> list[Entry]:
    """Everything: whoever is unsure of what the other has sends all."""
    return list(sender.register.entries())


def _thinned(entry: Entry, chance: random.Random) -> Entry:
    """A save with some of its values left out, as in a file for one member; they come another time."""
    kept = {place: value for place, value in entry.payloads.items() if chance.random() < 0.7}
    return replace(entry, payloads=kept)


def _cut(whole: list[Entry], chance: random.Random) -> list[Entry]:
    at = chance.randrange(len(whole))
    entry = whole[at]
    whole[at] = replace(entry, body=entry.body[: chance.randrange(len(entry.body))])
    return whole


def _flip(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _flipped(whole: list[Entry], chance: random.Random) -> list[Entry]:
    at = chance.randrange(len(whole))
    entry = whole[at]
    part = chance.choice(("body", "sig", "salt"))
    if part == "salt" and entry.payloads:
        place = chance.choice(list(entry.payloads))
        value = entry.payloads[place]
        payloads = {**entry.payloads, place: Payload(_flip(value.salt, chance), value.value)}
        whole[at] = replace(entry, payloads=payloads)
    elif part == "sig":
        whole[at] = replace(entry, sig=_flip(entry.sig, chance))
    else:
        whole[at] = replace(entry, body=_flip(entry.body, chance))
    return whole


def _said_otherwise(entry: Entry, **otherwise: object) -> bytes:
    said = {**json.loads(entry.body), **otherwise}
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _forged(whole: list[Entry], chance: random.Random) -> list[Entry]:
    """Somebody writes what another laptop is to have said: its signature does not fit."""
    at = chance.randrange(len(whole))
    said = json.loads(whole[at].body)
    body = _said_otherwise(whole[at], at=said["at"] + 86_400_000, label="Said by nobody")
    whole[at] = replace(whole[at], body=body)
    return whole


def _malformed(whole: list[Entry], chance: random.Random) -> list[Entry]:
    """Signed by a laptop of its own, and not in our shape."""
    at = chance.randrange(len(whole))
    strange: dict[str, object] = chance.choice(
        (
            {"label": "x" * 5_000},
            {"at": 1 << 60},
            {"seq": 3.5},
            {"by": "somebody"},
            {"batch": "no id"},
            {"prev": None, "seq": 7},
            {"events": [["no id", "organisation", [["name", "A" * 43, []]]]]},
        )
    )
    mine = hash_text(_SECRET.public_key().public_bytes_raw())
    body = _said_otherwise(whole[at], **{"device": mine, **strange})
    payloads = {} if "events" in strange else whole[at].payloads
    whole[at] = Entry(body, _SECRET.sign(body), payloads)
    return whole


def _strangers(whole: list[Entry], chance: random.Random) -> list[Entry]:
    """Sound in itself, and of another council's register."""
    at = chance.randrange(len(whole))
    mine = hash_text(_SECRET.public_key().public_bytes_raw())
    other = "01900000-0000-7000-8000-0000000000aa"
    body = _said_otherwise(whole[at], register=other, device=mine)
    whole[at] = Entry(body, _SECRET.sign(body), whole[at].payloads)
    return whole


SPOILS: dict[str, Callable[[list[Entry], random.Random], list[Entry]]] = {
    "cut short": _cut,
    "flipped": _flipped,
    "forged": _forged,
    "malformed": _malformed,
    "of another register": _strangers,
}
