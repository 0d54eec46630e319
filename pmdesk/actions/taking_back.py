"""Undo and redo as a person asks for them, by the name of the save; history is never rewritten."""

from pmdesk.actions.registers import STARTED
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.register import erasing
from pmdesk.register.store import Changes, Register


def undo(register: Register) -> Changes | None:
    """Take back one's newest save; None when there is none but the one that started the register."""
    # Asked of the register itself: the window has Undo from its first paint, and nothing of erasing.
    if erasing.is_newest(register):
        raise Refused(Say(N_("What was done last is an erasure. Nobody can undo it.")))
    return None if register.undo_label() == STARTED else register.undo()


def redo(register: Register) -> Changes | None:
    return register.redo()


def undo_this(register: Register, entry: str) -> Changes | None:
    """Take back the save `entry` by the Undo beside its notice; Refused when another was made since."""
    newest = register.history(limit=1)
    if not newest or newest[0].entry != entry:
        raise Refused(Say(N_("Something else was saved since. Use Undo at the top of the window.")))
    return register.undo()
