"""Backups of a register: which there are and what came after each; made where one likes, and restored."""

from collections.abc import Iterable
from datetime import UTC, datetime
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.writing import spare_the_register
from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Say, Words
from pmdesk.register import restoring
from pmdesk.register.faults import storage
from pmdesk.register.store import Register

# The places a person chose for a backup, remembered for this laptop: the last few.
ELSEWHERE, MOST_ELSEWHERE = "backups_elsewhere", 12


class Backup(NamedTuple):
    """A backup: where it lies, the day it was made, how large it is.

    `later` counts the saves of the register it does not have, None where that is not known; `fault` says why
    it cannot be opened; `kept` whether pmdesk made it by itself.
    """

    path: Path
    day: str
    at: str  # the same with the time, in the laptop's own
    size: int
    later: int | None
    fault: Say | None
    kept: bool


def backups(register: Register) -> tuple[Backup, ...]:
    """The backups of an open register, the newest first: those pmdesk makes, and those put elsewhere."""
    with storage():
        kept = restoring.kept_in(restoring.folder_kept_for(register.id), register.db)
        others = [restoring.looked_at(path, register.db) for path in _elsewhere(register) if path.exists()]
    found = [*_as_backups(kept, True), *_as_backups(others, False)]
    return tuple(sorted(found, key=lambda each: (each.fault is None, each.at), reverse=True))


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The backups of a register whose file may no longer open; none when nothing tells whose it is."""
    with storage():
        identity = restoring.id_of(path)
        if identity is None:
            return ()
        return tuple(_as_backups(restoring.kept_in(restoring.folder_kept_for(identity), None), True))


def restore(backup: Path, new: Path, passphrase: str = "", of: Register | None = None) -> Path:
    """A new register out of a backup, checked whole; its path. Unavailable says why not.

    The next save in it is by a new device of this laptop: the one it had has gone on elsewhere. A protected
    backup needs its passphrase, or is one `of` a register that is open; what is made of it has the same.
    """
    new = new if new.suffix else new.with_suffix(".pmdesk")
    key = passphrase or (of.db.key if of is not None else None)
    with storage():
        restoring.restore(backup.absolute(), new.absolute(), key)
    return new.absolute()


def back_up(register: Register, out: Path) -> Path:
    """Write a checked copy to a place of the person's choice, and remember the place; its path."""
    spare_the_register(register, out)
    register.backup_to(out)
    places = [out.absolute(), *(path for path in _elsewhere(register) if path != out.absolute())]
    register.set_local(ELSEWHERE, dumps([str(path) for path in places[:MOST_ELSEWHERE]], ensure_ascii=False))
    return out.absolute()


def name_for(path: Path | None, backup: Backup) -> str:
    """The file name offered for what is restored: the register's own with the backup's day."""
    return f"{path.stem if path else 'pmdesk'} {backup.day}.pmdesk"


def say_backup(backup: Backup, words: Words) -> str:
    """What came after a backup, or what is wrong with it, as a short sentence."""
    if backup.fault is not None:
        return words(backup.fault)
    if backup.later is None:
        return ""
    if not backup.later:
        return words("Nothing was saved after it.")
    return words.plural(backup.later, "{n} save came after it.", "{n} saves came after it.")


def say_since(backup: Backup, words: Words) -> str:
    """The same in a column that is called so: '15 saves', 'Nothing'."""
    if backup.fault is not None or backup.later is None:
        return say_backup(backup, words)
    return words.plural(backup.later, "{n} save", "{n} saves") if backup.later else words("Nothing")


def say_when(backup: Backup, words: Words) -> str:
    """'3 March 2026, 14:05'."""
    return f"{say_date(backup.day, words)}, {backup.at[11:16]}"


def say_size(size: int) -> str:
    """'240 kB', '25 MB'; never nothing.

    >>> say_size(245_760), say_size(25_300_000), say_size(1)
    ('246 kB', '25.3 MB', '1 kB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def _as_backups(found: Iterable[restoring.Kept], kept: bool) -> list[Backup]:
    made = []
    for each in found:
        at = datetime.fromtimestamp(each.at, UTC).astimezone().isoformat(timespec="minutes")
        made.append(Backup(each.path, at[:10], at, each.size, each.later, each.fault, kept))
    return made


def _elsewhere(register: Register) -> list[Path]:
    try:
        told = loads(register.local(ELSEWHERE) or "[]")
    except JSONDecodeError:
        return []
    return [Path(each) for each in told if isinstance(each, str)] if isinstance(told, list) else []
