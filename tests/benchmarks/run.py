"""One command, one table: what a person feels, beside a limit or a peer measured in the same run.

Not timed tests: nothing fails for being slow. `python -m tests.benchmarks [SIZE ...] [--rounds N] [--rows N]`
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import paper_speed, register_speed, start_speed
from tests.benchmarks.generator import SIZES
from tests.benchmarks.timing import HEADING, ROUNDS, Line


def main(argv: list[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", nargs="*", default=["S", "M"], metavar="SIZE", help=", ".join(SIZES))
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--rows", type=int, default=50_000, help="rows of the spreadsheet brought in")
    given = asked.parse_args(argv)
    print(HEADING, flush=True)
    for line in table(given.sizes, given.rounds, given.rows):
        print(line, flush=True)


def table(sizes: list[str], rounds: int, rows: int) -> Iterator[Line]:
    """Every line of the table, as it is measured."""
    with tempfile.TemporaryDirectory(prefix="pmdesk-benchmarks-") as made:
        before = os.environ.get("PMDESK_HOME")
        os.environ["PMDESK_HOME"] = f"{made}/home"
        try:
            yield paper_speed.line(rounds)
            for at, size in enumerate(sizes):
                yield from register_speed.lines(Path(made), size, rounds, 0 if at else rows)
                yield start_speed.line(Path(made) / f"{size}.pmdesk", size, rounds)
        finally:
            if before is None:
                del os.environ["PMDESK_HOME"]
            else:
                os.environ["PMDESK_HOME"] = before


if __name__ == "__main__":
    main()
