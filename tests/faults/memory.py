"""No memory at the n-th allocation: inside SQLite, and, where this Python can do it, inside Python."""

import importlib
import os
import random
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from tests.faults import linkage, verbs
from tests.faults.reading import read_once
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, clock, in_child, main

VERBS = ("save", "import", "backup")


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Let `many` children run out of memory, once or for ever, at random moments of a verb."""
    folder = quick_place(folder)
    read_once()
    verbs.prepare(folder / "kept")
    chance = random.Random(20260427)
    tried, lost, noted = 0, list[str](), Counter[str]()
    verbs.warm(folder, VERBS)
    most = {verb: _count(folder, verb) for verb in VERBS}
    python = _can_starve_python()
    while tried < many and clock() < until and not (planted and lost):
        verb = "save" if planted else VERBS[tried % len(VERBS)]
        inside = "SQLite" if not python or chance.random() < 0.7 else "Python"
        nth, for_ever = (
            chance.randrange(1, most[verb] if inside == "SQLite" else 30_000),
            chance.random() < 0.4,
        )
        tried += 1
        for problem in _try(folder, verb, inside, nth, for_ever, planted, noted):
            lost.append(f"{verb}: allocation {nth} in {inside}{' for ever' if for_ever else ''}: {problem}")
    shutil.rmtree(folder)
    return Tally(tried, lost, dict(noted))


def _try(
    folder: Path, verb: str, inside: str, nth: int, for_ever: bool, planted: str, noted: Counter[str]
) -> list[str]:
    said, end = _run(folder, verb, inside, nth, for_ever, planted)
    noted[f"in {inside}"] += 1
    # Python itself may give up when it has no memory at all; what it had acknowledged must stand.
    strange = [] if inside == "Python" else [line for line in said if line.startswith("uncaught")]
    noted["refused with a sentence"] += any(line.startswith("sentence") for line in said)
    noted["stopped by Python"] += bool(inside == "Python" and end)
    if end == -99:
        strange.append("a hang")
    elif end and inside == "SQLite":
        strange.append(f"ended with {end}")
    return strange + verbs.judged_register(folder / "trial", said, twice=bool(planted))


def _run(
    folder: Path, verb: str, inside: str, nth: int, for_ever: bool, planted: str
) -> tuple[list[str], int]:
    trial = folder / "trial"
    shutil.rmtree(trial, ignore_errors=True)
    shutil.copytree(folder / "kept", trial)

    def work(writing: int) -> None:
        verbs.at_home(trial)
        verbs.plant(planted)
        _silence()
        made = _starve_sqlite(nth, for_ever) if inside == "SQLite" else _starve_python(nth, for_ever)
        verbs.VERBS[verb](trial, lambda line: _say(writing, line))
        _say(writing, f"made {made()}")

    return in_child(work)


def _count(folder: Path, verb: str) -> int:
    said, end = _run(folder, verb, "SQLite", 0, False, "")
    if end:
        raise RuntimeError(f"{verb} fails with all the memory it wants: {said}")
    return int(said[-1].split()[1])


def _starve_sqlite(nth: int, for_ever: bool) -> Any:
    return linkage.Scarce(nth, for_ever=for_ever, only="_sqlite3").asked


def _starve_python(nth: int, for_ever: bool) -> Any:
    inside = importlib.import_module("_testcapi")
    # For ever would leave Python unable even to say so: fifty in a row stand for it.
    inside.set_nomemory(nth, nth + (50 if for_ever else 1))
    return lambda: nth


def _can_starve_python() -> bool:
    """Some systems ship Python without its own test module."""
    try:
        return hasattr(importlib.import_module("_testcapi"), "set_nomemory")
    except ImportError:
        return False


def _silence() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _say(writing: int, line: str) -> None:
    os.write(writing, line.replace("\n", " ").encode() + b"\n")


if __name__ == "__main__":
    main(sweep)
