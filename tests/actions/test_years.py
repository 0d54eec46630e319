"""The year in force and what it owes."""

from pathlib import Path

import pytest

from pmdesk.actions import this_laptop
from pmdesk.actions.records import save
from pmdesk.actions.registers import Register, open_register, start
from pmdesk.actions.years import annual_updates_due, current_year, progress_updates_due
from pmdesk.register.store import memory


def test_the_year_in_force(tmp_path: Path) -> None:
    with memory() as register:
        assert current_year(register, "2026-04-27") is None
        for name, day in (("2024-25", "15/5/2024"), ("2025-26", "21/5/2025")):
            save(register, "municipal_year", {"name": name, "annual_council": day})
        assert _name(register, "2025-05-20") == "2024-25"
        assert _name(register, "2025-05-21") == "2025-26"
        assert _name(register, "2031-01-01") == "2025-26"
        this_laptop.choose_year(register, "2024-25")
        assert _name(register, "2025-05-21") == "2024-25"


def _name(register: Register, day: str) -> str:
    row = current_year(register, day)
    assert row is not None
    return str(row["name"])


def test_every_seat_held_in_the_year_owes_an_update(tmp_path: Path) -> None:
    with start(
        tmp_path / "a.pmdesk", "Aldermoor", "2025-26", annual_council="21/5/2025", returns_due="17/4/2026"
    ) as made:
        year = current_year(made, "2026-04-20")
        assert year is not None
        body, _ = save(made, "outside_body", {"name": "Dock Trust"})
        person, _ = save(made, "person", {"name": "Ann Shaw", "kind": "member"})
        seat = {"outside_body": body, "person": person}
        save(made, "appointment", {**seat, "starts": "2020"})
        save(made, "appointment", {**seat, "starts": "2018", "ends": "20/5/2025"})
        save(made, "appointment", {"outside_body": body})
        assert [due.state for due in annual_updates_due(made, year, "2026-04-17")] == ["due"]
        (due,) = annual_updates_due(made, year, "2026-04-18")
        assert (due.state, due.due_on, due.update) == ("overdue", "2026-04-17", None)
        save(made, "annual_update", {"appointment": due.by["id"],
                                     "municipal_year": year["id"], "status": "submitted"})  # fmt: skip
        assert [due.state for due in annual_updates_due(made, year, "2026-04-18")] == ["in"]


@pytest.mark.parametrize(("day", "state"), [("2026-04-14", "due"), ("2026-04-15", "overdue")])
def test_partnerships_that_report_owe_their_last_period(day: str, state: str) -> None:
    with memory() as register:
        partnership, _ = save(
            register, "partnership", {"name": "Top", "reporting_interval": "quarter", "status": "current"}
        )
        save(register, "partnership", {"name": "Silent", "status": "current"})
        save(register, "partnership", {"name": "Over", "reporting_interval": "quarter", "status": "ended"})
        (due,) = progress_updates_due(register, day)
        assert (due.state, due.due_on) == (state, "2026-04-14")
        save(
            register,
            "progress_update",
            {"partnership": partnership, "period": "2025-26 Q4", "status": "signed_off"},
        )
        assert [each.state for each in progress_updates_due(register, day)] == ["in"]


def test_the_sample_owes_what_its_story_says(sample_file: Path) -> None:
    with open_register(sample_file, read_only=True) as sample:
        year = current_year(sample, "2026-04-27")
        assert year is not None
        assert {due.state for due in annual_updates_due(sample, year, "2026-04-27")} == {"in", "overdue"}
        assert len(progress_updates_due(sample, "2026-04-27")) >= 4
