"""A measure's story from a real register: what it says, and what it never says."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from shutil import copy

import pytest
from pypdf import PdfReader

from pmdesk.actions.figure_papers import (
    measure_paper,
    public_story,
    say_left_out,
    say_provisional,
)
from pmdesk.actions.public import INTERNAL, internal_measures
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.papers.measure import measure
from pmdesk.register.store import open_register
from tests.actions.figure_story import council_with_figures
from tests.actions.paper_story import TODAY, mark_private

EN = words_in("en")


def test_the_story_of_a_measure_by_its_code(tmp_path: Path) -> None:
    register, _ids = council_with_figures(tmp_path)
    paper = measure_paper(register, ["EN02"], EN, TODAY)
    (story,) = paper.stories
    assert (paper.council, story.title) == ("Aldermoor District Council", "EN02 Household waste recycled")
    assert story.rating == ("close", "Close")
    assert [fact.value for fact in story.facts] == ["46.9%", "50.0%", "Better", "48.2%"]
    assert story.chart.finding == "At this rate it ends 2026-27 1.8 points short of its target"
    assert ("Objective", "W1 Less waste (Climate Plan)") in story.places


def test_several_in_the_order_given_each_once(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    paper = measure_paper(register, ["VP01", "EN02", ids["vp01"], " "], EN, TODAY)
    assert [story.title for story in paper.stories] == ["VP01 Money spent", "EN02 Household waste recycled"]


def test_every_public_measure_of_the_sample_is_told_on_one_page(sample_file: Path, tmp_path: Path) -> None:
    with open_register(Path(copy(sample_file, tmp_path / "sample.pmdesk")), read_only=True) as register:
        public = [str(row["id"]) for row in register.all("measure") if row["visibility"] != INTERNAL]
        paper = measure_paper(register, public, EN, TODAY)
        made = [measure(replace(paper, stories=(story,)), EN) for story in paper.stories]
        # Where somebody was challenged about it, question and reply stand whole beside the score.
        asked = {str(row["measure"]) for row in register.all("challenge") if row["measure"]}
        longer = {f"{row['code']} {row['title']}" for row in register.all("measure", id=tuple(asked))}
    assert len(made) > 20
    assert longer
    pages = {
        story.title: len(PdfReader(BytesIO(data)).pages)
        for story, data in zip(paper.stories, made, strict=True)
    }
    assert {title for title, many in pages.items() if many > 1} <= longer
    assert max(pages.values()) <= 2


def test_none_and_an_internal_one_are_refused(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    with pytest.raises(Refused, match="Say which measure"):
        measure_paper(register, [" "], EN, TODAY)
    with pytest.raises(Refused, match="is internal, so no paper prints it"):
        measure_paper(register, ["EN02", "IN01"], EN, TODAY)
    assert internal_measures(register) == {ids["hidden"]}


def test_nothing_private_is_in_the_story(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    assert mark_private(register)
    told = public_story(register, ids["en02"], TODAY)
    rows = (told.measure, *told.target_rows.values(), *told.reading_rows.values(), *told.objectives,
            *told.aligned)  # fmt: skip
    assert all("note" not in row for row in rows)
    assert len(told.reading_rows) == 12
    assert [row["name"] for row in told.aligned] == ["A greener district", "Living lightly"]


def test_what_is_left_out_and_what_may_change_is_said(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    stories = [public_story(register, ids[each], TODAY) for each in ("en02", "vp01")]
    assert say_provisional(stories, EN) == "Provisional figures, which may still change: VP01."
    assert say_provisional(stories[:1], EN) == ""
    assert say_left_out(2, EN) == "2 internal measures are not printed, nor counted here."
    assert say_left_out(0, EN) == ""
