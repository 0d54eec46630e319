"""One SQLite library, one way to open it: the settings proved by simulated power cuts stand here."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from glob import escape
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from pmdesk.domain.words import N_, Say
from pmdesk.register.cipher import PAGE, SALT, Key, looks_enciphered
from pmdesk.register.faults import DAMAGED, NOT_OURS, Damaged, Unavailable

APPLICATION_ID = 0x504D4431  # 'PMD1'
OLDEST_SQLITE = (3, 51, 3)  # older ones have the WAL-reset race

Connection = Any  # sqlcipher3 ships no types
_AT_ONCE = 512  # values asked for in one statement

# Nothing, bytes and yes or no are bound as they are. Without an adapter of their own, one is looked for
# in vain at every value, which took eight times as long (a row of 17 fields 11 µs, so 3).
sqlite.register_adapter(type(None), {}.get)
sqlite.register_adapter(bytes, bytes)
sqlite.register_adapter(bool, int)

# TRUNCATE with EXTRA lost no acknowledged save in 13,000 simulated power cuts and leaves one complete
# file at rest; Python's own default lost 53 in 3,000.
_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA cache_spill=OFF",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA busy_timeout=5000",
)


class _Keyed(sqlite.Connection):  # type: ignore[misc]
    """A connection that knows the key of its file, for the copies made of it; None where that is plain.

    `orders` has long lists as they were last read; `orders_as_of` tells whether they still hold (orders.py).
    """

    key: Key | None = None

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.orders: dict[object, Any] = {}
        self.orders_as_of: tuple[int, int] | None = None


def connect(path: Path, *, read_only: bool, key: Key | None = None) -> Connection:
    """Open the file with our settings; `read_only` never writes a byte. Errors are sqlcipher3's.

    `key` opens a protected file; it stays with the connection as `db.key`.
    """
    assert_version()
    mode = "ro" if read_only else "rw"
    uri = f"file:{_quoted(path)}?mode={mode}"
    db = sqlite.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256, factory=_Keyed
    )
    try:
        if key is not None:
            _unlock(db, key)
        for setting in _SETTINGS:
            db.execute(setting)
        if read_only:
            db.execute("PRAGMA query_only=ON")
        else:
            db.execute("PRAGMA journal_mode=TRUNCATE")
            db.execute("PRAGMA synchronous=EXTRA")
    except BaseException:
        db.close()
        raise
    return db


def _unlock(db: Connection, key: Key) -> None:
    """Give the key before anything is read; the settings are those of SQLCipher 4, whatever the default."""
    db.execute("PRAGMA cipher_log_level=NONE")  # it would write to the terminal by itself
    db.execute(f'PRAGMA key="{key.told}"')
    db.execute("PRAGMA cipher_compatibility=4")
    db.key = key
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite.DatabaseError as error:
        if "not a database" in str(error):  # the key was tried on its pages before, so the first is spoilt
            raise Damaged(DAMAGED) from error
        raise


def in_memory() -> Connection:
    """A register that lives only as long as the process: for tests and for comparing schemas."""
    assert_version()
    db = sqlite.connect(
        ":memory:", isolation_level=None, check_same_thread=False, cached_statements=256, factory=_Keyed
    )
    for setting in _SETTINGS:
        db.execute(setting)
    return db


def write_all(db: Connection, sql: str, rows: Sequence[Sequence[object]]) -> None:
    """A statement for each of these rows; none costs nothing."""
    if rows:
        db.executemany(sql, rows)


def among(db: Connection, sql: str, values: Iterable[object]) -> list[Any]:
    """The rows of a statement that asks for any number of values: it says `IN ({marks})` once.

    Doubled values change nothing; a value's rows come once if the values are all different.
    """
    wanted, found = list(values), list[Any]()
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        # Few lengths, so that the prepared statements are found again.
        some += some[-1:] * ((1 << (len(some) - 1).bit_length()) - len(some))
        found += db.execute(_asking(sql, len(some)), some).fetchall()
    return found


@lru_cache(maxsize=512)
def _asking(sql: str, many: int) -> str:
    return sql.format(marks=", ".join("?" * many))


def columns(db: Connection, sql: str, values: Sequence[object], *names: str) -> list[list[Any]]:
    """The named columns of a statement's rows, each as a list, in order; numbers, texts and nothing only.

    They come as one row of JSON: taken row by row, 50,000 numbers took twice as long.
    """
    asked = ", ".join(f"json_group_array({name})" for name in names)
    return [json.loads(text) for text in db.execute(f"SELECT {asked} FROM ({sql})", values).fetchone()]


def assert_version() -> None:
    """Refuse to work on a SQLite older than the one whose behaviour was proved."""
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        raise Unavailable(
            Say(
                N_("pmdesk needs SQLite {wanted} or newer; this is {found}. Install pmdesk again."),
                {"wanted": ".".join(map(str, OLDEST_SQLITE)), "found": sqlite.sqlite_version},
            )
        )


def sniff(path: Path) -> bytes | None:
    """Look at the first bytes before SQLite has the file: ours, or a sentence saying what it is.

    The salt of a file that may be a protected register; None for a plain one.
    Only ever called before the file is open: closing a second handle would drop SQLite's POSIX lock.
    """
    if path.is_dir():
        raise Unavailable(N_("This is a folder, not a file."))
    if not path.exists():
        raise Unavailable(Say(N_("There is no file {name}."), {"name": path.name}))
    try:
        with path.open("rb") as file:
            head, size = file.read(PAGE), os.fstat(file.fileno()).st_size
    except PermissionError as error:
        raise Unavailable(N_("You do not have the right to read this file.")) from error
    if not head:
        raise Damaged(N_("This file is empty. It is not a pmdesk register. Nothing was changed."))
    if head[:16] != b"SQLite format 3\0" or len(head) < 100:
        # A power cut may leave a page half written at the end, and the journal that mends it.
        if looks_enciphered(head, 0 if needs_recovery(path) else size):
            return head[:SALT]
        raise Damaged(NOT_OURS)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Damaged(NOT_OURS)
    return None


def needs_recovery(path: Path) -> bool:
    """Whether a killed process left a journal that SQLite must play back before anyone can read."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last through a power cut (Windows has no such call and needs none)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear_parts(path: Path) -> None:
    """Remove what was being written aside for `path` by a process that was killed, or that failed."""
    for left in path.parent.glob(f".{escape(path.name)}.*.part*"):
        # Another program may be reading it: then it goes the next time.
        with suppress(OSError):
            left.unlink()


def _quoted(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path.absolute()).replace("\\", "/"))
