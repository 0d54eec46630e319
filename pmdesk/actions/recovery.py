"""The recovery sheet: a register's passphrase on paper, for the safe."""

from pathlib import Path

from pmdesk.actions.encrypting import NOT_IT, is_right
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Say, Words
from pmdesk.figures.paper_recovery import RecoveryFigures
from pmdesk.register.store import Register


def save_recovery_sheet(register: Register, passphrase: str, out: Path, today: str, words: Words) -> Path:
    """Write the sheet as a PDF; '' leaves lines to write the passphrase on, which no file then holds.

    Refused when it is not the register's passphrase: a wrong sheet in the safe is worse than none.
    """
    spare_the_register(register, out)
    if passphrase and not is_right(register, passphrase):
        raise Refused(Say(NOT_IT))
    from pmdesk.papers.recovery import recovery_sheet

    name = register.path.name if register.path else ""
    return write_file(
        recovery_sheet(RecoveryFigures(council_name(register), name, passphrase.strip(), today), words), out
    )
