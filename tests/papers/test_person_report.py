"""The paper of what is held about a person: tagged, private on every page, long answers over the page."""

import io

import pypdf

from pmdesk.domain.words import Words
from pmdesk.figures.person_report import Held, HeldPart, PersonReport
from pmdesk.papers.person_report import person_report_paper


def test_every_page_says_private_and_a_long_answer_goes_on_over_the_page() -> None:
    rows = (Held("Note", "", "word " * 900, True), Held("Ward", "Dock Trust", "R&D <50%"))
    report = PersonReport("Aldermoor", "x", "Ann Pugh", (HeldPart("The record", rows),), "2026-04-27")
    made = person_report_paper(report, Words())
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    assert len(pages) > 1 and made == person_report_paper(report, Words())
    assert all("Private: not for publication" in page.extract_text() for page in pages)
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "What we hold about Ann Pugh" in said and "R&D <50%" in said and "for the council only" in said
    assert said.count("word") >= 900
