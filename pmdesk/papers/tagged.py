"""A PDF whose every mark on a page belongs to a tag or is an artifact; it knows pages and ink, no layout.

The tests run a PDF/UA checker over every paper. That is not a claim of conformance: a person must judge that.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from pmdesk.papers.lettering import REGULAR, Colour, Style, encoded, font, printable
from pmdesk.papers.structure import Mark, Noted, Tag, write_structure

PAGE_WIDTH, PAGE_HEIGHT = A4

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>pmdesk</pdf:Producer><xmp:CreatorTool>pmdesk</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


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
        self._marks: list[list[Tag]] = [[]]
        self._links: list[tuple[Tag, Any]] = []
        self._full: list[dict[str, Any]] = []
        self._describe(printable(title), printable(author), language, made_on)

    @property
    def page(self) -> int:
        """The page in hand, from 0."""
        return len(self._full)

    @contextmanager
    def tagged(self, tag: Tag) -> Iterator[None]:
        """Everything drawn inside belongs to `tag`."""
        owners = self._marks[self.page]
        tag.kids.append(Mark(self.page, len(owners)))
        self._ink(f"/{tag.kind} <</MCID {len(owners)}>> BDC")
        owners.append(tag)
        yield
        self._ink("EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Everything drawn inside is decoration that a screen reader skips; `kind` may be 'Footer'."""
        furniture = f" <</Type/Pagination/Subtype/{kind}>> BDC" if kind else " BMC"
        self._ink(f"/Artifact{furniture}")
        yield
        self._ink("EMC")

    def text(self, x: float, baseline: float, lines: Sequence[str], style: Style) -> None:
        """Draw lines one under another from the first one's baseline; points from the bottom left."""
        red, green, blue = style.colour
        code = [f"BT {red:.3g} {green:.3g} {blue:.3g} rg {style.leading:g} TL {x:.2f} {baseline:.2f} Td"]
        current = -1
        for place, line in enumerate(lines):
            if place:
                code.append("T*")
            for subset, letters in encoded(line, style.font, self._document):
                if subset != current:
                    named = font(style.font).getSubsetInternalName(subset, self._document)
                    code.append(f"{named} {style.size:g} Tf")
                    current = subset
                code.append(f"({self.canvas._escape(letters)}) Tj")
        code.append("ET")
        self._ink(" ".join(code))

    def rule(self, x: float, y: float, length: float, weight: float, colour: Colour) -> None:
        """Draw a level line of `weight` points; the caller says whether it is an artifact."""
        red, green, blue = colour
        end = x + length
        self._ink(f"{red:.3g} {green:.3g} {blue:.3g} RG {weight:g} w {x:.2f} {y:.2f} m {end:.2f} {y:.2f} l S")

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
        name = f"link{len(self._links)}"
        self.canvas._addAnnotation(noted, name)
        tag.kids.append(Noted(self.page, self._document.refAnnotation(name)))
        self._links.append((tag, noted))

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
        write_structure(self._document, self.root, self._marks, [tag for tag, _noted in self._links])
        made: bytes = self.canvas.getpdfdata()
        return made

    def _turn(self, number: int) -> None:
        self.canvas.showPage()
        page = self._document.Pages.pages[-1]
        # reportlab's page writes the keys it knows; these two are ours.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number - 1, pdfdoc.PDFName("S")

    def _describe(self, title: str, author: str, language: str, made_on: str) -> None:
        info, catalogue = self._document.info, self._document.Catalog
        info.title = info.subject = title
        info.author, info.creator, info.producer = author, "pmdesk", "pmdesk"
        year, month, day = (int(part) for part in made_on.split("-"))
        self._document._timeStamp.YMDhms = (year, month, day, 0, 0, 0)
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalogue.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        said = {"title": escape(title), "author": escape(author), "language": language}
        catalogue.Metadata = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}),
            _XMP.format(**said).encode(),
            [],
        )

    def _ink(self, code: str) -> None:
        self.canvas._code.append(code)
