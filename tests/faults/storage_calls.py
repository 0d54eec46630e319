"""Each storage call of each verb fails once, for ever, is torn, or is the last thing the process does."""

import errno
import itertools
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults import verbs
from tests.faults.calls import WAYS, Call, Tap
from tests.faults.reading import read_once
from tests.faults.sweep import HANGS, Tally, clock, in_child, main

ROUND = 120  # faults at a time: those of a verb that end it share a run
TRULY = 8  # one process in so many is truly killed
AGAIN = 3  # after one fault in so many the verb is done once more: it must go through, and leave nothing


class Fault(NamedTuple):
    """What happens to the `nth` call of a verb, and whether to all after it."""

    verb: str
    nth: int
    way: str
    error: int
    for_ever: bool

    def __str__(self) -> str:
        name = errno.errorcode.get(self.error, "")
        return f"{self.verb}: call {self.nth} {self.way} {name}{' for ever' if self.for_ever else ''}"


PLANTED = {
    "acknowledges before the commit": "save",
    "migration outside a transaction": "migrate",
    "import in bits": "import",
    "export in place": "export",
}


def sweep(folder: Path, many: int, until: float, planted: str) -> Tally:
    """Try `many` faults, shared out among the verbs, each on a fresh copy of one small register."""
    folder = quick_place(folder)
    read_once()
    verbs.prepare(folder / "kept")
    verbs.prepare_protected(folder / "kept", folder / "protected")
    wanted = [PLANTED[planted]] if planted else list(verbs.VERBS)
    verbs.warm(folder, wanted)
    calls = {verb: _count(folder, verb, planted) for verb in wanted}
    tried, lost, noted = 0, list[str](), Counter[str]()
    faults = list(_faults(calls, many))
    rounds = (faults[first : first + ROUND] for first in range(0, many, ROUND))
    for fault, found, end in itertools.chain.from_iterable(_tried(folder, some, planted) for some in rounds):
        tried += 1
        noted[end] += 1
        lost += [f"{fault}: {problem}" for problem in found]
        if clock() > until or (planted and lost):
            break
    noted.update({f"storage calls in {verb}": count for verb, count in calls.items()})
    shutil.rmtree(folder)
    return Tally(tried, lost, dict(noted))


def quick_place(folder: Path) -> Path:
    """A process that is killed needs no disk under it: the faults are in the calls."""
    memory = Path("/dev/shm")
    if os.access(memory, os.W_OK):
        return memory / f"pmdesk-faults-{os.getpid()}"
    return folder / "calls"


def _faults(calls: dict[str, int], many: int) -> Iterator[Fault]:
    """Every verb in turn, its calls in an order that covers them all before any comes twice."""
    chance = random.Random(20260427)
    orders = {verb: list[int]() for verb in calls}
    often = [verb for verb in calls if verb not in verbs.SELDOM]
    turns = [*often * 4, *(verb for verb in calls if verb in verbs.SELDOM)]
    for at in range(many):
        verb = turns[at % len(turns)]
        if not orders[verb]:
            orders[verb] = chance.sample(range(1, calls[verb] + 1), calls[verb])
        way = chance.choice(WAYS)
        yield Fault(
            verb,
            orders[verb].pop(),
            way,
            0 if "last" in way else chance.choice((errno.EIO, errno.ENOSPC)),
            "last" not in way and chance.random() < 0.4,
        )


def _count(folder: Path, verb: str, planted: str) -> int:
    """How many storage calls a verb makes when nothing goes wrong."""
    found, end, calls = _run(folder, Fault(verb, 0, "go", 0, False), planted)
    if found or end:
        raise RuntimeError(f"{verb} fails without a fault: {found} {end}")
    return calls


def _tried(folder: Path, faults: list[Fault], planted: str) -> Iterator[tuple[Fault, list[str], str]]:
    """Each fault with what is wrong after it, and how the process ended."""
    left = [] if planted else [fault for at, fault in enumerate(faults) if at % TRULY]
    done = list[Fault]()
    for verb in dict.fromkeys(fault.verb for fault in left):
        ends = {fault.nth: fault for fault in left if fault.verb == verb and "last" in fault.way}
        for fault, found in _stopped(folder, verb, ends):
            done.append(fault)
            yield fault, found, "stopped where a kill would"
    for at, fault in enumerate(fault for fault in faults if not any(fault is each for each in done)):
        found, end, _calls = _run(folder, fault, planted, again=bool(planted) or at % AGAIN == 0)
        yield fault, found, {0: "ended by themselves", -9: "killed"}.get(end, "ended otherwise")


def _stopped(folder: Path, verb: str, ends: dict[int, Fault]) -> Iterator[tuple[Fault, list[str]]]:
    """One run of a verb, its files copied where each of these faults would end it: a kill leaves the same."""
    trial, copies = _fresh(folder, verb), folder / "copies"
    shutil.rmtree(copies, ignore_errors=True)
    made = 0

    def work(writing: int) -> None:
        def judge(_call: Call) -> tuple[str, int]:
            nonlocal made
            made += 1
            return (ends[made].way.replace("last", "kept") if made in ends else "go"), 0

        def keep() -> None:
            shutil.copytree(trial, copies / str(made))
            _say(writing, f"kept {made}")

        verbs.at_home(trial)
        Tap(trial, judge, keep=keep)
        verbs.VERBS[verb](trial, lambda line: _say(writing, line))

    said, end = in_child(work, 60)
    if end or any(line.startswith("uncaught") for line in said):
        raise RuntimeError(f"{verb} fails without a fault: {said} {end}")
    for at, line in enumerate(said):
        if line.startswith("kept "):
            fault = ends[int(line.split()[1])]
            shutil.rmtree(trial)
            os.rename(copies / str(fault.nth), trial)
            told = [each for each in said[:at] if not each.startswith("kept ")]
            yield fault, verbs.judged(trial, verb, told, again=at % AGAIN == 0)


def _fresh(folder: Path, verb: str) -> Path:
    trial = folder / "trial"
    shutil.rmtree(trial, ignore_errors=True)
    shutil.copytree(folder / ("protected" if verb in verbs.PROTECTED else "kept"), trial)
    return trial


def _run(folder: Path, fault: Fault, planted: str, *, again: bool = True) -> tuple[list[str], int, int]:
    trial = _fresh(folder, fault.verb)
    began = time.monotonic()
    said, end = in_child(lambda writing: _child(trial, fault, planted, writing))
    if (took := time.monotonic() - began) > HANGS:
        said.append(f"uncaught hang of {took:.0f} s")
    problems = [line for line in said if line.startswith("uncaught")]
    if end not in (0, -9):
        problems.append(f"ended with {end}")
    problems += verbs.judged(trial, fault.verb, said, again=again)
    calls = next((int(line.split()[1]) for line in said if line.startswith("calls ")), 0)
    return problems, end, calls


def _child(trial: Path, fault: Fault, planted: str, writing: int) -> None:
    verbs.at_home(trial)
    verbs.plant(planted)
    made = 0

    def judge(_call: Call) -> tuple[str, int]:
        nonlocal made
        made += 1
        hit = made == fault.nth or (fault.for_ever and made > fault.nth)
        return (fault.way, fault.error) if hit else ("go", 0)

    Tap(trial, judge)
    verbs.VERBS[fault.verb](trial, lambda line: _say(writing, line))
    _say(writing, f"calls {made}")


def _say(writing: int, line: str) -> None:
    os.write(writing, line.replace("\n", " ").encode() + b"\n")


if __name__ == "__main__":
    main(sweep)
