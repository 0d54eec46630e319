"""A measure's page from its story: head, what is asked for, what stands where."""

from typing import Any

import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.measure_page import MeasurePage, measure_page
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.record_page import Edit, Lead
from tests.figures.measure_example import CH8, EN02, ch8, en02, made

WORDS = words_in("en")
BOTH = "What lies behind it, and whose doing is it?"


def page(story: MeasureStory) -> MeasurePage:
    return measure_page(story, {}, {}, WORDS)


def test_the_head_of_the_drawing() -> None:
    shown = page(made({**EN02, "unit": "% of household waste over 12 months", "owner_name": "Tom Brandreth"}))
    assert shown.title == "EN02 Household waste recycled"
    assert shown.quiet == (
        "Outcome, per cent of household waste over 12 months, higher is better. Owner Tom Brandreth."
    )
    assert page(en02()).pill == ("close", "Close")
    assert page(en02()).answered == 1
    internal = page(made({"title": "Calls", "visibility": "internal", "unit": "calls"}))
    assert internal.quiet == "Calls. Internal."


def test_sections_stand_in_the_order_a_person_reads_them() -> None:
    assert [each.title for each in page(en02()).sections] == ["Readings", "Targets", "Year by year"]
    assert [each.title for each in page(made({"title": "New"})).sections] == ["Readings", "Targets"]


@pytest.mark.parametrize(
    ("more", "asked", "field"),
    [
        ({}, f"2009-10 Q1 was missed and has no note yet. {BOTH}", "commentary"),
        ({"cause": "funding"}, "2009-10 Q1 was missed. What lies behind the figure?", "commentary"),
        ({"commentary": "Flu"}, "2009-10 Q1 was missed. Whose doing is it?", "cause"),
    ],
)
def test_what_went_red_is_explained(more: dict[str, Any], asked: str, field: str) -> None:
    story = made(CH8, [{"period": "2009-10 Q1", "value": "5", **more}], [("2009-10 Q1", "2.44")])
    assert page(story).ask == (asked, Lead("edit", Edit("reading", "r000", {}, field)))


def test_only_what_is_red_and_unexplained_is_asked_for() -> None:
    told = {"period": "2009-10 Q1", "value": "5", "commentary": "Flu", "cause": "outside_control"}
    assert page(made(CH8, [told], [("2009-10 Q1", "2.44")])).ask is None
    assert page(ch8(1)).ask is None
    assert page(made(CH8)).ask is None


def test_longer_texts_stand_at_the_end() -> None:
    assert page(made({"title": "A", "definition": " All households ", "note": ""})).about == (
        ("Definition", "All households"),
    )
