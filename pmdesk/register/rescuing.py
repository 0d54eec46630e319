"""Out of a damaged register a new one with every save that can still be proved, and no other.

What `salvage` found is believed when its signature holds; a value when its hash does. What is missing then is
looked for in the backups. Saves that stay missing are named, by laptop and number; a value that is lost is
marked in `erased` by LOST, and comes back with any copy of the register that has it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlite

from pmdesk.domain.laptop import laptop_id
from pmdesk.domain.telling import Told, quietly
from pmdesk.domain.words import N_
from pmdesk.register.backups import sync_file
from pmdesk.register.checking import TYPED, VIA, check
from pmdesk.register.cipher import PAGE, SALT, Key, key_for, looks_enciphered
from pmdesk.register.database import Connection, clear_parts, connect
from pmdesk.register.entries import Body, Entry, Malformed, check_entry, read_body
from pmdesk.register.faults import Damaged, Unavailable, WrongPassphrase
from pmdesk.register.journal import LOST, PLACES
from pmdesk.register.merging import merge_checked
from pmdesk.register.projection import rebuild
from pmdesk.register.restoring import put_in_place, refuse_taken
from pmdesk.register.salvage import Salvage, salvage
from pmdesk.register.schema import migrate, refuse_strange
from pmdesk.register.unsettled import NAME as UNSETTLED

NOTHING = N_("Nothing of a register could be read in this file. Nothing was written. Open the newest backup.")
# What only this laptop keeps, where SQLite can still read it.
_LOCAL = ("local", "draft", "received", "device", "pack")


class Gap(NamedTuple):
    """Saves of a laptop that are gone: the first and last number; who saved there before them, and when."""

    device: bytes
    first: int
    last: int
    laptop: str  # its name; '' while nobody has named it
    name: str  # the person's
    at: int


class Rescued(NamedTuple):
    """What came of it: the saves that are in the new register, how many of them out of backups, and the rest.

    `lost` counts values of saved saves that no file had.
    """

    register: str
    saved: int
    from_backups: int
    gaps: tuple[Gap, ...]
    lost: int

    @property
    def missing(self) -> int:
        return sum(gap.last - gap.first + 1 for gap in self.gaps)


class _Proved:
    """Saves whose signature holds, of one register, and the values found for them."""

    def __init__(self) -> None:
        self.found: dict[bytes, tuple[Entry, Body, str]] = {}
        self.erased: dict[tuple[bytes, int], bytes] = {}  # and by which save
        self.numbered: set[tuple[bytes, int]] = set()
        self.register = ""

    def add(self, salvaged: Salvage, told: Told = quietly) -> int:
        """Take in what holds; how many saves were new. The first file says which register it is."""
        before, fresh = len(self.found), list(_held(salvaged, told))
        self.register = self.register or _most({body.register for _, body, _ in fresh}, fresh)
        for entry, body, via in fresh:
            if body.register == self.register:
                known = self.found.get(entry.hash)
                if known:
                    entry = Entry(entry.body, entry.sig, {**entry.payloads, **known[0].payloads})
                self.found[entry.hash] = (entry, body, known[2] if known else via)
        self.erased |= {
            (digest, place): by
            for digest, place, by in salvaged.erased
            if digest in self.found and place < len(self.found[digest][1].events) and by != LOST
        }
        self.numbered |= salvaged.numbered
        for entry, body, _ in fresh:
            self.erased |= {(ref.hash, ref.place): entry.hash for ref in body.erases}
        return len(self.found) - before

    def values_missing(self) -> list[tuple[bytes, int]]:
        """(hash, place) of every value that is neither there nor erased."""
        return [
            (digest, place)
            for digest, (entry, body, _) in self.found.items()
            for place in range(len(body.events))
            if place not in entry.payloads and (digest, place) not in self.erased
        ]

    def gaps(self) -> list[tuple[bytes, int, int, Body]]:
        """(device, first, last, the save nearest to them) of all that is missing between those there are."""
        saves: dict[bytes, dict[int, Body]] = {}
        for _, body, _ in self.found.values():
            saves.setdefault(body.device, {})[body.seq] = body
        found = []
        for device, there in sorted(saves.items()):
            most = max([*there, *(seq for each, seq in self.numbered if each == device)])
            first = 1
            for seq in [*sorted(there), most + 1]:
                if seq > first:
                    found.append((device, first, seq - 1, there[first - 1 if first > 1 else min(there)]))
                first = seq + 1
        return found


def rescue(
    damaged: Path, new: Path, backups: Sequence[Path], told: Told = quietly, passphrase: str = ""
) -> Rescued:
    """Make a register at `new` of all that can be read; the damaged file and the backups are only read.

    `told(done, of)` counts saves looked at. Damaged when nothing of a register is there; Unavailable when
    `new` is taken. Nothing stands at `new` then. What was protected is so again, by the same passphrase.
    """
    refuse_taken(new)
    proved, key = _Proved(), None
    here = salvage(damaged)
    if not here.written:
        key = _key(damaged, backups, passphrase)
        here = salvage(damaged, key)
    proved.add(here, told)
    whole, from_backups = "member" not in here.here, 0
    for backup in backups:
        if not proved.found or (whole and (not from_backups or proved.gaps() or proved.values_missing())):
            from_backups += proved.add(_readable(backup, key))
    if not proved.found:
        raise Damaged(NOTHING)
    clear_parts(new)
    aside = new.with_name(f".{new.name}.{os.getpid()}.part")
    try:
        rescued = _made(aside, damaged, key, proved, here.here, from_backups)
        sync_file(aside)
        put_in_place(aside, new)
    finally:
        clear_parts(new)
    return rescued


def _readable(backup: Path, key: Key | None) -> Salvage:
    try:
        found = salvage(backup)
        return salvage(backup, key) if key and not found.written else found
    except OSError:
        return Salvage([], {}, set(), set(), {})


def _key(damaged: Path, backups: Sequence[Path], passphrase: str) -> Key | None:
    """The key of a protected register, by its own salt or that of a backup; None for one that is plain.

    NeedsPassphrase and WrongPassphrase where nothing else can be said.
    """
    heads = [_head(path) for path in (damaged, *backups)]
    salts = dict.fromkeys(head[:SALT] for head in heads if looks_enciphered(head, PAGE))
    wrong: WrongPassphrase | None = None
    for salt in salts:
        try:
            return key_for(damaged, salt, passphrase)
        except WrongPassphrase as fault:
            wrong = fault
    if wrong and heads[0] and looks_enciphered(heads[0], PAGE):
        raise wrong
    return None


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(PAGE)
    except OSError:
        return b""


def _held(salvaged: Salvage, told: Told) -> Iterator[tuple[Entry, Body, str]]:
    """What of a file's saves is signed as it stands, with those values whose hashes they hold."""
    for done, written in enumerate(salvaged.written):
        told(done, len(salvaged.written))
        try:
            body = read_body(written.body)
            values = {
                place: payload
                for place, event in enumerate(body.events)
                if (payload := salvaged.payloads.get(event.value_hash))
            }
            entry = Entry(written.body, written.sig, values)
            check_entry(entry, body.register)
        except (Malformed, ValueError):
            continue
        yield entry, body, written.via


def _most(registers: Iterable[str], held: Sequence[tuple[Entry, Body, str]]) -> str:
    """The register most saves are of: a page of another one may lie in free space."""
    count = {each: sum(body.register == each for _, body, _ in held) for each in registers}
    return max(count, key=lambda each: (count[each], each), default="")


def _made(
    aside: Path,
    damaged: Path,
    key: Key | None,
    proved: _Proved,
    here: Mapping[str, str],
    from_backups: int,
) -> Rescued:
    aside.touch()
    db = connect(aside, read_only=False, key=key)
    try:
        migrate(db)
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO register(id) VALUES (?)", (proved.register,))
        _keep_local(db, damaged, here)
        part = db.execute("SELECT 1 FROM local WHERE name = 'member'").fetchone()
        in_order = sorted(proved.found.values(), key=lambda each: (each[1].at, each[1].device, each[1].seq))
        merge_checked(db, [(entry, body) for entry, body, _via in in_order], TYPED)
        db.executemany(
            "UPDATE entry SET via = ? WHERE hash = ?",
            [(via, entry.hash) for entry, _body, via in in_order if via != TYPED and VIA.fullmatch(via)],
        )
        if _mark_erased(db, proved):
            rebuild(db)
        lost = [] if part else proved.values_missing()
        gaps = [] if part else proved.gaps()
        db.execute("COMMIT")
        if problems := check(db, proved.register):
            raise Unavailable(problems[0])
        named = tuple(
            Gap(device, first, last, _name(db, laptop_id(device)), _name(db, near.by), near.at)
            for device, first, last, near in gaps
        )
    finally:
        db.close()
    return Rescued(proved.register, len(proved.found), from_backups, named, len(lost))


def _mark_erased(db: Connection, proved: _Proved) -> bool:
    """What was erased stays so, also where the save that says it is gone and a backup still has the value.

    Whether there was any such thing.
    """
    said = {(ref.hash, ref.place) for _, body, _ in proved.found.values() for ref in body.erases}
    left = sorted((*each, by) for each, by in proved.erased.items() if each not in said)
    for digest, place, by in left:
        db.execute("INSERT OR REPLACE INTO erased(hash, place, by) VALUES (?, ?, ?)", (digest, place, by))
        (n,) = db.execute("SELECT n FROM entry WHERE hash = ?", (digest,)).fetchone()
        db.execute("DELETE FROM payload WHERE event = ?", (n * PLACES + place,))
    return bool(left)


def _name(db: Connection, record: str) -> str:
    row = db.execute("SELECT title FROM record WHERE id = ?", (record,)).fetchone()
    return str(row[0]) if row else ""


def _keep_local(db: Connection, damaged: Path, here: Mapping[str, str]) -> None:
    """Drafts, who sits here and the forms that came, out of a copy of the file that SQLite may change."""
    with tempfile.TemporaryDirectory(prefix="pmdesk-") as folder:
        copy = Path(folder) / "damaged.pmdesk"
        shutil.copyfile(damaged, copy)
        journal = damaged.with_name(damaged.name + "-journal")
        if journal.exists():
            shutil.copyfile(journal, copy.with_name(copy.name + "-journal"))
        for table, row in _rows(copy, db.key):
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            try:
                db.execute(f"INSERT OR IGNORE INTO {table}({names}) VALUES ({marks})", list(row.values()))
            except sqlite.Error:
                continue  # what no table of ours could hold
    db.execute("DELETE FROM local WHERE name = ?", (UNSETTLED,))
    for name, value in here.items():
        db.execute("INSERT OR IGNORE INTO local(name, value) VALUES (?, ?)", (name, value))


def _rows(path: Path, key: Key | None) -> Iterator[tuple[str, dict[str, object]]]:
    """(table, row) of what this laptop keeps, as far as it can be read."""
    try:
        db = connect(path, read_only=False, key=key)
    except (sqlite.Error, Unavailable):
        return
    try:
        with suppress(sqlite.Error, Unavailable):
            refuse_strange(db)
            for table in _LOCAL:
                with suppress(sqlite.Error, UnicodeDecodeError, OverflowError):
                    reading = db.execute(f"SELECT * FROM {table}")
                    names = [each[0] for each in reading.description]
                    for row in reading:
                        yield table, dict(zip(names, row, strict=True))
    finally:
        db.close()
