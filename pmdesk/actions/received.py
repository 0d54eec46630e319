"""The files an annual update came from, as they came: which there are, and a copy to look at or keep."""

import atexit
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.register.store import Register


class Received(NamedTuple):
    """One file: its name without whatever held it, and the ISO day it was taken in here."""

    name: str
    day: str


def received_of(register: Register, update: str | None) -> list[Received]:
    """The files that led to an update, the newest first; none for one that was typed."""
    files = register.received_files(update) if update else []
    return [
        Received(_own_name(file.name), datetime.fromtimestamp(file.at / 1000).date().isoformat())
        for file in files
    ]


def save_received(register: Register, update: str, place: int, out: Path) -> Path:
    """Write the file at that place of `received_of` to `out`; Unavailable when the disk does not take it."""
    files = register.received_files(update)
    if not 0 <= place < len(files):
        raise Refused(Say(N_("This file is not kept any more.")))
    spare_the_register(register, out)
    return write_file(files[place].bytes, out)


def copy_received(register: Register, update: str, place: int) -> Path:
    """A copy in a folder of its own among the system's temporary files, to be opened and forgotten.

    Another program reads it, so it is plain whatever the register is; it goes when pmdesk ends.
    """
    received = received_of(register, update)
    name = received[place].name if 0 <= place < len(received) else "form.pdf"
    folder = tempfile.mkdtemp(prefix="pmdesk-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return save_received(register, update, place, Path(folder) / name)


def _own_name(name: str) -> str:
    """Of 'mail.eml: form.pdf' the form's; never a path, and always a PDF."""
    own = name.rsplit(": ", 1)[-1].replace("\\", "/").rsplit("/", 1)[-1].strip() or "form"
    return own if own.casefold().endswith(".pdf") else f"{own}.pdf"
