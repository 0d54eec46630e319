"""The paper of a validation: scores beside what the register says, nothing internal, only what was held."""

from pathlib import Path

import pytest

from pmdesk.actions.paper_choices import paper_choices
from pmdesk.actions.records import save
from pmdesk.actions.validation_paper import validation_paper
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.papers.validation import validation
from pmdesk.register.store import Register
from tests.actions.figure_story import HIDDEN, council_with_figures
from tests.actions.paper_story import SECRET, TODAY
from tests.papers.reading import all_text, of_kind

EN = words_in("en")


@pytest.fixture
def register(tmp_path: Path) -> Register:
    made, ids = council_with_figures(tmp_path)
    held = save(made, "validation", {"title": "Last winter", "held_on": "2025-01-14"})[0]
    save(made, "validation_head", {"validation": held, "head": "floor", "score": "red"})
    now = save(
        made,
        "validation",
        {"title": "This winter", "held_on": "2026-01-14", "held_by": "The board", "summary": "Better.",
         "note": SECRET},
    )[0]  # fmt: skip
    head = {"validation": now, "head": "floor", "score": "amber_green", "strength": "All are named",
            "gap": "One floor is far", "evidence": "The readings of the winter", "measure": ids["hidden"],
            "note": SECRET}  # fmt: skip
    save(made, "validation_head", head)
    other = {"validation": now, "head": "data", "score": "green", "measure": ids["en02"]}
    save(made, "validation_head", other)
    save(made, "validation", {"title": "Being written"})
    return made


def test_each_head_with_its_score_strength_gap_and_evidence(register: Register) -> None:
    paper = validation_paper(register, ["This winter"], EN, TODAY)
    assert paper.quiet == "Done on 14 January 2026 by The board"
    assert paper.standing == "2 of 8 heads are scored: 1 green, 1 amber/green."
    rows = {row[0].text: row for row in paper.blocks[0].rows}
    floor = rows["Floor targets are within reach"]
    assert (floor[1].text, floor[1].quiet, floor[1].state) == ("Amber/green", "last time red", "close")
    assert floor[2].text == "Strong: All are named.\nMissing: One floor is far."
    assert floor[3].text == "The readings of the winter"
    assert "1 of 1 floor target is reached." in floor[3].quiet
    assert "Household waste recycled" in rows["The data are ready and on time"][3].quiet
    assert rows["Plans are SMART"][1].text == "not scored"
    assert len(rows) == 8


def test_nothing_internal_is_printed(register: Register) -> None:
    said = repr(validation_paper(register, ["This winter"], EN, TODAY))
    assert HIDDEN not in said and SECRET not in said


def test_it_is_tagged(register: Register) -> None:
    made = validation(validation_paper(register, ["This winter"], EN, TODAY), EN)
    assert of_kind(made, "H1") == ["This winter"]
    assert "The heads" in of_kind(made, "H2")
    assert "Missing: One floor is far." in all_text(made)
    assert "Better." in of_kind(made, "P")


def test_one_that_was_not_held_is_not_printed(register: Register) -> None:
    with pytest.raises(Refused, match="has no day on which it was done"):
        validation_paper(register, ["Being written"], EN, TODAY)
    assert [each.title for each in paper_choices(register, "validation", "", EN)] == [
        "This winter", "Last winter",
    ]  # fmt: skip
