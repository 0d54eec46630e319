"""Every sheet of a file as rows of text, as wide as a spreadsheet can be: figures often run across."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmdesk.exchange.sheets import read_bytes, read_grid

COLUMNS_ALLOWED = 16_384
# A workbook with more sheets than this is looked at only as far; a sheet asked for is always read.
SHEETS_LOOKED_AT = 12


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
    names, first, rows, _merged = read_grid(data, sheet, COLUMNS_ALLOWED)
    grids = [Grid(first, rows)]
    if sheet is None:
        for name in [name for name in names if name != first][: SHEETS_LOOKED_AT - 1]:
            grids.append(Grid(name, read_grid(data, name, COLUMNS_ALLOWED)[2]))
    return Book(path.name, hashlib.sha256(data).hexdigest(), tuple(names), tuple(grids))
