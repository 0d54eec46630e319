"""The year in pictures on paper: its headings, its figures with every number in words, its steps and bars."""

from itertools import pairwise

import pytest
from reportlab.graphics.shapes import PolyLine, Rect, String

from pmdesk.domain.words import words_in
from pmdesk.figures.share_rows import ShareRows, part_of
from pmdesk.figures.year_pictures import YearPictures
from pmdesk.papers.sheet import Sheet
from pmdesk.papers.year_pictures import bars, steps, year_pictures
from tests.papers.reading import of_kind, tags
from tests.ui.charts.year_charts import GROUPS, STEPS, WORTH

EN, CY = words_in("en"), words_in("cy")


def paper(figures: YearPictures, language: str = "en") -> bytes:
    words = words_in(language)
    sheet = Sheet("The year", "Aldermoor District Council", "2025-26", "2026-04-27", words)
    year_pictures(sheet, figures, words)
    return sheet.finish()


def test_each_picture_has_its_heading_its_finding_and_its_numbers_in_words() -> None:
    made = paper(YearPictures("2025-26", STEPS, (GROUPS, WORTH)))
    assert of_kind(made, "H2") == ["Returns over time", "Returned by political group", "Was it worthwhile?"]
    assert GROUPS.finding in " ".join(of_kind(made, "P"))
    alts = [str(tag.element["/Alt"]) for tag in tags(made) if tag.kind == "Figure"]
    assert alts == [STEPS.summary, GROUPS.summary, WORTH.summary]
    assert made == paper(YearPictures("2025-26", STEPS, (GROUPS, WORTH))), "the same bytes twice"


def test_in_welsh_and_of_nothing() -> None:
    assert of_kind(paper(YearPictures("2025-26", STEPS, ()), "cy"), "H2") == [CY("Returns over time")]
    assert of_kind(paper(YearPictures("2025-26", None, ())), "H2") == []


def test_a_chart_longer_than_a_page_goes_on_and_loses_no_row() -> None:
    rows = tuple(part_of(f"Cllr {n}", n % 7, 7, "in", "not in", EN) for n in range(120))
    made = paper(YearPictures("2025-26", None, (ShareRows("attendance", "Many", "Member", rows),)))
    alts = [str(tag.element["/Alt"]) for tag in tags(made) if tag.kind == "Figure"]
    assert len(alts) >= 3 and sum(alt.count("Cllr ") for alt in alts) == 120


def test_a_bar_is_as_long_as_its_part() -> None:
    made = bars(GROUPS, GROUPS, 482)
    green, rest = [each for each in made.contents if isinstance(each, Rect)][:2]
    assert green.width / (green.width + rest.width) == pytest.approx(0.75)
    texts = [each.text for each in made.contents if isinstance(each, String)]
    assert texts[:2] == ["Green", "3 of 4"] and "5 of 10, 2 late" in texts
    assert all(each.x + each.width <= 482 for each in made.contents if isinstance(each, Rect))


def test_the_fills_are_named_where_there_are_three() -> None:
    texts = [each.text for each in bars(WORTH, WORTH, 482).contents if isinstance(each, String)]
    assert texts == ["yes", "partly", "no", "For the council", "yes 2, partly 1, no 1"]


def test_steps_only_go_along_or_up_and_say_the_day_due() -> None:
    made = steps(STEPS, 482, EN)
    lines = [each for each in made.contents if isinstance(each, PolyLine)]
    assert len(lines) == 2
    for each in lines:
        spots = list(zip(each.points[::2], each.points[1::2], strict=True))
        assert all(x == to_x or y == to_y for (x, y), (to_x, to_y) in pairwise(spots))
    texts = [each.text for each in made.contents if isinstance(each, String)]
    assert {"due 17 Apr", "This year 2", "Last year 1", "0", "4"} <= set(texts)
