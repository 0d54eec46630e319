"""Updates on their way: drafted, submitted, accepted or signed off, returned with a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions.records import delete, save
from pmdesk.actions.registers import Register, start
from pmdesk.actions.updates import correct, move_all, move_on, save_update
from pmdesk.actions.years import progress_updates_due
from pmdesk.domain.check import Refused

TODAY = "2026-04-27"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with start(tmp_path / "a.pmdesk", "Aldermoor", "2025-26", by="Ann") as opened:
        yield opened


@pytest.fixture
def seat(register: Register) -> dict[str, object]:
    body, _ = save(register, "outside_body", {"name": "Dock Trust"})
    member, _ = save(register, "person", {"name": "B Nair", "kind": "member"})
    appointment, _ = save(register, "appointment", {"outside_body": body, "person": member})
    return {"appointment": appointment, "municipal_year": register.settings()["year"]}


def status(register: Register, kind: str, record: str) -> object:
    row = register.get(kind, record)
    assert row is not None
    return row["status"]


def test_an_annual_update_goes_its_way(register: Register, seat: dict[str, object]) -> None:
    typed = seat | {"meetings_held": "4", "meetings_attended": "3"}
    made, _ = save_update(register, "annual_update", typed, None, TODAY)
    assert status(register, "annual_update", made) == "draft"
    with pytest.raises(Refused):
        save_update(register, "annual_update", {}, made, TODAY, submit=True)
    rest = {"main_business": "The lease.", "declared": True}
    save_update(register, "annual_update", rest, made, TODAY, submit=True)
    row = register.get("annual_update", made)
    assert row is not None
    assert (row["status"], row["submitted_on"]) == ("submitted", TODAY)
    with pytest.raises(Refused) as caught:
        move_on(register, "annual_update", made, "returned", TODAY)
    assert set(caught.value.problems) == {"returned_because"}
    move_on(register, "annual_update", made, "returned", TODAY, "Say more")
    move_on(register, "annual_update", made, "submitted", TODAY)
    changes = move_on(register, "annual_update", made, "accepted", TODAY)
    assert changes.label == "Accepted annual update"
    with pytest.raises(Refused, match="fixed"):
        save_update(register, "annual_update", {"aims": "x"}, made, TODAY)
    register.undo()
    assert status(register, "annual_update", made) == "submitted"


def test_what_is_missing_is_said_all_at_once(register: Register, seat: dict[str, object]) -> None:
    typed = {**seat, "meetings_held": "2", "meetings_attended": "3"}
    with pytest.raises(Refused) as caught:
        save_update(register, "annual_update", typed, None, TODAY, submit=True)
    assert len(caught.value.problems) > 1
    assert register.count("annual_update") == 0


def test_one_update_for_each_seat_and_year(register: Register, seat: dict[str, object]) -> None:
    made, _ = save_update(register, "annual_update", seat, None, TODAY)
    save_update(register, "annual_update", seat, made, TODAY)
    with pytest.raises(Refused) as caught:
        save_update(register, "annual_update", seat, None, TODAY)
    assert set(caught.value.problems) == {"municipal_year"}


def test_a_progress_update_says_who_drafted_it(register: Register) -> None:
    partnership, _ = save(register, "partnership", {"name": "Top"})
    made, _ = save_update(
        register, "progress_update", {"partnership": partnership, "period": "2025-26 Q4"}, None, TODAY
    )
    row = register.get("progress_update", made)
    assert row is not None
    assert row["drafted_by"] == register.me()
    with pytest.raises(Refused, match="cannot become"):
        move_on(register, "progress_update", made, "signed_off", TODAY)
    with pytest.raises(Refused, match="deleted"):
        move_on(register, "progress_update", "nothing", "signed_off", TODAY)


def test_an_update_deleted_meanwhile_is_refused_and_not_written_to(
    register: Register, seat: dict[str, object]
) -> None:
    record, _changes = save_update(register, "annual_update", {**seat, "main_business": "One"}, None, TODAY)
    delete(register, "annual_update", record)
    with pytest.raises(Refused, match="deleted"):
        save_update(register, "annual_update", {"main_business": "Two"}, record, TODAY)
    kept = register.get("annual_update", record)
    assert kept and kept["main_business"] == "One"


def signed_off(register: Register) -> str:
    typed = {"name": "Active Aldermoor", "reporting_interval": "quarter"}
    partnership, _ = save(register, "partnership", typed)
    told = {"partnership": partnership, "period": "2025-26 Q4", "done": "Met twice.", "difference": "Fewer."}
    made = save_update(register, "progress_update", told, None, TODAY, submit=True)[0]
    move_on(register, "progress_update", made, "signed_off", TODAY)
    return made


def test_what_was_signed_off_is_fixed_and_corrected_by_a_new_version(register: Register) -> None:
    first = signed_off(register)
    with pytest.raises(Refused, match="fixed"):
        save_update(register, "progress_update", {"done": "Other"}, first, TODAY)
    with pytest.raises(Refused, match="cannot become"):
        move_on(register, "progress_update", first, "returned", TODAY, "why")
    made, changes = correct(register, first)
    assert changes is not None and correct(register, first) == (made, None)
    row = register.get("progress_update", made) or {}
    assert (row["done"], row["status"], row["corrects"]) == ("Met twice.", "draft", first)
    with pytest.raises(Refused, match="Only an update that was signed off"):
        correct(register, made)
    save_update(register, "progress_update", {"done": "Met three times."}, made, TODAY, submit=True)
    (due,) = progress_updates_due(register, "2026-04-27")
    assert due.update is not None and due.update["id"] == first, (
        "the first counts until the other is signed off"
    )
    move_on(register, "progress_update", made, "signed_off", TODAY)
    assert (register.get("progress_update", first) or {})["status"] == "replaced"
    (due,) = progress_updates_due(register, "2026-04-27")
    assert due.update is not None and (due.update["id"], due.state) == (made, "in")
    register.undo()
    assert (register.get("progress_update", first) or {})["status"] == "signed_off"


def test_a_period_has_still_only_one_update_besides_its_versions(register: Register) -> None:
    first = signed_off(register)
    correct(register, first)
    partnership = (register.get("progress_update", first) or {})["partnership"]
    typed = {"partnership": partnership, "period": "2025-26 Q4"}
    with pytest.raises(Refused, match="already one"):
        save_update(register, "progress_update", typed, None, TODAY)


def test_many_go_on_as_one_save_and_those_whose_turn_it_is_not_are_told(
    register: Register, seat: dict[str, object]
) -> None:
    ready = seat | {"main_business": "The lease.", "declared": True}
    first, _ = save_update(register, "annual_update", ready, None, TODAY, submit=True)
    other, _ = save(register, "municipal_year", {"name": "2024-25"})
    second, _ = save_update(
        register, "annual_update", ready | {"municipal_year": other}, None, TODAY, submit=True
    )
    draft_year, _ = save(register, "municipal_year", {"name": "2023-24"})
    draft, _ = save_update(register, "annual_update", seat | {"municipal_year": draft_year}, None, TODAY)
    moved = move_all(register, [first, draft, second, first], "accepted", TODAY)
    assert moved.done == (first, second) and moved.changes.label == "Accepted annual updates"
    assert [(each, str(why)) for each, why in moved.left] == [
        (draft, "An update that is ‘Draft’ cannot become ‘Accepted’.")
    ]
    register.undo()
    assert [status(register, "annual_update", each) for each in (first, second)] == ["submitted"] * 2
    with pytest.raises(Refused, match="Say why"):
        move_all(register, [first], "returned", TODAY, " ")
    none = move_all(register, [draft], "published", TODAY)
    assert (none.done, none.changes.touched, len(none.left)) == ((), frozenset(), 1)
