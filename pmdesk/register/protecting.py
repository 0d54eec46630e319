"""A register's file rewritten under another key, or none: made whole beside it, checked, put in its place.

Whatever stops this half-way, one file stands under the register's name and opens with the one passphrase
or the other. The backups kept on this laptop come along; what was not reached goes on another day.
"""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pmdesk.domain.words import N_, Say
from pmdesk.register import backups
from pmdesk.register.checking import check
from pmdesk.register.cipher import RAW, WRONG, Key, keys_of, make_key
from pmdesk.register.database import Connection, clear_parts, connect, sniff, sync_folder
from pmdesk.register.faults import Unavailable, WrongPassphrase, storage
from pmdesk.register.open_file import Register
from pmdesk.register.schema import refuse_strange

NOT_RIGHT = N_(
    "The register did not come out right under its new passphrase, and stays as it was. Check the register."
)
NOT_SURE = N_(
    "The register was rewritten, but the disk did not confirm it. Until it has been opened once more, keep "
    "the passphrase it had before as well as the new one."
)
MOVED_ON = N_("Something was saved meanwhile, so the register stays as it was. Try again.")
# Kept in the register till every backup of this laptop has come along: the key that still opens some of them.
_FORMER = "former_key"
_AT_ONCE = 1 << 20


class Prepared(NamedTuple):
    """A whole, checked copy beside the register, and the connection that knows whether it still is one."""

    aside: Path
    key: Key | None
    held: Connection
    version: int


class MovedOn(Unavailable):
    """Something was saved in the register after it was copied."""


def is_protected(register: Register) -> bool:
    return register.db.key is not None


def opens(register: Register, passphrase: str) -> bool:
    """Whether that is the passphrase of this register; it takes some 0.2 seconds."""
    import hmac

    own = register.db.key
    if own is None:
        return False
    return any(hmac.compare_digest(key.raw, own.raw) for key in keys_of(passphrase, own.salt))


def prepare(register: Register, passphrase: str) -> Prepared:
    """Write the register beside itself under a passphrase ('' means plain); in any thread.

    It holds nobody up: what is saved meanwhile is found out when the copy is put in its place.
    """
    if register.read_only or register.path is None:
        raise Unavailable(register.why_read_only())
    path, old = register.path, register.db.key
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with storage():
        key = make_key(passphrase) if passphrase else None
        clear_parts(path)
        held = connect(path, read_only=False, key=old)
        try:
            version = _data_version(held)
            _rewrite(path, aside, old, key, former=old)
            _look_over(held, aside, key, register.id)
            backups.sync_file(aside)
        except BaseException:
            held.close()
            clear_parts(path)
            raise
    return Prepared(aside, key, held, version)


def throw_away(register: Register, prepared: Prepared) -> None:
    """Leave the register as it is."""
    prepared.held.close()
    assert register.path is not None
    clear_parts(register.path)


def put_in_place(register: Register, prepared: Prepared) -> None:
    """Let the copy be the register, in the register's own thread; Unavailable when it did not happen.

    From the last look at the register to its new name nobody can save in it; MovedOn when somebody has.
    The plain bytes of an unprotected file are overwritten where they lie, as far as the disk allows that.
    """
    path = register.path
    assert path is not None
    _hold(register, prepared)
    made = prepared.aside.stat()
    plain = _to_overwrite(path) if register.db.key is None else -1
    wrong: BaseException | None = None
    try:
        if sys.platform == "win32":  # a file that is open cannot be replaced there
            prepared.held.close()
            register.db.close()
        os.replace(prepared.aside, path)
        sync_folder(path.parent)
    except OSError as error:
        wrong = error
    try:
        with storage():
            there = os.path.samestat(path.stat(), made)
            fresh = connect(path, read_only=False, key=prepared.key if there else register.db.key)
            prepared.held.close()
            register.db.close()
            register.db = fresh
            if wrong and not there:
                raise wrong
        if wrong:
            raise Unavailable(NOT_SURE) from wrong
    finally:
        prepared.held.close()
        clear_parts(path)
        _overwrite(plain)


def _hold(register: Register, prepared: Prepared) -> None:
    """Let nobody write any more, if nobody has; else the copy is thrown away."""
    try:
        with storage():
            prepared.held.execute("BEGIN IMMEDIATE")
            if _data_version(prepared.held) != prepared.version:
                raise MovedOn(MOVED_ON)
    except BaseException:
        throw_away(register, prepared)
        raise


def _data_version(db: Connection) -> int:
    """Changes with every commit of another connection."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def bring_backups_along(register: Register) -> int:
    """Put the backups kept on this laptop under the register's own passphrase; how many could not be.

    Those that have it already are left alone, so it may be asked at any time, and in any thread that has a
    register of its own.
    """
    key, former, left = register.db.key, _former(register), 0
    folder = backups.folder_of(register.id)
    for half_made in folder.glob(".*.part*"):
        with suppress(OSError):
            half_made.unlink()
    for path in sorted(folder.glob("*.pmdesk")):
        try:
            with storage():
                _bring_along(path, key, former)
        except Unavailable:
            left += 1
    if former and not left:
        register.set_local(_FORMER, None)
    return left


def _bring_along(path: Path, key: Key | None, former: Key | None) -> None:
    salt = sniff(path)
    known = {each.salt if each else None: each for each in (None, former, key)}
    if salt not in known:
        raise WrongPassphrase(Say(WRONG, {"name": path.name}))
    now = known[salt]
    if now == key:
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    plain = -1
    try:
        _rewrite(path, aside, now, key, former=None)
        _look_over(None, aside, key, "")
        backups.sync_file(aside)
        shutil.copystat(path, aside)
        plain = _to_overwrite(path) if now is None else -1
        os.replace(aside, path)
        sync_folder(path.parent)
    finally:
        clear_parts(path)
        _overwrite(plain)


def _former(register: Register) -> Key | None:
    kept = register.local(_FORMER)
    raw = bytes.fromhex(kept) if kept else b""
    return Key(raw[:RAW], raw[RAW:]) if raw else None


def _rewrite(path: Path, aside: Path, old: Key | None, new: Key | None, former: Key | None) -> None:
    """Everything in the file, under another key; what was deleted does not come along."""
    db = connect(path, read_only=True, key=old)
    try:
        db.execute("PRAGMA query_only=OFF")  # the file itself was opened for reading only
        db.execute("PRAGMA cache_spill=ON")  # nothing here is taken back
        db.execute("ATTACH ? AS aside KEY ?", (str(aside), new.told if new else ""))
        # It is synced as a whole when it is whole.
        db.execute("PRAGMA aside.journal_mode=OFF")
        db.execute("PRAGMA aside.synchronous=OFF")
        db.execute("SELECT sqlcipher_export('aside')").fetchone()
        for mark in ("application_id", "user_version"):
            db.execute(f"PRAGMA aside.{mark}={db.execute(f'PRAGMA main.{mark}').fetchone()[0]}")
        if former:
            kept = (_FORMER, (former.raw + former.salt).hex())
            db.execute("INSERT OR REPLACE INTO aside.local(name, value) VALUES (?, ?)", kept)
        db.execute("DETACH aside")
    finally:
        db.close()
    shutil.copymode(path, aside)


def _look_over(held: Connection | None, aside: Path, key: Key | None, register_id: str) -> None:
    """Unavailable unless the copy is sound and, held beside the register, has all that is in it."""
    copy = connect(aside, read_only=True, key=key)
    try:
        refuse_strange(copy)
        spoilt = key is not None and copy.execute("PRAGMA cipher_integrity_check").fetchall()
        if spoilt or copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise Unavailable(NOT_RIGHT)
        if held is not None and (_tally(copy) != _tally(held) or check(copy, register_id)):
            raise Unavailable(NOT_RIGHT)
    finally:
        copy.close()


def _tally(db: Connection) -> list[tuple[str, int]]:
    """How many rows each table has; what is kept for this laptop may have one more."""
    tables = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'local' ORDER BY name"
    ).fetchall()
    return [(name, db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in tables]


def _to_overwrite(path: Path) -> int:
    """A handle on the plain file that is about to be replaced; -1 where there can be none."""
    if sys.platform == "win32":  # it would keep the file from being replaced
        return -1
    with suppress(OSError):
        return os.open(path, os.O_RDWR)
    return -1


def _overwrite(handle: int) -> None:
    """Zeros over what was replaced, unless it still has a name; a disk may keep old blocks all the same."""
    if handle < 0:
        return
    with suppress(OSError):
        about = os.fstat(handle)
        if about.st_nlink == 0:
            for at in range(0, about.st_size, _AT_ONCE):
                os.pwrite(handle, bytes(min(_AT_ONCE, about.st_size - at)), at)
            os.fsync(handle)
    with suppress(OSError):
        os.close(handle)
