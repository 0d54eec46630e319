"""The appraisal sheets: private, a sheet for each person, with what the targets name."""

from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.papers.appraisal import appraisal
from tests.papers.example_scrutiny import appraisal_example
from tests.papers.reading import all_text, of_kind

EN = words_in("en")


def test_it_says_that_it_is_private_and_what_stands() -> None:
    made = appraisal(appraisal_example(EN), EN)
    said = all_text(made)
    assert "Private: not for publication" in said
    assert "Private: for this person and whoever appraises them. 1 target, 120 hours" in said
    assert of_kind(made, "H1") == ["Partnership work in 2025-26: personal targets"]
    assert (of_kind(made, "H2"), of_kind(made, "H3")) == (["Helen Marsh"], ["Both sub-groups report"])
    assert "46.9% against 48.0%" in said
    assert "One does." in said


def test_every_page_says_that_it_is_private() -> None:
    pages = PdfReader(BytesIO(appraisal(appraisal_example(EN, 9), EN))).pages
    assert len(pages) > 9
    assert all("Private: not for publication. Made from" in page.extract_text() for page in pages)


def test_each_person_has_pages_of_their_own() -> None:
    made = appraisal(appraisal_example(EN, 3), EN)
    assert of_kind(made, "H2") == ["Helen Marsh"] * 3
