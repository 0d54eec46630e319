"""The paper of erasures: a heading for each, its counts, and what none of them reaches."""

import io

import pypdf

from pmdesk.domain.words import Words
from pmdesk.figures.paper_erasure import ErasedOne, ErasureFigures, erasure_columns
from pmdesk.figures.paper_values import Cell
from pmdesk.papers.erasure import erasure_paper

EN = Words()


def figures(*erased: ErasedOne) -> ErasureFigures:
    return ErasureFigures(
        "Aldermoor", "As at", "Two were.", erasure_columns(EN), erased, ("Papers printed.",), "2026-04-27"
    )


def said(made: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages).split())


def test_each_erasure_has_its_part_and_a_reason_only_where_one_was_given() -> None:
    rows = ((Cell("Person"), Cell("Name"), Cell("2")),)
    one = ErasedOne("Erased on 3 March 2026", "Record 0195-a", "Asked.", rows)
    other = ErasedOne("Erased on 2 March 2026", "Record 0195-b", "", rows)
    text = said(erasure_paper(figures(one, other), EN))
    assert text.count("Reason:") == 1 and "0195-b" in text and "Papers printed." in text


def test_without_any_it_is_one_sentence() -> None:
    assert "What it does not reach" not in said(erasure_paper(figures(), EN))
