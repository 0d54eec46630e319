"""What the Cabinet's paper will say, read from a real register."""

from dataclasses import asdict
from pathlib import Path

from pmdesk.actions.cabinet_paper import cabinet_figures
from pmdesk.actions.records import save
from pmdesk.actions.updates import move_on
from pmdesk.domain.words import words_in
from tests.actions.figure_story import HIDDEN, council_with_figures
from tests.actions.paper_story import SECRET, TODAY, council, mark_private

EN = words_in("en")


def headings(figures: object) -> list[str]:
    return [each.heading for each in figures.exceptions]


def test_a_draft_is_not_printed_but_owed(tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    figures = cabinet_figures(register, [], None, EN, TODAY)
    assert figures.title == "Partnership progress report, 2025-26 Q4"
    assert figures.report_of == "Report of Cllr Priya Nair, portfolio member for communities"
    assert figures.summary.startswith("0 of 1 partnership has reported for 2025-26 Q4.")
    (part,) = figures.parts
    assert part.progress.sections == ()
    assert part.progress.standing == "No update was submitted yet, so none is printed."
    assert headings(figures) == ["Milestones past their first date", "Updates that are not in"]
    assert "masterplan was adopted" not in repr(asdict(figures))


def test_what_was_submitted_is_printed_and_says_that_it_waits(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    move_on(register, "progress_update", ids["progress"], "submitted", TODAY)
    figures = cabinet_figures(register, ["Wendle Valley Town Centre Board"], None, EN, TODAY)
    assert figures.rows[0][1].text == "Not said"
    (part,) = figures.parts
    assert part.progress.standing == (
        "Update for 2025-26 Q4. Waiting for the portfolio member to sign it off."
    )
    assert [each.heading for each in part.progress.sections] == ["What was done", "What difference it made"]
    assert figures.exceptions[-1].rows[0][1].text == "Waits for sign-off"


def test_once_signed_off_it_tells_how_it_is_going(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    for status in ("submitted", "signed_off"):
        move_on(register, "progress_update", ids["progress"], status, TODAY)
    figures = cabinet_figures(register, [], "2025-26", EN, TODAY)
    assert [cell.text for cell in figures.rows[0]] == [
        *("Wendle Valley Town Centre Board", "At risk", "none", "2 late", "March 2027"),
    ]
    assert headings(figures) == ["Milestones past their first date"]
    facts = dict(figures.parts[0].progress.facts)
    assert facts["Next review"] == "March 2027"
    assert facts["Signed off"] == "27 April 2026 by Gareth Poole"
    before = cabinet_figures(register, [], "2024-25", EN, TODAY)
    assert before.title == "Partnership progress report, 2024-25 Q4"
    assert before.parts[0].progress.sections == ()


def test_a_returned_update_is_not_in_and_why_is_not_said(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    move_on(register, "progress_update", ids["progress"], "submitted", TODAY)
    move_on(register, "progress_update", ids["progress"], "returned", TODAY, "Quite unreadable")
    figures = cabinet_figures(register, [], None, EN, TODAY)
    assert figures.exceptions[-1].rows[0][1].text == "Returned to be put right"
    assert "unreadable" not in repr(asdict(figures))


def test_a_sub_group_that_fell_silent_is_a_broken_line(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    typed = {"name": "Youth group", "kind": "sub_group", "parent": ids["board"],
             "reporting_interval": "quarter", "started": "2021"}  # fmt: skip
    save(register, "partnership", typed)
    figures = cabinet_figures(register, ["Youth group"], None, EN, TODAY)
    assert headings(figures)[0] == "Reporting lines that are broken"
    assert figures.exceptions[0].rows[0][1].text == "Wendle Valley Town Centre Board"


def test_measures_are_those_it_answers_for_without_internal_ones(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    save(register, "measure", {"partnership": ids["board"]}, ids["hidden"])
    mark_private(register)
    figures = cabinet_figures(register, [], None, EN, TODAY)
    (part,) = figures.parts
    assert [row[0].text for row in part.measures] == ["EN02 Household waste recycled"]
    assert "1 internal measure is not printed" in part.note
    assert "1 internal measure is not printed" in figures.note
    assert HIDDEN not in repr(asdict(figures))
    assert SECRET not in repr(asdict(figures))
