"""What the annual update's paper will say, read from a real register."""

from dataclasses import asdict
from pathlib import Path

from pmdesk.actions.annual_update_paper import annual_update_figures
from pmdesk.actions.updates import move_on, save_update
from pmdesk.domain.words import words_in
from tests.actions.paper_story import SECRET, TODAY, council, mark_private

EN = words_in("en")


def test_the_figures(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    figures = annual_update_figures(register, ids["update"], EN, TODAY)
    assert (figures.council, figures.year, figures.body) == (
        "Aldermoor District Council",
        "2025-26",
        "Aldermoor Citizens Advice",
    )
    assert (figures.member, figures.capacity, figures.recommendation) == (
        "Cllr Margaret Holloway",
        "trustee",
        "Continue",
    )
    assert figures.facts == (
        ("Legal form", "Charity, limited by guarantee"),
        ("Meetings held", "8"),
        ("Term", "21 May 2024 to May 2027"),
        ("Meetings attended", "7 of 8"),
        ("Council support", "£118,400"),
        ("Link officer", "Ruth Adeyemi"),
        ("Objectives served", "2 Homes people can afford\n4 Fair chances"),
    )
    assert [part.heading for part in figures.sections] == [
        "Main business of the year",
        "What I contributed",
        "Issues and risks",
    ]
    assert [(each.whom, each.answer) for each in figures.worthwhile] == [
        ("The council", "yes"),
        ("The body", ""),
        ("The member", "partly"),
    ]
    assert figures.closing[0].text == "1. Decide by June on a room at the library.\n2. Appoint a substitute."
    assert (
        figures.closing[-1].text
        == "Cllr Margaret Holloway declared on 3 April 2026 that this is a true account."
    )
    assert figures.standing == ""
    assert figures.recorded_by == "Recorded by Gareth Poole for Cllr Margaret Holloway."


def test_no_private_word_gets_this_far(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    assert mark_private(register) > 10
    figures = annual_update_figures(register, ids["update"], EN, TODAY)
    assert SECRET not in repr(asdict(figures))
    assert "There are matters that the member may not report in public." in [
        part.text for part in figures.closing
    ]


def test_long_answers_get_a_heading_of_their_own(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    move_on(register, "annual_update", ids["update"], "returned", TODAY, "Say more")
    long = "A grant of £118,400 for three years, and the rent of the office. " * 3
    save_update(register, "annual_update", {"support_given": long, "withheld": ""}, ids["update"], TODAY)
    figures = annual_update_figures(register, ids["update"], EN, TODAY)
    assert ("Council support", "£118,400") in figures.facts
    assert figures.sections[2].heading == "Money or support from the council"
    assert "Matters not reported" not in [part.heading for part in figures.closing]
    assert figures.standing == "Returned to be put right: not accepted."
