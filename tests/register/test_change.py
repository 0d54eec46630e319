"""A save is one entry with its rows, or nothing at all."""

import pytest

from pmdesk.register.journal import heads
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


def test_a_record_made_changed_and_deleted_in_one_save_agrees_with_the_journal(register: Register) -> None:
    with register.change("Saved person") as change:
        person = change.add("person", {"name": "Daniel Okafor"})
        change.set("person", person, {"name": "Dan Okafor", "ward": "Holm"})
        gone = change.add("person", {"name": "Nobody"})
        change.delete("person", gone)
    assert [row["name"] for row in register.all("person")] == ["Dan Okafor"]
    assert register.get("person", gone)["deleted"]  # type: ignore[index]
    assert register.check() == []


def test_adding_under_an_id_that_is_there_already_hides_nothing(register: Register) -> None:
    person = add(register, "person", name="Daniel Okafor", ward="Holm")
    with register.change("Saved person") as change:
        change.add("person", {"phone": "01234"}, record=person)
    row = register.get("person", person)
    assert row and (row["name"], row["ward"], row["phone"]) == ("Daniel Okafor", "Holm", "01234")
    assert register.check() == []


def test_a_save_of_several_entries_knows_when_each_record_was_made(register: Register) -> None:
    with register.change("Brought in a file") as change:
        people = [change.add("person", {"name": f"Person {n}", "ward": "Holm"}) for n in range(2_100)]
        change.set("person", people[0], {"note": "In the last entry, made in the first"})
    assert len(list(register.entries())) == 2 and register.check() == []


def test_a_save_that_erases_is_parted_like_a_big_one(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmdesk.register.change.MOST_ERASED", 2)
    record = add(register, "person", name="Daniel Okafor", ward="Holm", post="Clerk", note="x", phone="1")
    refs = [head.ref for head in heads(register.db, record)]
    with register.change("Erased", via="final") as change:
        change.erase(refs)
        change.set("person", record, {"ward": "Abbey"})
    assert change.changes.touched == {("person", record)} and len(list(register.entries())) == 4
    row = register.get("person", record)
    assert row and (row["name"], row["ward"], row["note"]) == ("(erased)", "Abbey", None)
    assert register.check() == [] and register.undo() is None
