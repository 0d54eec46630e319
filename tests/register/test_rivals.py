"""Every side with who wrote it and what that person had seen; Undo gives a side back to its first author."""

from pmdesk.register.rivals import deletions
from pmdesk.register.store import Register
from tests.register.laptops import add, drop, laptops, meet, put


def conflict() -> tuple[Register, Register, str]:
    here, there = laptops()
    record = add(here, "organisation", name="Dock Trust")
    meet(here, there)
    put(here, "organisation", record, name="A")
    put(there, "organisation", record, name="B")
    meet(here, there)
    return here, there, record


def test_both_sides_stand_with_what_they_replaced() -> None:
    here, there, record = conflict()
    said = here.rival_values(record, "name")
    assert [each.value for each in said] == ["A", "B"] and said[0].at <= said[1].at
    assert {each.before for each in said} == {("Dock Trust",)}
    assert len({each.device for each in said}) == 2 and not said[0].erased
    assert len(here.heads_of(record, "name")) == 2
    assert [each.value for each in there.rival_values(record, "name")] == ["A", "B"]


def test_undo_of_a_settlement_brings_both_back_and_redo_settles_again() -> None:
    here, there, record = conflict()
    authors = [(each.value, each.device, each.at) for each in here.rival_values(record, "name")]
    put(here, "organisation", record, name="C")
    assert here.unsettled() == []
    for _ in range(2):
        here.undo()
        assert [(each.value, each.device, each.at) for each in here.rival_values(record, "name")] == authors
        assert here.unsettled() != []
        here.redo()
        assert here.unsettled() == [] and (here.get("organisation", record) or {})["name"] == "C"
    here.undo()
    meet(here, there)
    assert there.rival_values(record, "name")[0].value == "A" and there.unsettled() == here.unsettled() != []
    assert here.check() == [] and there.check() == []


def test_undo_of_a_settled_deletion_asks_again_either_way() -> None:
    for keep in (True, False):
        here, there = laptops()
        record = add(here, "organisation", name="Dock Trust")
        meet(here, there)
        drop(here, "organisation", record)
        put(there, "organisation", record, note="Still needed")
        meet(here, there)
        asked = here.unsettled()
        assert [each.sort for each in asked] == ["deleted"] and deletions(here.db, record)
        assert [(each.field, each.value) for each in here.unseen_edits(record)] == [("note", "Still needed")]
        with here.change("Settled a deletion") as change:
            (change.restore if keep else change.delete)("organisation", record)
        for _ in range(2):
            assert here.unsettled() == [] and bool(here.all("organisation")) is keep
            here.undo()
            assert here.unsettled() == asked and here.all("organisation") == []
            here.redo()
        meet(here, there)
        assert there.unsettled() == [] and bool(there.all("organisation")) is keep
        assert here.check() == [] and there.check() == []


def test_who_wrote_alike_is_one_side() -> None:
    here, there = laptops()
    record = add(here, "organisation", name="Dock Trust")
    meet(here, there)
    put(here, "organisation", record, name="A")
    put(there, "organisation", record, name="A")
    meet(here, there)
    assert [each.value for each in here.rival_values(record, "name")] == ["A"]
