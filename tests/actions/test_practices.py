"""A practice meets who is in the same trouble: measures missed, milestones that slip."""

import pytest

from pmdesk.actions.measures import page_of
from pmdesk.actions.practices import offers, practice_shown
from pmdesk.domain.words import words_in
from pmdesk.figures.practice_page import PracticePage
from pmdesk.register.store import Register
from tests.actions.saving import save

EN, TODAY = words_in("en"), "2026-04-27"


def measure(register: Register, title: str, value: str, cause: str = "", unit: str = "%", **more: str) -> str:
    made = save(register, "measure", title=title, unit=unit, polarity="higher", frequency="year", **more)
    save(register, "target", measure=made, period="2025-26", value="50")
    save(register, "reading", measure=made, period="2025-26", value=value, cause=cause)
    return made


@pytest.fixture
def practice(register: Register) -> str:
    turned = measure(register, "Household waste recycled", "60")
    return save(register, "practice", title="Tags on bins", measure=turned, cause="funding")


def shown(register: Register, practice: str) -> PracticePage:
    row = register.get("practice", practice)
    assert row is not None
    return practice_shown(register, row, TODAY, EN)


def could_help(register: Register, practice: str) -> list[tuple[str, str]]:
    [section] = [each for each in shown(register, practice).sections if each.title == "Could help"]
    return [(row.cells[0].text, row.cells[2].text) for row in section.rows]


def test_what_is_in_the_same_trouble_is_found_the_nearest_first(register: Register, practice: str) -> None:
    measure(register, "Empty shops", "10", "funding", unit="shops")
    measure(register, "Garden waste recycled", "10")
    measure(register, "Food waste recycled", "90")  # it is well
    measure(register, "Young people", "10", "outside_control")
    late = save(register, "milestone", title="Depot opened", first_due="1/3/2026")
    save(register, "forecast", milestone=late, made_on="1/3/2026", date="1/9/2026", cause="funding")
    other = save(register, "milestone", title="Lorries bought", first_due="1/3/2026")
    save(register, "forecast", milestone=other, made_on="1/3/2026", date="1/9/2026", cause="scope_changed")
    assert could_help(register, practice) == [
        ("Garden waste recycled", "the same kind of measure"),
        ("Empty shops", "missed for the same cause"),
        ("Depot opened", "slips for the same cause"),
    ]


def test_the_measure_that_turned_is_beside_it(register: Register, practice: str) -> None:
    page = shown(register, practice)
    assert page.spark == ((60.0, "met"),)
    assert page.spark_said.startswith("60% against 50%, 2025-26")


def test_a_measure_in_trouble_is_offered_it_and_one_that_is_well_is_not(
    register: Register, practice: str
) -> None:
    missed = measure(register, "Garden waste recycled", "10")
    well = measure(register, "Food waste recycled", "90")
    pages = [page_of(register, each, TODAY, EN)[1] for each in (missed, well)]
    titles = [[section.title for section in each.sections] for each in pages]
    assert ["Somebody mended this" in each for each in titles] == [True, False]
    row = register.get("measure", missed)
    assert row is not None
    assert [why for _practice, why in offers(register, row, "red", [])] == ["kind"]
    assert offers(register, row, "green", []) == []


def test_without_any_practice_nothing_is_offered(register: Register) -> None:
    row = register.get("measure", measure(register, "Garden waste recycled", "10", "funding"))
    assert row is not None
    assert offers(register, row, "red", []) == []
