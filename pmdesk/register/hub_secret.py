"""A hub's password, where a person asked for it to be kept: beside the device keys, never in the register.

It is kept for one address: another hub that is typed later is not told it.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from pmdesk.register.home import home


def keep_password(register_id: str, address: str, password: str) -> None:
    """Keep it in a file that only this person may read."""
    path = _path(register_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"address": address, "password": password}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)


def kept_password(register_id: str, address: str) -> str | None:
    """The password kept for this address, None where there is none."""
    try:
        said = json.loads(_path(register_id).read_text(encoding="utf-8"))
        return str(said["password"]) if said["address"] == address else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget_password(register_id: str) -> None:
    with suppress(FileNotFoundError):
        _path(register_id).unlink()


def _path(register_id: str) -> Path:
    return home() / "hubs" / f"{register_id}.json"
