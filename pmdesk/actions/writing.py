"""Puts bytes in a file so that a half-written one is never seen; what the bytes are is no business of its."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pmdesk.domain.words import N_, Say
from pmdesk.register.database import sync_folder
from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.store import Register

NO_FOLDER = N_("There is no folder ‘{folder}’. Choose another.")


def spare_the_register(register: Register, out: Path) -> None:
    """Unavailable when `out` is the register itself: no paper and no list may take its place."""
    # Compared by os.stat alone: opening the live register here would drop its lock.
    if register.path and out.exists() and out.samefile(register.path):
        raise Unavailable(Say(N_("{name} is the register itself. Choose another name."), {"name": out.name}))


def write_file(made: bytes, out: Path) -> Path:
    """Write aside, on the disk, then in place of what was there; Unavailable when it cannot be."""
    if not out.parent.is_dir():
        raise Unavailable(Say(NO_FOLDER, {"folder": str(out.parent)}))
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


def write_all(made: Iterable[tuple[str, bytes]], folder: Path) -> list[Path]:
    """Write (name, bytes) each into a folder of our own aside, then all in place; none if one is not made.

    The folder is made where only it is missing. Unavailable when it cannot be written to.
    """
    aside, names, new = folder / f"{_ASIDE}{os.getpid()}.part", list[str](), not folder.exists()
    if not folder.parent.is_dir() or not (new or folder.is_dir()):
        wrong = folder.parent if new else folder
        raise Unavailable(Say(NO_FOLDER, {"folder": str(wrong)}))
    with storage():
        folder.mkdir(exist_ok=True)
        try:
            _clear_aside(folder)
            aside.mkdir()
            for name, content in made:
                with (aside / name).open("wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                names.append(name)
            for name in names:
                (aside / name).replace(folder / name)
            sync_folder(folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
            if new:
                with suppress(OSError):  # it is not empty once the files are in it
                    folder.rmdir()
    return [folder / name for name in names]


def free_name(name: str, taken: set[str]) -> str:
    """The name, with a number where another file of the run is called the same, in any case of letters."""
    stem, number = name.removesuffix(".pdf"), 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number}).pdf"
    taken.add(name.casefold())
    return name


_ASIDE = ".pmdesk-papers."


def _clear_aside(folder: Path) -> None:
    """What a run left that was killed."""
    for left in folder.glob(f"{_ASIDE}*.part"):
        shutil.rmtree(left, ignore_errors=True)
