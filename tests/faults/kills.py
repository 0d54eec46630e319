"""kill -9 at random moments: of a process that does the command's verbs, and of one that has the window."""

import csv
import os
import random
import select
import shutil
import signal
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from pmdesk.actions.imports import bring_in, look
from pmdesk.actions.laptops import my_key, trust_laptop
from pmdesk.actions.packs import make_pack
from pmdesk.domain.words import Words
from tests.faults import verbs
from tests.faults.storage_calls import quick_place
from tests.faults.sweep import Tally, clock, in_child, main

ROWS, MERGED = 1500, 60
# How long each goes on after it says 'ready', on an idle machine; the kill comes at a random part of that.
LASTS = {"save": 0.5, "import": 1.2, "migrate": 0.15}
IN_WINDOW = {"window saves": 1.0, "window imports": 2.0, "window merges": 1.2}
IN = " in the window"
Say = Callable[[str], None]


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Kill `many` processes, the verbs in turn; every other one has the window."""
    folder = quick_place(folder)
    _prepare(folder / "kept")
    _warm()
    chance = random.Random(int(time.time()))  # another moment each time: a kill cannot be repeated anyway
    turns = [verb for pair in zip(LASTS, IN_WINDOW, strict=True) for verb in pair]
    tried, lost, noted = 0, list[str](), {"acknowledged saves": 0, "in the window": 0}
    for at in range(many):
        if clock() > until or (planted and lost):
            break
        verb = turns[at % len(turns)] if not planted else "window saves" if IN in planted else "save"
        shutil.rmtree(folder / "trial", ignore_errors=True)
        shutil.copytree(folder / "kept", folder / "trial")
        # What is planted shows once something was acknowledged: each further try waits for that longer.
        lasts = (LASTS | IN_WINDOW)[verb] * (1 + tried if planted else 1)
        said = _kill(folder / "trial", verb, chance.random() * lasts, planted)
        noted["acknowledged saves"] += sum(line.startswith("saved") for line in said)
        noted["in the window"] += verb in IN_WINDOW
        found = _look(folder / "trial", verb, said)
        lost += [f"{verb} after {len(said)} lines: {problem}" for problem in found]
        tried += 1
    shutil.rmtree(folder)
    return Tally(tried, lost, noted)


def _prepare(folder: Path) -> None:
    """The register, a spreadsheet for it, and a pack of another laptop that it trusts."""
    verbs.prepare(folder)
    with (folder / "in.csv").open("w", newline="", encoding="utf-8") as file:
        rows = [(f"Councillor {n} Brought", f"Ward {n}") for n in range(ROWS)]
        csv.writer(file).writerows([("Name", "Ward"), *rows])
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    shutil.rmtree(other / "home" / "keys")
    verbs.at_home(other)
    with verbs.opened(other) as register:
        for n in range(MERGED):
            verbs.save_one(register, f"Merged {n}")
        key = my_key(register)
        made = make_pack(register, folder / "other.pmpack", Words())
    assert len(made.paths) == 1
    verbs.at_home(folder)
    with verbs.opened(folder) as register:
        trust_laptop(register, key, "The other laptop")


def _warm() -> None:
    """What every child needs is imported once; none of it makes a window yet."""
    import_module("tests.faults.hands")
    for name in ("office", "pages.bring_in", "pages.desk", "pages.exchange", "pages.members"):
        import_module(f"pmdesk.ui.{name}")


def _kill(trial: Path, verb: str, after: float, planted: str) -> list[str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_killed(trial, verb, planted, lambda line: _say(writing, line))
    os.close(writing)
    said = b""
    while not said and select.select([reading], [], [], 60)[0] and (first := os.read(reading, 65_536)):
        said += first
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 65_536):
        said += more
    os.close(reading)
    os.waitpid(child, 0)
    # A line cut off by the kill was not yet an acknowledgement.
    return said.decode().split("\n")[:-1] if said else ["uncaught: the process did not start"]


def _say(writing: int, line: str) -> None:
    os.write(writing, line.replace("\n", " ").encode() + b"\n")


def _be_killed(trial: Path, verb: str, planted: str, say: Say) -> None:
    try:
        verbs.at_home(trial)
        _plant(planted)
        (_at_the_window if verb in IN_WINDOW else _do)(trial, verb, say)
        time.sleep(60)
    except BaseException as error:
        say(f"uncaught {type(error).__name__}: {error}")
    finally:
        os._exit(1)


def _do(trial: Path, verb: str, say: Say) -> None:
    if verb == "migrate":
        verbs.with_a_later_version()
        say("ready")
    with verbs.opened(trial) as register:
        if verb == "import":
            looked = look(trial / "in.csv", register, "person")
            say("ready")
            say(f"brought {bring_in(register, looked, Words()).added}")
        if verb == "save":
            say("ready")
        for n in range(10_000 if verb == "save" else 1):
            say(f"saved {verbs.save_one(register, f'Saved {n}')} Saved {n}")


def _at_the_window(trial: Path, verb: str, say: Say) -> None:
    """The window's own verbs; what it says to a person is what it acknowledges."""
    from tests.faults import hands

    window = hands.Hands(trial / "a.pmdesk")
    say("ready")
    if verb == "window imports":
        say(f"brought {ROWS}" if hands.bring_in(window, trial / "in.csv") else "uncaught: nothing brought")
    if verb == "window merges":
        say("merged" if hands.merge(window, trial / "other.pmpack") else "uncaught: nothing merged")
    for n in range(10_000):
        sentence = hands.save_person(window, f"Saved {n}")
        if sentence != f"Saved Saved {n}.":
            say(f"uncaught: {sentence}")
        say(f"saved {window.office.register.all('person', name=f'Saved {n}')[0]['id']} Saved {n}")
        for fault in window.faults:
            say(fault)


def _look(trial: Path, verb: str, said: list[str]) -> list[str]:
    def work(writing: int) -> None:
        verbs.at_home(trial)
        if verb == "migrate":
            verbs.with_a_later_version()
        verbs.BROUGHT = ROWS
        for problem in verbs.judge_register(trial, said):
            _say(writing, problem)
        with verbs.opened(trial) as register:
            merged = sum(str(row["name"]).startswith("Merged ") for row in register.all("person"))
        if merged not in (0, MERGED) or ("merged" in said and not merged):
            _say(writing, f"{merged} of {MERGED} saves merged")

    found, end = in_child(work, 60)
    strange = [line for line in said if not line.startswith(("ready", "saved", "brought", "merged"))]
    return found + strange + ([f"ended with {end}"] if end else [])


def _plant(planted: str) -> None:
    """The planted fault: saves said to be kept are still in the process's memory."""
    if not planted:
        return
    from collections.abc import Iterator
    from contextlib import contextmanager

    from pmdesk.register.store import Register

    if planted.removesuffix(IN) != "commits later":
        raise ValueError(planted)

    @contextmanager
    def writing(self: Register) -> Iterator[None]:
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")
        yield

    Register.writing = writing  # type: ignore[method-assign]


if __name__ == "__main__":
    main(sweep)
