"""The story of a measure as a PDF: its numbers as a table, its chart in words, one page where it fits."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_values import Cell
from pmdesk.papers.measure import measure
from tests.figures.measure_example import CH8, EN02, VALUES, ch8, en02, made
from tests.papers.example_figures import measure_paper, odd
from tests.papers.reading import all_text, of_kind, tags

ENGLISH = words_in("en")


def pages(data: bytes) -> int:
    return len(PdfReader(BytesIO(data)).pages)


def test_the_chart_says_what_it_shows_and_is_vectors() -> None:
    paper = measure_paper(ENGLISH)
    data = measure(paper, ENGLISH)
    (figure,) = [tag for tag in tags(data) if tag.kind == "Figure"]
    assert figure.element["/Alt"] == paper.stories[0].chart.summary
    assert "range 47.6 to 48.9%; target 50.0" in figure.element["/Alt"]
    assert not any(page.images for page in PdfReader(BytesIO(data)).pages)


def test_what_is_read_aloud_in_order() -> None:
    data = measure(measure_paper(ENGLISH), ENGLISH)
    assert of_kind(data, "H1") == ["EN02 Household waste recycled"]
    assert of_kind(data, "H2")[:2] == [
        "At this rate it ends 2026-27 1.8 points short of its target", "Readings",
    ]  # fmt: skip
    said = all_text(data)
    for sentence in ("Close, 2025-26 Q4.", "No past rate reaches this.", "Who agreed 50.0%, and when?",
                     "Four weeks of loads rejected. Cause: another partner"):  # fmt: skip
        assert sentence in said.replace("  ", " ")
    assert said.index("46.9%") < said.index("Readings") < said.index("Is the target SMART?")


def test_every_number_of_the_chart_is_read_out() -> None:
    said = all_text(measure(measure_paper(ENGLISH), ENGLISH))
    for value in (*VALUES, "48.2", "50.0", "43.0"):
        assert value in said


def test_a_short_story_is_one_page() -> None:
    told = [("2024-25", "9"), ("2025-26", "10")]
    story = made({**EN02, "frequency": "year"}, told, [("2026-27", "12")])
    assert pages(measure(measure_paper(ENGLISH, story), ENGLISH)) == 1


def test_fewer_readings_stand_in_the_table_where_that_keeps_the_page() -> None:
    whole = measure_paper(ENGLISH).stories[0]
    for lines, first in ((1, True), (4, False)):
        places = tuple((f"Place {at}", "Somewhere\n" * lines) for at in range(3))
        data = measure(replace(measure_paper(ENGLISH), stories=(replace(whole, places=places),)), ENGLISH)
        assert pages(data) == 1
        assert ("2023-24 Q2" in all_text(data)) is first


def test_no_rating_is_broken_in_the_middle_of_its_word() -> None:
    states = [{"period": each, "state": "suppressed"} for each in ("2025-26 Q3", "2025-26 Q4")]
    data = measure(measure_paper(ENGLISH, made(EN02, states)), ENGLISH)
    assert [cell for cell in of_kind(data, "TD") if cell.strip() == "Suppressed"]


def test_each_of_several_begins_a_page_and_stands_one_level_lower() -> None:
    data = measure(measure_paper(ENGLISH, ch8(), en02(), made({"title": "Bare"})), ENGLISH)
    assert of_kind(data, "H1") == ["How 3 measures are doing"]
    assert of_kind(data, "H2") == [
        "CH8 Days lost to sickness", "EN02 Household waste recycled", "Bare",
    ]  # fmt: skip
    assert "Readings" in of_kind(data, "H3")
    assert pages(data) >= 3


def test_a_title_that_looks_like_markup_is_printed_as_typed() -> None:
    assert of_kind(measure(measure_paper(ENGLISH, odd()), ENGLISH), "H1") == ["OD0 <b>R&D</b>"]


def test_a_provisional_figure_is_said_at_the_top() -> None:
    story = made(EN02, [{"period": "2025-26 Q4", "value": "46.9", "state": "provisional"}])
    assert "2025-26 Q4, provisional" in all_text(measure(measure_paper(ENGLISH, story), ENGLISH))


def test_earlier_readings_have_their_numbers_in_a_sentence() -> None:
    quarters = [f"{year}-{year % 100 + 1:02} Q{part}" for year in range(2006, 2026) for part in range(1, 5)]
    story = made(CH8, [(each, str(at)) for at, each in enumerate(quarters)])
    said = all_text(measure(measure_paper(ENGLISH, story), ENGLISH))
    assert "68 earlier readings, from 2006-07 Q1 to 2022-23 Q4: lowest 0 days, highest 67 days." in said


def test_commentary_and_answers_of_any_length_flow_over() -> None:
    paper = measure_paper(ENGLISH)
    story = paper.stories[0]
    row = (*story.readings[0].rows[0][:-1], Cell("word " * 3000))
    long = replace(
        story,
        readings=tuple(replace(each, rows=(row,)) for each in story.readings),
        places=(("Partnership", "x" * 5000),),
        definition="Long. " * 2000,
    )
    data = measure(replace(paper, stories=(long,)), ENGLISH)
    assert pages(data) > 2
    assert all_text(data).count("word") == 3000
