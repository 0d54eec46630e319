"""A list becomes a CSV or XLSX file safe to open: written aside, read back, put in place whole."""

import csv
import errno
import io
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

from pmdesk.domain.decimals import plain
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.delimited import DANGEROUS, read_delimited
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.exchange.workbooks import read_workbook

Cell = str | int | float | Decimal | date | None
FORMATS = (".csv", ".xlsx")

# A sheet wider than this needs no wider column: the text wraps or is cut by the reader's own hand.
_WIDEST = 60


def write_table(path: Path, title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Write headings and rows to `path` (.csv or .xlsx), whole or not at all; Unreadable says why."""
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise Unreadable(Say(N_("‘{file}’ must end in .csv or .xlsx."), {"file": path.name}))
    data = csv_bytes(headings, rows) if kind == ".csv" else xlsx_bytes(title, headings, rows)
    try:
        _write_aside(path, data, len(rows) + 1)
    except OSError as problem:
        raise Unreadable(_sentence(problem, path)) from problem


def csv_bytes(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """UTF-8 with a mark, so that Excel reads ŵ; no cell a spreadsheet would run."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_harmless(heading) for heading in headings])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A workbook with one sheet: headings frozen, columns as wide as their text; text is never run."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    sheet = book.add_worksheet(_sheet_name(title))
    bold = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
        widest = max([len(heading), *(len(_text(row[column])) for row in rows[:500])])
        sheet.set_column(column, column, min(widest, _WIDEST) + 2)
    sheet.freeze_panes(1, 0)
    for at, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(at, column, cell, day)
            elif isinstance(cell, str):
                sheet.write_string(at, column, cell)
            elif cell is not None:
                sheet.write_number(at, column, cell)
    book.close()
    return out.getvalue()


def _cell(cell: Cell) -> str:
    """A number is no danger, whatever it begins with."""
    return _harmless(cell) if isinstance(cell, str) else _text(cell)


def _text(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else str(cell)


def _harmless(text: str) -> str:
    """An apostrophe before what a spreadsheet would run; one more where there is one already."""
    return f"'{text}" if text.lstrip("'").startswith(DANGEROUS) else text


def _sheet_name(title: str) -> str:
    return "".join(letter for letter in title if letter not in "[]:*?/\\'")[:31] or "pmdesk"


def _write_aside(path: Path, data: bytes, rows: int) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(aside, "xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _verify(aside, data, rows)
        os.replace(aside, path)
    finally:
        with suppress(FileNotFoundError):
            aside.unlink()
    _sync_folder(path.parent)


def _verify(aside: Path, data: bytes, rows: int) -> None:
    """What stands on the disk is what was meant, and opens with every row."""
    written = aside.read_bytes()
    if written != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    workbook = written.startswith(b"PK")
    grid = read_workbook(written, None, rows + 1)[2] if workbook else read_delimited(written, rows + 1)
    if len(grid) != rows:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder and needs no such call.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(problem: OSError, path: Path) -> Say:
    names = {"file": path.name, "folder": str(path.parent)}
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Say(N_("The disk is full. ‘{file}’ was not written. Make some room and try again."), names)
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Say(
            N_("‘{file}’ was not written: you may not write to ‘{folder}’. Choose another folder."), names
        )
    if problem.errno in (errno.ENOENT, errno.ENOTDIR):
        return Say(N_("There is no folder ‘{folder}’. Choose another."), names)
    if problem.errno in (errno.EISDIR, errno.ENOTEMPTY):
        return Say(N_("‘{file}’ is a folder. Choose another name."), names)
    return Say(N_("‘{file}’ was not written: {why}."), {**names, "why": problem.strerror or str(problem)})
