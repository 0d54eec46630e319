"""What is said of each file that came back, the same for the window and for the command."""

from pmdesk.domain.words import Say, Words
from pmdesk.figures.returned_forms import (
    STATES,
    Difference,
    ReturnedFile,
    in_order,
    plain_file,
    say_taken,
    state_pill,
    why,
)

EN = Words()


def test_what_waits_for_a_choice_stands_first_and_what_cannot_come_in_last() -> None:
    files = tuple(ReturnedFile(str(n), f"{n}.pdf", state) for n, state in enumerate(reversed(STATES)))
    assert [file.state for file in in_order(files)] == list(STATES)


def test_why_is_said_in_sentences() -> None:
    lacks = (Say("Not answered: Why?"), Say("Tick it"))
    file = ReturnedFile("k", "a.pdf", "incomplete", reasons=(Say("‘x’ is no number."),), missing=lacks)
    assert why(file, EN) == "‘x’ is no number. Not answered: Why? Tick it."
    assert state_pill(file, EN) == ("none", "Incomplete")


def test_how_many_came_in() -> None:
    assert say_taken(52, 8, False, EN) == "52 returns were taken in. 8 files were left out."
    assert say_taken(2, 1, False, EN, 3) == (
        "2 returns were taken in. 3 were here already. 1 file was left out."
    )
    assert say_taken(1, 0, True, EN) == "1 return would be taken in."


def test_plain_for_other_programs() -> None:
    file = ReturnedFile(
        "k", "a.pdf", "differs", "A", "B", "2025-26", 3, differences=(Difference("issues", "x", "y"),)
    )
    assert plain_file(file)["differences"] == [{"field": "issues", "here": "x", "theirs": "y"}]
    assert plain_file(ReturnedFile("k", "a.pdf", "refused"))["member"] is None
