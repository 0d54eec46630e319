"""The font that people type with in a form: Noto Sans under codes every reader knows, Welsh letters too.

A simple TrueType font in WinAnsi; the codes that nobody types hold ŵ and ŷ, by the names Adobe's list has
for them, and the font's own table leads from Unicode to each letter (PDF 32000-1, 9.6.6.4).
"""

import zlib
from functools import lru_cache
from struct import pack, unpack
from typing import Any, NamedTuple

from reportlab.pdfbase.ttfonts import TTFontMaker

from pmdesk.papers.embedding import slim
from pmdesk.papers.file_bytes import add, stream
from pmdesk.papers.lettering import REGULAR, font

# What the form calls it. Chrome’s and Edge’s engine takes any font for one of Western letters only and leaves
# ŵ and ŷ blank as they are typed; one called by a symbol font’s name it asks which letters it has.
FORM_FONT = "Wingdings"
# Codes that WinAnsi leaves free, or gives to signs nobody types (florin, daggers, per mille, currency).
WELSH = {
    129: ("ŵ", "wcircumflex"),
    141: ("ŷ", "ycircumflex"),
    143: ("Ŵ", "Wcircumflex"),
    144: ("Ŷ", "Ycircumflex"),
    157: ("ẃ", "wacute"),
    127: ("ẁ", "wgrave"),
    131: ("ẅ", "wdieresis"),
    134: ("ỳ", "ygrave"),
    135: ("Ẃ", "Wacute"),
    137: ("Ẁ", "Wgrave"),
    164: ("Ẅ", "Wdieresis"),
    166: ("Ỳ", "Ygrave"),
}
FIRST, LAST = 32, 255


def _letter(code: int) -> str:
    return WELSH[code][0] if code in WELSH else bytes([code]).decode("cp1252", "replace")


LETTERS = {code: _letter(code) for code in range(FIRST, LAST + 1)}
_CODES = {letter: code for code, letter in LETTERS.items()}


def typed_codes(text: str) -> bytes:
    """Text in the codes of the form's font; letters it has not got as '?', until the reader sets them."""
    return bytes([_CODES.get(letter, 63) for letter in text])


def add_form_font(document: Any) -> int:
    """Put the font into a document; the number of its object."""
    parts = _parts()
    file = add(document, "formFontFile", parts.file)
    described = add(document, "formFontDescriptor", parts.descriptor % file)
    letters = add(document, "formFontLetters", parts.letters)
    return add(document, "formFont", parts.font % (described, letters))


class _Parts(NamedTuple):
    """The objects of the font; `%d` stands where the number of another goes."""

    file: bytes
    descriptor: bytes
    letters: bytes
    font: bytes


@lru_cache
def _parts() -> _Parts:
    face = font(REGULAR).face
    points = tuple(sorted({ord(letter) for letter in LETTERS.values()}))
    made = _with_unicode_table(slim(face, points), _glyphs(face, points))
    base = "PMDESK+NotoSans-Regular"
    file = stream({"Filter": b"/FlateDecode", "Length1": b"%d" % len(made)}, zlib.compress(made, 9))
    box = " ".join(f"{side:g}" for side in face.bbox)
    descriptor = (
        f"<</Type/FontDescriptor/FontName/{base}/Flags 32/Ascent {face.ascent:g}/Descent {face.descent:g}"
        f"/CapHeight {face.capHeight:g}/FontBBox[{box}]/ItalicAngle {face.italicAngle:g}"
        f"/StemV {face.stemV:g}/MissingWidth {face.defaultWidth:g}/FontFile2 %d 0 R>>"
    )
    names = "".join(f" {code}/{name}" for code, (_letter, name) in sorted(WELSH.items()))
    widths = " ".join(f"{face.getCharWidth(ord(letter)):g}" for letter in LETTERS.values())
    said = (
        f"<</Type/Font/Subtype/TrueType/BaseFont/{base}/FirstChar {FIRST}/LastChar {LAST}"
        f"/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[{names.strip()}]>>"
        f"/Widths[{widths}]/FontDescriptor %d 0 R/ToUnicode %d 0 R>>"
    )
    return _Parts(file, descriptor.encode(), _letters(), said.encode())


def _letters() -> bytes:
    """The table from codes to Unicode, for readers that copy text out."""
    pairs = [f"<{code:02X}> <{ord(letter):04X}>" for code, letter in LETTERS.items() if letter != "\ufffd"]
    groups = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    said = "\n".join(f"{len(each)} beginbfchar\n" + "\n".join(each) + "\nendbfchar" for each in groups)
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
        "/CMapName /PmdeskForm def /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{said}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    )
    return stream({"Filter": b"/FlateDecode"}, zlib.compress(table.encode(), 9))


def _glyphs(face: Any, points: tuple[int, ...]) -> dict[int, int]:
    """Where each letter stands in the slimmed font: glyphs are numbered as their letters first come."""
    numbers = {0: 0}
    return {point: numbers.setdefault(face.charToGlyph.get(point, 0), len(numbers)) for point in points}


def _with_unicode_table(made: bytes, glyphs: dict[int, int]) -> bytes:
    """The same font with a table from Unicode to its glyphs (platform 3, encoding 1, format 4)."""
    maker = TTFontMaker()
    (count,) = unpack(">H", made[4:6])
    for place in range(count):
        tag, _sum, start, length = unpack(">4sLLL", made[12 + place * 16 : 28 + place * 16])
        maker.add(tag.decode("ascii"), made[start : start + length])
    pairs = [(point, glyph) for point, glyph in sorted(glyphs.items()) if glyph] + [(0xFFFF, 0)]
    many = len(pairs)
    power = 1 << (many.bit_length() - 1)
    points = [point for point, _glyph in pairs]
    steps = [(glyph - point) & 0xFFFF for point, glyph in pairs[:-1]] + [1]
    table = pack(
        f">7H{many}HH{many}H{many}H{many}H",
        *(4, 16 + many * 8, 0, many * 2, power * 2, power.bit_length() - 1, (many - power) * 2),
        *(*points, 0, *points, *steps, *([0] * many)),
    )
    maker.add("cmap", pack(">HHHHL", 0, 1, 3, 1, 12) + table)
    slimmed: bytes = maker.makeStream()
    return slimmed
