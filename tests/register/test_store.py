"""The register as a person uses it: save, undo, redo, drafts, two windows, reopening."""

import os
from pathlib import Path

import pytest

from pmdesk.register.faults import Unavailable
from pmdesk.register.keys import load_key
from pmdesk.register.store import Register, create, open_register


def add(register: Register, kind: str, /, **values: str | int | bool | None) -> str:
    with register.change("Saved record") as change:
        return change.add(kind, values)


def put(register: Register, kind: str, record: str, label: str = "Saved record", /, **values: object) -> None:
    with register.change(label) as change:
        change.set(kind, record, values)  # type: ignore[arg-type]


def name(register: Register, kind: str, record: str) -> object:
    row = register.get(kind, record)
    return row and row["name"]


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


def test_undo_and_redo_walk_back_and_forth_by_name(register: Register) -> None:
    record = add(register, "organisation", name="One")
    put(register, "organisation", record, "Saved organisation", name="Two")
    put(register, "organisation", record, "Renamed organisation", name="Three")
    assert register.undo_label() == "Renamed organisation"
    register.undo()
    assert (name(register, "organisation", record), register.undo_label(), register.redo_label()) == (
        "Two",
        "Saved organisation",
        "Renamed organisation",
    )
    register.undo()
    register.undo()
    assert register.all("organisation") == [] and register.undo() is None
    for expected in ("One", "Two", "Three"):
        register.redo()
        assert name(register, "organisation", record) == expected
    assert register.redo() is None and register.check() == []


def test_a_new_save_ends_the_redo(register: Register) -> None:
    record = add(register, "organisation", name="One")
    put(register, "organisation", record, name="Two")
    register.undo()
    put(register, "organisation", record, name="Three")
    assert register.redo_label() is None
    register.undo()
    assert name(register, "organisation", record) == "One"


def test_deleting_marks_and_undo_brings_back(register: Register) -> None:
    record = add(register, "organisation", name="Chamber of Trade", note="keeps its note")
    with register.change("Deleted organisation") as change:
        change.delete("organisation", record)
    assert register.all("organisation") == [] and register.search("chamber") == []
    register.undo()
    row = register.get("organisation", record)
    assert row and row["note"] == "keeps its note" and register.search("chamber")
    register.redo()
    assert register.all("organisation") == [] and register.check() == []


def test_undo_leaves_alone_what_someone_changed_since(register: Register) -> None:
    record = add(register, "organisation", name="One", contact="Ann")
    put(register, "organisation", record, name="Two", contact="Bea")
    first = register.undo_label()
    # The same field changed again by another device, merged in, is not touched by our undo.
    theirs = register._key
    register._key = None
    put(register, "organisation", record, name="Theirs")
    register._key = theirs
    assert first == register.undo_label()
    register.undo()
    row = register.get("organisation", record)
    assert row and (row["name"], row["contact"]) == ("Theirs", "Ann")


def test_a_big_save_is_several_entries_and_one_undo(register: Register) -> None:
    with register.change("Brought in a file", via="import:x") as change:
        for number in range(3_000):
            change.add("organisation", {"name": f"Organisation {number}", "kind": "voluntary"})
    assert register.count("organisation") == 3_000
    assert len(list(register.entries())) == 2
    register.undo()
    assert register.count("organisation") == 0
    register.redo()
    assert register.count("organisation") == 3_000 and register.check() == []


def test_history_says_who_when_from_what_to_what(register: Register) -> None:
    me = add(register, "person", name="Helen Marsh", kind="officer")
    register.set_me(me)
    record = add(register, "organisation", name="One")
    put(register, "organisation", record, "Saved organisation", name="Two")
    newest = register.history(record)[0]
    assert (newest.by_name, newest.label, newest.field, newest.old, newest.new) == (
        "Helen Marsh",
        "Saved organisation",
        "name",
        "One",
        "Two",
    )
    row = register.get("organisation", record)
    assert row and row["changed_by"] == me and row["made_at"] < row["changed_at"]
    assert [line.field for line in register.history(limit=2)] == ["name", "name"]


def test_a_register_reopens_as_the_same_device_and_can_undo(path: Path) -> None:
    with create(path) as first:
        record = add(first, "organisation", name="One")
        put(first, "organisation", record, name="Two")
        identity = first.id
    with open_register(path) as again:
        assert again.id == identity and name(again, "organisation", record) == "Two"
        again.undo()
        put(again, "organisation", record, name="Three")
        assert {entry_device(entry) for entry in again.entries()} == {load_key(identity).public}  # type: ignore[union-attr]
        assert again.check() == []
    assert sorted(each.name for each in path.parent.iterdir() if each.name != "home") == [path.name]


def entry_device(entry: object) -> bytes:
    from pmdesk.register.entries import read_body

    return read_body(entry.body).device  # type: ignore[attr-defined]


def test_a_restored_register_is_a_new_device(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="One")
    kept = path.read_bytes()
    with open_register(path) as register:
        add(register, "organisation", name="Lost by the restore")
    path.write_bytes(kept)
    with open_register(path) as register:
        add(register, "organisation", name="After")
        assert len({entry_device(entry) for entry in register.entries()}) == 2
        assert register.check() == []


def test_a_key_that_missed_its_last_write_goes_on_as_the_same_device(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="One")
        identity = register.id
    key = load_key(identity)
    assert key is not None
    key.used(0)
    with open_register(path) as register:
        add(register, "organisation", name="Two")
        assert len({entry_device(entry) for entry in register.entries()}) == 1 and register.check() == []


def test_a_second_window_says_who_has_it_and_reads_only(path: Path, on_disk: Register) -> None:
    record = add(on_disk, "organisation", name="One")
    with open_register(path) as second:
        assert second.read_only and name(second, "organisation", record) == "One"
        with pytest.raises(Unavailable, match="Helen Marsh has this register open on"):
            add(second, "organisation", name="Two")
    put(on_disk, "organisation", record, name="Still mine")


def test_a_read_only_folder_is_read_and_says_so(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="One")
    before = path.read_bytes()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        if os.access(path, os.W_OK):  # root writes anywhere: then the file is simply opened
            return
        with open_register(path) as register:
            assert register.read_only and register.all("organisation")
            with pytest.raises(Unavailable, match="can only be read"):
                add(register, "organisation", name="Two")
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == before


def test_drafts_are_kept_and_offered_back(path: Path) -> None:
    with create(path) as register:
        register.keep_draft("annual_update/1", {"main_business": "We met"})
    with open_register(path) as register:
        kept = register.draft("annual_update/1")
        assert kept and kept[0] == {"main_business": "We met"} and register.drafts() == ["annual_update/1"]
        register.drop_draft("annual_update/1")
        assert register.draft("annual_update/1") is None
        assert list(register.entries()) == []


def test_a_worker_reads_and_writes_by_its_own_connection(on_disk: Register) -> None:
    twin = on_disk.twin()
    record = add(twin, "organisation", name="By the worker")
    assert name(on_disk, "organisation", record) == "By the worker"
    put(on_disk, "organisation", record, name="By the window")
    twin.close()
    assert on_disk.check() == [] and len({entry_device(entry) for entry in on_disk.entries()}) == 1


def test_a_register_is_never_started_over_a_file(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(Unavailable, match="already there"):
        create(path)
    assert path.read_text() == "mine"


def test_two_rivals_of_a_field_are_both_kept(register: Register) -> None:
    record = add(register, "organisation", name="One")
    assert register.rivals() == []
    put(register, "organisation", record, name="Two")
    register.db.execute("UPDATE event SET head = 1 WHERE record = ?", (record,))
    assert register.rivals() == [("organisation", record, "name")]
