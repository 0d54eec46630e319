"""What a paper says of itself can be read, whatever stands in a title."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from pmdesk.domain.words import Words
from pmdesk.papers.sheet import Sheet


@pytest.mark.parametrize("title", ["Plain", "R&D <50%> (half)", "Tŷ Glân \\ \u0394", "(((", "x" * 500])
def test_a_title_comes_back_as_it_was(title: str) -> None:
    reader = PdfReader(BytesIO(Sheet(title, "A & (B", "", "2026-04-27", Words("cy")).finish()))
    told = reader.metadata
    assert told is not None
    assert (told.title, told.subject, told.author) == (title, title, "A & (B")
    assert (told.creator, told.producer) == ("pmdesk", "pmdesk")
    assert told["/CreationDate"] == told["/ModDate"] == "D:20260427000000+00'00'"
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "cy-GB"
    xml = catalogue["/Metadata"].get_object().get_data().decode()
    assert title in "".join(ElementTree.fromstring(xml).itertext())
