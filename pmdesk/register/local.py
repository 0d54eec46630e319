"""What a register file keeps for this laptop alone: who uses it, and drafts; outside the journal."""

import json
import time
from collections.abc import Mapping

from pmdesk.register.database import Connection


def local(db: Connection, name: str) -> str | None:
    row = db.execute("SELECT value FROM local WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def set_local(db: Connection, name: str, value: str | None) -> None:
    """Keep a value, or forget it when it is None."""
    if value is None:
        db.execute("DELETE FROM local WHERE name = ?", (name,))
    else:
        db.execute("INSERT OR REPLACE INTO local(name, value) VALUES (?, ?)", (name, value))


def keep_draft(db: Connection, page: str, typed: Mapping[str, object]) -> None:
    db.execute(
        "INSERT OR REPLACE INTO draft(page, typed, at) VALUES (?, ?, ?)",
        (page, json.dumps(typed, ensure_ascii=False), int(time.time() * 1000)),
    )


def draft(db: Connection, page: str) -> tuple[dict[str, object], int] | None:
    """What was typed on a page and not saved, and when (UTC milliseconds)."""
    row = db.execute("SELECT typed, at FROM draft WHERE page = ?", (page,)).fetchone()
    return (json.loads(row[0]), int(row[1])) if row else None


def drafts(db: Connection) -> list[str]:
    """The pages with a draft, newest first."""
    return [page for (page,) in db.execute("SELECT page FROM draft ORDER BY at DESC")]


def drop_draft(db: Connection, page: str) -> None:
    db.execute("DELETE FROM draft WHERE page = ?", (page,))
