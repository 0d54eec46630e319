"""Pairs found in a register: within one organisation or partnership, never those recorded already."""

import pytest

from pmdesk.actions.attention import attention
from pmdesk.actions.lists import RecordsList
from pmdesk.actions.pages import record_page
from pmdesk.actions.pulls import MOST_OF_ONE, by_organisation, suggested
from pmdesk.domain.words import Words
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


@pytest.fixture
def trust(register: Register) -> str:
    return save(register, "organisation", name="Hospital trust")


def measure(register: Register, title: str, *values: int, **more: object) -> str:
    known = {"polarity": "higher", "aggregation": "snapshot", "frequency": "quarter"}
    made = save(register, "measure", title=title, **{**known, **more})
    for at, value in enumerate(values, 1):
        save(register, "reading", measure=made, period=f"2025-26 Q{at}", value=str(value))
    return made


def test_what_one_organisation_answers_for_and_moves_apart(register: Register, trust: str) -> None:
    own = {"owner_organisation": trust}
    waits = measure(register, "Waits", 80, 82, 85, 90, **own)
    beds = measure(register, "Beds kept free", 40, 36, 33, 30, **own)
    measure(register, "Somebody else’s", 40, 36, 33, 30)
    [[organisation, [pair]]] = by_organisation(register)
    assert organisation["name"] == "Hospital trust"
    assert {pair.one["title"], pair.other["title"]} == {"Waits", "Beds kept free"}
    assert (pair.pull.against, pair.pull.compared) == (3, 3)
    save(register, "tension", title="Waits against beds", measure=beds, other_measure=waits)
    assert by_organisation(register) == []


def test_a_partnership_says_what_its_measures_suggest(register: Register) -> None:
    board = save(register, "partnership", name="Board")
    measure(register, "Waits", 80, 82, 85, 90, partnership=board)
    measure(register, "Beds", 40, 36, 33, 30, partnership=board)
    page = record_page(register, "partnership", board, TODAY, Words())
    assert page
    found = next(each for each in page.sections if each.title == "These may pull against each other")
    assert found.rows[0].cells[2].text == "3 of 3 periods apart"
    lead = found.rows[0].cells[3].lead
    assert lead and lead.page == "tensions"
    values = lead.argument.values  # type: ignore[attr-defined]
    assert values["partnership"] == board and values["seen_on"] == "27 April 2026"
    tension = save(register, "tension", **{**values, "seen_on": TODAY})
    page = record_page(register, "partnership", board, TODAY, Words())
    assert page and [each.count for each in page.sections if each.title == "Tensions"] == ["1"]
    assert not any(each.title.startswith("These may") for each in page.sections)
    own = record_page(register, "tension", tension, TODAY, Words())
    assert own and own.pill == ("unknown", "No way out")
    assert {row.cells[4].text for row in own.sections[0].rows} == {"Better", "Worse"}


def test_one_objective_that_asks_for_more_and_for_less(register: Register, trust: str) -> None:
    plan = save(register, "plan", name="Plan")
    objective = save(register, "objective", name="A calm ward", plan=plan)
    own = {"owner_organisation": trust, "objective": objective}
    measure(register, "Seen in a day", **own)
    measure(register, "Discharged at night", **{**own, "polarity": "lower"})
    [pair] = suggested(register, [], owner_organisation=trust)
    assert pair.objective == "A calm ward"


def test_one_measure_does_not_fill_the_list(register: Register, trust: str) -> None:
    own = {"owner_organisation": trust}
    alone = measure(register, "Going its own way", 40, 36, 33, 30, **own)
    for name in "abcd":
        measure(register, name, 80, 82, 85, 90, **own)
    found = suggested(register, [], owner_organisation=trust)
    assert len(found) == MOST_OF_ONE
    assert all(alone in (pair.one["id"], pair.other["id"]) for pair in found)


def test_the_desk_and_the_list_say_what_came_back(register: Register) -> None:
    known = {"target_words": "Fewer beds", "other_words": "Shorter waits"}
    agreed = {"way_out": "joint post", "agreed_on": "1/3/2025"}
    save(register, "tension", title="Asks a look", **known, **agreed)
    save(register, "tension", title="Came back", held="no", kind="national", **known, **agreed)
    save(register, "tension", title="New", kind="local", **known)
    group = next(each for each in attention(register, TODAY, Words()).groups if each.key == "tensions")
    assert [item.title for item in group.items] == ["Came back", "Asks a look"]

    def listed(shown: str, order: str = "") -> list[str]:
        found = RecordsList(register, "tension", TODAY, Words(), shown=shown, order=order)
        return [row.title for row in found.rows(0, 9)]

    assert listed("all", "state") == ["Came back", "Asks a look", "New"]
    assert (listed("open"), listed("national"), listed("local")) == (["New"], ["Came back"], ["New"])
