"""The progress paper: its chart is told in words, and every date on it stands in a table."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.papers.progress import progress
from tests.papers.example_papers import progress_figures
from tests.papers.reading import of_kind, tags

ENGLISH = words_in("en")


def test_the_chart_says_what_it_shows() -> None:
    figures = progress_figures(ENGLISH)
    (figure,) = [tag for tag in tags(progress(figures, ENGLISH)) if tag.kind == "Figure"]
    assert figures.milestones is not None
    assert figure.element["/Alt"] == figures.milestones.summary
    assert "Bus station design: first date 31 March 2026, now 12 June 2026" in figure.element["/Alt"]
    left, foot, right, top = figure.element["/A"]["/BBox"]
    assert 0 < left < right < 596
    assert 0 < foot < top < 842


def test_the_chart_is_drawn_as_vectors() -> None:
    reader = PdfReader(BytesIO(progress(progress_figures(ENGLISH), ENGLISH)))
    assert not any(page.images for page in reader.pages)


def test_every_date_on_the_chart_is_in_the_table() -> None:
    made = progress(progress_figures(ENGLISH), ENGLISH)
    assert of_kind(made, "TH")[1:7] == [
        *("Milestone", "First date", "Now", "Slip"),
        *("Funding agreed", "Bus station design The county"),
    ]
    assert of_kind(made, "TD")[3:9] == [
        *("28 Nov 2025", "28 Nov 2025 done", "none"),
        *("31 Mar", "12 Jun past its first date", "73 days re-dated once"),
    ]


def test_why_dates_moved_follows() -> None:
    made = progress(progress_figures(ENGLISH), ENGLISH)
    assert of_kind(made, "H2")[-1] == "Why dates moved"
    assert of_kind(made, "TD")[-2:] == ["Funding", "Staff"]


def test_many_milestones_go_on_over_pages_as_one_table() -> None:
    made = progress(progress_figures(ENGLISH, many=60), ENGLISH)
    read = tags(made)
    figures = [tag.element["/Alt"] for tag in read if tag.kind == "Figure"]
    assert len(figures) > 1
    assert "Every date is in the table that follows." in figures[0]
    assert figures[1] == "The milestone chart, continued: the table has its dates."
    assert of_kind(made, "TH").count("First date") == 1
    assert sum(said.startswith("Later step") for said in of_kind(made, "TH")) == 60


def test_without_milestones_there_is_no_chart() -> None:
    figures = replace(progress_figures(ENGLISH), milestones=None)
    assert not of_kind(progress(figures, ENGLISH), "Figure")


def test_a_milestone_with_a_title_of_any_length_fits() -> None:
    figures = progress_figures(ENGLISH)
    assert figures.milestones is not None
    rows = tuple(
        replace(row, title="Bus station " * 900, owner="x" * 9_000) for row in figures.milestones.rows
    )
    made = progress(replace(figures, milestones=replace(figures.milestones, rows=rows)), ENGLISH)
    assert of_kind(made, "TH")[5].startswith("Bus station Bus station")
