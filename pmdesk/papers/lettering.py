"""The letters of a paper: Noto Sans, how wide a word is, where lines break; nothing of pages or tags.

Every text that reaches a page passes `printable` here and nowhere else. There is no markup on a paper, so
what a person typed cannot become one: '<b>&' is five letters.
"""

import unicodedata
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pmdesk.domain.words import resources

# Streams as bytes, not as ASCII-85, and no comments: a quarter less of each file.
rl_config.useA85 = 0
rl_config.pdfComments = 0

REGULAR, MEDIUM, SEMIBOLD = "NotoSans-Regular", "NotoSans-Medium", "NotoSans-SemiBold"

# Letters set in every paper's font, in this order, so that the same small font serves a whole run of papers.
COMMON = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,.;:!?'’‘“”()-–/&%£"

# Kept as the character that can be set: everything that only looks or behaves like a space or a line end.
_SPACES = frozenset("\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")
# Tables that set nothing on paper: hints for screens, the font's names, its metrics for word processors.
_UNUSED = frozenset(("cvt ", "fpgm", "prep", "name", "OS/2"))


Colour = tuple[float, float, float]  # red, green, blue from 0 to 1


class Style(NamedTuple):
    """One way of setting text: font, size and line height in points, and its colour."""

    font: str
    size: float
    leading: float
    colour: Colour


@lru_cache
def font(name: str) -> Any:
    """The registered reportlab font called `name`; the file is read once in a process."""
    loaded = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"), asciiReadable=False, shapable=False)
    loaded.face.addSubsetObjects = lambda doc, named, subset: _embed(loaded.face, doc, named, tuple(subset))
    pdfmetrics.registerFont(loaded)
    return loaded


def printable(text: str) -> str:
    """What was typed, as it can be set: controls and unpaired halves dropped, letters we lack as a mark.

    Line ends come out as '\\n'. Letters are composed, so that a w with a circumflex typed as two becomes one.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_settable)


def width(text: str, style: Style) -> float:
    """The width of one line of text in points."""
    return _units(style.font, text) * style.size / 1000


def break_lines(text: str, style: Style, measure: float, ends: str = "") -> list[str]:
    """The lines of one paragraph no wider than `measure` points; a word too long for a line is broken.

    A line that ends between two words keeps its space, so a reader hears two words; the last gets `ends`.
    """
    limit, space = measure * 1000 / style.size, _units(style.font, " ")
    lines: list[str] = []
    held: list[str] = []
    used = 0.0
    for word, begun in _fitting_words(printable(text), style.font, limit):
        wide = _units(style.font, word)
        if held and used + space + wide > limit:
            lines.append(" ".join(held) + ("" if begun else " "))
            held, used = [], 0.0
        used += wide + (space if held else 0)
        held.append(word)
    return [*lines, " ".join(held) + ends] if held else lines


def encoded(text: str, name: str, document: Any) -> list[tuple[int, bytes]]:
    """Text as the codes of `document`'s subsets of the font: (subset number, codes), in order."""
    used = font(name)
    if document not in used.state:
        used.splitString(COMMON, document)
    try:
        return [(0, text.translate(_codes).encode("latin-1"))]
    except _RareError:  # reportlab gives it a code, here or in a further subset
        runs: list[tuple[int, bytes]] = used.splitString(text, document)
        return runs


class _RareError(Exception):
    """A letter that is not in every paper's font."""


class _Codes(dict[int, int]):
    """A table for str.translate from the common letters to their codes; it knows no others."""

    def __missing__(self, code: int) -> int:
        raise _RareError(chr(code))


# reportlab numbers letters as they come, from 1 and past 32, which is kept for the space.
_numbers = (code for code in range(1, 256) if code != 32)
_codes = _Codes({32: 32, 0xA0: 32, **{ord(letter): next(_numbers) for letter in COMMON if letter != " "}})


class _Settable(dict[int, str]):
    """A table for str.translate that learns each letter when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _set(code)
        return found


def _set(code: int) -> str:
    letter = chr(code)
    if letter == "\n":
        return letter
    category = unicodedata.category(letter)
    if letter in _SPACES or (category == "Zs" and letter != "\xa0"):
        return " "
    if category in ("Cc", "Cf", "Cs"):
        return ""
    known = font(REGULAR).face.charToGlyph
    return letter if code in known else "\ufffd" if 0xFFFD in known else "?"


_settable = _Settable()


def _fitting_words(text: str, name: str, limit: float) -> Iterator[tuple[str, bool]]:
    """Words, and pieces of those too long for a line; True where a piece goes on with the one before."""
    for word in text.replace("\n", " ").split(" "):
        if not word:
            continue
        if _units(name, word) <= limit:
            yield word, False
        else:
            yield from ((piece, place > 0) for place, piece in enumerate(_broken(word, name, limit)))


def _broken(word: str, name: str, limit: float) -> Iterator[str]:
    piece, used = "", 0.0
    for letter in word:
        wide = _units(name, letter)
        if piece and used + wide > limit:
            yield piece
            piece, used = "", 0.0
        piece, used = piece + letter, used + wide
    yield piece


@lru_cache(maxsize=1 << 16)
def _units(name: str, text: str) -> float:
    """Width in thousandths of the size."""
    face = font(name).face
    widths, other = face.charWidths, face.defaultWidth
    return float(sum([widths.get(ord(letter), other) for letter in text]))


@lru_cache(maxsize=64)
def _slim(name: str, subset: tuple[int, ...]) -> tuple[int, bytes]:
    """The font file of these letters without hinting, and packed: (length unpacked, packed bytes)."""
    face = font(name).face
    whole = face.get_table

    def kept(tag: str) -> bytes:
        if tag in _UNUSED:
            raise KeyError(tag)  # reportlab leaves out the tables a font has not got
        table: bytes = whole(tag)
        return table

    face.get_table = kept
    try:
        made = face.makeSubset(list(subset))
    finally:
        face.get_table = whole
    return len(made), zlib.compress(made, 9)


def _embed(face: Any, document: Any, named: str, subset: tuple[int, ...]) -> Any:
    """reportlab's hook for putting a subset into a document; ours keeps the packed file for the next one."""
    length, packed = _slim(face.name.decode(), subset)
    described = pdfdoc.PDFDictionary({"Length1": length, "Filter": pdfdoc.PDFName("FlateDecode")})
    stream = pdfdoc.PDFStream(described, packed, [])
    return document.Reference(
        pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(named),
                "Flags": 4,  # its own codes
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.capHeight,
                "FontBBox": pdfdoc.PDFArray(face.bbox),
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "MissingWidth": face.defaultWidth,
                "FontFile2": document.Reference(stream),
            }
        ),
        "fontDescriptor:" + named,
    )
