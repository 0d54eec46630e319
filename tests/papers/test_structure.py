"""The tree of tags: parents, attributes, and the way back from a mark on a page to its tag."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from pmdesk.papers.lettering import REGULAR, Style
from pmdesk.papers.tagged import TaggedPdf
from tests.papers.reading import tags

BODY = Style(REGULAR, 10, 14, (0, 0, 0))


def a_small_paper() -> bytes:
    pdf = TaggedPdf("Title", "Council", "en-GB", "2026-04-27")
    row = pdf.root.add("Table").add("TR")
    listed = pdf.root.add("L", numbering="Decimal").add("LI").add("LBody")
    figure = pdf.root.add("Figure", alt="Siart: ŵyl (3)", box=(50, 600, 150, 700))
    for tag in (row.add("TH", scope="Column", columns=2), row.add("TD"), listed, figure):
        with pdf.tagged(tag):
            pdf.text(50, 700, [tag.kind], BODY)
    return pdf.finish(lambda page, pages: None)


def attributes(kind: str) -> Any:
    return next(tag.element.get("/A") for tag in tags(a_small_paper()) if tag.kind == kind)


def test_each_kind_carries_what_a_reader_needs() -> None:
    assert attributes("TH") == {"/O": "/Table", "/Scope": "/Column", "/ColSpan": 2}
    assert attributes("TD") is None
    assert attributes("L") == {"/O": "/List", "/ListNumbering": "/Decimal"}
    assert attributes("Figure")["/BBox"] == [50, 600, 150, 700]


def test_what_a_reader_says_for_a_figure() -> None:
    (figure,) = [tag for tag in tags(a_small_paper()) if tag.kind == "Figure"]
    assert figure.element["/Alt"] == "Siart: ŵyl (3)"


def test_a_mark_leads_back_to_its_tag() -> None:
    reader = PdfReader(BytesIO(a_small_paper()))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert numbers[0] == reader.pages[0]["/StructParents"] == 0
    assert [owner.get_object()["/S"] for owner in numbers[1]] == ["/TH", "/TD", "/LBody", "/Figure"]
