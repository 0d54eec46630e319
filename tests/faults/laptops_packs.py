"""Letters of the laptops sweep that are real packs: made by one laptop, looked at and taken in by another."""

import hashlib
from typing import NamedTuple

from pmdesk.actions.laptops import my_key, trust_laptop, unknown_laptops
from pmdesk.actions.pack_taking import look_at_pack, take_pack
from pmdesk.actions.packs import make_pack
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.register.sending import devices
from tests.faults.laptops_acts import last_save, told
from tests.faults.laptops_made import Laptop, World, at, in_view

SPOILT = ("cut short", "flipped")


class PackLetter(NamedTuple):
    """A pack on its way, and what it was before it was spoilt."""

    fares: str
    data: bytes
    good: bytes


def write_pack(world: World, sender: Laptop, to: Laptop, fares: str) -> PackLetter | None:
    """A pack for everybody, or for the other laptop: then without what that said it holds."""
    with at(to) as register:
        key = my_key(register)
    with at(sender) as register:
        view, last = in_view(world, sender), last_save(register)
        known = key in devices(register.db)
        for_ = [key.hex()] if known and world.chance.random() < 0.7 else []
        path = world.folder / "out.pmpack"
        path.unlink(missing_ok=True)
        try:
            made = make_pack(register, path, Words(), for_)
        except Refused:  # this laptop's saves do not count: it may not even name itself
            world.count("refused with a sentence")
            return None
        finally:
            told(world, sender, "pack", last, view)
        good = made.paths[0].read_bytes()
    world.count("saves left out, as the other holds them", made.left_out)
    return PackLetter(fares, _spoilt(world, good, fares), good)


def take(world: World, laptop: Laptop, letter: PackLetter | None) -> int:
    """A pack is taken in whole, its laptops trusted first, or refused, no byte changed; how much was new."""
    if letter is None:
        return 0
    path = world.folder / "in.pmpack"
    path.write_bytes(letter.data)
    with at(laptop) as register:
        before = laptop.path.read_bytes()
        try:
            look = look_at_pack(register, path)
        except Refused:
            # What a member's laptop wrote beyond that member's own comes in by no pack.
            if letter.data == letter.good and not world.counts.get("roles: member"):
                world.oracle.problems.append(f"a pack {letter.fares} was refused")
            if laptop.path.read_bytes() != before:
                world.oracle.problems.append(f"a pack {letter.fares} was refused, and the file changed")
            return 0
        path.write_bytes(letter.good)
        if letter.data != letter.good and look.pack != look_at_pack(register, path).pack:
            world.oracle.problems.append(f"a pack {letter.fares} was taken for another")
        for key in unknown_laptops(register, look.unknown):
            view, last = in_view(world, laptop), last_save(register)
            try:
                trust_laptop(register, key, f"Laptop {key.hex()[:6]}")
            except Refused:  # here that is for another laptop to say
                return 0
            finally:
                told(world, laptop, "trust", last, view)
        last = last_save(register)
        brought = take_pack(register, look_at_pack(register, path))
        laptop.known |= {hashlib.sha256(save.body).digest() for save in look.pack.saves}
        told(world, laptop, "take", last, in_view(world, laptop))
    return brought.new


def exchange_all(world: World) -> None:
    """Packs go to one laptop and back until none brings anything new; then everybody must have everything."""
    one, *others = world.chance.sample(world.laptops, len(world.laptops))
    ways = [(other, one) for other in others] + [(one, other) for other in others]
    for _ in range(5):
        if not sum(take(world, to, write_pack(world, sender, to, "whole")) for sender, to in ways):
            break
    if any(laptop.known != world.laptops[0].known for laptop in world.laptops):
        world.oracle.problems.append("packs went round until nothing was new, and not all have everything")


def _spoilt(world: World, good: bytes, fares: str) -> bytes:
    if fares == "cut short":
        return good[: world.chance.randrange(len(good))]
    if fares == "flipped":
        spoilt = bytearray(good)
        spoilt[world.chance.randrange(len(spoilt))] ^= 1 << world.chance.randrange(8)
        return bytes(spoilt)
    return good
