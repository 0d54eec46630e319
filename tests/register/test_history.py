"""Who changed what, when, from what to what."""

from pmdesk.register.store import Register


def add(register: Register, kind: str, /, **values: str | int | bool | None) -> str:
    with register.change("Saved record") as change:
        return change.add(kind, values)


def put(register: Register, kind: str, record: str, label: str = "Saved record", /, **values: object) -> None:
    with register.change(label) as change:
        change.set(kind, record, values)  # type: ignore[arg-type]


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
