"""Challenges as rows: the most pressing first, each with its pill, and what a new one begins with."""

from pmdesk.domain.challenge_state import STATES
from pmdesk.domain.words import Words
from pmdesk.figures.challenges import (
    CHALLENGES,
    MOST_SHOWN,
    Challenged,
    Challenges,
    challenge_row,
    challenges_section,
    known_of,
    pressing_first,
)
from pmdesk.figures.record_page import Lead

WORDS = Words()


def told(state: str, id: str, asked_on: str = "2026-03-09") -> Challenged:
    row = {
        "id": id,
        "question": f"Why {id}?",
        "asked_on": asked_on,
        "from_organisation_name": "Council",
        "to_organisation_name": "Police",
    }
    return Challenged(row, (), {}, {}, state, None)


def test_every_state_has_its_shape_and_word() -> None:
    assert list(CHALLENGES) == list(STATES)


def test_a_row_says_whom_by_whom_and_when() -> None:
    row = challenge_row(told("climbed", "a"), WORDS)
    assert (row.title, row.quiet) == ("Why a?", "Police, asked by Council, 9 March 2026")
    assert row.pill == ("missed", "Climbed")
    assert challenge_row(told("waiting", "a", ""), WORDS).quiet == "Police, asked by Council"


def test_what_is_closed_stands_last_the_newest_first() -> None:
    found = [
        told("closed", "old", "2025-01-01"),
        told("closed", "new", "2026-01-01"),
        told("answered", "b"),
        told("climbed", "late", "2026-02-01"),
        told("climbed", "later"),
    ]
    assert [each.id for each in pressing_first(found)] == ["late", "later", "b", "new", "old"]


def test_a_section_counts_what_nobody_answered() -> None:
    section = challenges_section(Challenges([told("late", "a"), told("answered", "b")]), WORDS)
    assert section.count == "2, 1 without an answer"
    assert [cell.text for cell in section.rows[0].cells] == [
        "Why a?",
        "Police",
        "Council",
        "9 March 2026",
        "Answer late",
    ]
    assert section.rows[0].cells[0].lead == ("challenges", "a")
    assert section.action is None
    empty = challenges_section(Challenges((), {"measure": "m"}), WORDS, "Asked of it")
    assert empty.title == "Asked of it"
    assert empty.count == "" and empty.empty and empty.action
    assert empty.action.lead.argument.values == {"measure": "m"}  # type: ignore[attr-defined]


def test_the_council_asks_unless_it_is_to_answer() -> None:
    asked = known_of("council", "police", "2026-04-27", WORDS, measure="m", partnership=None)
    assert asked == {
        "measure": "m",
        "to_organisation": "police",
        "from_organisation": "council",
        "asked_on": "27 April 2026",
    }
    assert "from_organisation" not in known_of("council", "council", "2026-04-27", WORDS)
    assert known_of("", "", "2026-04-27", WORDS) == {"asked_on": "27 April 2026"}


def test_of_many_the_most_pressing_stand_there_and_a_way_to_the_others() -> None:
    many = [told("closed", f"c{n}") for n in range(MOST_SHOWN)] + [told("climbed", "late")]
    section = challenges_section(Challenges(many), WORDS)
    assert (section.count, len(section.rows), section.rows[0].record) == (
        "21, 1 without an answer",
        20,
        "late",
    )
    assert section.more and section.more.lead == Lead("challenges")
    assert challenges_section(Challenges(many[:MOST_SHOWN]), WORDS).more is None
