"""The tagged PDF itself: what is drawn belongs to a tag or is an artifact, and links go only where we say."""

import gc
from io import BytesIO
from weakref import ref

import pytest
from pypdf import PdfReader

from pmdesk.papers.lettering import REGULAR, Style
from pmdesk.papers.tagged import TaggedPdf
from tests.papers.reading import tags

BODY = Style(REGULAR, 10, 14, (0, 0, 0))


def a_pdf() -> TaggedPdf:
    return TaggedPdf("Tŷ Glân <&>", "Council", "en-GB", "2026-04-27")


def finish(pdf: TaggedPdf) -> bytes:
    return pdf.finish(lambda page, pages: pdf.text(50, 20, [f"{page}/{pages}"], BODY))


def test_decoration_is_not_in_the_tree() -> None:
    pdf = a_pdf()
    with pdf.tagged(pdf.root.add("P")):
        pdf.text(50, 700, ["said ", "aloud"], BODY)
    with pdf.artifact():
        pdf.text(50, 600, ["ornament"], BODY)
    assert [(tag.kind, tag.text) for tag in tags(finish(pdf))] == [("Document", ""), ("P", "said aloud")]


def test_a_tag_may_go_on_over_pages() -> None:
    pdf = a_pdf()
    tag = pdf.root.add("P")
    for part in ("one ", "two ", "three"):
        with pdf.tagged(tag):
            pdf.text(50, 700, [part], BODY)
        if part != "three":
            pdf.next_page()
    made = finish(pdf)
    assert tags(made)[1].text == "one two three"
    assert [page.extract_text().split()[-1] for page in PdfReader(BytesIO(made)).pages] == [
        "1/3",
        "2/3",
        "3/3",
    ]


def test_its_day_and_title_are_those_given() -> None:
    pdf = a_pdf()
    with pdf.tagged(pdf.root.add("P")):
        pdf.text(50, 700, ["x"], BODY)
    reader = PdfReader(BytesIO(finish(pdf)))
    described = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "Tŷ Glân &lt;&amp;&gt;" in described
    assert reader.metadata is not None
    assert reader.metadata.title == "Tŷ Glân <&>"
    assert str(reader.metadata.creation_date).startswith("2026-04-27")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://a.uk", ""])
def test_a_link_goes_to_the_web_or_to_a_mailbox(address: str) -> None:
    pdf = a_pdf()
    with pytest.raises(ValueError, match="not an address"):
        pdf.link(pdf.root.add("Link"), address, "said", (0, 0, 1, 1))


def test_more_letters_than_one_font_holds() -> None:
    letters = "".join(chr(code) for code in range(0x400, 0x500))
    pdf = a_pdf()
    with pdf.tagged(pdf.root.add("P")):
        pdf.text(50, 700, [letters, "ordinary again"], BODY)
    assert tags(finish(pdf))[1].text == letters + "ordinary again"


def test_a_paper_that_is_done_is_gone_without_a_collector() -> None:
    pdf = a_pdf()
    with pdf.tagged(pdf.root.add("P")):
        pdf.text(50, 700, ["x"], BODY)
    pdf.next_page()
    gc.disable()
    try:
        document = ref(pdf._document)
        finish(pdf)
        del pdf
        assert document() is None
    finally:
        gc.enable()
