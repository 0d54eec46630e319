"""A new tolerance holds from today on; what was rated by the one before keeps its rating."""

from pathlib import Path

import pytest

from pmdesk.actions import records, tolerances
from pmdesk.actions.imports import bring_in, look
from pmdesk.actions.measure_story import story
from pmdesk.domain.words import Words
from pmdesk.register.store import Changes, Register
from tests.actions.saving import save

TODAY = "2026-02-10"
# Lancaster's CH8 (field.md, rule 2), two years on from its own: the third quarter is over, the fourth is not.
PROFILE = {"Q1": ("2.44", "2.456"), "Q2": ("4.875", "5.69"), "Q3": ("7.31", "9.05"), "Q4": ("9.5", "9.6")}
BEFORE = {"Q1": "amber", "Q2": "red", "Q3": "red", "Q4": "amber"}


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tolerances, "today", lambda _register: TODAY)


@pytest.fixture
def sick_days(register: Register) -> str:
    measure = save(register, "measure", title="Days lost", code="CH8", polarity="lower", tolerance="5",
                   aggregation="cumulative", frequency="quarter")  # fmt: skip
    for quarter, (target, value) in PROFILE.items():
        save(register, "target", measure=measure, period=f"2025-26 {quarter}", value=target)
        save(register, "reading", measure=measure, period=f"2025-26 {quarter}", value=value)
    return measure


def change(register: Register, measure: str, **typed: object) -> Changes:
    return records.save(register, "measure", typed, measure)[1]


def ratings(register: Register, measure: str) -> dict[str, str]:
    """As the page works them out; and what is kept says the same."""
    assert register.check() == []
    told = story(register, measure, TODAY).standings
    return {each.period[-2:]: each.rating for each in told}


def test_no_past_rating_changes_with_a_new_tolerance(register: Register, sick_days: str) -> None:
    assert ratings(register, sick_days) == BEFORE
    changes = change(register, sick_days, tolerance="0.5")
    assert ratings(register, sick_days) == {**BEFORE, "Q4": "red"}
    assert "keep the tolerance" in tolerances.say_kept(changes, Words())
    [earlier] = register.all("earlier_tolerance")
    assert (earlier["before"], earlier["tolerance"], earlier["tolerance_is"]) == (TODAY, "5", None)
    register.undo()
    assert register.all("earlier_tolerance") == [] and ratings(register, sick_days) == BEFORE


@pytest.mark.parametrize(
    "typed",
    [
        {"tolerance": "30"},
        {"tolerance": ""},
        {"tolerance_is": "amount"},
        {"tolerance": "1", "tolerance_is": "amount"},
    ],
    ids=str,
)
def test_neither_does_it_when_it_is_widened_emptied_or_meant_otherwise(
    register: Register, sick_days: str, typed: dict[str, str]
) -> None:
    change(register, sick_days, **typed)
    assert {**ratings(register, sick_days), "Q4": ""} == {**BEFORE, "Q4": ""}


def test_changed_twice_on_one_day_and_again_later(
    register: Register, sick_days: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(register, sick_days, tolerance="0.5")
    change(register, sick_days, tolerance="40")
    assert [row["tolerance"] for row in register.all("earlier_tolerance")] == ["5"]
    assert ratings(register, sick_days) == {**BEFORE, "Q4": "amber"}
    monkeypatch.setattr(tolerances, "today", lambda _register: "2026-05-01")
    change(register, sick_days, tolerance="0")
    assert ratings(register, sick_days) == {**BEFORE, "Q4": "amber"}
    told = {str(row["before"]): row["tolerance"] for row in register.all("earlier_tolerance")}
    assert told == {TODAY: "5", "2026-05-01": "40"}


@pytest.mark.parametrize(
    "given", [{"tolerance": None}, {"tolerance": "5.0"}, {"title": "Days of sickness"}], ids=str
)
def test_what_changes_no_tolerance_keeps_none(register: Register, given: dict[str, object]) -> None:
    """The first tolerance that is given was not changed: it holds for all periods."""
    measure = save(register, "measure", title="Days lost", polarity="lower", frequency="quarter",
                   tolerance=None if given.get("tolerance", 0) is None else "5")  # fmt: skip
    save(register, "target", measure=measure, period="2025-26 Q1", value="100")
    save(register, "reading", measure=measure, period="2025-26 Q1", value="104")
    changes = change(register, measure, **{**given, "tolerance": "5.0"} if "title" not in given else given)
    assert register.all("earlier_tolerance") == [] and ratings(register, measure) == {"Q1": "amber"}
    assert tolerances.say_kept(changes, str.format) == ""  # type: ignore[arg-type]


def test_before_anything_was_rated_a_tolerance_is_simply_another(register: Register) -> None:
    measure = save(
        register, "measure", title="Days lost", polarity="lower", tolerance="5", frequency="quarter"
    )
    save(register, "reading", measure=measure, period="2025-26 Q4", value="104")  # ends in March
    change(register, measure, tolerance="50")
    assert register.all("earlier_tolerance") == []


def test_one_that_was_wrong_is_deleted_and_all_is_rated_by_the_new(
    register: Register, sick_days: str
) -> None:
    change(register, sick_days, tolerance="50")
    [earlier] = register.all("earlier_tolerance")
    records.delete(register, "earlier_tolerance", str(earlier["id"]))
    assert ratings(register, sick_days) == dict.fromkeys(PROFILE, "amber")


def test_a_list_of_measures_brought_in_changes_no_past_rating_either(
    register: Register, sick_days: str, tmp_path: Path
) -> None:
    file = tmp_path / "measures.csv"
    file.write_text("Code,Title,Tolerance\nCH8,Days lost,0.5\n")
    bring_in(register, look(file, register, "measure"), Words())
    assert register.get("measure", sick_days)["tolerance"] == "0.5"  # type: ignore[index]
    assert ratings(register, sick_days) == {**BEFORE, "Q4": "red"}


def test_a_measure_takes_its_earlier_tolerances_with_it(register: Register, sick_days: str) -> None:
    change(register, sick_days, tolerance="0.5")
    records.delete(register, "measure", sick_days)
    assert register.all("earlier_tolerance") == []
    register.undo()
    assert ratings(register, sick_days) == {**BEFORE, "Q4": "red"}
