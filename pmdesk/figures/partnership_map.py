"""The map of partnerships: boxes and lines laid out as a tidy tree, in columns and rows, not in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.words import Words
from pmdesk.figures.partnership_tree import Branch

# Those that neither report nor are reported to stand in so many columns, under the tree.
LONE_COLUMNS = 3
# Longer maps are told by their counts; their table has every line.
_TOLD_IN_FULL = 30


class Box(NamedTuple):
    """A partnership on the map: which column (0 at the left) and which row its middle stands at."""

    branch: Branch
    column: int
    row: float


@dataclass(frozen=True, slots=True)
class PartnershipMap:
    """`lone_from` is the row where those without any line begin, None without them."""

    boxes: tuple[Box, ...]
    columns: int
    rows: float
    lone_from: float | None
    finding: str
    summary: str

    def box(self, id: str) -> Box | None:
        return next((each for each in self.boxes if each.branch.id == id), None)


def partnership_map(branches: Sequence[Branch], words: Words) -> PartnershipMap:
    """Lay out a tree (figures/partnership_tree.py): what reports stands right of whom it reports to.

    Each box without sub-groups has a row of its own; one with them stands in the middle of theirs.
    """
    joined = [each for each in branches if each.depth or each.has_under]
    lone = [each for each in branches if not each.depth and not each.has_under]
    boxes = _tidy(joined)
    rows = float(sum(not each.has_under for each in joined))
    lone_from = rows + 1 if lone and joined else 0.0 if lone else None
    for at, each in enumerate(lone):
        boxes.append(Box(each, at % LONE_COLUMNS, (lone_from or 0) + at // LONE_COLUMNS))
    if lone:
        rows = (lone_from or 0) + (len(lone) + LONE_COLUMNS - 1) // LONE_COLUMNS
    finding = _finding(branches, words)
    columns = max((box.column for box in boxes), default=-1) + 1
    return PartnershipMap(tuple(boxes), columns, rows, lone_from, finding, _summary(branches, finding, words))


def _tidy(branches: Sequence[Branch]) -> list[Box]:
    """Rows from the last to the first: a box is placed once everything under it is."""
    rows: dict[str, float] = {}
    below: dict[str, list[float]] = {}
    leaves = sum(not each.has_under for each in branches)
    for each in reversed(branches):
        if found := below.get(each.id):
            rows[each.id] = (found[0] + found[-1]) / 2
        else:
            leaves -= 1
            rows[each.id] = float(leaves)
        below.setdefault(each.parent, []).append(rows[each.id])
    return [Box(each, each.depth, rows[each.id]) for each in branches]


def _finding(branches: Sequence[Branch], words: Words) -> str:
    lines = [each.line for each in branches if each.pill]
    broken, without = lines.count("broken"), lines.count("none")
    if not lines:
        return words("No partnership reports to another")
    said = (
        words("{broken} of {n} reporting lines broken", broken=broken, n=len(lines))
        if broken
        else words.plural(len(lines), "{n} reporting line, not broken", "{n} reporting lines, none broken")
    )
    return f"{said}; {words('{n} without an agreed interval', n=without)}" if without else said


def _summary(branches: Sequence[Branch], finding: str, words: Words) -> str:
    """The finding, and who reports to whom."""
    opening = words("Map of {n} partnerships.", n=len(branches))
    told = [each for each in branches if each.pill and each.line == "broken"]
    if len(branches) <= _TOLD_IN_FULL:
        told = [each for each in branches if each.pill]
        return " ".join([opening, f"{finding}.", *(f"{each.spoken}." for each in told)])
    rest = words("Every line is in the table.")
    return " ".join([opening, f"{finding}.", *(f"{each.spoken}." for each in told[:_TOLD_IN_FULL]), rest])
