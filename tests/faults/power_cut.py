"""Power cuts: forty saves are recorded call by call, and the disk is rebuilt as a cut may have left it."""

import hashlib
import os
import pickle
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from pmdesk.actions.erasing import erase
from pmdesk.register import opening, wiping
from pmdesk.register.cipher import Key
from pmdesk.register.database import Connection, connect
from pmdesk.register.faults import Unavailable
from tests.faults import verbs
from tests.faults.calls import Call, Tap
from tests.faults.disk import Disk, Left
from tests.faults.protected import connect_any, mend, protect
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, clock, in_child, main

SAVES = 40
GONE = ("Zebulon Quillip", "Ambrose Tredwick")  # whoever is erased
PIECE = 16_384
EVERY = 100  # one cut in so many is opened, checked, saved to and checked again as a person would

Work = Callable[[Path, list[Call | str]], None]

# Settings that people trust and that lose saves; the second is Python's own default.
PLANTED = {
    "no sync": ("PRAGMA synchronous=OFF",),
    "DELETE and FULL": ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL"),
    "no journal": ("PRAGMA journal_mode=OFF",),
}
UNNAMED = "a wiped backup whose name is not synced"


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Cut the power `many` times at random points of the recording."""
    folder = quick_place(folder)
    verbs.prepare(folder / "kept")
    chance = random.Random(20260427)
    if planted:
        work = _erase if planted == UNNAMED else _save
        noticed = _cuts(folder, work, many, until, planted, chance)
        shutil.rmtree(folder)
        return noticed
    # In saves; in those of a protected register; while passphrases are set; while people are erased.
    tried, lost, noted = 0, list[str](), dict[str, int]()
    now = clock()
    for part, (work, kept) in enumerate(PARTS):
        if kept == "protected":
            verbs.prepare_protected(folder / "kept", folder / kept)
        some = int(many * SHARES[part])
        limit = now + (until - now) * sum(SHARES[: part + 1])
        found = _cuts(folder, work, some, limit, planted, chance, kept)
        tried, lost = tried + found.tried, lost + found.lost
        noted.update({f"{what}, {work.__name__.strip('_')} {kept}": n for what, n in found.noted.items()})
    shutil.rmtree(folder)
    return Tally(tried, lost, noted)


def _cuts(
    folder: Path,
    work: Work,
    many: int,
    until: float,
    planted: str,
    chance: random.Random,
    kept: str = "kept",
) -> Tally:
    shutil.rmtree(folder / "trial", ignore_errors=True)
    shutil.copytree(folder / kept, folder / "trial")
    log = _record(folder, work, planted)
    tried, lost, whole = 0, list[str](), 0
    trial = Trial(folder / "trial", GONE if work is _erase else ())
    # Several rounds through the recording, so that a machine that is slow still sees all of it.
    for _round in range(0, many, 1000):
        disk, at, said = _moved(folder, kept), 0, []
        for point in sorted(chance.randrange(len(log)) for _ in range(min(1000, many))):
            if clock() > until or (planted and lost):
                break
            for call in log[at:point]:
                if isinstance(call, str):
                    said.append(call)
                else:
                    disk.take(call)
            at, tried = point, tried + 1
            files = disk.after_a_cut(chance)
            deep = tried % EVERY == 0
            whole += deep
            found = trial.looked_over(files, said) if deep else list(trial.glance(files, said))
            lost += [f"cut at call {point}: {problem}" for problem in found]
    noted = {
        "calls recorded": len(log),
        "opened, checked and saved to again": whole,
        "different disks": len(trial.seen),
        "different registers once mended": len(trial.read),
    }
    return Tally(tried, lost, noted)


def _save(folder: Path, log: list[Call | str]) -> None:
    with verbs.opened(folder) as register:
        for n in range(SAVES):
            log.append(f"saved {verbs.save_one(register, f'Saved {n}')} Saved {n}")


def _put_under(folder: Path, log: list[Call | str]) -> None:
    """Saves before and between, and the register rewritten twice."""
    with verbs.opened(folder) as register:
        log.append(f"saved {verbs.save_one(register, 'Saved 0')} Saved 0")
        protect(register, log.append, verbs.told)
        log.append(f"saved {verbs.save_one(register, 'Saved 1')} Saved 1")


def _erase(folder: Path, log: list[Call | str]) -> None:
    """People who are in a backup too are erased, with saves between."""
    with verbs.opened(folder) as register:
        for n, name in enumerate(GONE):
            log.append(f"saved {verbs.save_one(register, f'Saved {n}')} Saved {n}")
            record = verbs.save_one(register, name)
            register.daily_backup(date(2026, 3, 1 + n))
            done = erase(register, record, name, {})
            assert not done.wiped.left
            log.append(f"erased {name}")
        log.append(f"saved {verbs.save_one(register, 'Saved last')} Saved last")


PARTS: tuple[tuple[Work, str], ...] = (
    (_save, "kept"),
    (_save, "protected"),
    (_put_under, "kept"),
    (_erase, "kept"),
)
SHARES = (0.4, 0.2, 0.2, 0.2)


def _moved(folder: Path, kept: str) -> Disk:
    """The disk before the recording, under the names that the recording uses."""
    shutil.rmtree(folder / "trial")
    shutil.copytree(folder / kept, folder / "trial")
    return Disk(folder / "trial")


def _record(folder: Path, work: Work, planted: str) -> list[Call | str]:
    def recorded(writing: int) -> None:
        log: list[Call | str] = []
        verbs.at_home(folder / "trial")
        _plant(planted)
        Tap(folder / "trial", lambda call: ("go", 0), log.append)
        work(folder / "trial", log)
        (folder / "log").write_bytes(pickle.dumps(log))

    said, end = in_child(recorded, 60)
    if end:
        raise RuntimeError(f"the recording failed: {said}")
    made: list[Call | str] = pickle.loads((folder / "log").read_bytes())
    return made


def _plant(planted: str) -> None:
    def spoilt(path: Path, *, read_only: bool, key: Key | None = None) -> Connection:
        db = connect(path, read_only=read_only, key=key)
        for setting in () if read_only else PLANTED[planted]:
            db.execute(setting)
        return db

    if planted in PLANTED:
        opening.connect = spoilt
    elif planted == UNNAMED:
        wiping.sync_folder = lambda folder: None  # type: ignore[attr-defined]


class Trial:
    """The folder in which each disk is built and looked at; what is there already is not written again."""

    def __init__(self, folder: Path, hidden: tuple[str, ...]) -> None:
        self._folder, self._hidden = folder, hidden
        self._there: dict[str, tuple[int, ...]] = {}
        self._shows: dict[tuple[str, tuple[int, ...]], set[str]] = {}
        self.read: dict[bytes, dict[str, str] | str] = {}
        self.seen: dict[frozenset[tuple[str, tuple[int, ...]]], tuple[dict[str, str] | str, set[str]]] = {}

    def glance(self, files: dict[str, Left], said: list[str]) -> Iterator[str]:
        """The quick look: SQLite mends the file, calls it sound, and every acknowledged save is in it.

        No byte of what was said to be erased is in any file, before it is mended or after.
        """
        key = frozenset((path, left.name) for path, left in files.items())
        if key not in self.seen:  # two cuts may leave the same bytes
            self._write(files)
            shown = set[str]().union(*(self._shown_in(path, left.name) for path, left in files.items()))
            names, mended = self._mended(self._folder / "a.pmdesk")
            self.seen[key] = names, shown | self._shown(mended)
            self._forget("a.pmdesk")
        names, shown = self.seen[key]
        yield from (f"erased, and there again: {name}" for name in shown if f"erased {name}" in said)
        if isinstance(names, str):
            yield names
            return
        for line in said:
            if not line.startswith("saved "):
                continue
            _, record, name = line.split(" ", 2)
            if names.get(record) != name:
                yield f"acknowledged save lost: {name}"
        if len(names) > verbs.PEOPLE + len(said) + 1:
            yield "more saves than were made"

    def _mended(self, register: Path) -> tuple[dict[str, str] | str, bytes]:
        """Its people or what is wrong, and its bytes, once SQLite mended it; many disks mend to the same."""
        try:
            mend(register)
        except (Unavailable, sqlite.Error) as error:
            return f"{type(error).__name__}: {error}", register.read_bytes()
        data = register.read_bytes()
        digest = hashlib.sha256(data).digest()
        if digest not in self.read:
            self.read[digest] = _read(register)
        return self.read[digest], data

    def looked_over(self, files: dict[str, Left], said: list[str]) -> list[str]:
        """The whole look, in a process of its own: the register opens, is sound, and takes the next save."""

        def work(writing: int) -> None:
            verbs.at_home(self._folder)
            for problem in verbs.judge_register(self._folder, said):
                os.write(writing, f"{problem}\n".encode())

        self._write(files)
        found, end = in_child(work)
        self._there.clear()
        return found + ([f"ended with {end}"] if end else [])

    def _shown_in(self, path: str, name: tuple[int, ...]) -> set[str]:
        """Which of those who are to be erased stand in a file that was just written."""
        if not self._hidden:
            return set()
        if (path, name) not in self._shows:
            self._shows[path, name] = self._shown(Path(path).read_bytes())
        return self._shows[path, name]

    def _shown(self, data: bytes) -> set[str]:
        return {name for name in self._hidden if name.split()[1].encode() in data}

    def _forget(self, name: str) -> None:
        """SQLite may have mended it, and the journal beside it."""
        for path in [path for path in self._there if Path(path).name.startswith(name)]:
            del self._there[path]

    def _write(self, files: dict[str, Left]) -> None:
        for folder, _folders, names in os.walk(self._folder):
            for name in names:
                if (path := f"{folder}/{name}") not in files:
                    os.unlink(path)
                    self._there.pop(path, None)
        for path, left in files.items():
            if self._there.get(path) != left.name:
                os.makedirs(os.path.dirname(path), exist_ok=True)  # folders are made meanwhile too
                _become(path, left.data())
                self._there[path] = left.name


def _become(path: str, data: bytes) -> None:
    """A file holds this and nothing else; only where it differs is it written to, which is quicker."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        stood = os.pread(handle, len(data), 0)
        if stood != data:
            for at in range(0, len(data), PIECE):
                if stood[at : at + PIECE] != data[at : at + PIECE]:
                    os.pwrite(handle, data[at : at + PIECE], at)
        if os.fstat(handle).st_size != len(data):
            os.ftruncate(handle, len(data))
    finally:
        os.close(handle)


def _read(register: Path) -> dict[str, str] | str:
    """The people of the register by id, or what is wrong with it."""
    try:
        db = connect_any(register, read_only=False)
        names = dict(db.execute("SELECT id, name FROM person").fetchall())
        answer = db.execute("PRAGMA quick_check").fetchone()[0]
        db.close()
    except (Unavailable, sqlite.Error) as error:
        return f"{type(error).__name__}: {error}"
    return names if answer == "ok" else f"quick_check: {answer}"


if __name__ == "__main__":
    main(sweep)
