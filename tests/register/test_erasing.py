"""Erasing a person: their values go, here and wherever it merges, in any order; signatures still fit."""

from itertools import permutations
from pathlib import Path

from pmdesk.register.entries import Entry
from pmdesk.register.erasing import (
    erasures,
    is_newest,
    names_of,
    own_values,
    saves_by,
    values_naming,
    written_again,
)
from pmdesk.register.store import Register, create, open_register
from tests.register.erased_story import EMAIL, NAME, erase_all, left_in, tell
from tests.register.laptops import add, laptops, meet, put


def value(register: Register, kind: str, record: str, field: str) -> object:
    row = register.get(kind, record)
    return row and row[field]


def everything(register: Register) -> str:
    """All that any table holds."""
    tables = register.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return "".join(repr(register.db.execute(f"SELECT * FROM {name}").fetchall()) for (name,) in tables)


def test_what_is_theirs_goes_and_what_hangs_on_them_stays_without_a_name(register: Register) -> None:
    story = tell(register)
    erase_all(register, story.person)
    person = register.get("person", story.person)
    assert person and person["name"] == "(erased)" and person["deleted"]
    assert {person[name] for name in ("email", "phone", "note", "ward", "kind")} == {None}
    seat = register.get("appointment", story.seat)
    assert (
        seat
        and seat["person_name"] == "(erased)"
        and seat["starts"] == "2019-05-20"
        and not seat["interests"]
    )
    assert value(register, "outside_body", story.body, "aims") == "Founded by (erased) in 1991."
    assert value(register, "outside_body", story.body, "note") == "(erased) has the key."
    assert value(register, "annual_update", story.update, "main_business") == "We met."
    assert value(register, "annual_update", story.update, "note") is None
    assert register.all("personal_target") == [] and register.all("person") == []
    assert register.search("quill") == [] and register.search("otterwick") == []
    assert register.drafts() == ["outside_body/new"] and register.received_files(story.update) == []
    assert register.check() == []


def test_the_history_says_erased_and_the_erasure_says_what_went(register: Register) -> None:
    story = tell(register)
    erase_all(register, story.person)
    lines = register.history(story.person)
    assert not any("uill" in str((each.old, each.new)) for each in register.history(limit=500))
    assert {each.erased for each in lines if each.field == "name"} == {True}
    assert next(each.new for each in lines if each.field == "erased") == "Asked for it on paper."
    (told,) = erasures(register)
    assert (told.person, told.reason) == (story.person, "Asked for it on paper.")
    assert told.counts["person", "name"] == 2 and told.counts["person", "note"] == 2
    assert told.counts["outside_body", "aims"] == 2 and ("person", "deleted") not in told.counts
    assert is_newest(register) and written_again(register) == {}


def test_an_erasure_is_not_undone_and_no_older_undo_brings_anything_back(register: Register) -> None:
    story = tell(register)
    erase_all(register, story.person)
    assert register.undo_label() is None and register.undo() is None and register.redo() is None
    add(register, "organisation", name="Chamber of Trade")
    assert not is_newest(register)
    register.undo()
    assert register.undo() is None
    assert value(register, "person", story.person, "name") == "(erased)" and register.check() == []


def test_another_laptop_undoes_its_own_saves_and_leaves_alone_what_was_erased() -> None:
    here, there = laptops()
    story = tell(here)
    meet(here, there)
    put(there, "outside_body", story.body, note="The key is with the clerk.")
    put(there, "outside_body", story.body, seats=3)
    put(there, "person", story.person, ward="Otterwick")
    meet(here, there)
    erase_all(here, story.person)
    meet(here, there)
    # Saves that wrote or replaced something erased stand; others are undone past them.
    assert there.undo() and value(there, "outside_body", story.body, "seats") is None
    assert there.undo() is None
    assert value(there, "outside_body", story.body, "note") == "The key is with the clerk."
    assert value(there, "person", story.person, "name") == "(erased)"
    assert value(there, "person", story.person, "ward") is None
    assert there.check() == [] and not any("uill" in str(line) for line in there.history(limit=500))


def test_three_laptops_end_alike_in_every_order_and_nothing_comes_back() -> None:
    here, there, third = laptops(3)
    story = tell(here)
    meet(here, there)
    put(there, "outside_body", story.body, aims=f"Kept going by {NAME}.")
    meet(here, there)
    before = list(here.entries())  # as an old pack holds them, with every value
    erase_all(here, story.person)
    after = list(here.entries())
    (erasure,) = [entry for entry in after if entry.body not in {each.body for each in before}]
    batches = (before, after, [erasure])
    seen = set()
    for order in permutations(batches):
        fourth = laptops(2)[1]
        fourth.db.execute("UPDATE register SET id = ?", (here.id,))
        fourth.id = here.id
        for batch in order:
            fourth.merge(list(batch), "pack:test")
        assert fourth.check() == [] and "Quill" not in everything(fourth)
        seen.add(repr(sorted(fourth.db.execute("SELECT id, title, deleted FROM record"))))
    for register in (there, third):
        register.merge(before, "pack:test")
        register.merge([erasure], "pack:test")
        register.merge(before, "pack:test")
        assert register.check() == [] and "Quill" not in everything(register)
    assert len(seen) == 1


def test_what_is_written_elsewhere_meanwhile_is_seen_and_goes_by_erasing_again() -> None:
    here, there = laptops()
    story = tell(here)
    meet(here, there)
    put(there, "person", story.person, email="new@quillmail.example")
    erase_all(here, story.person)
    meet(here, there)
    assert written_again(here) == {story.person: 1} == written_again(there)
    assert [each.sort for each in here.unsettled()] == ["deleted"]
    erase_all(there, story.person, "It came in again.")
    meet(here, there)
    assert written_again(here) == {} == written_again(there) and here.unsettled() == []
    assert [each.reason for each in erasures(here)] == ["It came in again.", "Asked for it on paper."]
    assert here.check() == [] == there.check()


def test_two_erase_at_once_and_a_text_with_two_values_keeps_the_other() -> None:
    here, there = laptops()
    story = tell(here)
    meet(here, there)
    put(here, "outside_body", story.body, aims="To bring music to the moor.")
    put(there, "outside_body", story.body, aims=f"To honour {NAME}.")
    meet(here, there)
    erase_all(here, story.person, "One")
    erase_all(there, story.person, "Other")
    meet(here, there)
    said = {each.value for each in here.rival_values(story.body, "aims")}
    assert said == {"To bring music to the moor.", "To honour (erased)."}
    assert here.check() == [] == there.check() and len(erasures(there)) == 2
    assert here.get("outside_body", story.body) == there.get("outside_body", story.body)


def test_texts_are_looked_through_but_for_what_was_answered_alone(register: Register) -> None:
    story = tell(register)
    check = add(register, "health_check", name="Check")
    add(register, "health_answer", health_check=check, answer=f"{NAME} never came")
    names = names_of(register, story.person)
    found = values_naming(register, names, {each.event for each in own_values(register, story.person)})
    assert {(each.kind, each.field, each.head) for each in found} == {
        ("outside_body", "aims", True),
        ("outside_body", "aims", False),
        ("outside_body", "note", True),
    }
    assert EMAIL in names.contacts and NAME in names.names


def test_an_old_backup_that_is_worked_in_and_merged_brings_nothing_back(tmp_path: Path) -> None:
    with create(tmp_path / "a.pmdesk") as register:
        story = tell(register)
        register.backup_to(tmp_path / "old.pmdesk")
        erase_all(register, story.person)
        with open_register(tmp_path / "old.pmdesk") as old:
            put(old, "outside_body", story.body, category="Arts")
            entries: list[Entry] = list(old.entries())
        register.merge(entries, "pack:old")
        assert value(register, "outside_body", story.body, "category") == "Arts"
        assert register.check() == []
        with open_register(tmp_path / "old.pmdesk") as old:
            old.merge(list(register.entries()), "pack:new")
            assert old.check() == [] and value(old, "person", story.person, "name") == "(erased)"
    assert left_in([tmp_path / "a.pmdesk", tmp_path / "old.pmdesk"]) == []


def test_the_saves_under_a_name_are_counted(register: Register) -> None:
    assert saves_by(register, "nobody") == (0, 0, 0)
    with register.change("Saved") as change:
        ann = change.add("person", {"name": "Ann"})
    register.set_me(ann)
    with register.change("Saved") as change:
        change.add("person", {"name": "Bob"})
    with register.change("Saved") as change:
        change.add("person", {"name": "Cat"})
    many, first, last = saves_by(register, ann)
    assert many == 2 and 0 < first < last
