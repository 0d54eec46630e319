"""Spreadsheets made for tests: the same rows as CSV, XLSX and ODS, and the two real registers."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

REAL = Path(__file__).parents[1] / "data" / "councils"
BODIES = REAL / "outside_bodies_appointments.csv"
PARTNERSHIPS = REAL / "partnership_register_entries.csv"
GRANTS = REAL / "trafford_council_voluntary_sector_grants.csv"

Rows = Sequence[Sequence[object]]

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    "{tables}</office:spreadsheet></office:body></office:document-content>"
)


def rows_of(path: Path) -> list[list[str]]:
    """Every row of a CSV, the headings first."""
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def as_csv(path: Path, rows: Rows, separator: str = ",", encoding: str = "utf-8") -> Path:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def as_xlsx(path: Path, rows: Rows, more: dict[str, Rows] | None = None) -> Path:
    """One sheet called 'Register' and any more, text as text and numbers as numbers."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    for name, each in {"Register": rows, **(more or {})}.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(each):
            sheet.write_row(at, 0, row)
    book.close()
    return path


def as_ods(path: Path, rows: Rows, tail: str = "") -> Path:
    """The smallest OpenDocument spreadsheet; `tail` is XML put after the rows."""
    table = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(str(cell))}</text:p></table:table-cell>"
            if cell != ""
            else "<table:table-cell/>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = _CONTENT.format(tables=f'<table:table table:name="Register">{table}{tail}</table:table>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", _ODS, zipfile.ZIP_STORED)
        packed.writestr("META-INF/manifest.xml", _MANIFEST)
        packed.writestr("content.xml", content)
    return path


def in_every_format(folder: Path, source: Path) -> dict[str, Path]:
    """A real CSV also as XLSX and ODS; whole numbers are numbers there, as a spreadsheet would have them."""
    rows = rows_of(source)
    numbered = [[int(cell) if cell.isdigit() else cell for cell in row] for row in rows]
    return {
        "csv": source,
        "xlsx": as_xlsx(folder / "real.xlsx", numbered),
        "ods": as_ods(folder / "real.ods", rows),
    }


def repacked(path: Path, member: str, text: bytes) -> bytes:
    """A workbook with one member replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            new.writestr(each.filename, text if each.filename == member else old.read(each))
    return out.getvalue()
