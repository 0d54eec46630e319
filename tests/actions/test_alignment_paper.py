"""One set of figures from a real register: one measure, entered once, the same on both sides."""

from pathlib import Path

import pytest

from pmdesk.actions.alignment_paper import alignment_paper
from pmdesk.actions.records import save
from pmdesk.actions.registers import start
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from tests.actions.figure_story import HIDDEN, council_with_figures
from tests.actions.paper_story import TODAY

EN = words_in("en")


def test_a_measure_stands_on_both_sides_with_the_same_figures(tmp_path: Path) -> None:
    register, _ids = council_with_figures(tmp_path)
    paper = alignment_paper(register, EN, TODAY)
    (theme,), (greener, run) = paper.themes.headings, paper.objectives.headings
    assert (theme.title, greener.title) == ("C Living lightly", "3 A greener district")
    assert (run.title, run.rows) == ("5 A well-run council", ())
    left = next(row for row in theme.rows if row[0].text.startswith("EN02"))
    right = next(row for row in greener.rows if row[0].text.startswith("EN02"))
    assert left[1:] == right[1:]
    assert [cell.text for cell in left[1:]] == ["46.9%", "48.0% or more", "Close"]
    assert "Also under 3 A greener district" in left[0].quiet
    assert paper.finding.startswith("1 of 3 measures report")
    assert [row[0].text for row in paper.neither] == ["VP01 Money spent"]


def test_internal_measures_are_left_out_and_said_to_be(tmp_path: Path) -> None:
    register, _ids = council_with_figures(tmp_path)
    paper = alignment_paper(register, EN, TODAY)
    assert HIDDEN not in repr(paper)
    assert paper.notes[0] == "1 internal measure is not printed, nor counted here."
    run = paper.objectives.headings[1]
    assert run.rows == ()
    assert "No measure shows this yet." not in run.gaps


def test_an_internal_measure_without_objective_is_nowhere(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    save(register, "measure", {"objective": ""}, ids["hidden"])
    paper = alignment_paper(register, EN, TODAY)
    assert HIDDEN not in repr(paper)
    assert "1 of 3 measures" in paper.finding


def test_provisional_figures_are_marked(tmp_path: Path) -> None:
    register, _ids = council_with_figures(tmp_path)
    paper = alignment_paper(register, EN, TODAY)
    assert "provisional" in paper.neither[0][1].quiet
    assert paper.notes[-1] == "1 figure is provisional and may still change."


def test_a_register_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    register = start(tmp_path / "new.pmdesk", "Aldermoor", "2025-26", today=TODAY)
    with pytest.raises(Refused, match="There is nothing to report yet"):
        alignment_paper(register, EN, TODAY)
