"""Places in a PDF: what a link in the contents leads to, and the bookmarks beside the pages."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from pmdesk.papers.file_bytes import add


class Place(NamedTuple):
    """Where something begins: what it is called, its page (from 0), how many points from the page's foot."""

    title: str
    page: int
    top: float


def destination(place: Place) -> Any:
    """A place as a link says it; its page must have been written."""
    return pdfdoc.PDFArray(
        [pdfdoc.PDFObjectReference(f"Page{place.page + 1}"), pdfdoc.PDFName("XYZ"), 0, place.top, "null"]
    )


def write_outline(document: Any, places: Sequence[Place]) -> None:
    """Add the bookmarks, one level of them, to a document whose pages are written; nothing where none are."""
    if not places:
        return
    top = int(document.objectcounter) + len(places) + 1
    for at, place in enumerate(places):
        number = top - len(places) + at
        made = [f"<</Parent {top} 0 R/Dest ".encode("ascii"), pdfdoc.format(destination(place), document)]
        if at:
            made.append(f"/Prev {number - 1} 0 R".encode("ascii"))
        if at + 1 < len(places):
            made.append(f"/Next {number + 1} 0 R".encode("ascii"))
        made += [b"/Title ", pdfdoc.format(pdfdoc.PDFString(place.title), document), b">>"]
        assert add(document, f"bookmark{at}", b"".join(made)) == number
    said = f"<</Type/Outlines/First {top - len(places)} 0 R/Last {top - 1} 0 R/Count {len(places)}>>"
    document.bookmarks = add(document, "bookmarks", said.encode("ascii"))
