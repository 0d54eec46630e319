"""kill -9 at random moments, of a process that saves, brings in a sheet or brings old tables up to date."""

import csv
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from pmdesk.actions.imports import bring_in, look
from pmdesk.domain.words import Words
from tests.faults import verbs
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import TOP, Tally, in_child, main

ROWS = 1500
# How long each goes on after it says 'ready', on an idle machine; the kill comes at a random part of that.
LASTS = {"save": 0.5, "import": 1.2, "migrate": 0.15}


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Kill `many` processes, the verbs in turn."""
    folder = quick_place(folder)
    _prepare(folder / "kept")
    chance = random.Random(int(time.time()))  # another moment each time: a kill cannot be repeated anyway
    tried, lost, saved = 0, list[str](), 0
    for at in range(many):
        if time.monotonic() > until or (planted and lost):
            break
        verb = "save" if planted else list(LASTS)[at % len(LASTS)]
        shutil.rmtree(folder / "trial", ignore_errors=True)
        shutil.copytree(folder / "kept", folder / "trial")
        said = _kill(folder / "trial", verb, chance.random() * LASTS[verb], planted)
        saved += sum(line.startswith("saved") for line in said)
        found = _look(folder / "trial", verb, said)
        lost += [f"{verb} after {len(said)} lines: {problem}" for problem in found]
        tried += 1
    shutil.rmtree(folder)
    return Tally(tried, lost, {"acknowledged saves": saved})


def _prepare(folder: Path) -> None:
    verbs.prepare(folder)
    with (folder / "in.csv").open("w", newline="", encoding="utf-8") as file:
        rows = [(f"Councillor {n} Brought", f"Ward {n}") for n in range(ROWS)]
        csv.writer(file).writerows([("Name", "Ward"), *rows])


def _kill(trial: Path, verb: str, after: float, planted: str) -> list[str]:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.kills", "child", str(trial), verb, planted],
        cwd=TOP,
        stdout=subprocess.PIPE,
    )
    assert child.stdout
    first = child.stdout.readline()
    time.sleep(after)
    os.kill(child.pid, signal.SIGKILL)
    rest = child.stdout.read()
    child.wait()
    # A line cut off by the kill was not yet an acknowledgement.
    lines = (first + rest).decode().split("\n")[:-1]
    return lines if first else ["uncaught: the process did not start"]


def _look(trial: Path, verb: str, said: list[str]) -> list[str]:
    def work(writing: int) -> None:
        verbs.at_home(trial)
        if verb == "migrate":
            verbs.with_a_later_version()
        verbs.BROUGHT = ROWS
        for problem in verbs.judge_register(trial, said):
            os.write(writing, f"{problem}\n".encode())

    found, end = in_child(work, 60)
    strange = [line for line in said if not line.startswith(("ready", "saved", "brought"))]
    return found + strange + ([f"ended with {end}"] if end else [])


def _child(trial: Path, verb: str, planted: str) -> None:
    verbs.at_home(trial)
    if planted:
        _buffer_saves(planted)
    if verb == "migrate":
        verbs.with_a_later_version()
        print("ready", flush=True)
    with verbs.opened(trial) as register:
        if verb == "import":
            looked = look(trial / "in.csv", register, "person")
            print("ready", flush=True)
            print(f"brought {bring_in(register, looked, Words()).added}", flush=True)
        if verb == "save":
            print("ready", flush=True)
        for n in range(10_000 if verb == "save" else 1):
            print(f"saved {verbs.save_one(register, f'Saved {n}')} Saved {n}", flush=True)
    time.sleep(60)


def _buffer_saves(planted: str) -> None:
    """The planted fault: saves said to be kept are still in the process's memory."""
    from pmdesk.register.store import Register

    if planted != "commits later":
        raise ValueError(planted)
    from collections.abc import Iterator
    from contextlib import contextmanager

    @contextmanager
    def writing(self: Register) -> Iterator[None]:
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")
        yield

    Register.writing = writing  # type: ignore[method-assign]


if __name__ == "__main__":
    if sys.argv[1] == "child":
        _child(Path(sys.argv[2]), sys.argv[3], sys.argv[4])
    else:
        main(sweep)
