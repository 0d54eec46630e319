"""Out of a backup a register again: a new file, checked whole, never over one that is there.

Which backups are a register's own is also found out where its file no longer opens: from what can still be
read of it, or from the note of its place that lies beside its backups.
"""

import os
from pathlib import Path
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlite

from pmdesk.domain.words import N_, Say
from pmdesk.register.backups import KEPT_FOR, copy_whole, sync_file
from pmdesk.register.checking import check
from pmdesk.register.cipher import Key, Opens, key_for
from pmdesk.register.database import Connection, clear_parts, connect, sniff, sync_folder
from pmdesk.register.faults import Damaged, Unavailable
from pmdesk.register.home import home
from pmdesk.register.ids import is_id
from pmdesk.register.opening import connect_checked
from pmdesk.register.schema import latest, migrate, refuse_strange, version

SPOILT = N_(
    "This backup is damaged: {what} Nothing was written."
    " Choose an earlier one, or open it to save what can be read of it."
)


class Kept(NamedTuple):
    """A backup as it lies there, and when its file was written (seconds).

    `later` are the saves of the register it was compared with that came after it, None where there is none;
    `fault` says why it cannot be opened.
    """

    path: Path
    at: float
    size: int
    later: int | None
    fault: Say | None


def restore(backup: Path, new: Path, key: Opens = None) -> str:
    """A register at `new` out of a backup, brought up to date and checked whole; the register's id.

    Unavailable when a file of that name is there, Damaged when the backup is not sound; nothing stands at
    `new` then. The backup is only read. A protected one needs its `key`, and so does what is made of it.
    """
    refuse_taken(new)
    found = key_for(backup, sniff(backup), key)
    clear_parts(new)
    aside = new.with_name(f".{new.name}.{os.getpid()}.part")
    try:
        _copy(backup, aside, found)
        identity = _made_sound(aside, found)
        sync_file(aside)
        put_in_place(aside, new)
    finally:
        clear_parts(new)
    return identity


def refuse_taken(new: Path) -> None:
    """Unavailable when something has that name, or there is no such folder."""
    if new.exists():
        raise Unavailable(Say(N_("{name} is already there. Choose another name."), {"name": new.name}))
    if not new.parent.is_dir():
        raise Unavailable(Say(N_("There is no folder {folder}."), {"folder": str(new.parent)}))


def put_in_place(aside: Path, new: Path) -> None:
    """Give what was made aside its name, unless the name was taken meanwhile."""
    try:
        os.link(aside, new)
    except FileExistsError:
        refuse_taken(new)
        raise
    except OSError:  # a stick's file system knows no links
        refuse_taken(new)
        os.rename(aside, new)
    sync_folder(new.parent)


def kept_in(folder: Path, db: Connection | None) -> list[Kept]:
    """The backups in a folder, the newest first; compared with an open register where there is one."""
    found = [looked_at(path, db) for path in folder.glob("*.pmdesk")]
    return sorted(found, key=lambda each: (each.at, each.path.name), reverse=True)


def looked_at(path: Path, db: Connection | None) -> Kept:
    """One backup: when, how large, and how much came after it."""
    stat = path.stat()
    try:
        salt, key = sniff(path), None if db is None else db.key
        if salt and (key is None or key.salt != salt):
            return Kept(path, stat.st_mtime, stat.st_size, None, None)  # under a passphrase of its own
        copy = connect(path, read_only=True, key=key if salt else None)
        try:
            refuse_strange(copy)
            later = None if db is None else _later(db, copy)
        finally:
            copy.close()
    except (Unavailable, sqlite.Error, OSError) as error:
        fault = error.sentence if isinstance(error, Unavailable) else Say(N_("It cannot be read."))
        return Kept(path, stat.st_mtime, stat.st_size, None, fault)
    return Kept(path, stat.st_mtime, stat.st_size, later, None)


def folder_kept_for(register_id: str) -> Path:
    """Where the backups of a register lie; nothing is made."""
    return home() / "backups" / register_id


def id_of(path: Path) -> str | None:
    """The id of a register, also of one that no longer opens; None when nothing tells it."""
    try:
        db = connect(path, read_only=True)
        try:
            [(found,)] = db.execute("SELECT id FROM register")
        finally:
            db.close()
        if is_id(found):
            return str(found)
    except (sqlite.Error, ValueError, OSError):
        pass  # its backups may know it
    for note in sorted((home() / "backups").glob(f"*/{KEPT_FOR}")):
        if is_id(note.parent.name) and note.read_text("utf-8", errors="replace") == str(path.absolute()):
            return note.parent.name
    return None


def _later(db: Connection, copy: Connection) -> int:
    """How many saves of `db` a backup does not have."""
    newest = copy.execute("SELECT n, hash FROM entry ORDER BY n DESC LIMIT 1").fetchone()
    if newest is None:
        return int(db.execute("SELECT count(*) FROM entry").fetchone()[0])
    n, digest = newest
    # A backup keeps the numbers of its register: below a save they share, they share all.
    if db.execute("SELECT 1 FROM entry WHERE n = ? AND hash = ?", (n, digest)).fetchone():
        return int(db.execute("SELECT count(*) FROM entry WHERE n > ?", (n,)).fetchone()[0])
    there = {bytes(each) for (each,) in copy.execute("SELECT hash FROM entry")}
    return sum(bytes(each) not in there for (each,) in db.execute("SELECT hash FROM entry"))


def _copy(backup: Path, aside: Path, key: Key | None) -> None:
    try:
        db = connect_checked(backup, True, key)
        try:
            copy_whole(db, aside)
        finally:
            db.close()
    except sqlite.DatabaseError as error:
        if isinstance(error, sqlite.OperationalError):
            raise  # the disk, not the backup
        raise Damaged(Say(SPOILT, {"what": Say(N_("it cannot be read to its end."))})) from error


def _made_sound(aside: Path, key: Key | None) -> str:
    """Bring a copy up to date and check it; its register's id."""
    db = connect(aside, read_only=False, key=key)
    try:
        if version(db) < latest():
            migrate(db)
        identity = str(db.execute("SELECT id FROM register").fetchone()[0])
        if problems := check(db, identity):
            raise Damaged(Say(SPOILT, {"what": problems[0]}))
    finally:
        db.close()
    return identity
