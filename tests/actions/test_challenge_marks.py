"""Every screen that shows a measure's score says that it is challenged, and where to read it."""

from pathlib import Path

import pytest

from pmdesk.actions import plans
from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.actions.measures import MeasuresList
from pmdesk.actions.measures import page_of as measure_page_of
from pmdesk.actions.pages import record_page as page_of
from pmdesk.actions.records import save
from pmdesk.actions.thread import alignment
from pmdesk.domain.words import words_in
from pmdesk.figures.record_page import Lead
from pmdesk.register.store import Register
from tests.actions.figure_story import council_with_figures
from tests.actions.paper_story import TODAY

EN = words_in("en")
MARK = "Challenged: answer late"


@pytest.fixture
def story(tmp_path: Path) -> tuple[Register, dict[str, str]]:
    register, ids = council_with_figures(tmp_path)
    ids["police"] = save(register, "organisation", {"name": "Police"})[0]
    asked = {"from_organisation": ids["county"], "to_organisation": ids["police"], "asked_on": "2026-03-09"}
    asked |= {"question": "Why so little?", "measure": ids["en02"]}
    ids["asked"] = save(register, "challenge", asked)[0]
    return register, ids


def test_nothing_is_marked_without_an_open_challenge(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    assert set(challenge_marks(register, (ids["en02"], ids["cs02"]), TODAY, EN)) == {ids["en02"]}
    save(register, "challenge", {"closed_on": "2026-04-26"}, ids["asked"])
    assert challenge_marks(register, (ids["en02"],), TODAY, EN) == {}


def test_the_list_of_measures(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    listed = MeasuresList(register, TODAY, EN)
    said = {row.id: row.quiet for row in listed.rows(0, listed.count())}
    assert said[ids["en02"]].startswith(MARK) and MARK not in said[ids["cs02"]]


def test_the_measures_own_page_leads_to_it(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    _told, page = measure_page_of(register, ids["en02"], TODAY, EN)
    assert page.challenged == (f"{MARK}. Why so little?", Lead("challenges", ids["asked"]))
    assert measure_page_of(register, ids["cs02"], TODAY, EN)[1].challenged is None


def test_pages_of_a_partnership_and_of_who_owns_it(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    save(register, "measure", {"owner_organisation": ids["police"]}, ids["en02"])
    save(register, "target", {"measure": ids["en02"], "period": "2025-26 Q3", "value": "48"})
    partnership = page_of(register, "partnership", ids["board"], TODAY, EN)
    assert partnership
    measures = next(each for each in partnership.sections if each.title == "Measures")
    assert [(each.text, each.lead) for each in measures.pairs] == [(MARK, Lead("challenges", ids["asked"]))]
    partner = page_of(register, "organisation", ids["police"], TODAY, EN)
    assert partner
    missed = next(each for each in partner.sections if each.title == "Targets it missed")
    assert (missed.pairs[0].text, missed.pairs[0].lead) == (MARK, Lead("challenges", ids["asked"]))


def test_plans_themes_and_objectives(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    sides = alignment(register, TODAY, EN)
    rows = [each for one in (*sides.themes, *sides.objectives) for each in one.measures]
    assert {each.challenged for each in rows if each.id == ids["en02"]} == {MARK}
    read = plans.read_plans(register)
    shown = plans.page_of(register, read, ids["waste"], TODAY, EN)
    assert shown and shown[1] and MARK in {node.quiet for node in shown[1].nodes}


def test_a_persons_own_targets(story: tuple[Register, dict[str, str]]) -> None:
    register, ids = story
    target = {"person": ids["officer"], "title": "Raise it", "year": "2025-26", "measure": ids["en02"]}
    save(register, "personal_target", target)
    page = page_of(register, "person", ids["officer"], TODAY, EN)
    assert page
    assert MARK in {cell.note for each in page.sections for row in each.rows for cell in row.cells}
