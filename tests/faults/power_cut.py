"""Power cuts: forty saves are recorded call by call, and the disk is rebuilt as a cut may have left it."""

import os
import pickle
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from pmdesk.register import opening
from pmdesk.register.cipher import Key
from pmdesk.register.database import Connection, connect
from pmdesk.register.faults import Unavailable
from tests.faults import verbs
from tests.faults.calls import Call, Tap
from tests.faults.disk import Disk, Left
from tests.faults.protected import connect_any, protect
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, in_child, main

SAVES = 40
EVERY = 100  # one cut in so many is opened, checked, saved to and checked again as a person would

Work = Callable[[Path, list[Call | str]], None]

# Settings that people trust and that lose saves; the second is Python's own default.
PLANTED = {
    "no sync": ("PRAGMA synchronous=OFF",),
    "DELETE and FULL": ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL"),
    "no journal": ("PRAGMA journal_mode=OFF",),
}


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Cut the power `many` times at random points of the recording."""
    folder = quick_place(folder)
    verbs.prepare(folder / "kept")
    chance = random.Random(20260427)
    if planted:
        noticed = _cuts(folder, _save, many, until, planted, chance)
        shutil.rmtree(folder)
        return noticed
    # Half of them in saves; the others in saves of a protected register, and while passphrases are set.
    tried, lost, noted = 0, list[str](), dict[str, int]()
    now = time.monotonic()
    for part, (work, kept) in enumerate(((_save, "kept"), (_save, "protected"), (_put_under, "kept"))):
        if kept == "protected":
            verbs.prepare_protected(folder / "kept", folder / kept)
        some = many // 2 if not part else many // 4
        limit = now + (until - now) * (0.5, 0.75, 1.0)[part]
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
    trial = Trial(folder / "trial")
    # Several rounds through the recording, so that a machine that is slow still sees all of it.
    for _round in range(0, many, 1000):
        disk, at, said = _moved(folder, kept), 0, []
        for point in sorted(chance.randrange(len(log)) for _ in range(min(1000, many))):
            if time.monotonic() > until or (planted and lost):
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

    if planted:
        opening.connect = spoilt


class Trial:
    """The folder in which each disk is built and looked at; what is there already is not written again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._there: dict[str, tuple[int, ...]] = {}
        self.seen: dict[frozenset[tuple[str, tuple[int, ...]]], dict[str, str] | str] = {}

    def glance(self, files: dict[str, Left], said: list[str]) -> Iterator[str]:
        """The quick look: SQLite mends the file, calls it sound, and every acknowledged save is in it."""
        key = frozenset((path, left.name) for path, left in files.items())
        if key not in self.seen:  # two cuts may leave the same bytes
            self._write(files)
            self.seen[key] = _read(self._folder)
            self._forget("a.pmdesk")
        names = self.seen[key]
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
                Path(path).write_bytes(left.data())
                self._there[path] = left.name


def _read(folder: Path) -> dict[str, str] | str:
    """The people of the register by id, or what is wrong with it."""
    try:
        db = connect_any(folder / "a.pmdesk", read_only=False)
        names = dict(db.execute("SELECT id, name FROM person").fetchall())
        answer = db.execute("PRAGMA quick_check").fetchone()[0]
        db.close()
    except (Unavailable, sqlite.Error) as error:
        return f"{type(error).__name__}: {error}"
    return names if answer == "ok" else f"quick_check: {answer}"


if __name__ == "__main__":
    main(sweep)
