"""A PDF whose every mark on a page belongs to a tag or is an artifact; it knows pages and ink, no layout.

The tests run a PDF/UA checker over every paper. That is not a claim of conformance: a person must judge that.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from io import BytesIO
from typing import Any
from weakref import proxy

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from pmdesk.papers.description import describe
from pmdesk.papers.file_bytes import file_bytes, page_bytes
from pmdesk.papers.lettering import REGULAR, SEMIBOLD, Colour, Style, begin, encoded, font, printable
from pmdesk.papers.outline import Place, destination, write_outline
from pmdesk.papers.structure import Mark, Noted, Tag, write_structure

PAGE_WIDTH, PAGE_HEIGHT = A4


class TaggedPdf:
    """A document being made: the tree of tags, the page in hand, and the pages already full.

    `title` is what a reader's window shows, `language` a code such as 'en-GB', `made_on` an ISO day, `size`
    width and height of its pages in points.
    """

    def __init__(
        self, title: str, author: str, language: str, made_on: str, size: tuple[float, float] = A4
    ) -> None:
        font(REGULAR)
        self.root = Tag("Document")
        self.canvas = Canvas(
            BytesIO(),
            size,
            invariant=1,
            pageCompression=1,
            initialFontName=REGULAR,
            lang=language,
            pdfVersion=(1, 7),
        )
        self._document: Any = self.canvas._doc
        # By proxy: nothing here may hold itself, or a run of papers would pile up until a collector comes.
        self._document.format = partial(file_bytes, proxy(self._document))
        for name in (REGULAR, SEMIBOLD):
            begin(name, self._document)
        self._marks: list[list[Tag]] = [[]]
        self._links: list[tuple[Tag, Any]] = []
        self._full: list[dict[str, Any]] = []
        self._fonts: dict[str, str] = {}
        self._open = _Open(self)
        self._back: int | None = None
        self._jumps: list[tuple[Any, Place]] = []
        self._bookmarks: list[Place] = []
        describe(self._document, printable(title), printable(author), language, made_on)

    @property
    def page(self) -> int:
        """The page in hand, from 0."""
        return len(self._full) if self._back is None else self._back

    def tagged(self, tag: Tag) -> "_Open":
        """Everything drawn inside belongs to `tag`."""
        page = self.page
        owners = self._marks[page]
        tag.kids.append(Mark(page, len(owners)))
        self._ink(f"/{tag.kind} <</MCID {len(owners)}>> BDC")
        owners.append(tag)
        return self._open

    def artifact(self, kind: str = "") -> "_Open":
        """Everything drawn inside is decoration that a screen reader skips; `kind` may be 'Footer'."""
        furniture = f" <</Type/Pagination/Subtype/{kind}>> BDC" if kind else " BMC"
        self._ink(f"/Artifact{furniture}")
        return self._open

    def text(self, x: float, baseline: float, lines: Sequence[str], style: Style) -> None:
        """Draw lines one under another from the first one's baseline; points from the bottom left."""
        named, current = self._named(style.font), -1
        code = [f"BT {_ink_of(style.colour)} rg {style.leading:g} TL {x:.2f} {baseline:.2f} Td"]
        for place, line in enumerate(lines):
            if place:
                code.append("T*")
            for subset, letters in encoded(line, style.font, self._document):
                if subset != current:
                    code.append(f"{named}+{subset} {style.size:g} Tf")
                    current = subset
                code.append(f"({letters}) Tj")
        code.append("ET")
        self._ink(" ".join(code))

    def rule(self, x: float, y: float, length: float, weight: float, colour: Colour) -> None:
        """Draw a level line of `weight` points; the caller says whether it is an artifact."""
        end = x + length
        self._ink(f"{_ink_of(colour)} RG {weight:g} w {x:.2f} {y:.2f} m {end:.2f} {y:.2f} l S")

    def link(self, tag: Tag, address: str, said: str, box: tuple[float, float, float, float]) -> None:
        """Make `box` on this page a link of `tag`; only web and mail addresses that we ourselves made up."""
        if not address.startswith(("https://", "mailto:")):
            raise ValueError(f"not an address a paper may carry: {address[:80]}")
        noted = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray(box),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": pdfdoc.PDFString(said),
                "A": pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(address)}),
            }
        )
        self.note(tag, noted, f"link{len(self._links)}")

    def note(self, tag: Tag, noted: Any, name: str) -> None:
        """Put an annotation on this page, and under its tag; its key is given when all pages are known."""
        self.canvas._addAnnotation(noted, name)
        tag.kids.append(Noted(self.page, self._document.refAnnotation(name)))
        self._links.append((tag, noted))

    def jump(self, tag: Tag, to: Place, box: tuple[float, float, float, float]) -> None:
        """Make `box` on this page a link of `tag` to a place in this document."""
        noted = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray(box),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": pdfdoc.PDFString(printable(to.title)),
            }
        )
        self.note(tag, noted, f"jump{len(self._links)}")
        self._jumps.append((noted, to))

    def bookmark(self, to: Place) -> None:
        """List a place among the document's bookmarks, in the order of these calls."""
        self._bookmarks.append(to._replace(title=printable(to.title)))

    @contextmanager
    def back_on(self, page: int) -> Iterator[None]:
        """Draw inside on a page that was put aside: the contents, when it is known where all begins."""
        held = dict(self.canvas.__dict__)
        self.canvas.__dict__.update(self._full[page])
        self._back = page
        yield
        self._full[page] = dict(self.canvas.__dict__)
        self.canvas.__dict__.update(held)
        self._back = None

    def next_page(self) -> None:
        """Put the page in hand aside, to be given its footer when the number of pages is known."""
        self._full.append(dict(self.canvas.__dict__))
        self.canvas._startPage()
        self._marks.append([])

    def finish(self, footer: Callable[[int, int], None]) -> bytes:
        """The whole file; `footer(page, pages)` draws each page's furniture, counted from 1."""
        self.next_page()
        self._marks.pop()
        count = len(self._full)
        for number, held in enumerate(self._full, 1):
            self.canvas.__dict__.update(held)
            with self.artifact("Footer"):
                footer(number, count)
            self._turn(number)
        for place, (_tag, noted) in enumerate(self._links):
            noted["StructParent"] = count + place
        for noted, to in self._jumps:
            noted["Dest"] = destination(to)
        write_outline(self._document, self._bookmarks)
        write_structure(self._document, self.root, self._marks, [tag for tag, _noted in self._links])
        made: bytes = self.canvas.getpdfdata()
        return made

    def _named(self, name: str) -> str:
        """What the document calls a font."""
        if name not in self._fonts:
            self._fonts[name] = font(name).getSubsetInternalName(0, self._document).removesuffix("+0")
        return self._fonts[name]

    def _turn(self, number: int) -> None:
        self.canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.format = partial(page_bytes, proxy(page), number - 1)

    def _ink(self, code: str) -> None:
        self.canvas._code.append(code)


class _Open:
    """A piece of marked content, to be closed where its `with` ends; pieces never stand inside another."""

    def __init__(self, pdf: TaggedPdf) -> None:
        self._canvas = pdf.canvas

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_fault: object) -> None:
        self._canvas._code.append("EMC")


@lru_cache
def _ink_of(colour: Colour) -> str:
    red, green, blue = colour
    return f"{red:.3g} {green:.3g} {blue:.3g}"
