"""Two processes on one file in a place where locks do nothing, as on some shared drives: both save at once.

What is asked is only this: each is refused with a sentence, or nothing that it was told was saved is lost.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from pmdesk.register import database, lock
from pmdesk.register.store import open_register
from tests.faults import verbs
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import TOP, Tally, clock, in_child, main

SAVES = 40


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """`many` times two writers, each saving as fast as it can."""
    folder = quick_place(folder)
    verbs.prepare(folder / "kept")
    chance, tried, lost, refused, saved = random.Random(20260427), 0, list[str](), 0, 0
    while tried < many and clock() < until and not (planted and lost):
        shutil.rmtree(folder / "trial", ignore_errors=True)
        shutil.copytree(folder / "kept", folder / "trial")
        said = _both(folder / "trial", planted, chance.random() * 0.01)
        refused += sum(line.startswith("sentence") for line in said)
        saved += sum(line.startswith("saved") for line in said)
        lost += _look(folder / "trial", said)
        tried += 1
    shutil.rmtree(folder)
    return Tally(tried, lost, {"saves refused with a sentence": refused, "saves acknowledged": saved})


def _both(trial: Path, planted: str, later: float) -> list[str]:
    children = []
    for name in ("One", "Other"):
        command = [sys.executable, "-m", "tests.faults.two_writers", "child", str(trial), name, planted]
        home = {**os.environ, "PMDESK_HOME": str(trial / name)}
        children.append(subprocess.Popen(command, cwd=TOP, stdout=subprocess.PIPE, env=home, text=True))
        time.sleep(later)
    return [line for child in children for line in child.communicate()[0].splitlines()]


def _look(trial: Path, said: list[str]) -> list[str]:
    def work(writing: int) -> None:
        verbs.at_home(trial)
        for problem in verbs.judge_register(trial, said):
            os.write(writing, f"{problem}\n".encode())

    found, end = in_child(work, 60)
    strange = [line for line in said if not line.startswith(("saved", "sentence"))]
    nobody = [] if said else ["neither saved nor refused"]
    return found + strange + nobody + ([f"ended with {end}"] if end else [])


def _child(trial: Path, name: str, planted: str) -> None:
    """A writer for whom every lock is granted, pmdesk's own and SQLite's."""
    lock._try = lambda handle: True
    real = database.sqlite.connect

    def connect(file: str, **named: object) -> object:
        return real(f"{file}&nolock=1" if file.startswith("file:") else file, **named)

    database.sqlite.connect = connect
    if planted == "locks are believed":
        lock._keeps_out = lambda path: True

    def say(line: str) -> None:
        print(line, flush=True)

    try:
        with open_register(trial / "a.pmdesk", who=name) as register:
            for n in range(SAVES):
                with verbs.told(say):
                    say(f"saved {verbs.save_one(register, f'{name} {n}')} {name} {n}")
    except Exception as error:
        say(f"uncaught {type(error).__name__}: {error}")


if __name__ == "__main__":
    if sys.argv[1] == "child":
        _child(Path(sys.argv[2]), sys.argv[3], sys.argv[4])
    else:
        main(sweep)
