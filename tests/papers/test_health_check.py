"""The paper of a health check: its chart in vectors with its words, tables beside it, nobody named."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.papers.health_check import health_check
from tests.papers.example_health import health_example
from tests.papers.reading import all_text, of_kind, tags

EN = words_in("en")


def test_the_chart_stands_in_vectors_and_is_told_in_full() -> None:
    made = health_check(health_example(EN), EN)
    [alt] = [tag.element["/Alt"] for tag in tags(made) if tag.kind == "Figure"]
    assert "Trust: median 3, middle half 1 to 3.5, they disagree." in alt
    assert not any(page.images for page in PdfReader(BytesIO(made)).pages)


def test_what_it_says() -> None:
    made = health_check(health_example(EN), EN)
    assert of_kind(made, "H2") == [
        "All stand alike, at 3 of 4", "Where they disagree", "Over the years", "Every statement",
    ]  # fmt: skip
    said = all_text(made)
    assert "5 partners answered, each alone; the check was closed on 20 April 2026." in said
    assert "Too few" in said
    assert "Police" not in said


def test_the_years_stand_whole_on_one_page() -> None:
    example = health_example(EN)
    years = example.years[:1] * 12
    for before in range(1, 40):
        made = health_check(replace(example, apart=example.apart[:1] * before, years=years), EN)
        pages = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]
        [page] = [each for each in pages if "Over the years" in each]
        table = page[page.index("Over the years") :]
        assert table.count(years[0][0].text) >= len(years)
