"""Rows of counts drawn as bars of one length: how much of each is of which kind, always with numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.words import Words

# How a part is filled, the same on screen and paper: never told by colour alone.
FULL, STRIPED, LIGHT, OPEN = "full", "striped", "light", "open"


class Share(NamedTuple):
    """One part of a bar: its word ('yes'), how many, how it is filled."""

    word: str
    n: int
    fill: str


class ShareRow(NamedTuple):
    """A bar: its name, its parts in order, what stands beside it ('7 of 8'), and quiet words after that."""

    name: str
    shares: tuple[Share, ...]
    said: str
    quiet: str = ""

    @property
    def total(self) -> int:
        return sum(share.n for share in self.shares)


@dataclass(frozen=True, slots=True)
class ShareRows:
    """A chart of bars: the finding is its title, the summary is for who cannot see it.

    `of` names what the rows are ('Political group'); `legend` whether the fills must be named.
    """

    key: str
    finding: str
    of: str
    rows: tuple[ShareRow, ...]
    legend: bool = False

    @property
    def summary(self) -> str:
        told = "; ".join(f"{row.name}: {beside(row)}" for row in self.rows)
        return f"{self.finding}. {told}."

    def words(self) -> tuple[str, ...]:
        """The words of the parts, as the table of the chart has them over its columns."""
        return tuple(share.word for share in self.rows[0].shares) if self.rows else ()


def beside(row: ShareRow) -> str:
    """'7 of 8, 1 late'."""
    return ", ".join(part for part in (row.said, row.quiet) if part)


def part_of(name: str, n: int, of: int, done: str, left: str, words: Words, quiet: str = "") -> ShareRow:
    """A bar of which `n` of `of` are done.

    >>> row = part_of("Labour", 5, 9, "in", "not in", Words())
    >>> row.said, [share.n for share in row.shares]
    ('5 of 9', [5, 4])
    """
    shares = (Share(done, n, FULL), Share(left, max(of - n, 0), OPEN))
    return ShareRow(name, shares, words("{n} of {m}", n=n, m=of), quiet)


def furthest(rows: Sequence[ShareRow]) -> ShareRow | None:
    """The bar that lacks most, of two alike the one that lacks the larger part; None where none lacks any."""
    lacking = [row for row in rows if row.total > row.shares[0].n]
    if not lacking:
        return None
    return min(lacking, key=lambda row: (row.shares[0].n - row.total, row.total, row.name))
