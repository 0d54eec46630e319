"""A register under a passphrase in the sweeps: opened by whichever it has, put under another, and judged."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from pmdesk.actions import encrypting
from pmdesk.register import cipher
from pmdesk.register.cipher import Key, key_for, make_key
from pmdesk.register.database import Connection, connect, sniff
from pmdesk.register.faults import Unavailable
from pmdesk.register.protecting import is_protected
from pmdesk.register.store import Register, open_register

ONE, OTHER = "march heavy average attack", "uphold always march heavy"
PLAIN = b"There before"  # the beginning of names that a protected register must not show


def quick_keys() -> None:
    """Fewer rounds in this process: the faults are in the storage calls, not in the making of keys."""
    cipher._ROUNDS = 500


def open_any(path: Path, *, read_only: bool = False) -> Register:
    """The register, by whichever passphrase it has; Unavailable when none of them opens it."""
    if sniff_quietly(path) is None:
        return open_register(path, read_only=read_only, who="Helen Marsh")
    try:
        return open_register(path, read_only=read_only, who="Helen Marsh", key=ONE)
    except cipher.WrongPassphrase:
        return open_register(path, read_only=read_only, who="Helen Marsh", key=OTHER)


def connect_any(path: Path, *, read_only: bool) -> Connection:
    """A bare connection to the same."""
    return connect(path, read_only=read_only, key=_key_of(path))


def mend(path: Path) -> None:
    """Let SQLite play back what a journal beside the register holds; no table is looked at."""
    key = _key_of(path)
    db = sqlite.connect(path, isolation_level=None)
    try:
        if key:
            db.execute("PRAGMA cipher_log_level=NONE")
            db.execute(f'PRAGMA key="{key.told}"')
            db.execute("PRAGMA cipher_compatibility=4")
        db.execute("PRAGMA user_version").fetchone()
    finally:
        db.close()


def _key_of(path: Path) -> Key | None:
    salt = sniff(path)
    for phrase in (ONE, OTHER):
        try:
            return key_for(path, salt, phrase)
        except cipher.WrongPassphrase:
            continue
    return make_key(ONE, salt)


def sniff_quietly(path: Path) -> bytes | None:
    try:
        return sniff(path)
    except (Unavailable, OSError):
        return None  # opening it says why


def under(register: Register) -> str:
    """Which passphrase a register has."""
    return next((each for each in (ONE, OTHER) if encrypting.is_right(register, each)), "none")


def protect(register: Register, say: Callable[[str], None], told: Callable[..., object]) -> None:
    """Whatever it has is taken away, from a backup too; then it is put under one passphrase and another."""
    if is_protected(register):
        with told(say):  # type: ignore[attr-defined]
            register.daily_backup(date(2026, 4, 26))
    if is_protected(register):
        with told(say):  # type: ignore[attr-defined]
            encrypting.decrypt(register)
            say("under none")
    if not is_protected(register):
        with told(say):  # type: ignore[attr-defined]
            encrypting.encrypt(register, ONE)
            say("under ONE")
    if is_protected(register):
        with told(say):  # type: ignore[attr-defined]
            encrypting.change_passphrase(register, OTHER)
            say("under OTHER")


def judge_key(register: Register, said: list[str]) -> Iterator[str]:
    """What was said to be its passphrase is, unless a sentence came after; or the next one is."""
    last = next((line for line in reversed(said) if line.startswith(("under ", "sentence "))), "")
    following = {"under none": ("none", ONE), "under ONE": (ONE, OTHER), "under OTHER": (OTHER,)}
    if last in following and under(register) not in following[last]:
        yield f"said to be {last}, and is not"


def judge_plain(folder: Path) -> Iterator[str]:
    """No file of ours may show what is in a protected register."""
    for path in folder.rglob("*"):
        if path.is_file() and PLAIN in path.read_bytes():
            yield f"plain: {path.name}"
