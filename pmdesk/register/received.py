"""Files as they were received, each beside the annual update it led to; outside the journal."""

import time
from typing import NamedTuple

from pmdesk.register.database import Connection


class ReceivedFile(NamedTuple):
    """A file as it came: its name, when (UTC milliseconds), its bytes."""

    name: str
    at: int
    bytes: bytes


def keep(db: Connection, digest: bytes, annual_update: str, name: str, data: bytes) -> None:
    """Keep a file's bytes under their SHA-256; one that came before now leads to this update."""
    db.execute(
        "INSERT OR REPLACE INTO received(hash, annual_update, name, at, bytes) VALUES (?, ?, ?, ?, ?)",
        (digest, annual_update, name, int(time.time() * 1000), data),
    )


def led_to(db: Connection, digest: bytes) -> str | None:
    """The id of the annual update that a file led to; None when it never came."""
    row = db.execute("SELECT annual_update FROM received WHERE hash = ?", (digest,)).fetchone()
    return str(row[0]) if row else None


def files_of(db: Connection, annual_update: str) -> list[ReceivedFile]:
    """The files that led to an update, the newest first."""
    rows = db.execute(
        "SELECT name, at, bytes FROM received WHERE annual_update = ? ORDER BY at DESC, hash",
        (annual_update,),
    )
    return [ReceivedFile(str(name), int(at), bytes(data)) for name, at, data in rows]
