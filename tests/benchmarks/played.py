"""A save's own statements, noted as it makes them, played again on a copy: the least SQLite could do."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pmdesk.register.database import connect
from pmdesk.register.store import Register, open_register
from tests.benchmarks.timing import turn_by_turn

Heard = list[tuple[str, str, Any]]


class Listening:
    """A connection that notes every statement it passes on."""

    def __init__(self, db: Any) -> None:
        self._db = db
        self.heard: Heard = []

    def execute(self, sql: str, values: Any = ()) -> Any:
        self.heard.append(("execute", sql, values))
        return self._db.execute(sql, values)

    def executemany(self, sql: str, values: Any) -> Any:
        self.heard.append(("executemany", sql, values := list(values)))
        return self._db.executemany(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)


@contextmanager
def copies(path: Path) -> Iterator[tuple[Register, Any]]:
    """Two copies of a register that may be written to: one open as ours, one as bare SQLite."""
    with tempfile.TemporaryDirectory(prefix="pmdesk-copies-", dir=path.parent) as folder:
        ours, raw = (Path(folder) / f"{name}.pmdesk" for name in ("ours", "raw"))
        for copy in (ours, raw):
            shutil.copy(path, copy)
        bare = connect(raw, read_only=False)
        try:
            with open_register(ours) as register:
                yield register, bare
        finally:
            bare.close()


def beside_raw(register: Register, raw: Any, save: Callable[[], object], rounds: int) -> tuple[float, float]:
    """A save's median, and that of its own statements alone: nothing is made, signed or worked out there."""
    listening = Listening(register.db)
    register.db = listening

    def ours() -> None:
        listening.heard = []
        save()

    try:
        return turn_by_turn(ours, lambda: play(raw, listening.heard), rounds)
    finally:
        register.db = listening._db


def play(db: Any, heard: Heard) -> None:
    """The statements once more, their rows fetched."""
    for way, sql, values in heard:
        made = getattr(db, way)(sql, values)
        if way == "execute":
            made.fetchall()
