"""The tree of tags a screen reader walks, and how it is written into a PDF; it draws nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc


@dataclass(eq=False, slots=True)
class Tag:
    """One element of the structure: its kind ('P', 'TH', ...), its parts in reading order."""

    kind: str
    alt: str = ""
    scope: str = ""  # 'Row' or 'Column', for a header cell
    numbering: str = ""  # 'Decimal' or 'Disc', for a list
    columns: int = 1  # how many columns a cell spans
    box: tuple[float, float, float, float] | None = None  # a figure's place on its page, in points
    kids: list["Tag | Mark | Noted"] = field(default_factory=list)
    number: int = 0  # the PDF object it becomes

    def add(self, kind: str, **said: Any) -> "Tag":
        """A new last part of this element."""
        kid = Tag(kind, **said)
        self.kids.append(kid)
        return kid


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of drawn content: the page (from 0) and its marked-content id there."""

    page: int
    id: int


@dataclass(frozen=True, slots=True)
class Noted:
    """An annotation, here always a link: its page and its reference."""

    page: int
    reference: Any


def write_structure(document: Any, root: Tag, marks: list[list[Tag]], noted: list[Tag]) -> None:
    """Put the tree under the document's catalogue; `marks[page][id]` is the tag that owns that piece.

    `noted` are the owners of annotations, whose keys follow those of the pages.
    """
    tags = list(_walk(root))
    for place, tag in enumerate(tags):
        document.Reference(b"", f"tag{place}")
        tag.number = document.objectcounter
    document.Reference(b"", "tagroot")
    top = document.objectcounter
    pages = [document.idToObjectNumberAndVersion[f"Page{page + 1}"][0] for page in range(len(marks))]
    parents = {id(kid): tag.number for tag in tags for kid in tag.kids if isinstance(kid, Tag)}
    for place, tag in enumerate(tags):
        parent = parents.get(id(tag), top)
        document.idToObject[f"tag{place}"] = _element(tag, parent, pages, document)
    owned = [" ".join(f"{tag.number} 0 R" for tag in owners) for owners in marks]
    keys = [f"{page} [{numbers}]" for page, numbers in enumerate(owned)]
    keys += [f"{len(marks) + place} {tag.number} 0 R" for place, tag in enumerate(noted)]
    document.idToObject["tagroot"] = (
        f"<</Type/StructTreeRoot/K {root.number} 0 R"
        f"/ParentTree<</Nums[{' '.join(keys)}]>>/ParentTreeNextKey {len(keys)}>>"
    ).encode()
    document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference("tagroot")


def _walk(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _walk(kid)


def _element(tag: Tag, parent: int, pages: list[int], document: Any) -> bytes:
    home = next((kid.page for kid in tag.kids if isinstance(kid, Mark)), None)
    kids = " ".join(_kid(kid, home, pages, document) for kid in tag.kids)
    parts = [f"<</S/{tag.kind}/P {parent} 0 R"]
    if home is not None:
        parts.append(f"/Pg {pages[home]} 0 R")
    if kids:
        parts.append(f"/K[{kids}]" if len(tag.kids) > 1 else f"/K {kids}")
    parts.append(_attributes(tag))
    said: bytes = b"/Alt " + pdfdoc.format(pdfdoc.PDFString(tag.alt), document) if tag.alt else b""
    return "".join(parts).encode("ascii") + said + b">>"


def _kid(kid: "Tag | Mark | Noted", home: int | None, pages: list[int], document: Any) -> str:
    if isinstance(kid, Tag):
        return f"{kid.number} 0 R"
    if isinstance(kid, Noted):
        reference = pdfdoc.format(kid.reference, document).decode()
        return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {reference}>>"
    return f"{kid.id}" if kid.page == home else f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.id}>>"


def _attributes(tag: Tag) -> str:
    if tag.box:
        return f"/A<</O/Layout/BBox[{' '.join(f'{side:.2f}' for side in tag.box)}]>>"
    if tag.scope or tag.columns > 1:
        scope = f"/Scope/{tag.scope}" if tag.scope else ""
        span = f"/ColSpan {tag.columns}" if tag.columns > 1 else ""
        return f"/A<</O/Table{scope}{span}>>"
    return f"/A<</O/List/ListNumbering/{tag.numbering}>>" if tag.numbering else ""
