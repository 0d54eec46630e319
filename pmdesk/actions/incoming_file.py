"""What somebody brings to be merged, told by its first bytes and never by its name."""

import os
from pathlib import Path

from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.pack_reading import looks_like_pack
from pmdesk.exchange.sealing import is_sealed
from pmdesk.register.cipher import PAGE, looks_enciphered
from pmdesk.register.faults import Unavailable, sentence_of
from pmdesk.register.store import Register

PACK, REGISTER = "pack", "register"
_NOTHING_OF_OURS = Say(
    N_("This is neither a pack nor a member’s file made by pmdesk. Nothing was brought in.")
)


def what_is(register: Register, path: Path) -> str:
    """PACK or REGISTER (a member's file, or a copy of a whole register); Refused when it is neither."""
    try:
        # The open register is told by os.stat alone: opening it once more would drop its lock.
        if register.path and path.samefile(register.path):
            raise Refused(Say(N_("{name} is the register itself. Choose another file."), {"name": path.name}))
        if path.is_dir():
            raise Refused(Say(N_("This is a folder, not a file.")))
        with path.open("rb") as file:
            start, size = file.read(PAGE), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise Unavailable(sentence_of(error)) from error
    if looks_like_pack(start) or is_sealed(start):
        return PACK
    if start.startswith(b"SQLite format 3\0") or looks_enciphered(start, size):
        return REGISTER
    raise Refused(_NOTHING_OF_OURS)
