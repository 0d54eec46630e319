"""Backups: a whole copy made aside, opened, checked, synced and renamed; a sensible number kept."""

import os
from datetime import date
from pathlib import Path

from pmdesk.domain.words import N_
from pmdesk.register.checking import check
from pmdesk.register.cipher import Key
from pmdesk.register.database import Connection, clear_parts, connect, sync_folder
from pmdesk.register.faults import Unavailable
from pmdesk.register.home import home
from pmdesk.register.schema import refuse_strange

KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 7, 4, 12
KEPT_FOR = "register.txt"  # beside the backups: where the register stood, for the day it no longer opens


def backup_to(db: Connection, path: Path, register_id: str) -> None:
    """Write a checked copy of the register to `path`; nothing stands under that name until it is whole."""
    clear_parts(path)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        copy_whole(db, aside)
        _verify(aside, register_id, db.key)
        sync_file(aside)
        os.replace(aside, path)
        sync_folder(path.parent)
    finally:
        clear_parts(path)


def daily(db: Connection, register_id: str, today: date) -> Path | None:
    """Make today's backup unless it is there; thin the older ones; the new one's path."""
    folder = folder_of(register_id)
    path = folder / f"{today.isoformat()}.pmdesk"
    if path.exists():
        return None
    backup_to(db, path, register_id)
    thin(folder)
    (folder / KEPT_FOR).write_text(_place_of(db), "utf-8")
    return path


def _place_of(db: Connection) -> str:
    """The file behind a connection."""
    return str(db.execute("PRAGMA database_list").fetchone()[2])


def before_migration(db: Connection, register_id: str, version: int) -> Path:
    """The copy kept before the tables change: never thinned."""
    path = folder_of(register_id) / f"before-version-{version + 1}.pmdesk"
    clear_parts(path)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        copy_whole(db, aside)
        sync_file(aside)
        os.replace(aside, path)
        sync_folder(path.parent)
    finally:
        clear_parts(path)
    return path


def copy_whole(db: Connection, aside: Path) -> None:
    """Copy a register; one that is only read can be copied too: its own file stays closed to writing.

    The copy of a protected register is opened by the same passphrase.
    """
    (reading,) = db.execute("PRAGMA query_only").fetchone()
    db.execute("PRAGMA query_only=OFF")
    try:
        db.execute("VACUUM INTO ?", (str(aside),))
    finally:
        db.execute(f"PRAGMA query_only={int(reading)}")


def folder_of(register_id: str) -> Path:
    folder = home() / "backups" / register_id
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def thin(folder: Path) -> None:
    """Keep the newest 7 days, then the newest of each of 4 weeks, then of each of 12 months."""
    days = sorted((path for path in folder.glob("????-??-??.pmdesk")), reverse=True)
    keep = set(days[:KEEP_DAILY])
    for name_of, most in ((_week, KEEP_WEEKLY), (_month, KEEP_MONTHLY)):
        newest: dict[str, Path] = {}
        for path in days:
            newest.setdefault(name_of(path), path)
        keep |= set(list(newest.values())[:most])
    for path in set(days) - keep:
        path.unlink()


def _week(path: Path) -> str:
    year, week, _ = date.fromisoformat(path.stem).isocalendar()
    return f"{year}-{week:02d}"


def _month(path: Path) -> str:
    return path.stem[:7]


def _verify(path: Path, register_id: str, key: Key | None) -> None:
    copy = connect(path, read_only=True, key=key)
    try:
        refuse_strange(copy)
        if check(copy, register_id):
            raise Unavailable(
                N_("The backup did not come out right and was thrown away. Check the register itself.")
            )
    finally:
        copy.close()


def sync_file(path: Path) -> None:
    """Make what was written to a file last through a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
