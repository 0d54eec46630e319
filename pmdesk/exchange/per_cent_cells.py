"""Which cells of a workbook are shown as per cent: they hold 0.95 where a person reads 95%.

The reader of workbooks gives numbers without their formats, so the formats are looked up in the file itself,
which `workbooks.check_zip` has found safe to unpack. XLS and XLSB keep theirs in another way: not read.
"""

import io
import re
import zipfile
from decimal import Decimal
from xml.parsers import expat

# {(row, column)}, both from 0, as the sheet counts them.
Places = frozenset[tuple[int, int]]
NONE: Places = frozenset()

_BUILT_IN = ("9", "10")  # 0% and 0.00%
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # text in a format that only decorates the number
_REPEATS_ALLOWED = 1_000
_ODS = re.compile(
    rb"<table:table (?=[^>]*table:name=\"([^\"]*)\")[^>]*>|<(table:table-row)\b([^>]*)>"
    rb"|<table:(?:covered-)?table-cell\b([^>]*)>"
)
_COLUMNS_REPEATED = re.compile(rb"number-columns-repeated=\"(\d{1,7})\"")
_ROWS_REPEATED = re.compile(rb"number-rows-repeated=\"(\d{1,7})\"")
_PERCENTAGE = b'office:value-type="percentage"'


def per_cent_cells(data: bytes, sheet: str) -> Places:
    """The cells of one sheet that are shown as per cent; none where the file does not say."""
    if not data.startswith(b"PK"):
        return NONE
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = set(packed.namelist())
        if "content.xml" in names:
            return _of_ods(packed.read("content.xml"), sheet)
        if not {"xl/workbook.xml", "xl/styles.xml"} <= names:
            return NONE
        styles = _per_cent_styles(packed.read("xl/styles.xml"))
        part = _part_of(packed, names, sheet) if styles else ""
        return _of_xlsx(packed.read(part), styles) if part else NONE


def as_per_cent(value: float) -> str:
    """A cell's number as it is shown, with the fifteen digits that spreadsheets keep.

    >>> as_per_cent(0.95), as_per_cent(0.569), as_per_cent(1.0), as_per_cent(-0.05)
    ('95%', '56.9%', '100%', '-5%')
    """
    number = format(Decimal(f"{value:.15g}") * 100, "f")
    return f"{number.rstrip('0').rstrip('.') if '.' in number else number}%"


def _elements(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """Every element's plain name and attributes, in order; a file that declares entities has none."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()

    def refuse(*_args: object) -> None:
        raise expat.ExpatError("entities")

    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: found.append((name.rpartition(":")[2], attributes))
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        return []
    return found


def _per_cent_styles(xml: bytes) -> frozenset[str]:
    """The numbers of the cell styles whose format is per cent."""
    formats: set[str] = set(_BUILT_IN)
    styles: list[str] = []
    inside = False
    for name, attributes in _elements(xml):
        if name == "numFmt" and "%" in _QUOTED.sub("", attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))
        if name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = name == "cellXfs"
        elif name == "xf" and inside:
            styles.append(attributes.get("numFmtId", ""))
    return frozenset(str(at) for at, style in enumerate(styles) if style in formats)


def _part_of(packed: zipfile.ZipFile, names: set[str], sheet: str) -> str:
    """The member that holds a sheet; '' where it cannot be told."""
    told = [attributes for name, attributes in _elements(packed.read("xl/workbook.xml")) if name == "sheet"]
    wanted = next((each for each in told if each.get("name") == sheet), {})
    link = next((value for key, value in wanted.items() if key.rpartition(":")[2] == "id"), "")
    relations = "xl/_rels/workbook.xml.rels"
    if not link or relations not in names:
        return ""
    for _name, attributes in _elements(packed.read(relations)):
        if attributes.get("Id") == link:
            target = attributes.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            return part if part in names else ""
    return ""


def _of_xlsx(xml: bytes, styles: frozenset[str]) -> Places:
    numbers = "|".join(sorted(styles)).encode()
    cell = re.compile(
        rb"<(?:\w+:)?c (?=[^>]*\bs=\"(?:" + numbers + rb")\")[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\""
    )
    return frozenset((int(row) - 1, _column(letters)) for letters, row in cell.findall(xml))


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1


def _of_ods(xml: bytes, sheet: str) -> Places:
    if _PERCENTAGE not in xml:
        return NONE
    found: set[tuple[int, int]] = set()
    here, row, column, rows = False, -1, 0, 1
    for name, is_row, of_row, cell in _ODS.findall(xml):
        if is_row:
            row, column = row + rows, 0
            rows = _repeated(_ROWS_REPEATED, of_row)
        elif name:
            here, row, column, rows = _plain(name) == sheet, -1, 0, 1
        else:
            columns = _repeated(_COLUMNS_REPEATED, cell)
            if here and _PERCENTAGE in cell:
                found |= _block(row, column, rows, columns)
            column += columns
    return frozenset(found)


def _block(row: int, column: int, rows: int, columns: int) -> set[tuple[int, int]]:
    """The cells of one that is repeated over rows and columns, as far as a table of figures goes."""
    return {
        (row + down, column + across)
        for down in range(min(rows, _REPEATS_ALLOWED))
        for across in range(min(columns, _REPEATS_ALLOWED))
    }


def _repeated(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1


def _plain(name: bytes) -> str:
    """A sheet's name without the signs that XML writes its own way."""
    text = name.decode("utf-8", "replace")
    for written, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(written, sign)
    return text
