"""Undo and redo, by name, back and forth; what others changed since is left alone."""

from pmdesk.register.store import Register


def add(register: Register, kind: str, /, **values: str | int | bool | None) -> str:
    with register.change("Saved record") as change:
        return change.add(kind, values)


def put(register: Register, kind: str, record: str, label: str = "Saved record", /, **values: object) -> None:
    with register.change(label) as change:
        change.set(kind, record, values)  # type: ignore[arg-type]


def name(register: Register, kind: str, record: str) -> object:
    row = register.get(kind, record)
    return row and row["name"]


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
