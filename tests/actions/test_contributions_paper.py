"""What the account of contributions will say, read from a real register."""

from dataclasses import asdict
from pathlib import Path

import pytest

from pmdesk.actions.contributions_paper import contribution_figures
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from tests.actions.figure_story import HIDDEN, council_with_figures
from tests.actions.paper_story import SECRET, TODAY, Story, mark_private

EN = words_in("en")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """The county owns a measure that misses its target and an internal one, and has not delivered all."""
    made = council_with_figures(tmp_path)
    register, ids = made
    for measure in ("cs02", "hidden"):
        save(register, "measure", {"owner_organisation": ids["county"]}, ids[measure])
    save(register, "target", {"measure": ids["cs02"], "period": "2025-26 Q4", "value": "26"})
    given = {"partnership": ids["board"], "organisation": ids["county"], "kind": "cash", "what": "Design"}
    save(
        register,
        "contribution",
        {**given, "undertaken": "95,000", "due": "2026-03-31", "delivered": "41,000"},
    )
    said = {"organisation": ids["county"], "partnership": ids["board"], "said_by": "Beth Lindqvist"}
    save(register, "partner_words", {**said, "said_on": "2026-04-22", "text": "Ready in January."})
    return made


def test_the_account_of_a_partner(story: Story) -> None:
    figures = contribution_figures(story.register, [], None, EN, TODAY)
    assert figures.year == "2025-26"
    assert [[cell.text for cell in row] for row in figures.rows] == [
        ["Wendleshire County Council", "0 of 1 due", "£95,000", "£41,000", "0 of 1 (0%)"]
    ]
    assert figures.rows[0][4].quiet == "1 more not rated"
    (part,) = figures.parts
    assert (part.rows[0][4].text, part.rows[0][0].quiet) == (
        "In part",
        "Wendle Valley Town Centre Board, cash",
    )
    assert [row[0].text for row in part.target_rows] == ["CS02 Repeat reports", "CS02 Repeat reports"]
    assert [row[4].text for row in part.target_rows] == ["Missed", "Not rated"]
    assert [(each.heading, each.text) for each in part.said] == [
        ("22 April 2026, Beth Lindqvist, Wendle Valley Town Centre Board", "Ready in January.")
    ]


def test_another_year_has_no_targets_of_this_one(story: Story) -> None:
    figures = contribution_figures(story.register, ["Wendleshire County Council"], "2024-25", EN, TODAY)
    assert (figures.year, figures.rows[0][4].text) == ("2024-25", "none due")
    with pytest.raises(Refused):
        contribution_figures(story.register, [], "last spring", EN, TODAY)


def test_one_named_is_told_of_though_it_undertook_nothing(story: Story) -> None:
    save(story.register, "organisation", {"name": "Chamber of Trade"})
    figures = contribution_figures(story.register, ["Chamber of Trade"], None, EN, TODAY)
    assert [each.name for each in figures.parts] == ["Chamber of Trade"]
    assert figures.parts[0].silent == "None are recorded."
    with pytest.raises(Refused, match="There is no"):
        contribution_figures(story.register, ["Nowhere"], None, EN, TODAY)


def test_no_private_word_gets_this_far(story: Story) -> None:
    mark_private(story.register)
    figures = repr(asdict(contribution_figures(story.register, [], None, EN, TODAY)))
    assert SECRET not in figures
    assert HIDDEN not in figures
