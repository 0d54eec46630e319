"""The plain verbs on any record, and the rules that need more than one field."""

from collections.abc import Iterator

import pytest

from pmdesk.actions.records import by_name, delete, end, field_called, hanging_on, named, save
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.register.store import Register, memory


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as opened:
        yield opened


def problems(kind: str, register: Register, typed: dict[str, object], record: str | None = None) -> set[str]:
    with pytest.raises(Refused) as caught:
        save(register, kind, typed, record)
    return set(caught.value.problems)


def test_save_add_and_change(register: Register) -> None:
    body, changes = save(
        register, "outside_body", {"name": " Dock  Trust ", "seats": "2", "support": "1,500"}
    )
    assert changes.touches("outside_body")
    row = register.get("outside_body", body)
    assert row is not None
    assert (row["name"], row["seats"], row["support"]) == ("Dock Trust", 2, 150000)
    same, nothing = save(register, "outside_body", {"name": "Dock Trust"}, body)
    assert (same, nothing.touched) == (body, frozenset())
    assert problems("outside_body", register, {"name": "", "seats": "two"}) == {"name", "seats"}
    assert register.count("outside_body") == 1


def test_rules_across_fields(register: Register) -> None:
    body, _ = save(register, "outside_body", {"name": "Dock Trust"})
    assert problems("appointment", register, {"outside_body": "nobody"}) == {"outside_body"}
    assert problems(
        "appointment", register, {"outside_body": body, "starts": "2025-06", "ends": "2025-05"}
    ) == {"ends"}
    save(register, "appointment", {"outside_body": body, "starts": "15/5/2025", "ends": "2025-05"})


def test_a_partnership_is_nobodys_own_grandparent(register: Register) -> None:
    top, _ = save(register, "partnership", {"name": "Top"})
    middle, _ = save(register, "partnership", {"name": "Middle", "parent": top})
    low, _ = save(register, "partnership", {"name": "Low", "parent": middle})
    assert problems("partnership", register, {"parent": low}, top) == {"parent"}
    assert problems("partnership", register, {"parent": top}, top) == {"parent"}


def test_the_first_date_never_changes(register: Register) -> None:
    partnership, _ = save(register, "partnership", {"name": "Top"})
    milestone, _ = save(register, "milestone", {"title": "Open", "partnership": partnership})
    save(register, "milestone", {"first_due": "1/6/2026"}, milestone)
    assert problems("milestone", register, {"first_due": "1/7/2026"}, milestone) == {"first_due"}


def test_delete_waits_for_what_hangs_on_it(register: Register) -> None:
    body, _ = save(register, "outside_body", {"name": "Dock Trust"})
    seat, _ = save(register, "appointment", {"outside_body": body})
    assert hanging_on(register, "outside_body", body) == [("Appointments", 1)]
    with pytest.raises(Refused, match="1 × Appointments"):
        delete(register, "outside_body", body)
    delete(register, "appointment", seat)
    assert delete(register, "outside_body", body).touches("outside_body")
    assert register.count("outside_body") == 0
    with pytest.raises(Refused, match="deleted"):
        save(register, "outside_body", {"name": "x"}, body)
    register.undo()
    assert register.count("outside_body") == 1


def test_end_keeps_the_record(register: Register) -> None:
    body, _ = save(register, "outside_body", {"name": "Dock Trust"})
    seat, _ = save(register, "appointment", {"outside_body": body})
    end(register, "appointment", seat, "1 May 2026", "Stood down")
    row = register.get("appointment", seat)
    assert row is not None
    assert row["ends"] == "2026-05-01"
    end(register, "outside_body", body, "")
    row = register.get("outside_body", body)
    assert row is not None
    assert row["status"] == "ended"
    with pytest.raises(Refused):
        end(register, "appointment", seat, "31/02/2026")


def test_by_name_and_by_label(register: Register) -> None:
    body, _ = save(register, "outside_body", {"name": "Tŷ Glân"})
    assert named(register, "outside_body", "ty glan") == named(register, "outside_body", body) == body
    save(register, "outside_body", {"name": "TY GLAN"})
    with pytest.raises(Refused, match="2 records"):
        named(register, "outside_body", "Tŷ Glân")
    with pytest.raises(Refused, match="no Outside body called ‘x’"):
        named(register, "outside_body", "x")
    seat = ENTITIES["appointment"]
    assert (field_called(seat, "FROM").name, field_called(seat, "to").name) == ("starts", "ends")
    with pytest.raises(Refused, match="no field called"):
        field_called(seat, "colour")
    assert by_name(register, seat, {"Outside body": body, "From": "2024-05"}) == {
        "outside_body": body, "starts": "2024-05"}  # fmt: skip
