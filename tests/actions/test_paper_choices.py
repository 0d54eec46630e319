"""What the papers page offers to print."""

from pathlib import Path

from pmdesk.actions.paper_choices import paper_choices, year_names
from pmdesk.actions.records import save
from pmdesk.domain.words import words_in
from tests.actions.figure_story import council_with_figures
from tests.actions.paper_story import council

EN = words_in("en")


def test_annual_updates_by_body_with_their_member(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    assert paper_choices(register, "annual-update", "2025-26", EN) == [
        (
            ids["update"],
            "Aldermoor Citizens Advice",
            "Cllr Margaret Holloway, 2025-26",
            "Accepted",
            "accepted",
        )
    ]
    assert paper_choices(register, "annual-update", "2024-25", EN) == []


def test_progress_updates_of_a_year(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    assert paper_choices(register, "progress", "2025-26", EN) == [
        (ids["progress"], "Wendle Valley Town Centre Board", "2025-26 Q4", "Draft", "draft")
    ]
    assert paper_choices(register, "progress", "2026-27", EN) == []


def test_measures_by_code_with_how_they_stand_but_no_internal_one(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    choices = paper_choices(register, "measure", "2025-26", EN)
    assert [(each.title, each.status, each.code) for each in choices] == [
        ("CS02 Repeat reports", "Missed", "red"),
        ("EN02 Household waste recycled", "Close", "amber"),
        ("VP01 Money spent", "Not rated", "not_rated"),
    ]
    (found,) = paper_choices(register, "measure", "", EN, "recycled")
    assert (found.id, found.quiet) == (ids["en02"], "Wendle Valley Town Centre Board")


def test_plans_with_their_kind(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    (climate, *_others) = paper_choices(register, "plan", "2025-26", EN)
    assert climate == (ids["climate"], "Climate Plan", "Partnership plan", "", "")


def test_a_register_is_of_everything(tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    assert paper_choices(register, "register-partnerships", "", EN) == []
    assert year_names(register) == ["2026-27", "2025-26"]


def test_partnerships_that_count_and_organisations_with_an_account(tmp_path: Path) -> None:
    register, ids = council_with_figures(tmp_path)
    for paper in ("cabinet", "slippage"):
        assert paper_choices(register, paper, "", EN) == [
            (ids["board"], "Wendle Valley Town Centre Board", "Thematic partnership", "", "")
        ]
    assert paper_choices(register, "contributions", "", EN) == []
    save(register, "measure", {"owner_organisation": ids["county"]}, ids["cs02"])
    assert paper_choices(register, "contributions", "", EN) == [
        (ids["county"], "Wendleshire County Council", "Council", "", "")
    ]
