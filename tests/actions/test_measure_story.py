"""A measure read whole: its objectives, and what these contribute to, however long the way."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.measure_story import story
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


def test_the_thread_runs_up_through_plans_and_parents(register: Register) -> None:
    plans = {name: save(register, "plan", name=name) for name in ("Service", "Partnership", "Corporate")}
    priority = save(register, "objective", name="Greener", plan=plans["Corporate"])
    outcome = save(register, "objective", name="Less waste", plan=plans["Partnership"])
    above = save(register, "objective", name="Waste", plan=plans["Service"])
    task = save(register, "objective", name="Bins", plan=plans["Service"], parent=above)
    save(register, "alignment", objective=above, serves=outcome)
    save(register, "alignment", objective=outcome, serves=priority)
    measure = save(register, "measure", title="Missed bins", objective=task)
    extra = save(register, "objective", name="Extra", plan=plans["Service"])
    link = save(register, "serves", measure=measure, objective=extra)
    told = story(register, measure, TODAY)
    assert [row["name"] for row in told.objectives] == ["Bins", "Extra"]
    assert [row["name"] for row in told.aligned] == ["Less waste", "Greener"]
    assert told.serves == ("Less waste", "Greener")
    records.delete(register, "serves", link)
    assert [row["name"] for row in story(register, measure, TODAY).objectives] == ["Bins"]


def test_a_circle_that_a_merge_brought_ends(register: Register) -> None:
    one, two = (save(register, "plan", name=name) for name in ("One", "Two"))
    a, b = save(register, "objective", name="A", plan=one), save(register, "objective", name="B", plan=two)
    save(register, "alignment", objective=a, serves=b)
    with register.change("Merged") as change:
        change.add("alignment", {"objective": b, "serves": a})
    measure = save(register, "measure", title="M", objective=a)
    assert {row["name"] for row in story(register, measure, TODAY).aligned} == {"A", "B"}


def test_a_deleted_measure_has_no_story(register: Register) -> None:
    measure = save(register, "measure", title="M")
    records.delete(register, "measure", measure)
    with pytest.raises(Refused):
        story(register, measure, TODAY)
