"""Power cuts: forty saves are recorded call by call, and the disk is rebuilt as a cut may have left it."""

import os
import pickle
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from pmdesk.register import opening
from pmdesk.register.cipher import Key
from pmdesk.register.database import Connection, connect
from pmdesk.register.faults import Unavailable
from tests.faults import verbs
from tests.faults.calls import Call, Tap
from tests.faults.disk import Disk
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, in_child, main

SAVES = 40
EVERY = 20  # one cut in so many is opened, checked, saved to and checked again as a person would

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
    shutil.copytree(folder / "kept", folder / "trial")
    log = _record(folder, planted)
    chance = random.Random(20260427)
    tried, lost, whole = 0, list[str](), 0
    # Several rounds through the recording, so that a machine that is slow still sees all of it.
    for _round in range(0, many, 1000):
        disk, at, said = _moved(folder), 0, []
        for point in sorted(chance.randrange(len(log)) for _ in range(min(1000, many))):
            if time.monotonic() > until or (planted and lost):
                break
            for call in log[at:point]:
                if isinstance(call, str):
                    said.append(call)
                else:
                    disk.take(call)
            at, tried = point, tried + 1
            _write(folder / "trial", disk.after_a_cut(chance))
            deep = tried % EVERY == 0
            whole += deep
            found = _looked_over(folder / "trial", said) if deep else list(_glance(folder / "trial", said))
            lost += [f"cut at call {point}: {problem}" for problem in found]
    shutil.rmtree(folder)
    noted = {"calls recorded": len(log), "opened, checked and saved to again": whole}
    return Tally(tried, lost, noted)


def _moved(folder: Path) -> Disk:
    """The disk before the recording, under the names that the recording uses."""
    shutil.rmtree(folder / "trial")
    shutil.copytree(folder / "kept", folder / "trial")
    return Disk(folder / "trial")


def _record(folder: Path, planted: str) -> list[Call | str]:
    def work(writing: int) -> None:
        log: list[Call | str] = []
        verbs.at_home(folder / "trial")
        _plant(planted)
        Tap(folder / "trial", lambda call: ("go", 0), log.append)
        with verbs.opened(folder / "trial") as register:
            for n in range(SAVES):
                log.append(f"saved {verbs.save_one(register, f'Saved {n}')} Saved {n}")
        (folder / "log").write_bytes(pickle.dumps(log))

    said, end = in_child(work, 60)
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


def _write(trial: Path, files: dict[str, bytes]) -> None:
    for name in os.listdir(trial):
        if name != "home" and str(trial / name) not in files:
            os.unlink(trial / name)
    for path in (trial / "home").rglob("*"):
        if path.is_file() and str(path) not in files:
            path.unlink()
    for name, data in files.items():
        Path(name).write_bytes(data)


def _glance(trial: Path, said: list[str]) -> Iterator[str]:
    """The quick look: SQLite mends the file, calls it sound, and every acknowledged save is in it."""
    try:
        db = connect(trial / "a.pmdesk", read_only=False)
        names = dict(db.execute("SELECT id, name FROM person").fetchall())
        if (answer := db.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            yield f"quick_check: {answer}"
        db.close()
    except (Unavailable, sqlite.Error) as error:
        yield f"{type(error).__name__}: {error}"
        return
    for line in said:
        _, record, name = line.split(" ", 2)
        if names.get(record) != name:
            yield f"acknowledged save lost: {name}"
    if len(names) > verbs.PEOPLE + len(said) + 1:
        yield "more saves than were made"


def _looked_over(trial: Path, said: list[str]) -> list[str]:
    """The whole look, in a process of its own: the register opens, is sound, and takes the next save."""

    def work(writing: int) -> None:
        verbs.at_home(trial)
        for problem in verbs.judge_register(trial, said):
            os.write(writing, f"{problem}\n".encode())

    found, end = in_child(work)
    return found + ([f"ended with {end}"] if end else [])


if __name__ == "__main__":
    main(sweep)
