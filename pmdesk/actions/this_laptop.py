"""What belongs to one laptop's copy of the register: who sits here, the year looked at, backups, rights."""

from datetime import date
from pathlib import Path

from pmdesk.domain.words import Say
from pmdesk.register.home import home
from pmdesk.register.protecting import bring_backups_along
from pmdesk.register.store import Register

__all__ = [
    "back_up_today",
    "choose_year",
    "council_name",
    "home",
    "is_sample",
    "me",
    "set_me",
    "why_read_only",
]


def me(register: Register) -> str | None:
    """The id of the person who uses this laptop, if they have said so."""
    return register.me()


def set_me(register: Register, person: str | None) -> None:
    register.set_me(person)


def choose_year(register: Register, year: str) -> None:
    """Look at the municipal year with this label; only this laptop's view changes."""
    found = register.find("municipal_year", year)
    if found:
        register.set_local("year", str(found[0]["id"]))


def council_name(register: Register) -> str:
    """The council whose register this is; '' when nobody has said."""
    return str(register.settings().get("council_name") or "")


def is_sample(register: Register) -> bool:
    """Whether this is a copy of the sample, whose story has a day of its own."""
    return register.local("today") is not None


def why_read_only(register: Register) -> Say | None:
    """Why nothing can be saved, or None when it can."""
    return register.why_read_only() if register.read_only else None


def back_up_today(register: Register) -> Path | None:
    """Make today's backup unless it is there; called from a worker with a connection of its own.

    Backups that a change of the passphrase did not reach come along then.
    """
    if register.read_only or is_sample(register):
        return None
    twin = register.twin()
    try:
        twin.wipe()  # what an erasure could not reach the last time
        made = twin.daily_backup(date.today())
        bring_backups_along(twin)
        return made
    finally:
        twin.close()
