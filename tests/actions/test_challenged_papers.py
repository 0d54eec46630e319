"""Wherever a score is printed, its challenge and the reply are printed in the same paper, and it says so."""

from pathlib import Path

import pytest

from pmdesk.actions.alignment_paper import alignment_paper
from pmdesk.actions.appraisal_paper import appraisal_figures
from pmdesk.actions.cabinet_paper import cabinet_figures
from pmdesk.actions.contributions_paper import contribution_figures
from pmdesk.actions.plan_paper import plan_figures
from pmdesk.actions.progress_paper import progress_figures
from pmdesk.actions.records import save
from pmdesk.actions.scrutiny_paper import scrutiny_figures
from pmdesk.actions.slippage_paper import slippage_figures
from pmdesk.domain.words import words_in
from pmdesk.papers.alignment import alignment
from pmdesk.papers.plan import plan
from pmdesk.register.store import Register
from tests.actions.figure_story import council_with_figures
from tests.actions.paper_story import TODAY
from tests.papers.reading import of_kind

EN = words_in("en")
MARK = "challenged: see below"


@pytest.fixture
def story(tmp_path: Path) -> tuple[Register, dict[str, str]]:
    """A council whose EN02 was challenged and answered, and whose milestone was."""
    register, ids = council_with_figures(tmp_path)
    ids["police"] = save(register, "organisation", {"name": "Police"})[0]
    asked = {"from_organisation": ids["county"], "to_organisation": ids["police"], "asked_on": "2026-03-09"}
    ids["asked"] = save(
        register, "challenge", {**asked, "question": "Why so little?", "measure": ids["en02"]}
    )[0]
    save(
        register,
        "challenge_reply",
        {"challenge": ids["asked"], "said_on": "2026-03-30", "text": "Four weeks of loads were rejected."},
    )
    return register, ids


def said(found: object) -> bool:
    return "Why so little?" in repr(found) and "Four weeks of loads were rejected." in repr(found)


def test_the_report_of_a_plan(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    figures = plan_figures(register, ids["corporate"], EN, TODAY)
    rows = {row[0].text: row[1].quiet for group in figures.groups for row in group.rows}
    assert MARK in rows["EN02 Household waste recycled"] and MARK not in rows["CS02 Repeat reports"]
    assert said(figures.exchanges)
    tiles = {tile.title: tile.rating[1] for tile in figures.tiles}
    assert [title for title, word in tiles.items() if MARK in word] == ["EN02 Household waste recycled"]
    paper = plan(figures, EN)
    assert any(f"({MARK})." in line and "Heading" in line for line in of_kind(paper, "P"))
    assert "Challenges and replies" in of_kind(paper, "H2")
    assert "About Household waste recycled" in of_kind(paper, "P")
    assert "Four weeks of loads were rejected." in of_kind(paper, "P")


def test_one_set_of_figures(story: tuple[Register, dict[str, str]]) -> None:
    register, _ids = story
    paper = alignment_paper(register, EN, TODAY)
    sides = (*paper.themes.headings, *paper.objectives.headings)
    rows = [row for each in sides for row in each.rows if row[0].text.startswith("EN02")]
    assert len(rows) == 2 and all(MARK in row[3].quiet for row in rows)
    assert said(paper.exchanges)
    assert "Challenges and replies" in of_kind(alignment(paper, EN), "H2")


def test_the_account_of_who_owns_it_though_another_was_asked(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    save(register, "measure", {"owner_organisation": ids["county"]}, ids["en02"])
    save(register, "target", {"measure": ids["en02"], "period": "2025-26 Q4", "value": "48"})
    (part,) = contribution_figures(register, ["Wendleshire County Council"], "2025-26", EN, TODAY).parts
    assert said(part.exchanges) and MARK in repr(part.target_rows)


def test_cabinet_scrutiny_and_the_partnerships_own_report(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    measure = register.get("measure", ids["en02"])
    assert measure
    name = register.title(str(measure["partnership"]))
    cabinet = cabinet_figures(register, [name], None, EN, TODAY)
    assert said(cabinet.parts[0].exchanges) and MARK in repr(cabinet.parts[0].measures)
    assert said(scrutiny_figures(register, EN, TODAY).exchanges)
    update = register.all("progress_update")[0]
    own = {"from_organisation": ids["county"], "to_organisation": ids["police"], "asked_on": "2026-03-01"}
    save(register, "challenge", {**own, "question": "Who leads?", "partnership": update["partnership"]})
    assert "Who leads?" in repr(progress_figures(register, str(update["id"]), EN, TODAY).exchanges)


def test_a_milestone_that_slipped(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    before = slippage_figures(register, [], EN, TODAY)
    milestone = before.groups[0].timeline.rows[0].id
    own = {"from_organisation": ids["county"], "to_organisation": ids["police"], "asked_on": "2026-03-01"}
    save(register, "challenge", {**own, "question": "Why late?", "milestone": milestone})
    group = slippage_figures(register, [], EN, TODAY).groups[0]
    assert "Why late?" in repr(group.exchanges) and MARK in group.rows[0][0].quiet


def test_the_sheet_for_an_appraisal(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    target = {"person": ids["officer"], "title": "Raise recycling", "year": "2025-26", "measure": ids["en02"]}
    save(register, "personal_target", target)
    (sheet,) = appraisal_figures(register, [], None, EN, TODAY).sheets
    assert said(sheet.exchanges) and MARK in repr(sheet.parts[0].rows)
