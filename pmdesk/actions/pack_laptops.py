"""Whose saves a pack holds: laptops about which somebody has to be asked, and how they call themselves."""

from collections.abc import Iterable, Iterator

from pmdesk.actions.laptops import unknown_laptops
from pmdesk.actions.member_files import MAKER, member_of
from pmdesk.domain.laptop import LAPTOP, STOPPED, key_bytes, laptop_id
from pmdesk.domain.words import N_
from pmdesk.register.entries import Body, Entry, Scalar, read_value
from pmdesk.register.merging import Checked
from pmdesk.register.store import Register

NAMED = N_("Named a laptop")


def strangers(register: Register, sender: bytes, checked: Checked) -> tuple[bytes, ...]:
    """The laptops that made the pack or saved in it and are not known here, nor named by one that is.

    A colleague whom we know may have trusted a third meanwhile: then the pack itself says so.
    """
    if member_of(register):
        # Whoever made a member's file speaks for the council; the member knows none of its laptops.
        is_maker = register.local(MAKER) == sender.hex()
        return () if is_maker else unknown_laptops(register, [sender])
    wrote = dict.fromkeys([sender, *(body.device for _entry, body in checked)])
    unknown = unknown_laptops(register, wrote)
    while unknown:
        vouched = {
            body.events[place].record
            for entry, body in checked
            if body.device not in unknown
            for place, value in _said(entry, body, "role")
            if value != STOPPED
        }
        left = tuple(key for key in unknown if laptop_id(key) not in vouched)
        if left == unknown:
            break
        unknown = left
    return unknown


def names_of_laptops(checked: Checked, field: str = "name") -> dict[bytes, str]:
    """How each laptop calls itself, or whose it says it is, where its own saves in the pack say so."""
    return {
        body.device: str(value)
        for entry, body in checked
        for place, value in _said(entry, body, field)
        if body.events[place].record == laptop_id(body.device) and value
    }


def keep_our_names(register: Register, keys: Iterable[bytes]) -> None:
    """A laptop that was named here before it told its own name keeps ours: that is nothing to settle.

    What we left open it says itself. What two others call it differently is theirs to settle: were it done
    here, laptops would do it in turn.
    """
    for key in keys:
        kept = {name: value for name in ("name", "person") for value in _ours(register, key, name)}
        if kept:
            with register.change(NAMED, via="final") as change:
                change.set("laptop", laptop_id(key), kept)


def keep_names_given_here(register: Register, touched: Iterable[tuple[str, str]]) -> None:
    """The same of records that changed elsewhere, for laptops that were named on this one.

    Of several that meet in a hub each does it only for those it trusted itself, or all would do it in turn.
    """
    for kind, record in touched:
        row = register.get(kind, record) if kind == LAPTOP.name else None
        key = key_bytes(row["key"]) if row else None
        if key is not None and not register.is_mine(key) and _was_named_here(register, record):
            keep_our_names(register, [key])


def _was_named_here(register: Register, record: str) -> bool:
    sides = [side for name in ("name", "person") for side in register.rival_values(record, name)]
    return any(register.is_mine(side.device) for side in sides)


def _ours(register: Register, key: bytes, field: str) -> list[Scalar]:
    """The value that stands where a laptop itself and one other said something else; none otherwise."""
    sides = register.rival_values(laptop_id(key), field)
    ours = {side.value for side in sides if side.device != key and side.value}
    own = {side.value for side in sides if side.device == key}
    return list(ours or own) if len(sides) > 1 and own and len(ours) < 2 else []


def _said(entry: Entry, body: Body, field: str) -> Iterator[tuple[int, Scalar]]:
    """The places where a save writes that field of a laptop, and what it writes there."""
    for place, event in enumerate(body.events):
        if event.kind == "laptop" and event.field == field and place in entry.payloads:
            yield place, read_value(entry.payloads[place].value)
