"""A newcomer's laptop asks to be trusted: the file it writes, and what the officer reads from it."""

from pathlib import Path

from pmdesk.actions.laptops import laptop_row, my_key, this_laptop_name, trust_laptop
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.domain.check import Refused
from pmdesk.domain.laptop import OFFICER
from pmdesk.domain.words import N_, Say, Words
from pmdesk.exchange.enrolment_file import ENDING, Enrolment, enrolment_bytes, read_enrolment, to_say
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.change import Changes
from pmdesk.register.keys import is_signed
from pmdesk.register.open_file import TICKET
from pmdesk.register.store import Register

__all__ = ["SUFFIX", "Enrolment", "look_at_enrolment", "make_enrolment", "trust_enrolled"]

SUFFIX = ENDING


def make_enrolment(register: Register, out: Path, words: Words) -> Path:
    """Write this laptop's enrolment file to `out`; Unavailable when the disk does not take it."""
    spare_the_register(register, out)
    key = my_key(register)
    row = laptop_row(register, key) or {}
    name = str(row.get("name") or this_laptop_name(register, words))
    said = to_say(register.id, key, name, register.title(register.me()), str(row.get("seal_key") or ""))
    return write_file(enrolment_bytes(said, register.sign(said)[1]), out)


def look_at_enrolment(register: Register, path: Path) -> Enrolment:
    """What an enrolment file says, its signature checked; Refused when changed or of another register."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(Say(N_("{name} could not be read."), {"name": path.name})) from error
    found = read_enrolment(data)
    if found.register != register.id:
        raise Refused(Say(N_("This enrolment file was made from another register.")))
    if not is_signed(found.key, found.sig, TICKET + found.said):
        raise Refused(Say(N_("This enrolment file was changed after it was made. Nothing was trusted.")))
    return found


def trust_enrolled(
    register: Register, found: Enrolment, name: str = "", person: str | None = None, role: str = OFFICER
) -> Changes:
    """Trust the laptop of an enrolment file whose words were compared, under its own name or another."""
    return trust_laptop(register, found.key, name or found.name, person, role, found.seal_key)
