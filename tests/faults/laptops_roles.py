"""Scenarios of the laptops sweep in which only trusted laptops count: switched on and off, granted, stopped.

Each screen is judged by the rule of laptops_rights.py: what a laptop without the right wrote stands nowhere
and replaces nothing; what one with the right wrote stands until another with it, who saw it, replaced it.
"""

from pathlib import Path

from pmdesk.actions.laptops import trust_laptop
from pmdesk.actions.roles import stop_trusting, switch_roles_off, switch_roles_on
from pmdesk.domain.laptop import MEMBER
from pmdesk.register.founding import kept_recovery, recovery_public
from pmdesk.register.sending import devices
from pmdesk.register.store import Register, create
from tests.faults.laptops_made import Laptop, World, at, settle_in


def begin(world: World, empty: Path) -> Laptop:
    """The first laptop; with roles it began the register, and so says whose saves count."""
    first = settle_in(world, empty, set(), newer=False)
    if world.roles:
        first.path.unlink()
        with at(first, create) as register:
            say_who_began(register)
    return first


def say_who_began(register: Register) -> None:
    """The first save of all, as a register says it that is begun in earnest: by it the founder is known."""
    secret = kept_recovery(register.id)
    assert secret is not None
    with register.change("Started register", via="final") as change:
        change.add("settings", {"recovery_key": recovery_public(secret).hex()}, record=register.id)


def decide(world: World, register: Register) -> None:
    """What the founder may do, tried on whichever laptop somebody sits."""
    what = world.chance.choice(("on", "on", "off", "trust", "trust", "trust", "member", "stop"))
    if what == "on":
        switch_roles_on(register)
    elif what == "off":
        switch_roles_off(register)
    else:
        key = world.chance.choice(sorted(devices(register.db)) or [bytes(32)])
        if what == "stop":
            stop_trusting(register, key)
        elif what == "member":
            rows = register.db.execute("SELECT id FROM person WHERE deleted = 0 AND stub = 0 ORDER BY id")
            people = [str(id) for (id,) in rows] or [""]
            trust_laptop(register, key, "Laptop of a member", world.chance.choice(people), MEMBER)
        else:
            trust_laptop(register, key, f"Laptop {key.hex()[:6]}")
    world.count(f"roles: {what}")
