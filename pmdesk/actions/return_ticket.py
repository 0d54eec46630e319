"""The ticket of a form: whose it is and what it was given, signed here and checked when it returns."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.register.store import Register

_VERSION = 1
_LONGEST = 4_000


class Ticket(NamedTuple):
    """The ids of the seat, its holder and the municipal year; the prints of what stood in the form."""

    seat: str
    person: str
    year: str
    given: Mapping[str, str]


def make_ticket(register: Register, ticket: Ticket) -> str:
    """The ticket as one line of letters, signed by this laptop."""
    said = {"seat": ticket.seat, "person": ticket.person, "year": ticket.year, "given": dict(ticket.given)}
    return signed(register, said)


def signed(register: Register, said: Mapping[str, object]) -> str:
    """What a form says of itself, and of which register, as one line of letters signed by this laptop."""
    whole = {"pmdesk": _VERSION, "register": register.id, **said}
    body = json.dumps(whole, sort_keys=True, separators=(",", ":")).encode("ascii")
    return ".".join(_text(part) for part in (body, *register.sign(body)))


def read_signed(register: Register, text: str) -> dict[str, Any]:
    """What a form said of itself; Refused unless a laptop of this register signed it so."""
    try:
        body, device, sig = (_bytes(part) for part in text[:_LONGEST].strip().split("."))
        said = json.loads(body)
        ours = said["register"] == register.id
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise Refused(Say(_CHANGED)) from problem
    if not ours:
        raise Refused(Say(N_("The form was made from another register.")))
    if said.get("pmdesk") != _VERSION or not register.signed_here(body, device, sig):
        raise Refused(Say(_CHANGED))
    return dict(said)


def read_ticket(register: Register, text: str) -> Ticket:
    """The ticket that a form brought back; Refused unless a laptop of this register signed it so.

    Nothing in it is believed before that, and all of it is checked against the register after.
    """
    said = read_signed(register, text)
    try:
        return Ticket(said["seat"], said["person"], said["year"], said["given"])
    except KeyError as problem:
        raise Refused(Say(_CHANGED)) from problem


_CHANGED = N_(
    "What the form says about whose it is was changed, or no laptop of this register made it."
    " Send a new form, or type the answers in."
)


def _text(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode("ascii").rstrip("=")


def _bytes(part: str) -> bytes:
    try:
        read = base64.b64decode(part.encode("ascii") + b"=" * (-len(part) % 4), b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError) as problem:
        raise ValueError(part[:20]) from problem
    # The last letter may hold bits that say nothing: each ticket has one text, as each hash has.
    if _text(read) != part:
        raise ValueError(part[:20])
    return read
