"""The way into a register's file: its schema is compared before anything is read, an older one updated."""

import os
from pathlib import Path

from pmdesk.domain.words import N_
from pmdesk.register import backups
from pmdesk.register.catching_up import known_columns, show_unknown
from pmdesk.register.cipher import Key
from pmdesk.register.database import Connection, connect, needs_recovery
from pmdesk.register.faults import DAMAGED, GONE, Damaged, Unavailable
from pmdesk.register.lock import Holder, Lock, take
from pmdesk.register.schema import migrate, refuse_strange, version


def take_lock(path: Path, who: str) -> tuple[Lock | None, Holder | None, bool]:
    """The lock, or who has it, or neither; and whether the register can only be read."""
    try:
        taken = take(path, who)
    except OSError:
        return None, None, True
    if isinstance(taken, Holder):
        return None, taken, True
    if not os.access(path, os.W_OK):
        taken.let_go()
        return None, None, True
    return taken, None, False


def connect_checked(path: Path, read_only: bool, key: Key | None = None) -> Connection:
    """The schema is compared on a connection that cannot write; only then does the real one open."""
    hot = needs_recovery(path)
    db = connect(path, read_only=read_only or not hot, key=key)
    try:
        refuse_strange(db)
        if db.execute("SELECT count(*) FROM register").fetchone()[0] != 1:
            raise Damaged(DAMAGED)
    except BaseException:
        db.close()
        raise
    if read_only or hot:
        return db
    db.close()
    return connect(path, read_only=False, key=key)


def newest_of(db: Connection) -> tuple[int, bytes] | None:
    """The number and hash of the newest save; None while there is none."""
    row = db.execute("SELECT n, hash FROM entry ORDER BY n DESC LIMIT 1").fetchone()
    return (int(row[0]), bytes(row[1])) if row else None


def renewed(db: Connection, path: Path, newest: tuple[int, bytes] | None) -> Connection:
    """A new connection in place of one that ran out of memory in a save, or whose stick was pulled out.

    Its search index may go on from words that were taken back: a later save would write them (seen once in
    some 6,600 allocations that failed). Unavailable when what is there now lacks the newest save we know of.
    """
    fresh = connect(path, read_only=False, key=db.key)
    known = newest is None or fresh.execute("SELECT 1 FROM entry WHERE n = ? AND hash = ?", newest).fetchone()
    if not known:
        fresh.close()
        raise Unavailable(GONE)
    db.close()
    return fresh


def bring_up_to_date(db: Connection, read_only: bool) -> None:
    """Copy an older register aside and bring its tables up to date; Unavailable when it cannot be."""
    if read_only:
        raise Unavailable(N_("This register is of an older pmdesk and must be opened for writing once."))
    identity = db.execute("SELECT id FROM register").fetchone()[0]
    backups.before_migration(db, identity, version(db))
    shown = known_columns(db)
    migrate(db, then=lambda db: show_unknown(db, shown))
