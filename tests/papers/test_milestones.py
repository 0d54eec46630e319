"""The milestone chart amid its table: the levels of its headings, and what it asks for below them."""

from dataclasses import replace

from pmdesk.domain.words import words_in
from pmdesk.papers.milestones import milestones, tall
from pmdesk.papers.sheet import PART, Sheet, write
from tests.papers.example_papers import milestones as example
from tests.papers.reading import all_text, of_kind

ENGLISH = words_in("en")


def test_headings_stand_at_the_level_asked_for_and_reasons_can_be_left_out() -> None:
    sheet = Sheet("Paper", "Council", "", "2026-04-27", ENGLISH)
    write(sheet, "H2", "The board", PART)
    milestones(sheet, example(ENGLISH), ENGLISH, level=3, why=False)
    made = sheet.finish()
    assert of_kind(made, "H3") == [example(ENGLISH).finding]
    assert "Why dates moved" not in of_kind(made, "H3")


def test_a_long_chart_asks_for_no_more_than_half_a_page() -> None:
    assert tall(example(ENGLISH), ENGLISH) < tall(example(ENGLISH, 60), ENGLISH) == 420


def test_what_is_on_the_critical_chain_says_so_in_words() -> None:
    figures = example(ENGLISH)
    chained = replace(
        figures, rows=tuple(replace(row, critical=at == 1) for at, row in enumerate(figures.rows))
    )
    for shown, times in ((figures, 0), (chained, 1)):
        sheet = Sheet("Paper", "Council", "", "2026-04-27", ENGLISH)
        milestones(sheet, shown, ENGLISH)
        assert all_text(sheet.finish()).count("critical: decides when all is done") == times
