"""Puts bytes in a file so that a half-written one is never seen; what the bytes are is no business of its."""

import os
from contextlib import suppress
from pathlib import Path

from pmdesk.register.database import sync_folder
from pmdesk.register.faults import storage


def write_file(made: bytes, out: Path) -> Path:
    """Write aside, on the disk, then in place of what was there; Unavailable when it cannot be."""
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
