"""Finds the row of headings under titles and merged cells, and the total rows; never what they mean."""

import re
from collections import Counter
from collections.abc import Sequence

from pmdesk.exchange.names import plain_words

_LOOKED_AT = 30
_TOTAL = re.compile(r"((grand|sub)[ -]?)?totals?\b.*|sum|overall|cyfanswm", re.IGNORECASE)
# A total among areas goes by the name of the country (field.md, 'What real files do to an importer').
_COUNTRIES = ("scotland", "england", "wales", "great britain", "united kingdom", "uk", "england and wales")
_TOTAL_LETTERS = frozenset("tgsocewu")  # what the above begin with: fifty thousand rows are asked
_FIGURE = re.compile(r"[£$€]?\s*-?[\d.,\s]+%?")

Grid = Sequence[Sequence[str]]
Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]


def heading_row(rows: Grid, known: frozenset[str]) -> int | None:
    """The index of the row of headings: the one with most known ones, else the first wide enough."""
    start = [row for row in rows[:_LOOKED_AT]]
    best = max(range(len(start)), key=lambda at: (_known(start[at], known), -at), default=None)
    wide = max((_filled(row) for row in start), default=0)
    if best is None or wide == 0:
        return None
    if _known(start[best], known) >= min(2, wide):
        return best
    return next((at for at, row in enumerate(start) if _filled(row) * 2 > wide), None)


def heading_zone(rows: Grid, at: int, known: frozenset[str], merged: Merged) -> tuple[int, int]:
    """First and last row of headings that take two rows: merged cells join them, or only headings follow."""
    spans = [(top, bottom) for (top, _), (bottom, _) in merged if bottom > top and top <= at <= bottom]
    if spans:
        return min(top for top, _ in spans), max(bottom for _, bottom in spans)
    below = rows[at + 1] if at + 1 < len(rows) else []
    words = [plain_words(cell) for cell in below if cell.strip()]
    if len(words) >= 2 and known.issuperset(words):
        return at, at + 1
    return at, at


def headings(rows: Grid, zone: tuple[int, int], merged: Merged) -> tuple[str, ...]:
    """The heading of each column, once: from the row above where the last row of headings has none."""
    first, last = zone
    width = max(len(row) for row in rows)
    lower, above = _cells(rows[last], width), [""] * width
    for at in range(first, last):
        above = [one or over for one, over in zip(_spread(rows, at, width, merged), above, strict=True)]
    found = [one or over for one, over in zip(lower, above, strict=True)]
    counts = Counter(found)
    found = [
        f"{over} {one}" if over and over != one and counts[one] > 1 else one
        for one, over in zip(found, above, strict=True)
    ]
    return tuple(_once(found))


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row sums up the others: 'Total' or a country first, and nothing but figures after it."""
    first = next((cell for cell in cells if cell), "").strip()
    if first[:1].casefold() not in _TOTAL_LETTERS:
        return False
    filled = [cell.strip() for cell in cells if cell and not cell.isspace()]
    if not filled or not (_TOTAL.fullmatch(filled[0]) or filled[0].casefold() in _COUNTRIES):
        return False
    return all(_FIGURE.fullmatch(cell) for cell in filled[1:])


def _known(row: Sequence[str], known: frozenset[str]) -> int:
    return len({plain_words(cell) for cell in row if cell.strip()} & known)


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _cells(row: Sequence[str], width: int) -> list[str]:
    cells = [" ".join(cell.split()) for cell in row]
    return cells + [""] * (width - len(cells))


def _spread(rows: Grid, at: int, width: int, merged: Merged) -> list[str]:
    """The row above with each merged heading repeated over the columns it covers."""
    cells = _cells(rows[at], width)
    for (top, left), (bottom, right) in merged:
        if top <= at <= bottom:
            text = _cells(rows[top], width)[left] if left < width else ""
            cells[left : right + 1] = [text] * (min(right + 1, width) - left)
    return cells


def _once(found: Sequence[str]) -> list[str]:
    """Headings must differ: the second 'Date' becomes 'Date (2)', an empty one 'Column 4'."""
    seen: Counter[str] = Counter()
    named = []
    for column, heading in enumerate(found, 1):
        heading = heading or f"Column {column}"
        seen[heading] += 1
        named.append(heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
    return named
