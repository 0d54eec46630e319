"""The timeline as it comes from a real register."""

from pathlib import Path

import pytest

from pmdesk.actions import milestone_figures as module
from pmdesk.actions.milestone_figures import (
    is_milestone,
    milestone_charts,
    milestone_figures,
    partnership_of,
    partnerships_with_milestones,
    questions,
    redates,
)
from pmdesk.actions.records import save
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.paper_story import TODAY, council


def test_one_partnership(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    figures = milestone_figures(register, TODAY, words_in("en"), ids["board"])
    assert [(row.title, row.state, row.slip_days, row.times_redated) for row in figures.rows] == [
        ("Masterplan adopted", "done", 14, 0),
        ("Bus station design agreed", "past", 73, 2),
        ("High Street works start", "slipping", 90, 1),
    ]
    assert figures.rows[1].owner == "Wendleshire County Council"
    assert milestone_figures(register, TODAY, words_in("en"), ids["grant"]).rows == ()


def test_all_partnerships_together(tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    assert len(milestone_figures(register, TODAY, words_in("en")).rows) == 3


def test_who_has_milestones(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    assert partnerships_with_milestones(register) == [(ids["board"], "Wendle Valley Town Centre Board", 3)]


def test_every_new_date_with_its_reason_newest_first(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    assert redates(register, ids["station"], words_in("en")) == [
        ("20 April 2026", "12 June 2026", "Another partner", "Drawings late"),
        ("20 March 2026", "1 May 2026", "Another partner", "Survey late"),
    ]


def test_whose_milestone_it_is(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    assert partnership_of(register, ids["station"]) == ids["board"]
    assert partnership_of(register, "nothing") is None


def test_a_milestone_is_asked_the_five_questions(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    asked = questions(register, ids["station"], words_in("en"))
    assert (asked.answered, asked.of) == (3, 5)
    assert asked.asked == (
        "What will be there when it is done?",
        "Which objective of another plan does it serve?",
    )
    with register.change("Aligned") as change:
        plans = [change.add("plan", {"name": name}) for name in ("Town", "Corporate")]
        change.set("plan", plans[0], {"partnership": ids["board"]})
        town, above = (
            change.add("objective", {"name": name, "plan": plan})
            for name, plan in zip(("Shops", "A thriving economy"), plans, strict=True)
        )
        change.add("alignment", {"objective": town, "serves": above})
    assert questions(register, ids["station"], words_in("en")).answered == 4
    assert questions(register, "nobody", words_in("en")).of == 0


def test_timeline_and_slip_chart_of_the_same_milestones(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    save(register, "waits_for", {"milestone": ids["works"], "waits_for": ids["station"]})
    figures, slip = milestone_charts(register, TODAY, words_in("en"), ids["board"])
    assert figures == milestone_figures(register, TODAY, words_in("en"), ids["board"])
    assert [row.critical for row in figures.rows] == [False, True, True]
    assert figures.rows[1].pushes == (ids["works"],)
    assert slip.finding == (
        "The date of ‘High Street works start’ has moved once since March 2026, "
        "each time with ‘Bus station design agreed’"
    )


def test_of_too_many_the_late_and_the_next_are_shown_and_the_sentence_is_about_all(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 4)
    monkeypatch.setattr(module, "MOST_LATE", 2)
    group, _ = save(register, "partnership", {"name": "Bins"})
    for month in range(1, 11):
        typed = {"title": f"M{month}", "first_due": f"2026-{month:02}-15", "partnership": group}
        save(register, "milestone", typed)
    figures = milestone_figures(register, TODAY, words_in("en"))
    assert [row.title for row in figures.rows] == ["M1", "M2", "M5", "M6"]
    assert (figures.left_out, figures.finding) == (6, "4 of 10 milestones are late")
    own = milestone_figures(register, TODAY, words_in("en"), group)
    assert (len(own.rows), own.left_out) == (10, 0)
    assert [(owner.name, owner.milestones) for owner in partnerships_with_milestones(register)] == [
        ("Bins", 10)
    ]
    assert is_milestone(register, figures.rows[0].id) and not is_milestone(register, group)
