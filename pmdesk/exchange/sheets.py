"""A file a person chose becomes one sheet of text cells under headings, or one sentence why it cannot.

It never decides what a column means (columns.py) or what a cell means (cells.py).
"""

import hashlib
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.delimited import read_delimited
from pmdesk.exchange.headings import heading_row, heading_zone, headings
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.exchange.workbooks import Grid, Merged, read_workbook

SIZE_ALLOWED = 100 * 1024 * 1024
ROWS_ALLOWED = 200_000
COLUMNS_ALLOWED = 500

_OLE = b"\xd0\xcf\x11\xe0"
_OTHERS = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"%PDF",
    b"SQLite format 3",
    b"\x7fELF",
    b"MZ",
    b"<!DOCTYPE",
    b"<html",
    b"II*\0",
    b"MM\0*",
)


class Row(NamedTuple):
    """One row: its number as the spreadsheet shows it (from 1), and one text cell per heading."""

    number: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file: its headings and the rows under them, blank rows left out."""

    source: str  # the file's name, without its folder
    name: str  # the sheet's name; '' for a CSV
    names: tuple[str, ...]  # every sheet of the workbook
    sha256: str
    headings: tuple[str, ...]
    heading_number: int
    rows: tuple[Row, ...]


def read_sheet(
    path: str | os.PathLike[str], sheet: str | None = None, known: frozenset[str] = frozenset()
) -> Sheet:
    """Read one sheet (the first, or the one named); `known` are headings as `plain_words` gives them.

    Raises Unreadable with a sentence; nothing is ever written.
    """
    path = Path(path)
    data = read_bytes(path)
    names, name, grid, merged = read_grid(data, sheet)
    at = heading_row(grid, known)
    if at is None:
        raise Unreadable(Say(N_("‘{file}’ is empty. There are no rows to bring in."), {"file": path.name}))
    zone = heading_zone(grid, at, known, merged)
    titles, last = headings(grid, zone, merged), zone[1]
    return Sheet(
        path.name,
        name,
        tuple(names),
        hashlib.sha256(data).hexdigest(),
        titles,
        last + 1,
        _rows(grid, last, len(titles)),
    )


def read_bytes(path: Path, allowed: int = SIZE_ALLOWED) -> bytes:
    """Every byte of an ordinary file of bearable size; Unreadable with a sentence for anything else."""
    try:
        facts = os.stat(path)
        if stat.S_ISDIR(facts.st_mode):
            raise Unreadable(
                Say(N_("‘{file}’ is a folder. Choose a file in it."), {"file": path.absolute().name})
            )
        if not stat.S_ISREG(facts.st_mode):
            raise Unreadable(Say(N_("‘{file}’ is no ordinary file."), {"file": path.name}))
        if facts.st_size > allowed:
            raise Unreadable(
                Say(
                    N_("‘{file}’ is larger than {n} MB. Split it and try again."),
                    {"file": path.name, "n": allowed // 1024 // 1024},
                )
            )
        with open(path, "rb") as stream:
            data = stream.read(allowed + 1)
    except FileNotFoundError as problem:
        raise Unreadable(Say(N_("There is no file ‘{file}’."), {"file": str(path)})) from problem
    except PermissionError as problem:
        raise Unreadable(
            Say(
                N_("You may not read ‘{file}’. Ask whoever owns it, or copy it to your own folder."),
                {"file": path.name},
            )
        ) from problem
    except (OSError, ValueError) as problem:
        raise Unreadable(
            Say(
                N_("‘{file}’ could not be read: {why}."),
                {"file": path.name, "why": getattr(problem, "strerror", None) or problem},
            )
        ) from problem
    if not data.strip():
        raise Unreadable(Say(N_("‘{file}’ is empty. There are no rows to bring in."), {"file": path.name}))
    return data


def read_grid(
    data: bytes, sheet: str | None, columns_allowed: int = 0
) -> tuple[Sequence[str], str, Grid, Merged]:
    """(the names of the sheets, the one read, its rows of text, its merged ranges)."""
    columns_allowed = columns_allowed or COLUMNS_ALLOWED
    if data.startswith(_OTHERS):
        raise Unreadable(Say(N_("This file is no table. Choose a CSV, Excel or OpenDocument spreadsheet.")))
    merged: Merged = []
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE)):
        names, name, grid, merged = read_workbook(data, sheet, ROWS_ALLOWED + 1)
    else:
        names, name, grid = [], "", read_delimited(data, ROWS_ALLOWED + 1)
    if len(grid) > ROWS_ALLOWED + 1:  # and one of headings
        raise Unreadable(
            Say(N_("This sheet has more than {n} rows. Split it and try again."), {"n": ROWS_ALLOWED})
        )
    if max((len(row) for row in grid), default=0) > columns_allowed:
        raise Unreadable(
            Say(
                N_("This sheet has more than {n} columns. Delete those not needed and try again."),
                {"n": columns_allowed},
            )
        )
    return names, name, grid, merged


def _rows(grid: Grid, at: int, width: int) -> tuple[Row, ...]:
    return tuple(
        Row(number, row if len(row) == width else row + [""] * (width - len(row)))
        for number, row in enumerate(grid[at + 1 :], at + 2)
        if any(row) and not "".join(row).isspace()
    )
