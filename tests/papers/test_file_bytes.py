"""Our writing of a file gives what reportlab's own writing gives, to the byte."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from pmdesk.papers.file_bytes import add, dictionary, file_bytes, page_bytes, stream


def drawn(ours: bool) -> bytes:
    canvas = Canvas(BytesIO(), pageCompression=1, invariant=1, pdfVersion=(1, 7))
    document: Any = canvas._doc
    for said in ("One", "Two (of two)"):
        canvas.drawString(72, 720, said)
        canvas.showPage()
    if ours:
        document.format = lambda: file_bytes(document)
    return bytes(canvas.getpdfdata())


def test_a_file_is_what_reportlab_would_write() -> None:
    assert drawn(ours=True) == drawn(ours=False)


def test_a_page_is_what_reportlab_would_write() -> None:
    made = []
    for ours in (True, False):
        canvas = Canvas(BytesIO(), (595.2756, 841.8898), pageCompression=1, invariant=1)
        document: Any = canvas._doc
        canvas.linkURL("https://pmdesk.example", (1, 2, 3, 4))
        canvas.drawString(72, 720, "One")
        canvas.showPage()
        page = document.Pages.pages[0]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = 7, pdfdoc.PDFName("S")
        made.append(page_bytes(page, 7, document) if ours else page.format(document))
        content = document.idToObject[document.numberToId[document.objectcounter]]
        made.append(content if ours else content.format(document))
    assert made[:2] == made[2:]


def test_names_stand_six_to_a_line() -> None:
    said = {f"A{n}": b"%d" % n for n in range(7)}
    assert dictionary(said) == pdfdoc.PDFDictionary({f"A{n}": n for n in range(7)}).format(pdfdoc.DummyDoc())


def test_a_stream_tells_its_length() -> None:
    own = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Type": "/X"}), b"1 2", []).format(pdfdoc.DummyDoc())
    assert stream({"Filter": b"[  ]", "Type": b"/X"}, b"1 2") == own


def test_added_objects_are_numbered_as_they_come() -> None:
    canvas = Canvas(BytesIO(), invariant=1)
    document: Any = canvas._doc
    document.format = lambda: file_bytes(document)
    first, second = add(document, "one", b"(one)"), add(document, "two", b"(two)")
    assert second == first + 1
    canvas.showPage()
    reader = PdfReader(BytesIO(canvas.getpdfdata()))
    assert [reader.get_object(number) for number in (first, second)] == ["one", "two"]
