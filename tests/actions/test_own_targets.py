"""The targets of an organisation's own measures, from a real register."""

from collections.abc import Iterator

import pytest

from pmdesk.actions import own_targets as reading
from pmdesk.actions.own_targets import own_targets
from pmdesk.register.store import Register, memory
from tests.actions.saving import save

TODAY = "2026-04-27"
CH8 = {"polarity": "lower", "aggregation": "cumulative", "frequency": "quarter"}


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as opened:
        yield opened


def measure(register: Register, owner: str, title: str, **targets: str) -> str:
    made = save(register, "measure", title=title, owner_organisation=owner, **CH8)
    for period, value in targets.items():
        save(register, "target", measure=made, period=period.replace("_", " "), value=value)
    return made


def test_each_target_with_its_measure_and_the_record_of_what_was_reached(register: Register) -> None:
    police, council = (save(register, "organisation", name=name) for name in ("Police", "Council"))
    theirs = measure(
        register, police, "Sick days", **{"2024-25": "9.5", "2025-26": "9.5", "2025-26_Q1": "2.44"}
    )
    measure(register, police, "Without a reading", **{"2025-26": "1"})
    measure(register, police, "Without a target")
    ours = measure(register, council, "Ours", **{"2025-26": "1"})
    save(register, "reading", measure=ours, period="2025-26", value="0")
    for period, value, cause in (("2025-26 Q1", "2", ""), ("2025-26 Q4", "12.06", "funding")):
        save(register, "reading", measure=theirs, period=period, value=value, cause=cause)
    found = own_targets(register, police, TODAY)
    assert found.measures == 3
    said = {
        (each.measure["title"], each.judged.target.period): (
            each.judged.met,
            (each.reading or {}).get("cause"),
        )
        for each in found.targets
    }
    assert said == {
        ("Sick days", "2024-25"): (None, None),
        ("Sick days", "2025-26"): (False, "funding"),
        ("Sick days", "2025-26 Q1"): (True, None),
        ("Without a reading", "2025-26"): (None, None),
    }
    year = found.of("2025-26")
    assert (year.met, year.due, year.not_rated, year.causes) == (1, 2, 1, {"funding": 1})


def test_a_target_is_due_when_its_period_is_over(register: Register) -> None:
    police = save(register, "organisation", name="Police")
    measure(register, police, "Sick days", **{"2025-26": "9.5", "2026-27": "9"})
    assert [len(own_targets(register, police, day).targets) for day in ("2026-03-31", "2026-04-01")] == [0, 1]


def test_more_measures_than_a_page_adds_up_are_only_counted(register: Register) -> None:
    police = save(register, "organisation", name="Police")
    for n in range(3):
        measure(register, police, f"M{n}", **{"2025-26": "1"})
    few = own_targets(register, police, TODAY, most=2)
    assert (few.targets, few.measures, few.read) == ((), 3, False)
    assert len(own_targets(register, police, TODAY, most=3).targets) == 3


def test_only_its_own_measures_are_read(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a register with fifty thousand measures a page reads what it owns, a few hundred at a time."""
    monkeypatch.setattr(reading, "_AT_ONCE", 2)
    police, council = (save(register, "organisation", name=name) for name in ("Police", "Council"))
    for n in range(5):
        measure(register, police, f"P{n}", **{"2025-26": "1"})
        measure(register, council, f"C{n}", **{"2025-26": "1"})
    asked: list[tuple[str, int]] = []
    read = Register.all

    def noted(self: Register, kind: str, /, **equals: object) -> list[dict[str, object]]:
        rows = read(self, kind, **equals)
        asked.append((kind, len(rows)))
        return rows

    monkeypatch.setattr(Register, "all", noted)
    assert len(own_targets(register, police, TODAY).targets) == 5
    assert asked[0] == ("measure", 5)
    assert [n for kind, n in asked if kind == "target"] == [2, 2, 1]
    plan = register.db.execute(
        "EXPLAIN QUERY PLAN SELECT n FROM measure t WHERE t.deleted = 0 AND t.stub = 0"
        " AND t.owner_organisation = ?", (police,)
    ).fetchall()  # fmt: skip
    assert "measure_owner_organisation" in str(plan)


def test_an_organisation_without_measures(register: Register) -> None:
    found = own_targets(register, save(register, "organisation", name="Choir"), TODAY)
    assert (found.targets, found.measures) == ((), 0)
