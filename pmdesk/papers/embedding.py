"""How a font gets into a PDF: only the letters that are used, slimmed and packed once for a run of papers.

Every paper sets the same common letters, so all that is said of them is the same bytes in every one; only
the numbers of the objects differ from paper to paper, and are filled in.
"""

import zlib
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, makeToUnicodeCMap

from pmdesk.papers.file_bytes import add

# Tables that set nothing on paper: hints for screens, the font's names, its metrics for word processors.
_UNUSED = frozenset(("cvt ", "fpgm", "prep", "name", "OS/2"))


class _Parts(NamedTuple):
    """The four objects of one subset; `%d` stands where the number of another of them goes."""

    base: str
    letters: bytes
    file: bytes
    descriptor: bytes  # names the file
    font: bytes  # names the descriptor, then the letters


def add_font(loaded: Any, document: Any) -> None:
    """reportlab's hook for putting all subsets of a font into a document that is done."""
    fonts = document.idToObject["BasicFonts"].dict
    for number, subset in enumerate(loaded.state[document].subsets):
        named = loaded.getSubsetInternalName(number, document)[1:]
        made = _parts(loaded.face, number, named, tuple(subset))
        letters = add(document, f"toUnicodeCMap:{made.base}", made.letters)
        file = add(document, f"fontFile:{made.base}", made.file)
        descriptor = add(document, f"fontDescriptor:{made.base}", made.descriptor % file)
        add(document, named, made.font % (descriptor, letters))
        fonts[named] = pdfdoc.PDFObjectReference(named)
    del loaded.state[document]


@lru_cache(maxsize=64)
def _parts(face: Any, number: int, named: str, subset: tuple[int, ...]) -> _Parts:
    base = b"".join((SUBSETN(number), b"+", face.name, face.subfontNameX)).decode("pdfdoc")
    filters = [pdfdoc.PDFZCompress]
    letters = pdfdoc.PDFStream(content=makeToUnicodeCMap(base, subset), filters=filters)
    made = slim(face, subset)
    length, packed = len(made), zlib.compress(made, 9)
    described = pdfdoc.PDFDictionary({"Length1": length, "Filter": pdfdoc.PDFName("FlateDecode")})
    font = pdfdoc.PDFTrueTypeFont()
    font.Name, font.BaseFont = named, base
    font.FirstChar, font.LastChar = 0, len(subset) - 1
    font.Widths = pdfdoc.PDFArray(map(face.getCharWidth, subset))
    font.FontDescriptor = font.ToUnicode = "%d 0 R"
    parts = (letters, pdfdoc.PDFStream(described, packed, []), _descriptor(face, base), font)
    return _Parts(base, *(part.format(pdfdoc.DummyDoc()) for part in parts))


def _descriptor(face: Any, base: str) -> Any:
    return pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(base),
            "Flags": 4,  # its own codes
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "MissingWidth": face.defaultWidth,
            "FontFile2": "%d 0 R",
        }
    )


def slim(face: Any, subset: tuple[int, ...]) -> bytes:
    """The font file of these letters, without hinting."""
    whole = face.get_table

    def kept(tag: str) -> bytes:
        if tag in _UNUSED:
            raise KeyError(tag)  # reportlab leaves out the tables a font has not got
        table: bytes = whole(tag)
        return table

    face.get_table = kept
    try:
        made: bytes = face.makeSubset(list(subset))
    finally:
        face.get_table = whole
    return made
