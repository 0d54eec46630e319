"""A workbook (XLSX, XLS, ODS) becomes rows of text, once unpacking it is proved safe; never its meaning."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.per_cent_cells import Places, as_per_cent, per_cent_cells
from pmdesk.exchange.unreadable import Unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

# A workbook of 50,000 rows and ten columns unpacks to some 20 MB, ten times its size on disk.
UNPACKED_ALLOWED = 256 * 1024 * 1024
RATIO_ALLOWED = 100
RATIO_FREE = 10 * 1024 * 1024
CELLS_ALLOWED = 20_000_000

_DAMAGED = Say(
    N_("This workbook is damaged or cut short. Open it in the program that made it and save it again.")
)
_TOO_BIG = Say(N_("This workbook unpacks to more than can be read safely. Nothing was read."))
_LOCKED = Say(N_("This workbook is locked with a password. Save it without one and try again."))
_FAR = Say(
    N_("A cell of this workbook lies too far out. Delete the empty rows and columns and save it again.")
)
_NO_WORKBOOK = Say(N_("This is no spreadsheet. Choose a CSV, Excel or OpenDocument spreadsheet."))

# Each begins with plain letters, which the search runs through ten times faster than anything else.
_FAR_COLUMN = re.compile(rb"""r=["'][A-Za-z]{2,}\d""")
_FAR_ROW = re.compile(rb"""r=["'][A-Za-z]*\d{6,}""")
_ODD = re.compile(rb""" r(?:\s|=\s)""")
_ANY_CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)(\d+)""")
_REPEATED = re.compile(rb"""number-columns-repeated\s*=\s*["'](\d+)["'][^>]*value-type""")
_VALUE_FIRST = re.compile(rb"""value-type[^>]*number-columns-repeated\s*=\s*["'](\d+)["']""")

Grid = list[list[str]]
Merged = list[tuple[tuple[int, int], tuple[int, int]]]


def read_workbook(data: bytes, sheet: str | None, rows_allowed: int) -> tuple[list[str], str, Grid, Merged]:
    """(the names of the sheets, the one read, its rows from the first line on, its merged ranges)."""
    if data.startswith(b"PK"):
        check_zip(data)
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [
            each.name
            for each in book.sheets_metadata
            if each.typ == calamine.SheetTypeEnum.WorkSheet
            and each.visible == calamine.SheetVisibleEnum.Visible
        ] or list(book.sheet_names)
        chosen = _choose(names, sheet)
        found = book.get_sheet_by_name(chosen)
        if found.total_height * max(found.total_width, 1) > CELLS_ALLOWED:
            raise Unreadable(_FAR)
        # iter_rows begins at line 1 but at the first filled column; merged ranges count from column A.
        left = found.start[1] if found.start else 0
        rows = _rows(found, rows_allowed, left, per_cent_cells(data, chosen))
        merged = [
            ((top, first - left), (bottom, last - left))
            for (top, first), (bottom, last) in found.merged_cell_ranges or []
            if first >= left
        ]
        return names, chosen, rows, merged
    except calamine.PasswordError as problem:
        raise Unreadable(_LOCKED) from problem
    except calamine.CalamineError as problem:
        locked = b"EncryptedPackage".decode().encode("utf-16-le") in data
        raise Unreadable(_LOCKED if locked else _DAMAGED) from problem


def _rows(sheet: "CalamineSheet", rows_allowed: int, left: int, per_cents: Places) -> Grid:
    """The rows as text; cells shown as per cent as they are shown, for the reader gives 0.95 for 95%."""
    by_row: dict[int, list[int]] = {}
    for number, column in per_cents:
        by_row.setdefault(number, []).append(column - left)
    rows: Grid = []
    for number, row in enumerate(sheet.iter_rows()):
        cells = [cell if cell.__class__ is str else shown(cell) for cell in row]
        for column in by_row.get(number, ()):
            value = row[column] if 0 <= column < len(row) else None
            if isinstance(value, int | float) and not isinstance(value, bool):
                cells[column] = as_per_cent(value)
        rows.append(cells)
        if len(rows) > rows_allowed:
            break
    return rows


def shown(value: object) -> str:
    """A cell as a person sees it in the sheet: 56.9 for 56.89999999999999, dates in ISO.

    >>> shown(56.89999999999999), shown(2021.0), shown(True)
    ('56.9', '2021', 'TRUE')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        # Fifteen digits are what spreadsheets keep; the rest is binary dust.
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.min.time() else value.isoformat(" ")
    return "" if value is None else str(value)


def check_zip(data: bytes) -> None:
    """Refuse a workbook that unpacks to too much or puts a cell where no memory reaches.

    The declared sizes are checked first, then what is really inside: declared sizes may lie, and the reader
    stops the whole program when it cannot get the memory for one far cell.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
            _check_sizes(members, len(data))
            names = {each.filename for each in members}
            if not any(name in names for name in ("xl/workbook.xml", "xl/workbook.bin", "content.xml")):
                raise Unreadable(_NO_WORKBOOK)
            if any(each.flag_bits & 1 for each in members):
                raise Unreadable(_LOCKED)
            left = UNPACKED_ALLOWED
            for member in members:
                left -= _check_member(packed, member, left)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        NotImplementedError,
        ValueError,
        OSError,
    ) as problem:
        raise Unreadable(_DAMAGED) from problem
    except RuntimeError as problem:  # zipfile's word for a password
        raise Unreadable(_LOCKED) from problem
    except Exception as problem:
        if type(problem).__module__ in ("zlib", "lzma"):
            raise Unreadable(_DAMAGED) from problem
        raise


def _check_sizes(members: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(each.file_size for each in members)
    packed = sum(each.compress_size for each in members)
    bomb = unpacked > RATIO_FREE and unpacked > RATIO_ALLOWED * max(size, 1)
    if unpacked > UNPACKED_ALLOWED or bomb or packed > size or len(members) > 10_000:
        raise Unreadable(_TOO_BIG)


def _check_member(packed: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> int:
    """Unpack one member within what is left, look for far cells in a sheet; bytes it really holds."""
    with packed.open(member) as stream:
        text = stream.read(min(member.file_size, left) + 1)
    if len(text) > min(member.file_size, left):
        raise Unreadable(_TOO_BIG)
    name = member.filename
    if name.endswith(".xml") and name.startswith("xl/worksheets/") and _area(text) > CELLS_ALLOWED:
        raise Unreadable(_FAR)
    if name == "content.xml" and _repeated(text) * max(text.count(b"table-row"), 1) > CELLS_ALLOWED * 10:
        raise Unreadable(_FAR)
    return len(text)


def _area(text: bytes) -> int:
    """Rows times columns up to the farthest cell; exact only where it might be too much."""
    odd = b"\tr" in text or b"\nr" in text or b"\rr" in text or _ODD.search(text)
    if not odd and not _FAR_COLUMN.search(text) and not _FAR_ROW.search(text):
        return 0
    rows, columns = 1, 1
    for letters, number in _cells(text):
        rows = max(rows, number)
        columns = max(columns, letters)
    return rows * columns


def _cells(text: bytes) -> Iterator[tuple[int, int]]:
    for found in _ANY_CELL.finditer(text):
        column = 0
        for letter in found[1].upper():
            column = column * 26 + letter - 64
        yield column, int(found[2][:12])


def _repeated(text: bytes) -> int:
    counts = [int(found[1][:9]) for pattern in (_REPEATED, _VALUE_FIRST) for found in pattern.finditer(text)]
    return max(counts, default=1)


def _choose(names: list[str], sheet: str | None) -> str:
    if not names:
        raise Unreadable(Say(N_("This workbook has no sheet.")))
    if sheet is None:
        return names[0]
    for name in names:
        if name.casefold().strip() == sheet.casefold().strip():
            return name
    raise Unreadable(
        Say(
            N_("There is no sheet ‘{name}’. This workbook has: {names}."),
            {"name": sheet, "names": ", ".join(names)},
        )
    )
