"""Laptops of one register with keys of their own, for the tests of whose saves count."""

from pathlib import Path

import pytest

from pmdesk.register import founding, keys
from pmdesk.register.store import Register, memory


def laptop(folder: Path, of: Register | None = None) -> Register:
    """A copy of a register on a laptop with a folder of its own; without `of` the one that began it."""
    folder.mkdir()
    made = memory()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PMDESK_HOME", str(folder))
        identity, key = founding.found() if of is None else (of.id, keys.make_key(of.id))
    made.db.execute("UPDATE register SET id = ?", (identity,))
    made.id, made._key = identity, key
    return made


def secret_of(folder: Path, register: Register) -> bytes:
    """The recovery key kept on the laptop that began the register."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PMDESK_HOME", str(folder))
        secret = founding.kept_recovery(register.id)
    assert secret is not None
    return secret


def key_of(register: Register) -> bytes:
    assert register._key is not None
    return register._key.public


def state(register: Register) -> dict[str, object]:
    """Everything that must be alike on every laptop that has the same entries."""
    tables = ("partnership", "person", "laptop", "settings", "annual_update", "appointment", "organisation")
    db = register.db
    waits = db.execute("SELECT hash FROM entry WHERE stands = 0 ORDER BY hash").fetchall()
    heads = db.execute(
        "SELECT n.hash, e.id % 65536 FROM event e JOIN entry n ON n.n = e.id / 65536 WHERE e.head = 1"
        " ORDER BY 1, 2"
    ).fetchall()
    payloads = db.execute(
        "SELECT n.hash, p.event % 65536, p.value FROM payload p JOIN entry n ON n.n = p.event / 65536"
        " ORDER BY 1, 2"
    ).fetchall()
    rows = {
        kind: sorted((row[1:] for row in db.execute(f"SELECT * FROM {kind} WHERE stub = 0")), key=str)
        for kind in tables
    }
    return {"waits": waits, "heads": heads, "payloads": payloads, **rows}
