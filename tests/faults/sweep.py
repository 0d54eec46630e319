"""How a sweep is run: in a process of its own, for a size, counting what it tried and what was lost."""

import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

_BEGAN = time.monotonic()
TOP = Path(__file__).parents[2]
HANGS = 10.0  # seconds for one piece of work; two on an idle machine
WAITS = 3.0  # so many seconds may go by for each second of work, where others are at work too
LONG = os.environ.get("PMDESK_FAULTS") == "long"


class Tally(NamedTuple):
    """What a sweep came to; `lost` has a line for everything that should not have happened."""

    tried: int
    lost: list[str]
    noted: dict[str, int]


def size(short: int, long: int) -> int:
    """How many faults to try: the size of a minute, or of ten with PMDESK_FAULTS=long."""
    return long if LONG else short


def run(module: str, folder: Path, many: int, planted: str = "", seconds: float = 60.0) -> Tally:
    """Run a sweep of `many` faults, or of as many as `seconds` of work allow, and print what it came to."""
    began, worked = time.monotonic(), _work_of_children()
    limit = seconds * (10 if LONG else 1)
    done = subprocess.run(
        [sys.executable, "-m", f"tests.faults.{module}", str(folder), str(many), str(limit), planted],
        cwd=TOP,
        env={**os.environ, "PMDESK_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=limit * WAITS + 60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    tally = Tally(**json.loads(done.stdout.splitlines()[-1]))
    said = f", planted: {planted}" if planted else ""
    notes = "".join(f", {count} {what}" for what, count in sorted(tally.noted.items()))
    took, worked = time.monotonic() - began, _work_of_children() - worked
    print(
        f"\n{module}{said}: {tally.tried} of {max(many, tally.tried)} faults tried in {took:.0f} s"
        f" ({worked:.0f} s of work){notes}, {len(tally.lost)} lost"
    )
    return tally


def _work_of_children() -> float:
    """Seconds that processors worked for the children that have ended, and for theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(sweep: Callable[[Path, int, float, str], Tally]) -> None:
    """What `python -m tests.faults.<sweep> FOLDER MANY SECONDS PLANTED` does."""
    folder, many, seconds, planted = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
    print(json.dumps(sweep(folder, many, clock() + seconds, planted)._asdict()))


def clock() -> float:
    """Seconds that this process and its children have worked; a third of those that went by, if that is more.

    So a sweep tries as many faults on a machine that is busy with others, and ends there too.
    """
    return max(time.process_time() + _work_of_children(), (time.monotonic() - _BEGAN) / WAITS)


def in_child(work: Callable[[int], None], seconds: float = 20.0) -> tuple[list[str], int]:
    """Do `work` in a child that may die at any moment: the lines it said before, and how it ended.

    `work` is given a handle to write lines to. The end is 0, a signal's number below 0, or 1 for an error
    nobody caught; a child that hangs is killed and ends as -99.
    """
    reading, writing = os.pipe()
    gc.collect()  # what this process dropped since the last child; all before that is frozen
    gc.freeze()  # or the child's first collection would go through, and so copy, all that the parent has
    child = os.fork()
    if child == 0:
        os.close(reading)
        _end_with(work, writing)
    os.close(writing)
    said, hung = _listen(reading, child, time.monotonic() + seconds)
    _, status = os.waitpid(child, 0)
    end = os.waitstatus_to_exitcode(status)
    return said.decode(errors="replace").splitlines(), -99 if hung else end


def here(work: Callable[[], Iterable[str]], seconds: float = HANGS) -> list[str]:
    """Do `work` in this process: what it yields, an error that nobody caught, and that it hung.

    For those who look at what is left of a register: they meet no fault, and a process takes longer to be
    made than they do to look.
    """
    began, said = time.monotonic(), list[str]()
    try:
        said.extend(work())
    except Exception as error:
        said.append(_uncaught(error))
    if (took := time.monotonic() - began) > seconds:
        said.append(f"uncaught hang of {took:.0f} s")
    return said


def _uncaught(error: BaseException) -> str:
    import traceback

    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"uncaught {type(error).__name__}: {error} at {where.name}"


def _end_with(work: Callable[[int], None], writing: int) -> None:
    code = 1
    try:
        work(writing)
        code = 0
    except BaseException as error:
        os.write(writing, f"{_uncaught(error)}\n".encode())
    finally:
        os._exit(code)


def _listen(reading: int, child: int, until: float) -> tuple[bytes, bool]:
    import select
    import signal

    said, hung = b"", False
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            hung = True
            os.kill(child, signal.SIGKILL)
            until += 5
            continue
        if not (more := os.read(reading, 65536)):
            break
        said += more
    os.close(reading)
    return said, hung
