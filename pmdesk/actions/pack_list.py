"""The packs sent and received, as a person reads them, and for whom a pack can be made."""

from datetime import datetime
from typing import NamedTuple

from pmdesk.actions.laptops import name_of_laptop
from pmdesk.actions.packs import FOR_MEMBER
from pmdesk.domain.dates import say_short
from pmdesk.domain.laptop import MEMBER, STOPPED
from pmdesk.domain.words import Words
from pmdesk.register.faults import storage
from pmdesk.register.packs import OUT, packs
from pmdesk.register.store import Register


class PackRow(NamedTuple):
    """A pack: when it went or came, with whom it was exchanged, what it held or brought."""

    when: str
    sent: bool
    who: str
    said: str


def pack_rows(register: Register, words: Words) -> list[PackRow]:
    """The newest first."""
    with storage():
        lines = packs(register.db)
    rows = []
    for line in lines:
        if line.direction == OUT:
            said = words.plural(line.new, "{n} change", "{n} changes")
            if line.known:
                said = words("{changes}; {n} are there already", changes=said, n=line.known)
            member = line.outcome.removeprefix(FOR_MEMBER) if line.outcome.startswith(FOR_MEMBER) else None
            who = register.title(member) or words("Not known") if member else words("Everybody")
        else:
            said = (
                words.plural(line.new, "{n} new change", "{n} new changes")
                if line.new
                else words("Nothing new")
            )
            who = words("Not known")
        if line.peer:
            who = name_of_laptop(register, line.peer, words)
        rows.append(PackRow(say_moment(line.at, words), line.direction == OUT, who, said))
    return rows


def say_moment(at: int, words: Words) -> str:
    """A clock's UTC milliseconds on this laptop's: '27 Apr 2026, 09:12'."""
    moment = datetime.fromtimestamp(at / 1000)
    return f"{say_short(moment.date().isoformat(), words)} {moment:%Y, %H:%M}"


def laptops_to_send_to(register: Register) -> list[tuple[str, str]]:
    """(id, name) of the laptops of officers with a name here, but this one."""
    return [
        (str(row["id"]), str(row["name"]))
        for row in register.all("laptop")
        if row["role"] not in (MEMBER, STOPPED)
        and row["name"]
        and not register.is_mine(bytes.fromhex(str(row["key"])))
    ]
