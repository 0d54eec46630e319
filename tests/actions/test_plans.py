"""What the Plans page reads, and the one verb of its own: letting a measure show an objective."""

import pytest

from pmdesk.actions import plans as verbs
from pmdesk.actions.records import delete, save
from pmdesk.actions.taking_back import undo
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.thread_story import TODAY, plans

WORDS = words_in("en")


def test_the_outline_and_the_gaps_of_a_register(register: Register) -> None:
    plans(register)
    read = verbs.read_plans(register)
    rows = verbs.plans_outline(read, WORDS)
    assert (rows[0].title, rows[0].quiet) == ("Gaps", "11")
    assert [row.title for row in rows if row.kind == "plan"] == [
        "Aldermoor Plan", "Wendleshire Together", "Street services", "Waste plan",
    ]  # fmt: skip
    assert [row.title for row in verbs.plans_outline(read, WORDS, "fewer")][-1] == "W2 Fewer loads rejected"
    page = verbs.gaps_of_plans(register, read, WORDS)
    assert page.quiet.startswith("11 places")
    assert page.sections[3].rows[0].cells[0].text == "HS04 Households in temporary accommodation"


def test_pages_of_plans_and_of_objectives_with_their_thread(register: Register) -> None:
    ids = plans(register).ids
    read = verbs.read_plans(register)
    found = verbs.page_of(register, read, ids["corporate"], TODAY, WORDS)
    assert found is not None
    assert (found[0].title, found[1]) == ("Aldermoor Plan", None)
    found = verbs.page_of(register, read, ids["recycle"], TODAY, WORDS)
    assert found is not None
    page, thread = found
    assert thread is not None
    assert [node.title for node in thread.down] == [
        "EN02 Household waste recycled",
        "Wendle Waste Partnership",
    ]
    assert thread.down[0].figure == "46.9% against 48.0%"
    assert [row.cells[0].text for row in page.sections[1].rows] == ["EN02 Household waste recycled"]
    assert verbs.page_of(register, read, ids["EN02"], TODAY, WORDS) is None


def test_the_thread_from_a_measure_up(register: Register) -> None:
    ids = plans(register).ids
    read = verbs.read_plans(register)
    found = verbs.thread_from(register, read, ids["EN02"], TODAY, WORDS)
    assert [node.title for node in found.nodes] == [
        "3 A greener district", "3.1 Less waste", "Clean and green", "W1 Recycle more",
        "EN02 Household waste recycled",
    ]  # fmt: skip
    delete(register, "measure", ids["HS04"])
    with pytest.raises(Refused):
        verbs.thread_from(register, read, ids["HS04"], TODAY, WORDS)


def test_what_an_id_is(register: Register) -> None:
    ids = plans(register).ids
    read = verbs.read_plans(register)
    kinds = [verbs.kind_of(register, read, ids[name]) for name in ("corporate", "homes", "EN02", "waste")]
    assert kinds == ["plan", "objective", "measure", ""]


def test_a_measure_is_linked_first_to_its_own_field_then_by_a_record(register: Register) -> None:
    ids = plans(register).ids
    verbs.link_measure(register, ids["HS04"], ids["homes"])
    measure = register.get("measure", ids["HS04"])
    assert measure is not None
    assert measure["objective"] == ids["homes"]
    verbs.link_measure(register, ids["HS04"], ids["safer"])
    assert [row["objective"] for row in register.all("serves", measure=ids["HS04"])] == [ids["safer"]]
    shown = verbs.read_plans(register).thread.shown_by
    assert {each for each in (ids["homes"], ids["safer"]) if each in shown} == {ids["homes"], ids["safer"]}
    with pytest.raises(Refused) as refused:
        verbs.link_measure(register, ids["HS04"], ids["safer"])
    assert str(refused.value.problems["objective"]) == "The measure shows this objective already."


def test_a_link_is_one_undo(register: Register) -> None:
    ids = plans(register).ids
    verbs.link_measure(register, ids["EN02"], ids["homes"])
    assert register.undo_label() == "Linked measure to objective"
    undo(register)
    assert register.count("serves") == 0
    verbs.link_measure(register, ids["HS04"], ids["homes"])
    undo(register)
    measure = register.get("measure", ids["HS04"])
    assert measure is not None
    assert measure["objective"] is None


def lose(register: Register, kind: str, record: str) -> None:
    """As a merge may delete what a person here may not."""
    with register.change("Merged") as change:
        change.delete(kind, record)


def test_a_measure_whose_objective_was_deleted_gets_a_first_one_again(register: Register) -> None:
    ids = plans(register).ids
    delete(register, "alignment", ids["streets to greener"])
    lose(register, "objective", ids["streets"])
    verbs.link_measure(register, ids["EN05"], ids["homes"])
    measure = register.get("measure", ids["EN05"])
    assert measure is not None
    assert measure["objective"] == ids["homes"]


def test_balance_and_small_charts_of_a_plan(register: Register) -> None:
    ids = plans(register).ids
    read = verbs.read_plans(register)
    counts, bare = verbs.balance_of(read, ids["corporate"])
    assert (counts["outcome"], counts["output"], counts["input"]) == (1, 1, 0)
    assert bare == ["2 Homes people can afford"]
    assert len(verbs.measures_in(read, ids["corporate"])) == 2
    stories = verbs.stories_of(register, read, ids["corporate"], TODAY)
    assert [story.title for story in stories] == ["EN02 Household waste recycled", "EN05 Streets swept"]


def test_an_objective_without_its_parent_still_has_a_page(register: Register) -> None:
    ids = plans(register).ids
    delete(register, "alignment", ids["streets to greener"])
    lose(register, "objective", ids["greener"])
    read = verbs.read_plans(register)
    found = verbs.page_of(register, read, ids["less waste"], TODAY, WORDS)
    assert found is not None
    assert found[0].sections[0].title == "What is missing"
    row = next(row for row in verbs.plans_outline(read, WORDS) if row.id == ids["less waste"])
    assert row.problem == "The objective it was part of has been deleted"
    save(register, "objective", {"parent": None}, ids["less waste"])
    assert not verbs.read_plans(register).thread.astray
