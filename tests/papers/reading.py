"""Reads a paper back as a screen reader would: its tags in order, each with the text it holds."""

import re
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ContentStream


class Read(NamedTuple):
    """One tag of the structure tree."""

    kind: str
    text: str
    depth: int
    element: Any


def tags(made: bytes) -> list[Read]:
    """Every tag in reading order with its own text (not that of the tags inside it)."""
    return list(_tags(made))


@lru_cache(maxsize=4)
def _tags(made: bytes) -> tuple[Read, ...]:
    # A test asks the same paper again and again: its tags, its text, those of one kind.
    return tuple(_read(PdfReader(BytesIO(made))))


def _read(reader: PdfReader) -> list[Read]:
    texts = {page.indirect_reference.idnum: _marked(reader, page) for page in reader.pages}
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


def _marked(reader: PdfReader, page: Any) -> dict[int, str]:
    """The text of each piece of marked content of a page, decoded by its fonts' own tables."""
    maps = {name: _letters(made.get_object()) for name, made in page["/Resources"]["/Font"].items()}
    said: dict[int, str] = {}
    current, font, depth = None, None, 0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            depth += 1
            assert depth == 1, "no marked content stands inside another"
            current = operands[1].get("/MCID") if operator == b"BDC" else None
            if current is not None:
                said[current] = ""
        elif operator == b"EMC":
            depth, current = depth - 1, None
        elif operator == b"Tf":
            font = operands[0]
        elif operator == b"Tj":
            assert depth, "no text stands outside a tag"
            if current is not None:
                codes = operands[0].original_bytes
                said[current] += "".join(maps[font][code] for code in codes)
    return said


def _letters(font: Any) -> dict[int, str]:
    pairs = re.findall(
        r"^<(..)> <([0-9A-F]{4,})>$", font["/ToUnicode"].get_object().get_data().decode(), re.M
    )
    return {int(code, 16): bytes.fromhex(letter).decode("utf-16-be") for code, letter in pairs}
