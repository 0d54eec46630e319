"""Puts bytes in a file so that a half-written one is never seen; what the bytes are is no business of its."""

import os
from contextlib import suppress
from pathlib import Path

from pmdesk.domain.words import N_, Say
from pmdesk.register.database import sync_folder
from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.store import Register


def spare_the_register(register: Register, out: Path) -> None:
    """Unavailable when `out` is the register itself: no paper and no list may take its place."""
    # Compared by os.stat alone: opening the live register here would drop its lock.
    if register.path and out.exists() and out.samefile(register.path):
        raise Unavailable(Say(N_("{name} is the register itself. Choose another name."), {"name": out.name}))


def write_file(made: bytes, out: Path) -> Path:
    """Write aside, on the disk, then in place of what was there; Unavailable when it cannot be."""
    if not out.parent.is_dir():
        raise Unavailable(
            Say(N_("There is no folder ‘{folder}’. Choose another."), {"folder": str(out.parent)})
        )
    aside = out.with_name(f".{out.name}.{os.getpid()}.part")
    with storage():
        try:
            with aside.open("wb") as file:
                file.write(made)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(out)
            sync_folder(out.parent)
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
    return out
