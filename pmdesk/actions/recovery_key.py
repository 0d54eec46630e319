"""The recovery key: printed for the safe, gone from this laptop once roles are on, typed to take over."""

from pathlib import Path

from pmdesk.actions.roles import recovery_words, rights_now
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.laptops import RecoverySheet
from pmdesk.papers.recovery_sheet import recovery_sheet
from pmdesk.register import founding
from pmdesk.register.store import Register

_WHY = N_(
    "Whoever has these words can make any laptop with a copy of this register the one that says whose saves"
    " count. Keep this sheet where the council keeps what must not be lost, and nowhere else: no photograph,"
    " no e-mail. The words are in no register, pack or backup, and nobody can find them again."
)
_HOW = (
    N_("When the laptop on which the register was begun is lost, broken or stolen:"),
    N_("1. Open the register, or its newest backup, on another laptop."),
    N_("2. Go to Exchange, Laptops, and choose ‘I have the recovery sheet’. Type the twelve words."),
    N_("3. Stop the lost laptop there. What it saved and sent until now still counts."),
)


def print_recovery_sheet(register: Register, out: Path, today: str, words: Words) -> Path:
    """Write the recovery sheet as PDF to `out`; Refused where the key is on this laptop no longer."""
    twelve = recovery_words(register)
    if twelve is None:
        raise Refused(Say(_NOT_HERE))
    spare_the_register(register, out)
    name = register.path.name if register.path else ""
    figures = RecoverySheet(
        council_name(register),
        name,
        today,
        tuple(twelve.split()),
        words(_WHY),
        tuple(words(each) for each in _HOW),
    )
    return write_file(recovery_sheet(figures, words), out)


def forget_recovery_key(register: Register) -> None:
    """Take the recovery key off this laptop; Refused while roles are off, when nobody has needed it yet."""
    if not rights_now(register).on:
        raise Refused(Say(N_("Switch roles on first. Until then the recovery key stays on this laptop.")))
    founding.forget_recovery(register.id)


_NOT_HERE = N_(
    "The recovery key of this register is not on this laptop: only the one on which it was begun has it,"
    " until it is printed and taken off."
)
