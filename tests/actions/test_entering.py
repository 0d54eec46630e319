"""Adding and changing by what was typed; updates with their states."""

from collections.abc import Iterator

import pytest

from pmdesk.actions.entering import amend, enter
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register, memory

TODAY = "2026-04-27"
WRITTEN = {"period": "2025-26 Q4", "done": "A league", "difference": "More play"}


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as made:
        yield made


@pytest.fixture
def typed(register: Register) -> dict[str, object]:
    return {**WRITTEN, "partnership": enter(register, "partnership", {"name": "Active"}, TODAY)[0]}


def update(register: Register) -> dict[str, object]:
    [row] = register.all("progress_update")
    return row


def test_a_new_update_is_a_draft(register: Register, typed: dict[str, object]) -> None:
    enter(register, "progress_update", typed, TODAY)
    assert update(register)["status"] == "draft"


def test_typed_as_submitted_it_is_submitted_today(register: Register, typed: dict[str, object]) -> None:
    enter(register, "progress_update", {**typed, "status": "Waiting for sign-off"}, TODAY)
    assert (update(register)["status"], update(register)["submitted_on"]) == ("submitted", TODAY)


def test_typed_with_its_day_it_is_kept_as_it_was(register: Register, typed: dict[str, object]) -> None:
    enter(register, "progress_update", {**typed, "status": "submitted", "submitted_on": "1/4/26"}, TODAY)
    assert update(register)["submitted_on"] == "2026-04-01"


def test_one_not_ready_is_not_submitted(register: Register, typed: dict[str, object]) -> None:
    with pytest.raises(Refused) as refused:
        enter(register, "progress_update", {**typed, "status": "submitted", "difference": ""}, TODAY)
    assert set(refused.value.problems) == {"difference"}


def test_amending_the_status_takes_the_next_step(register: Register, typed: dict[str, object]) -> None:
    record, _ = enter(register, "progress_update", typed, TODAY)
    with pytest.raises(Refused):
        amend(register, "progress_update", record, {"status": "signed_off"}, TODAY)
    amend(register, "progress_update", record, {"status": "submitted", "issues": "none"}, TODAY)
    assert (update(register)["status"], update(register)["issues"]) == ("submitted", "none")
    with pytest.raises(Refused, match="by itself"):
        amend(register, "progress_update", record, {"status": "signed_off", "issues": "some"}, TODAY)
    amend(register, "progress_update", record, {"status": "returned", "returned_because": "say more"}, TODAY)
    assert update(register)["returned_because"] == "say more"


def test_other_answers_and_other_records_are_saved_plainly(
    register: Register, typed: dict[str, object]
) -> None:
    record, _ = enter(register, "progress_update", typed, TODAY)
    amend(register, "progress_update", record, {"issues": "none", "status": "draft"}, TODAY)
    assert update(register)["issues"] == "none"
    amend(register, "partnership", str(typed["partnership"]), {"status": "ended"}, TODAY)
    assert register.all("partnership")[0]["status"] == "ended"


def test_a_status_that_is_none_is_said(register: Register, typed: dict[str, object]) -> None:
    with pytest.raises(Refused) as refused:
        enter(register, "progress_update", {**typed, "status": "dragon"}, TODAY)
    assert set(refused.value.problems) == {"status"}
