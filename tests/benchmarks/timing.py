"""Times two things turn by turn in one run, so that a noisy machine is unfair to both alike."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 7


class Line(NamedTuple):
    """A row of the table: what was measured, its peer, and what budgets.md says to hold.

    `times` is the most the ratio may be, `most` the most ours may be in its unit; None where nothing is said.
    """

    what: str
    ours: float
    peer: float | None = None
    peer_is: str = ""
    times: float | None = None
    most: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        return self.ours / self.peer if self.peer else None

    @property
    def missed(self) -> bool:
        """Whether a limit was given and not held."""
        too_many = self.times is not None and self.ratio is not None and self.ratio > self.times
        return too_many or (self.most is not None and self.ours > self.most)

    def __str__(self) -> str:
        peer = f"{self.peer:10.2f}" if self.peer is not None else " " * 10
        ratio = f"{self.ratio:7.2f}" if self.ratio else " " * 7
        limits = [] if self.times is None else [f"{self.times:g} times"]
        limits += [] if self.most is None else [f"{self.most:g} {self.unit}"]
        hold = ", ".join(limits)
        said = "" if not hold else "MISSED" if self.missed else "held"
        return f"{self.what:52}{self.ours:11.2f} {self.unit:4}{peer}{ratio}   {hold:16}{said:8}{self.peer_is}"


HEADING = f"{'what':52}{'ours':>11} {'':4}{'peer':>10}{'ratio':>7}   {'hold':16}{'':8}the peer"


def turn_by_turn(ours: Callable[[], object], peer: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The medians of both, in milliseconds, after one round that does not count."""
    mine, theirs = [], []
    for at in range(rounds + 1):
        first, second = took(ours), took(peer)
        if at:
            mine.append(first)
            theirs.append(second)
    return statistics.median(mine), statistics.median(theirs)


def alone(ours: Callable[[], object], rounds: int) -> float:
    """The median, in milliseconds, after one round that does not count."""
    return statistics.median([took(ours) for _ in range(rounds + 1)][1:])


def took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
