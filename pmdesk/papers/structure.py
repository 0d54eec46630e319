"""The tree of tags a screen reader walks, and how it is written into a PDF; it draws nothing."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from pmdesk.papers.file_bytes import add


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


class Mark(NamedTuple):
    """A piece of drawn content: the page (from 0) and its marked-content id there."""

    page: int
    id: int


@dataclass(frozen=True, slots=True)
class Noted:
    """An annotation, a link or a field of a form: its page and its reference."""

    page: int
    reference: Any


def write_structure(document: Any, root: Tag, marks: list[list[Tag]], noted: list[Tag]) -> None:
    """Put the tree under the document's catalogue; `marks[page][id]` is the tag that owns that piece.

    `noted` are the owners of annotations, whose keys follow those of the pages.
    """
    tags: list[tuple[Tag, Tag | None]] = []
    _gather(root, None, tags)
    first = document.objectcounter + 1
    for number, (tag, _parent) in enumerate(tags, first):
        tag.number = number
    top = first + len(tags)
    pages = [document.idToObjectNumberAndVersion[f"Page{page + 1}"][0] for page in range(len(marks))]
    for tag, parent in tags:
        made = _element(tag, parent.number if parent else top, pages, document)
        add(document, f"tag{tag.number - first}", made)
    owned = [" ".join([f"{tag.number} 0 R" for tag in owners]) for owners in marks]
    keys = [f"{page} [{numbers}]" for page, numbers in enumerate(owned)]
    keys += [f"{len(marks) + place} {tag.number} 0 R" for place, tag in enumerate(noted)]
    tree = (
        f"<</Type/StructTreeRoot/K {root.number} 0 R"
        f"/ParentTree<</Nums[{' '.join(keys)}]>>/ParentTreeNextKey {len(keys)}>>"
    )
    add(document, "tagroot", tree.encode("ascii"))
    document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference("tagroot")


def _gather(tag: Tag, parent: Tag | None, found: list[tuple[Tag, Tag | None]]) -> None:
    """Every tag with the one it is in, in reading order."""
    found.append((tag, parent))
    for kid in tag.kids:
        if isinstance(kid, Tag):
            _gather(kid, tag, found)


def _element(tag: Tag, parent: int, pages: list[int], document: Any) -> bytes:
    kids, home = tag.kids, None
    for kid in kids:
        if isinstance(kid, Mark):
            home = kid.page
            break
    made = f"<</S/{tag.kind}/P {parent} 0 R"
    if home is not None:
        made += f"/Pg {pages[home]} 0 R"
    if len(kids) > 1:
        made += f"/K[{' '.join([_kid(kid, home, pages, document) for kid in kids])}]"
    elif kids:
        made += f"/K {_kid(kids[0], home, pages, document)}"
    made += _attributes(tag)
    said: bytes = b"/Alt " + pdfdoc.format(pdfdoc.PDFString(tag.alt), document) if tag.alt else b""
    return made.encode("ascii") + said + b">>"


def _kid(kid: "Tag | Mark | Noted", home: int | None, pages: list[int], document: Any) -> str:
    if isinstance(kid, Tag):
        return f"{kid.number} 0 R"
    if isinstance(kid, Mark):
        page, number = kid
        return f"{number}" if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>"
    reference = pdfdoc.format(kid.reference, document).decode()
    return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {reference}>>"


def _attributes(tag: Tag) -> str:
    if tag.box:
        return f"/A<</O/Layout/BBox[{' '.join(f'{side:.2f}' for side in tag.box)}]>>"
    if tag.scope or tag.columns > 1:
        scope = f"/Scope/{tag.scope}" if tag.scope else ""
        span = f"/ColSpan {tag.columns}" if tag.columns > 1 else ""
        return f"/A<</O/Table{scope}{span}>>"
    return f"/A<</O/List/ListNumbering/{tag.numbering}>>" if tag.numbering else ""
