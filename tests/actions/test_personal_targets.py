"""Personal targets: how what they name stands now, and that no public list or paper has them."""

import pytest

from pmdesk.actions.exports import export
from pmdesk.actions.pages import record_page
from pmdesk.actions.personal_targets import targets_of
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.saving import save

EN, TODAY = words_in("en"), "2026-04-27"


@pytest.fixture
def officer(register: Register) -> str:
    officer = save(register, "person", name="Helen Marsh", kind="officer")
    forum = save(register, "partnership", name="Forum", reporting_interval="quarter")
    plan = save(register, "plan", name="Plan")
    objective = save(register, "objective", name="Less waste", plan=plan)
    bare = save(register, "objective", name="Calm", plan=plan)
    measure = save(register, "measure", title="Waste recycled", unit="%", polarity="higher", frequency="year",
                   objective=objective)  # fmt: skip
    save(register, "target", measure=measure, period="2025-26", value="50")
    save(register, "reading", measure=measure, period="2025-26", value="60")
    save(register, "personal_target", title="SECRET target", person=officer, year="2025-26", hours="12",
         partnership=forum, objective=objective, measure=measure)  # fmt: skip
    save(register, "personal_target", title="Bare", person=officer, year="2025-26", objective=bare)
    return officer


def test_each_says_how_what_it_names_stands(register: Register, officer: str) -> None:
    told = targets_of(register, register.all("personal_target"), "2026-04-13", 14, TODAY, EN)
    by_title = {each.target["title"]: each.stands for each in told}
    assert [(one.name, one.said, one.pill) for one in by_title["SECRET target"]] == [
        ("Forum", "its progress update", ("missed", "Overdue")),
        ("Less waste", "1 of 1 measures met or close", None),
        ("Waste recycled", "60% against 50%, 2025-26", ("met", "Met")),
    ]
    assert [one.said for one in by_title["Bare"]] == ["no measure shows it"]


def test_they_stand_on_the_persons_page(register: Register, officer: str) -> None:
    page = record_page(register, "person", officer, TODAY, EN)
    assert page
    [section] = [each for each in page.sections if each.title == "Personal targets"]
    assert [row.cells[0].text for row in section.rows if row.record] == ["Bare", "SECRET target"]


def test_no_public_list_has_them(register: Register, officer: str, tmp_path: object) -> None:
    from pathlib import Path

    out = Path(str(tmp_path)) / "targets.csv"
    assert export(register, "personal_target", out, EN) == 0
    assert "SECRET" not in out.read_text(encoding="utf-8-sig")
