"""What the progress report will say, read from a real register."""

from dataclasses import asdict
from pathlib import Path

from pmdesk.actions.progress_paper import progress_figures
from pmdesk.actions.updates import move_on
from pmdesk.domain.words import words_in
from tests.actions.paper_story import SECRET, TODAY, council, mark_private

EN = words_in("en")


def test_the_figures(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    figures = progress_figures(register, ids["progress"], EN, TODAY)
    assert (figures.partnership, figures.period) == ("Wendle Valley Town Centre Board", "2025-26 Q4")
    assert figures.report_of == "Report of Cllr Priya Nair, portfolio member for communities"
    assert ("How it is going", "At risk") in figures.facts
    assert [part.heading for part in figures.sections] == ["What was done", "What difference it made"]
    assert figures.milestones is not None
    assert len(figures.milestones.rows) == 3
    assert figures.standing == "Draft: not yet submitted for sign-off."
    assert figures.recorded_by == ""


def test_once_signed_off_it_says_by_whom(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    for status in ("submitted", "signed_off"):
        move_on(register, "progress_update", ids["progress"], status, TODAY)
    figures = progress_figures(register, ids["progress"], EN, TODAY)
    assert ("Signed off", "27 April 2026 by Gareth Poole") in figures.facts
    assert figures.standing == ""


def test_no_private_word_gets_this_far(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    mark_private(register)
    assert SECRET not in repr(asdict(progress_figures(register, ids["progress"], EN, TODAY)))
