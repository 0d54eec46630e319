"""One command, one table: what a person feels, beside a limit or a peer measured in the same run.

Not timed tests: nothing fails for being slow, but the table says MISSED where a limit is not held.
`python -m tests.benchmarks --size L` also measures S, for what may not grow; `--only` measures some parts.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import (
    chart_speed,
    exchange_speed,
    figures_speed,
    paper_speed,
    register_speed,
    start_speed,
)
from tests.benchmarks.generator import SIZES, found
from tests.benchmarks.timing import HEADING, ROUNDS, Line

PARTS = ("papers", "charts", "import", "merge", "register", "figures", "check", "start")
# What may not grow with the register: (beginning of a line's name, the most that the bigger may be times S).
_FLAT = (
    ("one save of an update", 1.2),
    ("one save of a reading", 1.2),
    ("command to first paint", 1.15),
)


def main(argv: list[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--size", action="append", choices=SIZES, help="may be given more than once")
    asked.add_argument("--only", action="append", choices=PARTS, help="may be given more than once")
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--rows", type=int, default=50_000, help="rows of the spreadsheets brought in")
    asked.add_argument("--saves", type=int, default=10_000, help="saves in the pack merged")
    asked.add_argument("--folder", type=Path, help="where registers once made are kept")
    given = asked.parse_args(argv)
    sizes = list(dict.fromkeys(["S", *given.size] if given.size else ["S", "M"]))
    folder = given.folder or Path(tempfile.gettempdir()) / "pmdesk-benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    print(HEADING, flush=True)
    for line in table(sizes, folder, given.only or PARTS, given.rounds, given.rows, given.saves):
        print(line, flush=True)


def table(
    sizes: list[str], folder: Path, parts: list[str] | tuple[str, ...], rounds: int, rows: int, saves: int
) -> Iterator[Line]:
    """Every line of the table, as it is measured; then what grew from the first size to the others."""
    measured: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="run-", dir=folder) as made, _home(f"{made}/home"):
        for line in _lines(sizes, folder, Path(made), parts, rounds, rows, saves):
            measured.append(line)
            yield line
    yield from _grown(measured, sizes)


def _lines(
    sizes: list[str],
    folder: Path,
    made: Path,
    parts: list[str] | tuple[str, ...],
    rounds: int,
    rows: int,
    saves: int,
) -> Iterator[Line]:
    if "papers" in parts:
        yield from paper_speed.lines(rounds)
    if "charts" in parts:
        yield from chart_speed.lines(rounds)
    if "import" in parts:
        yield from exchange_speed.imports(made, rows, min(rounds, 3))
    if "merge" in parts:
        yield from exchange_speed.merging(made, saves, min(rounds, 3))
    by_part = {
        "register": register_speed.lines,
        "figures": figures_speed.lines,
        "check": register_speed.check,
        "start": start_speed.lines,
    }
    for size in sizes:
        for part, lines in by_part.items():
            if part in parts:
                yield from lines(found(folder, size), size, rounds)


def _grown(measured: list[Line], sizes: list[str]) -> Iterator[Line]:
    """A bigger register over the smallest, where the work should be the same."""
    by_name = {line.what: line for line in measured}
    for (beginning, times), size in ((flat, size) for flat in _FLAT for size in sizes[1:]):
        small, big = by_name.get(f"{beginning}, {sizes[0]}"), by_name.get(f"{beginning}, {size}")
        if small and big:
            what = f"{beginning}, {size} over {sizes[0]}"
            yield Line(what, big.ours, small.ours, f"the same with {sizes[0]}", times=times)
    for size in sizes[1:]:
        held = [
            by_name.get(f"memory over the bare window at first paint, {each}") for each in (sizes[0], size)
        ]
        if held[0] and held[1]:
            what = f"memory, {size} over {sizes[0]}"
            yield Line(what, held[1].ours - held[0].ours, most=8, unit="MiB")


@contextmanager
def _home(folder: str) -> Iterator[None]:
    """Keys and preferences of the run's own."""
    before = os.environ.get("PMDESK_HOME")
    os.environ["PMDESK_HOME"] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ["PMDESK_HOME"]
        else:
            os.environ["PMDESK_HOME"] = before


if __name__ == "__main__":
    main()
