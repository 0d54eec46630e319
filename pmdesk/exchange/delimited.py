"""Text with separators becomes rows of cells: finds the encoding and the separator, never the meaning."""

import csv
import io
from collections import Counter

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.unreadable import Unreadable

SEPARATORS = (",", ";", "\t", "|")
# A spreadsheet program would run what follows these; exports put an apostrophe before them (OWASP).
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 64 * 1024


def read_delimited(data: bytes, rows_allowed: int) -> list[list[str]]:
    """Every line of a CSV file as its cells, the separator found from the first lines."""
    text = decode(data)
    separator, text = _separator(text)
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    last = begun = 0  # lines before the record just read, and with it
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > rows_allowed:
                break
            last, begun = begun, reader.line_num
    except csv.Error as problem:
        raise _no_quotation_mark(len(rows) + 1) from problem
    if len(rows) <= rows_allowed and text.count('"') % 2 and _never_closed(text, last, separator):
        raise _no_quotation_mark(last + 1)
    return [[_plain(cell) if cell[:1] == "'" else cell for cell in row] for row in rows]


def _no_quotation_mark(line: int) -> Unreadable:
    return Unreadable(Say(N_("Line {n} could not be read. Is a quotation mark missing there?"), {"n": line}))


def _never_closed(text: str, line: int, separator: str) -> bool:
    """Whether the record that begins after `line` lines opens a quotation and takes the rest of the file."""
    record = io.StringIO(text, newline="").readlines()[line:]
    try:
        list(csv.reader(record, delimiter=separator, strict=True))
    except csv.Error as problem:
        return "unexpected end" in str(problem)
    return False


def decode(data: bytes) -> str:
    """Text in UTF-8, UTF-16 or Windows-1252; Unreadable when it is no text at all."""
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None) or _guess(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text or _gibberish(text[:_SAMPLE]):
        raise Unreadable(Say(N_("This file is no table. Choose a CSV, Excel or OpenDocument spreadsheet.")))
    return text


def _guess(data: bytes) -> str:
    # UTF-16 without a mark: every other byte of Latin text is zero.
    start = data[:1000]
    if len(start) > 3 and start[1::2].count(0) > len(start) * 0.3:
        return "utf-16-le"
    if len(start) > 3 and start[::2].count(0) > len(start) * 0.3:
        return "utf-16-be"
    return "utf-8"


def _gibberish(text: str) -> bool:
    odd = sum(1 for letter in text if (letter < " " and letter not in "\t\r\n\f") or letter == "\ufffd")
    return odd > len(text) * 0.01


def _separator(text: str) -> tuple[str, str]:
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest
    lines = text[:_SAMPLE].splitlines()[:25]
    return max(SEPARATORS, key=lambda each: (_agreement(lines, each), -SEPARATORS.index(each))), text


def _agreement(lines: list[str], separator: str) -> int:
    """How many cells the commonest width of these lines gives in all; 0 when nothing is split.

    A row counts for every line it takes: text of several lines in quotation marks is one cell.
    """
    widths: Counter[int] = Counter()
    reader, begun = csv.reader(lines, delimiter=separator), 0
    for row in reader:  # of 64 kB no cell is too long for it, its one complaint where nothing is strict
        widths[len(row)] += reader.line_num - begun if row else 0
        begun = reader.line_num
    # The width most lines have, the larger where two are as common: a title stands alone in its line.
    width, lines_of_it = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return width * lines_of_it if width > 1 else 0


def _plain(cell: str) -> str:
    """Take back the apostrophe that an export put before a dangerous cell."""
    rest = cell.lstrip("'")
    return cell[1:] if rest.startswith(DANGEROUS) else cell
