"""What is to be settled is a pure function of the journal, and the list kept of it is always that."""

import random

import pytest

from pmdesk.register import unsettled
from pmdesk.register.store import Register
from pmdesk.register.unsettled import Unsettled, find_all, hanging, kept
from tests.register.laptops import add, drop, laptops, meet, put


@pytest.fixture
def two() -> list[Register]:
    return laptops(2)


def both(two: list[Register]) -> list[Unsettled]:
    """The same on both, and as the journal alone says it."""
    found = [each.unsettled() for each in two]
    assert found[0] == found[1] == find_all(two[0].db) == find_all(two[1].db)
    assert kept(two[0].db) == found[0], "asking is one row"
    return found[0]


def test_two_values_are_to_settle_until_one_names_both(two: list[Register]) -> None:
    here, there = two
    record = add(here, "organisation", name="Dock Trust", note="old")
    meet(*two)
    assert both(two) == []
    put(here, "organisation", record, name="Docks Trust", note="same")
    put(there, "organisation", record, name="Dock Society", note="same")
    meet(*two)
    assert both(two) == [Unsettled("values", "organisation", record, "name")], "who wrote alike agrees"
    put(there, "organisation", record, name="Docks Trust")
    meet(*two)
    assert both(two) == []


def test_deleted_here_and_edited_there(two: list[Register]) -> None:
    here, there = two
    record = add(here, "organisation", name="Dock Trust")
    meet(*two)
    drop(here, "organisation", record)
    put(there, "organisation", record, name="Docks Trust")
    meet(*two)
    assert both(two) == [Unsettled("deleted", "organisation", record, "deleted")]
    with there.change("Settled a deletion") as change:
        change.restore("organisation", record)
    meet(*two)
    assert both(two) == [] and here.all("organisation")[0]["name"] == "Docks Trust"


def test_a_deletion_that_saw_everything_is_none(two: list[Register]) -> None:
    here, there = two
    record = add(here, "organisation", name="Dock Trust")
    put(here, "organisation", record, name="Docks Trust")
    meet(*two)
    put(there, "organisation", record, note="n")
    meet(*two)
    drop(here, "organisation", record)
    meet(*two)
    assert both(two) == []
    drop(there, "organisation", record)
    meet(*two)
    assert both(two) == []


def test_the_same_period_twice_and_a_circle_of_parents(two: list[Register]) -> None:
    here, there = two
    measure = add(here, "measure", title="Waste", frequency="quarter")
    one, other = (add(here, "partnership", name=name) for name in ("One", "Other"))
    waits = [add(here, "milestone", title=name) for name in ("Dig", "Build")]
    meet(*two)
    first = add(here, "reading", measure=measure, period="2025-26 Q1", value="1")
    second = add(there, "reading", measure=measure, period="2025-26 Q1", value="2")
    put(here, "partnership", one, parent=other)
    put(there, "partnership", other, parent=one)
    links = [
        add(here, "waits_for", milestone=waits[0], waits_for=waits[1]),
        add(there, "waits_for", milestone=waits[1], waits_for=waits[0]),
    ]
    meet(*two)
    low, high = sorted((first, second))
    ring, chain = sorted((one, other)), sorted(links)
    assert both(two) == [
        Unsettled("circle", "partnership", ring[0], "parent", (ring[1],)),
        Unsettled("circle", "waits_for", chain[0], "waits_for", (chain[1],)),
        Unsettled("twice", "reading", low, "", (high,)),
    ]
    drop(here, "reading", second)
    put(here, "partnership", one, parent=None)
    drop(there, "waits_for", links[0])
    meet(*two)
    assert both(two) == []
    here.undo()
    meet(*two)
    assert [each.sort for each in both(two)] == ["circle"], "Undo brings it back"


def test_a_correction_stands_beside_what_it_corrects(two: list[Register]) -> None:
    here, there = two
    partnership = add(here, "partnership", name="Arts")
    same = {"partnership": partnership, "period": "2025-26 Q1"}
    update = add(here, "progress_update", status="signed_off", **same)
    meet(*two)
    add(there, "progress_update", status="draft", corrects=update, **same)
    meet(*two)
    assert both(two) == []
    add(there, "progress_update", status="draft", **same)
    meet(*two)
    assert [each.sort for each in both(two)] == ["twice"]


def test_what_was_answered_alone_is_for_nobody(two: list[Register]) -> None:
    here, there = two
    answer = add(here, "health_answer", answers="sealed")
    meet(*two)
    put(here, "health_answer", answer, answers="one")
    put(there, "health_answer", answer, answers="other")
    meet(*two)
    assert both(two) == []


def test_one_laptop_alone_is_not_looked_through(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    add(register, "organisation", name="Dock Trust")
    monkeypatch.setattr(unsettled, "find", lambda *_: pytest.fail("looked through"))
    assert register.unsettled() == []


def test_a_list_that_is_not_ours_is_made_anew(two: list[Register]) -> None:
    here, there = two
    record = add(here, "organisation", name="Dock Trust")
    meet(*two)
    put(here, "organisation", record, name="A")
    put(there, "organisation", record, name="B")
    meet(*two)
    for wrong in ("{", "[[1]]", "7", '[["values", "x"]]'):
        here.set_local(unsettled.NAME, wrong)
        assert here.unsettled() == there.unsettled() != []


@pytest.mark.parametrize("seed", range(8))
def test_the_kept_list_is_always_what_the_journal_says(seed: int) -> None:
    chance = random.Random(seed)
    three = laptops(3)
    for each in three:
        each.unsettled()
    for _ in range(60):
        _deed(chance, chance.choice(three))
        if chance.random() < 0.3:
            one, other = chance.sample(three, 2)
            pack = list(one.entries())
            chance.shuffle(pack)
            other.merge(pack[: chance.randrange(len(pack) + 1)], "pack:test")
        for each in three:
            assert each.unsettled() == find_all(each.db)
    meet(*three)
    assert three[0].unsettled() == three[1].unsettled() == three[2].unsettled()


def _deed(chance: random.Random, register: Register) -> None:
    rows = register.all("partnership")
    deed = chance.choice(["add", "name", "name", "parent", "reading", "delete", "undo", "redo"])
    if deed == "undo":
        register.undo()
    elif deed == "redo":
        register.redo()
    elif deed == "add" or not rows:
        add(register, "partnership", name=f"P{chance.random()}")
    elif deed == "reading":
        update = {
            "partnership": str(chance.choice(rows)["id"]),
            "period": chance.choice(("2024-25", "2025-26")),
        }
        if not register.all("progress_update", **update):
            add(register, "progress_update", **update)
    elif deed == "delete":
        drop(register, "partnership", str(chance.choice(rows)["id"]))
    elif deed == "name":
        put(register, "partnership", str(chance.choice(rows)["id"]), name=f"P{chance.random()}")
    else:
        lower, upper = str(chance.choice(rows)["id"]), str(chance.choice(rows)["id"])
        if not _under(register, upper, lower):
            put(register, "partnership", lower, parent=upper)


def _under(register: Register, lower: str, upper: str) -> bool:
    """Whether the form would refuse it."""
    seen = set[str]()
    while lower and lower not in seen:
        if lower == upper:
            return True
        seen.add(lower)
        lower = str((register.get("partnership", lower) or {}).get("parent") or "")
    return bool(lower)


def test_what_is_brought_back_may_stand_there_twice() -> None:
    """It was deleted, another was added in its place, and nothing was left to settle until then."""
    here, there = laptops(2)
    measure = add(here, "measure", title="Recycling", frequency="year")
    first = add(here, "reading", measure=measure, period="2025-26", value="1")
    drop(here, "reading", first)
    second = add(here, "reading", measure=measure, period="2025-26", value="2")
    meet(here, there)
    assert here.unsettled() == [] == there.unsettled()
    with here.change("Brought back") as change:
        change.restore("reading", first)
    assert [each.sort for each in here.unsettled()] == ["twice"]
    meet(here, there)
    assert here.unsettled() == there.unsettled() and {first, second} == set(here.unsettled()[0].records)


def test_what_hangs_on_a_record_is_found_in_one_question(two: list[Register]) -> None:
    here, _there = two
    stone, other = (add(here, "milestone", title=title, first_due="2026-05-01") for title in "AB")
    moved = add(here, "forecast", milestone=stone, date="2026-06-01")
    gone = add(here, "forecast", milestone=stone, date="2026-07-01")
    add(here, "forecast", milestone=other, date="2026-08-01")
    drop(here, "forecast", gone)
    assert hanging(here.db, {"forecast", "person"}, "milestone", stone) == {moved, gone}
    assert hanging(here.db, {"person"}, "milestone", stone) == hanging(here.db, (), "person", "x") == set()


def test_a_circle_is_found_where_two_ways_lead_into_it(two: list[Register]) -> None:
    """A waits for B by C and by D, and B for A: each laptop closed a part of it."""
    here, there = two
    a, b, c, d = (add(here, "milestone", title=title, first_due="2026-05-01") for title in "ABCD")
    meet(*two)
    for waits, for_ in ((a, c), (a, d), (c, b), (d, b)):
        add(here, "waits_for", milestone=waits, waits_for=for_)
    add(there, "waits_for", milestone=b, waits_for=a)
    meet(*two)
    assert {each.sort for each in both(two)} == {"circle"}
