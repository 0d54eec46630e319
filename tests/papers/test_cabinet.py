"""The Cabinet's paper: all in brief on page one, exceptions first, each partnership on a page of its own."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_cabinet import CabinetFigures
from pmdesk.papers.cabinet import cabinet
from tests.papers.example_partnerships import cabinet_figures
from tests.papers.reading import all_text, of_kind, tags

ENGLISH = words_in("en")


def test_the_order_of_the_paper() -> None:
    made = cabinet(cabinet_figures(ENGLISH), ENGLISH)
    assert of_kind(made, "H1") == ["Partnership progress report, 2025-26 Q4"]
    assert of_kind(made, "H2") == [
        *("The partnerships in brief", "Exceptions", "Wendle Valley Town Centre Board", "Homelessness Forum"),
    ]
    assert of_kind(made, "H3")[:4] == [
        *("Measures: missed (1)", "Milestones past their first date (2)"),
        *("Reporting lines that are broken (1)", "Updates that are not in (1)"),
    ]


def test_each_partnership_begins_a_page() -> None:
    pages = PdfReader(BytesIO(cabinet(cabinet_figures(ENGLISH), ENGLISH))).pages
    assert [page.extract_text().split("\n")[0].strip() for page in pages][1:] == [
        *("Exceptions", "Wendle Valley Town Centre Board", "Homelessness Forum"),
    ]


def test_each_chart_is_described_and_is_vectors() -> None:
    made = cabinet(cabinet_figures(ENGLISH), ENGLISH)
    figures = [tag for tag in tags(made) if tag.kind == "Figure"]
    assert len(figures) == 2
    assert all("Bus station design" in each.element["/Alt"] for each in figures)
    assert not any(page.images for page in PdfReader(BytesIO(made)).pages)


def test_every_shape_has_its_word() -> None:
    said = all_text(cabinet(cabinet_figures(ENGLISH), ENGLISH))
    for word in ("Off track", "At risk", "Missed", "Returned to be put right", "74 days late"):
        assert word in said


def test_without_exceptions_a_sentence_says_so() -> None:
    made = cabinet(replace(cabinet_figures(ENGLISH), exceptions=()), ENGLISH)
    assert "No measure is missed, no milestone late and no report missing." in all_text(made)


def test_a_heading_stands_with_the_first_row_of_its_table() -> None:
    figures = cabinet_figures(ENGLISH)
    for rows in range(60):
        long = replace(figures.exceptions[0], rows=figures.exceptions[0].rows * rows)
        told = replace(figures, exceptions=(long, *figures.exceptions[1:]), parts=())
        for page in PdfReader(BytesIO(cabinet(told, ENGLISH))).pages:
            lines = page.extract_text().split("\n")
            above_foot = [line for line in lines if "Made from" not in line and "Page " not in line]
            assert not above_foot[-1].startswith(("Milestones past", "Reporting lines", "Updates that"))


def test_exceptions_stand_on_one_page_where_smaller_letters_bring_them_there() -> None:
    figures = cabinet_figures(ENGLISH)
    first, pages = figures.exceptions[0], list[int]()
    for rows in range(1, 30):
        told = replace(figures, exceptions=(replace(first, rows=first.rows * rows),), parts=())
        pages.append(len(PdfReader(BytesIO(cabinet(told, ENGLISH))).pages))
        assert pages[-1] == 2 or alone(told) > 1
    assert pages == sorted(pages) and pages[0] < pages[-1]


def alone(told: CabinetFigures) -> int:
    """How many rows of the first exceptions stand on their second page."""
    page = PdfReader(BytesIO(cabinet(told, ENGLISH))).pages[2].extract_text()
    return page.count(told.exceptions[0].rows[0][2].text)
