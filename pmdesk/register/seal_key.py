"""This laptop's own secret for packs sealed to it: beside its signing key, never in a register."""

import os
from pathlib import Path

from pmdesk.register.home import home

_LONGEST = 200


def seal_key(register_id: str) -> str:
    """The secret for a register's packs; '' while there is none."""
    try:
        return _path(register_id).read_text(encoding="ascii")[:_LONGEST].strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def keep_seal_key(register_id: str, secret: str) -> None:
    """Keep it whole or not at all, for this person's eyes only."""
    path = _path(register_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def _path(register_id: str) -> Path:
    return home() / "keys" / f"{register_id}.seal"
