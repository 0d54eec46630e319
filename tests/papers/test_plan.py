"""A plan's report as a PDF: exceptions first, every small chart over its own numbers."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.papers.plan import plan
from tests.papers.example_figures import plan_figures
from tests.papers.reading import all_text, of_kind, tags

ENGLISH = words_in("en")


def test_the_sum_of_it_then_exceptions_first() -> None:
    data = plan(plan_figures(ENGLISH), ENGLISH)
    said = all_text(data)
    order = ["4 measures: 1 close, 1 missed.", "Exceptions: missed", "CH8 Days lost", "No rating, and why",
             "What is missing", "Data readiness", "The last five readings", "2 internal"]  # fmt: skip
    places = [said.index(each) for each in order]
    assert places == sorted(places)
    assert of_kind(data, "H1") == ["Performance report: Aldermoor Corporate Plan"]


def test_the_bars_and_the_small_charts_are_told_in_words() -> None:
    figures = plan_figures(ENGLISH)
    alts = [tag.element["/Alt"] for tag in tags(plan(figures, ENGLISH)) if tag.kind == "Figure"]
    assert alts == [figures.summary, figures.balance.summary, *(tile.summary for tile in figures.tiles)]
    assert not any(page.images for page in PdfReader(BytesIO(plan(figures, ENGLISH))).pages)


def test_a_plan_without_measures_says_so() -> None:
    bare = replace(plan_figures(ENGLISH), counts=(), groups=(), tiles=(), gaps=(), unready=(), ready="",
                   summary="Nothing in this plan is measured yet.",
                   balance=replace(plan_figures(ENGLISH).balance, total=0), notes=())  # fmt: skip
    data = plan(bare, ENGLISH)
    assert "Nothing in this plan is measured yet." in all_text(data)
    assert "Every objective is measured and served." in all_text(data)
    assert of_kind(data, "Figure") == []
