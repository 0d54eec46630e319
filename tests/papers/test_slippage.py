"""The account of slippage: causes in one table, a chart for each partnership, what each slip pushes."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.papers.slippage import slippage
from tests.papers.example_partnerships import slippage_figures
from tests.papers.reading import all_text, of_kind, tags

ENGLISH = words_in("en")


def test_causes_first_then_each_partnership() -> None:
    made = slippage(slippage_figures(ENGLISH), ENGLISH)
    assert of_kind(made, "H2") == ["Whose doing it was", "The board"]
    slipped, moved, why = of_kind(made, "H3")
    assert (slipped, why) == ("4 of 5 milestones have slipped", "Why, and what it pushes")
    assert moved.startswith("The date of ‘") and "has moved" in moved
    assert of_kind(made, "TD")[:3] == ["2", "2", "121"]


def test_the_chart_stands_in_vectors_beside_its_dates() -> None:
    made = slippage(slippage_figures(ENGLISH), ENGLISH)
    dates, moved = [tag.element["/Alt"] for tag in tags(made) if tag.kind == "Figure"]
    assert "Land agreed: first date 31 March 2026, now 12 June 2026" in dates
    assert moved.startswith("Slip chart of the reports from") and "later, to 12 June 2026" in moved
    assert not any(page.images for page in PdfReader(BytesIO(made)).pages)
    assert "12 Jun past its first date" in of_kind(made, "TD")


def test_what_is_pushed_says_whose_it_is() -> None:
    said = all_text(slippage(slippage_figures(ENGLISH), ENGLISH))
    assert "Plans in (The council): from 29 May 2026 to 10 August 2026" in said
    assert "Works start (The county): from 1 September 2026" in said


def test_nothing_slipped() -> None:
    figures = replace(
        slippage_figures(ENGLISH), causes=(), groups=(), note="", summary="No milestone has slipped."
    )
    assert "No milestone has slipped." in all_text(slippage(figures, ENGLISH))
