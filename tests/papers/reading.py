"""Reads a paper back as a screen reader would: its tags in order, each with the text it holds."""

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader


class Read(NamedTuple):
    """One tag of the structure tree."""

    kind: str
    text: str
    depth: int
    element: Any


def tags(made: bytes) -> list[Read]:
    """Every tag in reading order with its own text (not that of the tags inside it)."""
    return list(_tags(made))


@lru_cache(maxsize=64)
def _tags(made: bytes) -> tuple[Read, ...]:
    # A test asks the same paper again and again: its tags, its text, those of one kind.
    return tuple(_read(PdfReader(BytesIO(made))))


def _read(reader: PdfReader) -> list[Read]:
    texts = {page.indirect_reference.idnum: _marked(page) for page in reader.pages}
    found: list[Read] = []
    _walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object(), 0, texts, found)
    return found


def all_text(made: bytes) -> str:
    """The tagged text, one tag a line."""
    return _joined(tags(made))


def text_of(reader: PdfReader) -> str:
    """The same of a paper that is open."""
    return _joined(_read(reader))


def _joined(found: list[Read]) -> str:
    return "\n".join(tag.text for tag in found if tag.text)


def of_kind(made: bytes, kind: str) -> list[str]:
    """The texts of one kind of tag."""
    return [tag.text.strip() for tag in tags(made) if tag.kind == kind]


def _walk(element: Any, depth: int, texts: dict[int, dict[int, str]], found: list[Read]) -> None:
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    place = len(found)
    found.append(Read(str(element["/S"])[1:], "", depth, element))
    said = []
    for raw in kids:
        kid = raw.get_object()
        if isinstance(kid, int):
            said.append(texts[element.raw_get("/Pg").idnum][kid])
        elif "/MCID" in kid:
            said.append(texts[kid.raw_get("/Pg").idnum][kid["/MCID"]])
        elif "/S" in kid:
            assert kid["/P"] == element
            _walk(kid, depth + 1, texts, found)
    found[place] = found[place]._replace(text="".join(said))


def _marked(page: Any) -> dict[int, str]:
    """The text of each piece of marked content of a page, decoded by its fonts' own tables."""
    said: dict[int, str] = {}
    for number, text in _said(page):
        if number is not None:
            said[number] = said.get(number, "") + text
    return said


def seen(page: Any) -> str:
    """All that is written on a page, in the order it is drawn, with what is not read aloud."""
    return "\n".join(text for _number, text in _said(page) if text)


# What stands in a page's own drawing: texts in brackets, names, the ends of lists, and all other words.
_WORDS = re.compile(rb"\((?:[^\\()]|\\.)*\)|<<|>>|/[^\s/<>\[\]()]+|[\[\]]|[^\s/<>\[\]()]+", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def _said(page: Any) -> Iterator[tuple[int | None, str]]:
    """Each piece of text with the number of its mark, None where it is not read aloud; '' where it begins."""
    fonts = page["/Resources"]["/Font"]
    maps = {name.encode(): _letters(made.get_object()) for name, made in fonts.items()}
    current, font, depth, given = None, b"", 0, list[bytes]()
    for word in _WORDS.findall(page.get_contents().get_data()):
        if word in (b"BDC", b"BMC"):
            depth += 1
            assert depth == 1, "no marked content stands inside another"
            current = int(given[given.index(b"/MCID") + 1]) if b"/MCID" in given else None
            yield current, ""
        elif word == b"EMC":
            depth, current = depth - 1, None
        elif word == b"Tf":
            font = given[-2]
        elif word == b"Tj":
            assert depth, "no text stands outside a tag"
            yield current, "".join(map(maps[font].__getitem__, _codes(given[-1])))
        elif word[:1].isalpha() or word in (b"'", b'"'):
            assert word not in _UNREAD, "this way of writing is not read here"
        else:
            given.append(word)
            continue
        given = []


_UNREAD = (b"TJ", b"'", b'"', b"BI")


def _codes(text: bytes) -> bytes:
    """A text in brackets as the bytes it stands for."""
    if b"\\" not in text:
        return text[1:-1]
    return _ESCAPED.sub(_code, text[1:-1])


def _code(found: re.Match[bytes]) -> bytes:
    said = found[1]
    return bytes([int(said, 8)]) if said.isdigit() else _NAMED.get(said, said)


def _letters(font: Any) -> dict[int, str]:
    return _table(font["/ToUnicode"].get_object().get_data())


@lru_cache(maxsize=256)
def _table(described: bytes) -> dict[int, str]:
    pairs = re.findall(r"^<(..)> <([0-9A-F]{4,})>$", described.decode(), re.M)
    return {int(code, 16): bytes.fromhex(letter).decode("utf-16-be") for code, letter in pairs}
