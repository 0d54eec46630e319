"""The way to a register: started, opened for work or for reading, or held in memory for tests."""

import os
from pathlib import Path

from pmdesk.domain.words import N_, Say
from pmdesk.register import database
from pmdesk.register.change import Changes
from pmdesk.register.cipher import Key, Opens, key_for, make_key
from pmdesk.register.database import connect, in_memory, sniff
from pmdesk.register.entries import Scalar
from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.founding import found
from pmdesk.register.ids import new_id
from pmdesk.register.lock import Holder, Lock, lock_path
from pmdesk.register.open_file import Register
from pmdesk.register.opening import bring_up_to_date, connect_checked, take_lock
from pmdesk.register.schema import latest, migrate, version
from pmdesk.register.search import Found

__all__ = ["Changes", "Found", "Register", "Scalar", "create", "lock_path", "memory", "open_register"]


def create(path: Path, who: str = "", passphrase: str = "") -> Register:
    """Start an empty register at `path`, which must not exist; it stands there whole or not at all."""
    if path.exists():
        raise Unavailable(Say(N_("{name} is already there. Choose another name."), {"name": path.name}))
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    key = make_key(passphrase) if passphrase else None
    with storage():
        identity, _key = found()
        database.clear_parts(path)
        aside.touch()
        try:
            db = connect(aside, read_only=False, key=key)
            try:
                migrate(db)
                db.execute("INSERT INTO register(id) VALUES (?)", (identity,))
            finally:
                db.close()
            os.link(aside, path) if hasattr(os, "link") else os.rename(aside, path)
            database.sync_folder(path.parent)
        except FileExistsError as error:
            raise Unavailable(
                Say(N_("{name} is already there. Choose another name."), {"name": path.name})
            ) from error
        finally:
            database.clear_parts(path)
    return open_register(path, who=who, key=key)


def open_register(path: Path, *, read_only: bool = False, who: str = "", key: Opens = None) -> Register:
    """Open a register for work; for reading when asked, when someone has it, or when it cannot be written.

    NeedsPassphrase and WrongPassphrase are the two ways in which a protected one does not open for want of
    the right `key`; a plain one takes no notice of it.
    """
    with storage():
        found = key_for(path, sniff(path), key)
    lock: Lock | None = None
    holder: Holder | None = None
    if not read_only:
        lock, holder, read_only = take_lock(path, who)
    try:
        if found and lock:
            with storage():
                database.clear_parts(path)  # a plain copy half made when its passphrase was being removed
        return _open(path, found, read_only=read_only, lock=lock, holder=holder)
    except BaseException:
        if lock:
            lock.let_go()
        raise


def memory() -> Register:
    """A register without a file, for tests."""
    db = in_memory()
    migrate(db)
    db.execute("INSERT INTO register(id) VALUES (?)", (new_id(),))
    return Register(db, None, read_only=False, lock=None, holder=None)


def _open(
    path: Path, key: Key | None, *, read_only: bool, lock: Lock | None, holder: Holder | None
) -> Register:
    with storage():
        db = connect_checked(path, read_only, key)
        try:
            if version(db) < latest():
                bring_up_to_date(db, read_only)
            register = Register(db, path, read_only=read_only, lock=lock, holder=holder)
        except BaseException:
            db.close()
            raise
    return register
