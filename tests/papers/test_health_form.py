"""The form of a health check: four boxes for each statement, named aloud, and a hidden ticket."""

from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.health_form import HealthForm
from pmdesk.domain.words import words_in
from pmdesk.papers.health_form import health_form
from tests.figures.health_made import ASKED

EN = words_in("en")


def test_its_fields_and_what_a_reader_hears() -> None:
    told = ("The council", "How we work", "Safer Aldermoor", "Police")
    form = HealthForm(*told, ASKED, "ticket", "2026-04-27")
    fields = PdfReader(BytesIO(health_form(form, EN))).get_fields() or {}
    assert sorted(fields) == ["s1", "s2", "s3", "said", "ticket"]
    assert fields["s1"]["/TU"] == "We keep our word."
    assert set(fields["s1"]["/_States_"]) >= {"/1", "/2", "/3", "/4"}
    assert fields["ticket"]["/V"] == "ticket"
