"""Measures counted by what they can be narrowed to: each count is that of the list under the same filter."""

import pytest

from pmdesk.register.store import Register
from pmdesk.register.tallies import Tally
from tests.register.measures_made import add, take_out


@pytest.fixture
def counted(register: Register) -> Register:
    """Three measures of two kinds, one of them deleted; hours as a number, as text, and none."""
    plan = add(register, "plan", name="Corporate plan")
    clean = add(register, "objective", name="A clean district", plan=plan)
    safe = add(register, "objective", name="A safe district", plan=plan)
    first = add(register, "measure", title="Recycled", kind="outcome", objective=clean, effort_hours=40,
                measured_by="Defra", polarity="lower")  # fmt: skip
    add(register, "serves", measure=first, objective=safe)
    add(register, "measure", title="Rounds", kind="output", objective=clean, effort_hours="many")
    add(register, "measure", title="Visits", kind="output")
    gone = add(register, "measure", title="Gone", kind="input", effort_hours=7, objective=safe)
    take_out(register, "measure", gone)
    add(register, "target", measure=first, period="2025-26", value="1")
    add(register, "reading", measure=first, period="2025-26", value="5")
    return register


def test_kinds_with_the_hours_that_are_numbers(counted: Register) -> None:
    assert counted.measure_counts("kind") == {"outcome": Tally(1, 1, 40), "output": Tally(2, 0, 0)}
    assert counted.measure_counts("owner") == {"": Tally(3, 1, 40)}


def test_a_measure_counts_under_each_of_its_objectives(counted: Register) -> None:
    names = {
        counted.title(str(each)): tally.measures
        for each, tally in counted.measure_counts("objective").items()
    }
    assert names == {"A clean district": 2, "A safe district": 1}


def test_measured_centrally_or_not(counted: Register) -> None:
    assert counted.measure_counts("central") == {0: Tally(2, 0, 0), 1: Tally(1, 1, 40)}


def test_ratings_and_what_is_kept(counted: Register) -> None:
    assert {each: tally.measures for each, tally in counted.measure_counts("rating").items()} == {
        "red": 1, "no_reading": 2,
    }  # fmt: skip
    assert counted.measure_counts("noteless")[1].measures == 1
    assert counted.measure_counts("ready")[0].measures == 3


@pytest.mark.parametrize("name", ["rating", "kind", "objective", "ready", "noteless", "central"])
def test_a_count_is_that_of_the_list_under_its_filter(counted: Register, name: str) -> None:
    for value, tally in counted.measure_counts(name).items():
        assert len(counted.measures("", {name: value})) == tally.measures
