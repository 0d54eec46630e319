"""After an erasure: not one byte of what went stays in the file's free pages or in the backups pmdesk keeps.

It is done when the erasure is saved or merged; what could not be done then is done at the next start.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.telling import Told, quietly
from pmdesk.domain.words import N_, Say
from pmdesk.register import backups
from pmdesk.register.checking import check
from pmdesk.register.cipher import Key, key_for
from pmdesk.register.database import Connection, among, clear_parts, connect, sniff, sync_folder
from pmdesk.register.entries import Ref
from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.forgetting import forget
from pmdesk.register.journal import FOR_GOOD, erased_for_good, events_of, heads, records_of
from pmdesk.register.kept import before, keep
from pmdesk.register.local import local, set_local
from pmdesk.register.projection import fold, forget_words, project, row_of, search_words, title_of
from pmdesk.register.restoring import folder_kept_for
from pmdesk.register.schema import latest, refuse_strange, version
from pmdesk.register.unsettled import note

DONE = "erasures_wiped"  # how many erased values the file and its backups are known to be free of
ELSEWHERE = "backups_elsewhere"  # where a person put backups, as actions/backups.py keeps it

Erased = tuple[bytes, int, bytes]


class Wiped(NamedTuple):
    """What was done: whether the file was written anew, how many backups were, and those that could not be.

    `left` has a backup's path and why; the register's own file stands there too where it is in use.
    """

    file: bool
    backups: int
    left: tuple[tuple[Path, Say], ...]


NOTHING = Wiped(False, 0, ())


def is_due(db: Connection) -> bool:
    """Whether something was erased here that the file's free pages or the backups may still hold."""
    return (local(db, DONE) or "0") != str(erased_for_good(db))


def wipe(db: Connection, path: Path, register_id: str, told: Told = quietly) -> Wiped:
    """Write the file anew without its free pages or words, and erase in every backup what was erased here.

    Outside any transaction. Raises nothing for a file that cannot be had: it is named in what comes back.
    `told` hears how many files are done.
    """
    left, done, file = list[tuple[Path, Say]](), 0, False
    try:
        with storage():
            if not is_due(db):
                return NOTHING
            erased = db.execute(f"SELECT hash, place, by FROM erased WHERE {FOR_GOOD}").fetchall()
            found = list(_backups(db, register_id, path))
    except Unavailable as fault:
        return Wiped(False, 0, ((path, fault.sentence),))
    try:
        with storage():
            _without_free_pages(db)
        file = True
    except Unavailable as fault:
        left.append((path, fault.sentence))
    for n, each in enumerate(found, 1):
        told(n, len(found) + 1)
        try:
            with storage():
                done += _clean(each, register_id, erased, db.key)
        except Unavailable as fault:
            left.append((each, fault.sentence))
    if not left:
        with suppress(Unavailable), storage():
            set_local(db, DONE, str(len(erased)))
    return Wiped(file, done, tuple(left))


def _without_free_pages(db: Connection) -> None:
    forget_words(db)
    db.execute("VACUUM")


def _backups(db: Connection, register_id: str, path: Path) -> Iterator[Path]:
    folder = folder_kept_for(register_id)
    yield from sorted(folder.glob("*.pmdesk"))
    with suppress(ValueError, TypeError, OSError):
        for text in json.loads(local(db, ELSEWHERE) or "[]"):
            other = Path(text)
            if other.is_file() and not other.samefile(path) and other.parent != folder:
                yield other


def _clean(path: Path, register_id: str, erased: Iterable[Erased], opens: Key | None) -> bool:
    """Erase in one backup, in a copy aside that takes its place once checked; whether there was need."""
    key = key_for(path, sniff(path), opens)
    db = connect(path, read_only=True, key=key)
    try:
        refuse_strange(db)
        if db.execute("SELECT id FROM register").fetchone() != (register_id,):
            raise Unavailable(N_("This is a backup of another register."))
        known = set(db.execute(f"SELECT hash, place FROM erased WHERE {FOR_GOOD}"))
        missing = [each for each in erased if each[:2] not in known]
        if not missing:
            return False
        clear_parts(path)
        aside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            backups.copy_whole(db, aside)
            _apply(aside, register_id, missing, key)
            backups.sync_file(aside)
            os.replace(aside, path)
            sync_folder(path.parent)
        finally:
            clear_parts(path)
    finally:
        db.close()
    return True


def _apply(aside: Path, register_id: str, missing: list[Erased], key: Key | None) -> None:
    made = connect(aside, read_only=False, key=key)
    try:
        made.execute("BEGIN IMMEDIATE")
        refs = [Ref(bytes(digest), place) for digest, place, _by in missing]
        forget(made, refs)
        made.executemany("INSERT OR REPLACE INTO erased(hash, place, by) VALUES (?, ?, ?)", missing)
        made.executemany("DELETE FROM payload WHERE event = ?", [(event,) for event in events_of(made, refs)])
        touched = records_of(made, refs)
        if version(made) == latest():
            stood = before(made, touched)
            project(made, [record for _, record in touched])
            keep(made, touched, stood)
            note(made, touched)
        else:
            _project_older(made, touched)
        made.execute("COMMIT")
        _without_free_pages(made)
        if check(made, register_id) if version(made) == latest() else _is_damaged(made):
            raise Unavailable(N_("The backup did not come out right and was left as it was."))
    finally:
        made.close()


def _project_older(db: Connection, touched: Iterable[tuple[str, str]]) -> None:
    """The rows of an older version's tables, which have not all the fields of today."""
    for kind, record in touched:
        found = among(db, "SELECT n FROM record WHERE id IN ({marks})", [record])
        if kind not in ENTITIES or not found:
            continue
        ((n,),) = found
        there = {name for _cid, name, *_ in db.execute(f"PRAGMA table_info({kind})")}
        values = row_of(kind, heads(db, record)).values
        known = {name: value for name, value in values.items() if name in there}
        for name, value in known.items():
            db.execute(f'UPDATE {kind} SET "{name}" = ? WHERE n = ?', (value, n))
        title = title_of(ENTITIES[kind], known)
        db.execute("UPDATE record SET title = ?, sort = ? WHERE n = ?", (title, fold(title), n))
        db.execute(
            "INSERT OR REPLACE INTO search(rowid, title, words) VALUES (?, ?, ?)",
            (n, title, search_words(ENTITIES[kind], known)),
        )


def _is_damaged(db: Connection) -> bool:
    return bool(db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",))
