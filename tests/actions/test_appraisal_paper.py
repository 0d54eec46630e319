"""The appraisal sheets from a real register: who, which year, and nobody else's."""

import pytest

from pmdesk.actions.appraisal_paper import appraisal_figures
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.saving import save

EN, TODAY = words_in("en"), "2026-04-27"


@pytest.fixture
def people(register: Register) -> list[str]:
    made = [save(register, "person", name=name, kind="officer", post="Officer") for name in ("Ann", "Bea")]
    for person, title, year in ((0, "First", "2024-25"), (0, "Second", "2025-26"), (1, "Third", "2025-26")):
        save(register, "personal_target", title=title, person=made[person], year=year, hours="10")
    return made


def told(register: Register, of: list[str], year: str | None) -> dict[str, list[str]]:
    figures = appraisal_figures(register, of, year, EN, TODAY)
    return {sheet.name: [part.title for part in sheet.parts] for sheet in figures.sheets}


def test_the_newest_year_of_all_or_of_those_named(register: Register, people: list[str]) -> None:
    assert told(register, [], None) == {"Ann": ["Second"], "Bea": ["Third"]}
    assert told(register, ["Ann"], "2024/25") == {"Ann": ["First"]}
    assert appraisal_figures(register, ["Bea"], None, EN, TODAY).sheets[0].summary == (
        "1 target, 10 hours of partnership work in the year"
    )


def test_who_has_none_is_refused(register: Register, people: list[str]) -> None:
    for of, year in ((["Bea"], "2024-25"), (["Nobody"], None), ([], "some day")):
        with pytest.raises(Refused):
            appraisal_figures(register, of, year, EN, TODAY)
