"""Times two things turn by turn in one run, so that a noisy machine is unfair to both alike."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 7


class Line(NamedTuple):
    """A row of the table: milliseconds each, and what budgets.md says to hold."""

    what: str
    ours: float
    peer: float | None
    peer_is: str
    hold: str

    def __str__(self) -> str:
        peer = f"{self.peer:10.2f}" if self.peer is not None else " " * 10
        ratio = f"{self.ours / self.peer:7.2f}" if self.peer else " " * 7
        return f"{self.what:46}{self.ours:10.2f}{peer}{ratio}   {self.hold:22} {self.peer_is}"


HEADING = f"{'what':46}{'ours, ms':>10}{'peer, ms':>10}{'ratio':>7}   {'hold':22} the peer"


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
