"""A save is one entry with its rows, or nothing at all."""

import pytest

from pmdesk.register.store import Register


def add(register: Register, kind: str, /, **values: str | int | bool | None) -> str:
    with register.change("Saved record") as change:
        return change.add(kind, values)


def test_a_save_is_one_entry_with_its_rows_and_says_what_it_touched(register: Register) -> None:
    with register.change("Saved outside body") as change:
        body = change.add(
            "outside_body", {"name": "Tŷ Glân Trust", "seats": 2, "constitution_required": True}
        )
        person = change.add("person", {"name": "Daniel Okafor", "kind": "member"})
        seat = change.add("appointment", {"outside_body": body, "person": person})
    assert change.changes.touched == {("outside_body", body), ("person", person), ("appointment", seat)}
    assert change.changes.touches("person") and not change.changes.touches("milestone")
    row = register.get("appointment", seat)
    assert row and (row["outside_body_name"], row["person_name"]) == ("Tŷ Glân Trust", "Daniel Okafor")
    assert register.get("outside_body", body)["constitution_required"] is True  # type: ignore[index]
    assert len(list(register.entries())) == 1
    assert register.check() == []


def test_what_stands_there_already_is_not_written_again(register: Register) -> None:
    record = add(register, "organisation", name="Wendleshire County Council", kind="council")
    with register.change("Saved organisation") as change:
        change.set(
            "organisation", record, {"name": "Wendleshire County Council", "kind": "council", "note": None}
        )
    assert change.changes.touched == frozenset()
    assert len(list(register.entries())) == 1


def test_an_error_inside_a_save_writes_nothing(register: Register) -> None:
    def fail() -> None:
        with register.change("Saved organisation") as change:
            change.add("organisation", {"name": "Nobody"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert register.all("organisation") == [] and list(register.entries()) == []
