"""Every sheet of a file as rows of text, as wide as a spreadsheet can be: figures often run across."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmdesk.exchange.sheets import read_bytes, read_grid
from pmdesk.exchange.workbooks import Merged

COLUMNS_ALLOWED = 16_384
# A workbook with more sheets than this is looked at only as far; a sheet asked for is always read.
SHEETS_LOOKED_AT = 24


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name ('' for a CSV) and its rows from the first line on."""

    name: str
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Book:
    """A file: its name without its folder, what it holds as a hash, every sheet's name, the sheets read."""

    source: str
    sha256: str
    names: tuple[str, ...]
    grids: tuple[Grid, ...]


def read_book(path: str | os.PathLike[str], sheet: str | None = None) -> Book:
    """Read every sheet of a file, or the one named; Unreadable with a sentence when it cannot be read."""
    path = Path(path)
    data = read_bytes(path)
    names, first, rows, merged = read_grid(data, sheet, COLUMNS_ALLOWED)
    grids = [Grid(first, _carried(rows, merged))]
    if sheet is None:
        for name in [name for name in names if name != first][: SHEETS_LOOKED_AT - 1]:
            _names, _first, rows, merged = read_grid(data, name, COLUMNS_ALLOWED)
            grids.append(Grid(name, _carried(rows, merged)))
    return Book(path.name, hashlib.sha256(data).hexdigest(), tuple(names), tuple(grids))


def _carried(rows: list[list[str]], merged: Merged) -> list[list[str]]:
    """The rows with a name that is merged down over several of them in each; a figure stands for one only."""
    for (top, left), (bottom, right) in merged:
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        if left != right or not any(letter.isalpha() for letter in text):
            continue
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and not row[left].strip():
                row[left] = text
    return rows
