"""A block copied from or to a spreadsheet: its cells, and the signs that stand in place of a number."""

import re
from collections.abc import Mapping, Sequence

# More than any grid of readings holds; what lies beyond is not read.
MOST_ROWS, MOST_COLUMNS = 10_000, 200

# A quoted cell ends where its closing quotation mark stands before a tab or a new line.
_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)|([^\t\r\n]*)')
_SPACES = str.maketrans("\u00a0\u202f\u2009", "   ")
_END = re.compile(r"\t|\r\n|\n|\r|\Z")

# How real files spell 'no number', and the state each means (field.md; signs of the statistical agencies).
MARKS: Mapping[str, str] = {
    "*": "suppressed", "c": "suppressed", "[c]": "suppressed", "suppressed": "suppressed",
    "n/a": "not_applicable", "na": "not_applicable", "#n/a": "not_applicable", "z": "not_applicable",
    "[z]": "not_applicable", "not applicable": "not_applicable",
    "x": "unknown", "[x]": "unknown", "..": "unknown", ":": "unknown", "dna": "unknown", "!": "unknown",
    "not known": "unknown", "unknown": "unknown", "not available": "unknown",
    "not due": "not_due",
}  # fmt: skip
_PROVISIONAL = re.compile(r"(.*\d\s*%?)\s*(?:\(p\)|\[p\]|p)", re.IGNORECASE | re.DOTALL)


def read_block(text: str) -> list[list[str]]:
    """The rows and cells of a pasted block, all rows equally long; a new line at the end adds no row.

    Spaces that do not break, as spreadsheets put between thousands, become plain ones. A cell is taken out of
    its quotation marks only where it needed them: 'He said "no"' is a cell's own text.

    >>> read_block('2025-26 Q1\\t1,250\\n2025-26 Q2\\t"two\\nlines"\\n')
    [['2025-26 Q1', '1,250'], ['2025-26 Q2', 'two\\nlines']]
    """
    text = text.translate(_SPACES)
    rows, row, at = list[list[str]](), list[str](), 0
    while at < len(text) and len(rows) < MOST_ROWS:
        found = _CELL.match(text, at)
        end = _END.match(text, found.end()) if found else None
        assert found and end  # whatever stands there is a cell, and ends where the next begins
        row.append(_unquoted(found))
        at = end.end()
        if end[0] != "\t":
            rows.append(row)
            row = []
    if row:
        rows.append([*row, ""] if text.endswith("\t") else row)
    wide = min(max(map(len, rows), default=0), MOST_COLUMNS)
    return [[*each, *[""] * (wide - len(each))][:wide] for each in rows]


def write_block(rows: Sequence[Sequence[str]]) -> str:
    """Cells as a spreadsheet takes them from the clipboard.

    >>> write_block([["46.9", "two\\nlines"], ["", "x"]])
    '46.9\\t"two\\nlines"\\n\\tx\\n'
    """
    return "".join("\t".join(_quoted(cell) for cell in row) + "\n" for row in rows)


def read_mark(text: str) -> str:
    """The state that a sign in place of a number means; '' when it is none.

    >>> [read_mark(sign) for sign in ("*", "N/A", "..", "46.9")]
    ['suppressed', 'not_applicable', 'unknown', '']
    """
    return MARKS.get(" ".join(text.replace("_", " ").casefold().split()), "")


def split_provisional(text: str) -> tuple[str, bool]:
    """A number without its sign for 'provisional', and whether it had one.

    >>> split_provisional("46.9 (p)"), split_provisional("46.9")
    (('46.9', True), ('46.9', False))
    """
    found = _PROVISIONAL.fullmatch(text.strip())
    return (found[1].strip(), True) if found else (text, False)


def _unquoted(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2]
    inner = found[1].replace('""', '"')
    return inner if re.search(r'[\t\r\n"]', inner) else found[0]


def _quoted(cell: str) -> str:
    if not re.search(r'[\t\r\n"]', cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
