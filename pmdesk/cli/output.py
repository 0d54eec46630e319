"""How answers are printed: sentences and tables for people, JSON for programs, paths bare."""

import json
from collections.abc import Sequence
from pathlib import Path

_WIDEST = 48  # a longer cell is cut in a table; JSON has it whole


def print_json(value: object) -> None:
    """UTF-8 as it is, so that names stay readable."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_path(path: Path) -> None:
    """A path alone on its line, absolute, so that a script can take it."""
    print(path.absolute())


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as they need, two spaces apart; the last is never cut."""
    shown = [[*(_short(cell) for cell in row[:-1]), " ".join(row[-1].split())] for row in (heads, *rows)]
    widths = [max(len(row[place]) for row in shown) for place in range(len(heads))]
    for row in shown:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _short(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
