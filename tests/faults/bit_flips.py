"""One bit of a register flipped: the check reports every harmful one, or the file is refused.

Harmful is what changes anything that can be read. Most bytes of a small register are free: flips there are
looked at some together, and one by one as soon as anything is seen of them.
"""

import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pmdesk.actions.encrypting import encrypt
from pmdesk.register import checking
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register, open_register
from tests.faults import verbs
from tests.faults.protected import ONE
from tests.faults.reading import read_once
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, clock, main

HANGS = 10.0  # seconds; two on an idle machine
TOGETHER = 8
Spoil = Callable[[bytes, random.Random], tuple[bytes, str]]
Spot = tuple[int, int]  # a byte, and the bit that is flipped


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """`many` flips, a fifth of them in a register with a passphrase, every byte of which is signed."""
    folder = quick_place(folder)
    read_once()
    verbs.prepare(folder)
    _plant(planted)
    chance, tried, lost, noted = random.Random(20260427), 0, list[str](), dict[str, int]()
    for path, some in ((folder / "a.pmdesk", many - many // 5), (protected_one(folder), many // 5)):
        good, whole, harmless, began = path.read_bytes(), contents(path), 0, tried
        for spots in _groups(good, some, chance):
            if clock() > until or (planted and lost):
                break
            tried += len(spots)
            if (seen := look(path, flipped(good, spots), whole))[0] != "harmless" and len(spots) > 1:
                for spot in spots:
                    state, problems = look(path, flipped(good, [spot]), whole)
                    harmless += state == "harmless"
                    lost += [f"byte {spot[0]}: {problem}" for problem in problems]
            else:
                harmless += len(spots) * (seen[0] == "harmless")
                lost += [f"byte {spots[0][0]}: {problem}" for problem in seen[1]]
        noted |= {f"in {path.stem}": tried - began, f"of them harmless in {path.stem}": harmless}
    shutil.rmtree(folder)
    return Tally(tried, lost, noted)


def _plant(planted: str) -> None:
    if planted == "only SQLite's own check":
        checking.check = lambda db, register_id: list(checking._storage(db))  # type: ignore[attr-defined]


def _groups(good: bytes, many: int, chance: random.Random) -> Iterator[list[Spot]]:
    """Every flip alone but those in the midst of nothing but zeros."""
    free = list[Spot]()
    for _ in range(many):
        at = chance.randrange(len(good))
        spot = at, chance.randrange(8)
        if any(good[max(0, at - 16) : at + 16]):
            yield [spot]
        elif at not in {each for each, _bit in free}:
            free.append(spot)
        if len(free) == TOGETHER:
            yield free
            free = []
    if free:
        yield free


def flipped(good: bytes, spots: list[Spot]) -> bytes:
    data = bytearray(good)
    for at, bit in spots:
        data[at] ^= 1 << bit
    return bytes(data)


def protected_one(folder: Path) -> Path:
    """A copy of the register that has a passphrase."""
    path = folder / "protected.pmdesk"
    with open_register(folder / "a.pmdesk") as register:
        register.backup_to(path)
    with open_register(path) as register:
        encrypt(register, ONE)
    return path


def look(path: Path, spoilt: bytes, whole: object) -> tuple[str, list[str]]:
    """What becomes of a file spoilt: 'harmless' or 'seen', and what should not be so."""
    path.write_bytes(spoilt)
    began, problems = time.monotonic(), list[str]()
    try:
        found = contents(path)
    except Exception as error:
        problems.append(f"{type(error).__name__}: {error}")
        found = "uncaught"
    if isinstance(found, dict) and found != whole:
        problems.append("harmful, and the check says nothing")
    if path.read_bytes() != spoilt:
        problems.append("the file was changed by looking at it")
    if time.monotonic() - began > HANGS:
        problems.append("a hang")
    return "harmless" if found == whole else "seen", problems


def contents(path: Path) -> dict[str, object] | str:
    """All that a register holds, or the sentence that refuses it."""
    try:
        with open_register(path, read_only=True, key=ONE) as register:
            if problems := register.check():
                return f"check: {problems[0]}"
            return _rows(register)
    except Unavailable as fault:
        return str(fault)


def _rows(register: Register) -> dict[str, object]:
    tables = [
        name
        for (name,) in register.db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'"
        )
    ]
    made: dict[str, object] = {}
    for name in tables:
        columns = "rowid, *" if name == "search" else "*"
        made[name] = register.db.execute(f"SELECT {columns} FROM {name} ORDER BY 1").fetchall()
    return made


if __name__ == "__main__":
    main(sweep)
