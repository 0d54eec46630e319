"""The hub in PostgreSQL: where it is, going there and back, how things stand. The laptop works on without.

The address is this laptop's own, and so is a password if a person says so: neither goes with the file.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.hub_outcomes import forget_outcome, keep_outcome, last_outcome, well_at
from pmdesk.actions.laptops import fingerprint, unknown_laptops
from pmdesk.actions.lookalikes import more_alike
from pmdesk.actions.member_files import member_of
from pmdesk.actions.own_trust import own_trust
from pmdesk.actions.pack_laptops import keep_names_given_here
from pmdesk.actions.same import twins
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped, Told, quietly
from pmdesk.domain.words import N_, Say
from pmdesk.figures.hub import HubState, Outcome, Stranger
from pmdesk.register import hub, hub_home, hub_link, hub_secret, hub_setup
from pmdesk.register.change import Changes
from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.hub_faults import HubFault
from pmdesk.register.store import Register

SYNCED = N_("Synced with the hub")
NO_HUB = N_("No hub is set for this register. Give its address.")
NOT_FOR_MEMBERS = N_(
    "A member’s file is sent back to the council; it uses no hub, which would give it the whole register."
)
# Passwords typed in this sitting, for a register and an address; gone with the process.
_typed: dict[tuple[str, str], str] = {}


class Done(NamedTuple):
    """What a sync came to, what it changed for the views, and how many names stand twice since."""

    outcome: Outcome
    changes: Changes
    alike: int = 0


def address(register: Register) -> str:
    """Where this register's hub is for this laptop; '' when none is set, or for a member's own file."""
    return "" if member_of(register) else str(hub_home.kept(register.id).get("hub") or "")


def set_hub(register: Register, url: str, password: str = "", *, keep_password: bool = False) -> str:
    """Take this hub for the register; the address as kept. Refused where it is none, or for a member's file.

    Nothing is asked of the hub: `try_hub` and `sync` do that.
    """
    _for_a_council(register)
    kept, in_url = hub_link.without_password(url)
    password = password or in_url or ""
    if kept != address(register):
        with storage():
            hub_home.keep(register.id, hub=kept, last=None, password=None, password_for=None)
        forget_outcome(register)
    if password:
        _typed[register.id, kept] = password
    if keep_password and (known := password or _password(register, kept)):
        with storage():
            hub_secret.keep_password(register.id, kept, known)
    elif not keep_password:
        with storage():
            hub_secret.forget_password(register.id)
    return kept


def forget_hub(register: Register) -> None:
    """Work on this laptop alone again; what the hub has stays there."""
    for key in [key for key in _typed if key[0] == register.id]:
        del _typed[key]
    with storage():
        hub_home.keep(register.id, hub=None, last=None, password=None, password_for=None)
    hub.forget(register)
    forget_outcome(register)


def try_hub(register: Register, url: str, password: str = "") -> None:
    """Reach the hub and this register's place in it; Refused or Unavailable says why that cannot be."""
    _for_a_council(register)
    kept, in_url = hub_link.without_password(url)
    hub_link.connect(kept, password or in_url or _password(register, kept), register.id).close()


def sync(register: Register, told: Told = quietly, *, everything: bool = False) -> Done:
    """Push and pull with the hub that is set; `everything` compares all, as at the first time.

    What goes wrong on the way is in the outcome, beside what went through; Refused where no hub is set.
    Called from a worker with a connection of its own, the register's window never waits for the hub.
    """
    _for_a_council(register)
    where = address(register)
    if not where:
        raise Refused({"hub": Say(NO_HUB)})
    before, called = len(register.unsettled()), twins(register)
    done = _sync(register, where, told, everything)
    keep_names_given_here(register, done.touched)
    to_settle = max(0, len(register.unsettled()) - before) if done.touched else 0
    outcome = replace(_outcome(done, to_settle), trust=own_trust(register))
    try:
        told(0, 0)
    except Stopped:  # perhaps since the window closes: then nothing more is written
        outcome = replace(outcome, stopped=True)
    keep_outcome(register, outcome)
    alike = more_alike(register, called) if done.touched else 0
    return Done(outcome, Changes("", SYNCED, done.touched), alike)


def hub_state(register: Register) -> HubState:
    """How this register and its hub stand, without asking the hub."""
    where = address(register)
    return HubState(
        where,
        bool(where and hub_secret.kept_password(register.id, where)),
        hub.waiting_to_go(register) if where else 0,
        last_outcome(register) if where else None,
        well_at(register) if where else "",
    )


def setup_sql(register: Register, logins: Iterable[str]) -> str:
    """What the hub's administrator runs once; Refused for a login that is no plain name."""
    named = tuple(logins)
    for each in named:
        if not hub_setup.is_login(each):
            raise Refused(
                {"laptop": Say(N_("‘{name}’ is no login: use small letters, digits and _."), {"name": each})}
            )
    return hub_setup.setup_sql(register.id, named)


def save_setup(register: Register, logins: Iterable[str], out: Path) -> Path:
    """The same as a file to hand on; its path."""
    said = setup_sql(register, logins)
    spare_the_register(register, out)
    return write_file(said.encode(), out)


def _sync(register: Register, where: str, told: Told, everything: bool) -> hub.Synced:
    try:
        link = hub_link.connect(where, _password(register, where), register.id)
    except HubFault as fault:
        return hub.Synced(0, 0, frozenset(), {}, fault)
    try:
        return hub.sync(register, link, unknown_laptops, told, everything=everything)
    finally:
        link.close()


def _outcome(done: hub.Synced, to_settle: int) -> Outcome:
    fault = done.fault
    return Outcome(
        datetime.now().isoformat(timespec="seconds"),
        done.pushed,
        done.pulled,
        to_settle,
        tuple(Stranger(key, fingerprint(key), saves) for key, saves in sorted(done.waiting.items())),
        fault.sentence if isinstance(fault, Unavailable) else None,
        isinstance(fault, HubFault) and fault.away,
        isinstance(fault, Stopped),
    )


def _password(register: Register, where: str) -> str | None:
    """What was typed in this sitting, else what is kept; else libpq looks into PGPASSWORD and .pgpass."""
    return _typed.get((register.id, where)) or hub_secret.kept_password(register.id, where)


def _for_a_council(register: Register) -> None:
    if member_of(register):
        raise Refused({"hub": Say(NOT_FOR_MEMBERS)})
