"""Scenarios of the laptops sweep in which only trusted laptops count: switched on and off, granted, stopped.

Here the oracle asks less: what counts is a matter of rights, so no screen is judged on the way. In the end
the same saves must count on every laptop, every save must be there, and no value be lost.
"""

from pathlib import Path

from pmdesk.actions.laptops import trust_laptop
from pmdesk.actions.roles import stop_trusting, switch_roles_off, switch_roles_on
from pmdesk.register.sending import devices
from pmdesk.register.store import Register, create
from tests.faults.laptops_made import Laptop, World, at, settle_in


def begin(world: World, empty: Path) -> Laptop:
    """The first laptop; with roles it began the register, and so says whose saves count."""
    first = settle_in(world, empty, set(), newer=False)
    if world.roles:
        first.path.unlink()
        with at(first, create):
            pass
    return first


def decide(world: World, register: Register) -> None:
    """What the founder may do, tried on whichever laptop somebody sits."""
    what = world.chance.choice(("on", "on", "off", "trust", "trust", "trust", "stop"))
    if what == "on":
        switch_roles_on(register)
    elif what == "off":
        switch_roles_off(register)
    else:
        key = world.chance.choice(sorted(devices(register.db)) or [bytes(32)])
        if what == "stop":
            stop_trusting(register, key)
        else:
            trust_laptop(register, key, f"Laptop {key.hex()[:6]}")
    world.count(f"roles: {what}")
