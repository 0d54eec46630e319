"""Registers that many tests begin with: made once in each process, then copied with their laptop's keys."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pmdesk.actions.registers import Register, open_register

T = TypeVar("T")

_made: dict[Callable[..., Any], tuple[Path, Any]] = {}


def made_once(make: Callable[[Path], tuple[Register, T]], folder: Path) -> tuple[Register, T]:
    """What `make` begins in a folder, as a copy in `folder`, opened as on the next morning; and what it told.

    `make` may depend on nothing of the test: neither on its clock nor on its folder.
    """
    told = _kept(make)[1]
    return open_register(copied(make, folder)), told


def copied(make: Callable[[Path], Any], folder: Path) -> Path:
    """The same, not opened: where the copy lies."""
    kept = _kept(make)[0]
    shutil.copytree(kept / "home", os.environ["PMDESK_HOME"], dirs_exist_ok=True)
    (file,) = kept.glob("*.pmdesk")
    return Path(shutil.copy(file, folder / file.name))


def _kept(make: Callable[[Path], Any]) -> tuple[Path, Any]:
    if make in _made:
        return _made[make]
    kept, before = Path(tempfile.mkdtemp(prefix="pmdesk-made-")), os.environ["PMDESK_HOME"]
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    os.environ["PMDESK_HOME"] = str(kept / "home")
    (kept / "home").mkdir()
    try:
        told = make(kept)
    finally:
        os.environ["PMDESK_HOME"] = before
    if isinstance(told, tuple):
        told[0].close()
        told = told[1]
    _made[make] = kept, told
    return kept, told
