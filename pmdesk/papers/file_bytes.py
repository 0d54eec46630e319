"""The bytes of a PDF: its pages, and the whole file with the table of where each object begins.

These stand in the places of reportlab's own, which check each name letter by letter and would wrap each of
the hundred tags of a paper; they give the same bytes in a third of the time.
"""

import zlib
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc

_LINE_END = ord("\n")


def file_bytes(document: Any) -> bytes:
    """The whole file (`PDFDocument.format`); the document's own objects have their numbers."""
    named, objects, version = document.numberToId, document.idToObject, document._pdfVersion
    parts = [*pdfdoc.PDFFile(version).strings]
    starts, end, number = ["0000000000 65535 f \n"], len(parts[0]), 1
    while number in named:  # an object being written may add further ones
        made = objects[named[number]]
        if type(made) is not bytes:
            made = pdfdoc.format(made, document, toplevel=1)
        starts.append(f"{end:010} 00000 n \n")
        form = b"%d 0 obj\n%bendobj\n" if made[-1] == _LINE_END else b"%d 0 obj\n%b\nendobj\n"
        made = form % (number, made)
        parts.append(made)
        end += len(made)
        number += 1
    parts.append(f"xref\n0 {number}\n{''.join(starts)}".encode("ascii"))
    trailer = pdfdoc.PDFTrailer(
        startxref=end,
        Size=number,
        Root=document.Reference(document.Catalog),
        Info=document.Reference(document.info),
        ID=document.ID(),
    )
    return b"".join([*parts, trailer.format(document)])


def page_bytes(page: Any, key: int, document: Any) -> bytes:
    """One page (`PDFPage.format`); `key` is where the tree of tags notes whose its marks are."""
    parent = document.Reference(document.Pages).format(document)
    content = stream({"Filter": b"[ /FlateDecode ]"}, zlib.compress(page.stream.encode()))
    notes = {"Annots": pdfdoc.PDFArray(page.Annots).format(document)} if page.Annots else {}
    said = {
        **notes,
        "Contents": b"%d 0 R" % add(document, f"content{key}", content),
        "MediaBox": f"[ 0 0 {fp_str(page.pagewidth)} {fp_str(page.pageheight)} ]".encode("ascii"),
        "Parent": parent,
        "Resources": _RESOURCES % document.idToObjectNumberAndVersion["BasicFonts"],
        "Rotate": b"0",
        "StructParents": b"%d" % key,
        "Tabs": b"/S",
        "Trans": b"<<\n\n>>",
        "Type": b"/Page",
    }
    return dictionary(said)


_RESOURCES = b"<<\n/Font %d %d R /ProcSet [ /PDF /Text /ImageB /ImageC /ImageI ]\n>>"


def add(document: Any, name: str, made: bytes) -> int:
    """Make bytes the document's next object, called `name` while it is made; the object's number.

    `PDFDocument.Reference` does the same, with checks that bytes of our own do not need.
    """
    document.objectcounter = number = int(document.objectcounter) + 1
    document.numberToId[number], document.idToObject[name] = name, made
    document.idToObjectNumberAndVersion[name] = (number, 0)
    return number


def stream(said: dict[str, bytes], content: bytes) -> bytes:
    """A stream, its dictionary told its length."""
    told = dictionary(dict(sorted({**said, "Length": b"%d" % len(content)}.items())))
    return b"%b\nstream\n%bendstream\n" % (told, content)


def dictionary(said: dict[str, bytes]) -> bytes:
    """Names and what they mean, the names in order of letters, six to a line."""
    parts = [b"/%b %b" % (name.encode("ascii"), meant) for name, meant in said.items()]
    lines = [b" ".join(parts[start : start + 6]) for start in range(0, len(parts), 6)]
    return b"<<\n" + b" \n  ".join(lines) + b"\n>>"
