"""The letters of a paper: Noto Sans, how wide a word is, where lines break; nothing of pages or tags.

Every text that reaches a page passes `printable` here and nowhere else. There is no markup on a paper, so
what a person typed cannot become one: '<b>&' is five letters.
"""

import unicodedata
from collections.abc import Iterator
from copy import copy
from functools import lru_cache, partial
from typing import Any, NamedTuple

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import DummyDoc
from reportlab.pdfbase.ttfonts import TTFont

from pmdesk.domain.words import resources
from pmdesk.papers.embedding import add_font

REGULAR, MEDIUM, SEMIBOLD = "NotoSans-Regular", "NotoSans-Medium", "NotoSans-SemiBold"

# Letters set in every paper's font, in this order, so that the same small font serves a whole run of papers.
COMMON = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,.;:!?'’‘“”()-–/&%£"

# Kept as the character that can be set: everything that only looks or behaves like a space or a line end.
_SPACES = frozenset("\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")


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
    loaded.addObjects = partial(add_font, loaded)
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
    name, limit = style.font, measure * 1000 / style.size
    space = _units(name, " ")
    lines: list[str] = []
    held: list[str] = []
    used = 0.0
    for word in printable(text).replace("\n", " ").split(" "):
        wide = _units(name, word)
        if wide > limit:
            pieces = [(piece, _units(name, piece)) for piece in _broken(word, name, limit)]
        elif word:
            pieces = [(word, wide)]
        else:
            continue
        for place, (piece, wide) in enumerate(pieces):
            if held and used + space + wide > limit:
                lines.append(" ".join(held) + ("" if place else " "))
                held, used = [], 0.0
            used += wide + (space if held else 0)
            held.append(piece)
    return [*lines, " ".join(held) + ends] if held else lines


def encoded(text: str, name: str, document: Any) -> list[tuple[int, str]]:
    """Text as escaped codes of `document`'s subsets of a font it began: (subset number, codes), in order."""
    try:
        return [(0, text.translate(_codes))]
    except _RareError:  # reportlab gives it a code, here or in a further subset
        return [(subset, escapePDF(codes)) for subset, codes in font(name).splitString(text, document)]


def begin(name: str, document: Any) -> None:
    """Give a document the common letters of a font, in the order that `encoded` relies on."""
    made = copy(_common(name))
    made.assignments, made.subsets = dict(made.assignments), [list(each) for each in made.subsets]
    font(name).state[document] = made


@lru_cache
def _common(name: str) -> Any:
    used, nowhere = font(name), DummyDoc()
    used.splitString(COMMON, nowhere)
    return used.state.pop(nowhere)


class _RareError(Exception):
    """A letter that is not in every paper's font."""


class _Codes(dict[int, str]):
    """A table for str.translate from the common letters to their escaped codes; it knows no others."""

    def __missing__(self, code: int) -> str:
        raise _RareError(chr(code))


# reportlab numbers letters as they come, from 1 and past 32, which is kept for the space.
_numbers = (code for code in range(1, 256) if code != 32)
_codes = _Codes({32: " ", 0xA0: " "})
_codes.update({ord(letter): escapePDF(bytes([next(_numbers)])) for letter in COMMON if letter != " "})


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
