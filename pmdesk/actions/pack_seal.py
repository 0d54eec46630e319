"""Sealing packs: under a passphrase, or so that only the laptops they are for can open them."""

from collections.abc import Iterable

from pmdesk.actions.laptops import laptop_row, this_laptop
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.sealing import (
    WRONG,
    is_sealed,
    new_identity,
    public_of,
    seal,
    unseal,
    wants_passphrase,
)
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.faults import NeedsPassphrase, WrongPassphrase, storage
from pmdesk.register.seal_key import keep_seal_key, seal_key
from pmdesk.register.store import Register

SEAL_TOLD = N_("Told how to seal packs for this laptop")


def my_seal(register: Register) -> str:
    """The public text under which packs are sealed to this laptop; made at the first time."""
    public = public_of(seal_key(register.id))
    if not public:
        secret, public = new_identity()
        with storage():
            keep_seal_key(register.id, secret)
    return public


def tell_seal(register: Register) -> None:
    """Let the record of this laptop say it, so that others can seal packs to it."""
    row = this_laptop(register)
    if row is None or register.read_only:
        return
    public = my_seal(register)
    if row["seal_key"] != public:
        with register.change(SEAL_TOLD, via="final") as change:
            change.set("laptop", str(row["id"]), {"seal_key": public})


def seals_of(register: Register, laptops: Iterable[bytes]) -> list[str]:
    """The public texts of some laptops; none unless each has told its own."""
    rows = [laptop_row(register, key) for key in laptops]
    told = [str(row["seal_key"]) for row in rows if row and row["seal_key"]]
    return told if len(told) == len(rows) else []


def sealed(register: Register, data: bytes, passphrase: str, laptops: Iterable[bytes]) -> tuple[bytes, bool]:
    """The pack as it goes out, and whether it is sealed; what is sealed to laptops this one can open, too."""
    to = [] if passphrase else seals_of(register, laptops)
    if not passphrase and not to:
        return data, False
    try:
        return seal(data, passphrase, [*to, my_seal(register)]), True
    except Unreadable as fault:
        raise Refused(fault.sentence) from fault


def opened(register: Register, data: bytes, passphrase: str) -> bytes:
    """A pack's own bytes, also of one that was sealed.

    NeedsPassphrase or WrongPassphrase where one is wanted; Refused when it is sealed for somebody else.
    """
    if not is_sealed(data):
        return data
    if wants_passphrase(data) and not passphrase:
        raise NeedsPassphrase(Say(N_("This pack is sealed with a passphrase.")))
    try:
        return _unsealed(data, passphrase, seal_key(register.id))
    except Unreadable as fault:
        if fault.sentence == WRONG:
            raise WrongPassphrase(fault.sentence) from fault
        raise Refused(fault.sentence) from fault


def _unsealed(data: bytes, passphrase: str, key: str) -> bytes:
    """By what was typed, or else by its words as they are suggested here: told by telephone, a capital or a
    second space is soon between them."""
    try:
        return unseal(data, passphrase, key)
    except Unreadable as fault:
        told = " ".join(passphrase.casefold().split())
        if fault.sentence != WRONG or told == passphrase:
            raise
        return unseal(data, told, key)
