"""Settling: one save that names both, checked like the form; Undo asks again; both laptops end the same."""

import random

import pytest

from pmdesk.actions.conflicts import conflict_called, conflicts, how_many
from pmdesk.actions.records import delete, save
from pmdesk.actions.settling import settle
from pmdesk.actions.taking_back import undo
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Words
from pmdesk.register.store import Register
from tests.actions.test_conflicts import Two, purpose, the, two

__all__ = ["purpose", "two"]
WORDS = Words()


def value(register: Register, kind: str, record: str, name: str) -> object:
    return (register.get(kind, record) or {})[name]


@pytest.mark.parametrize("take", [1, 2])
def test_a_side_is_taken_and_both_laptops_have_it(two: Two, purpose: str, take: int) -> None:
    (told,) = conflicts(two.here, WORDS)
    changes = settle(two.here, told.id, take=take, seen=told)
    assert changes.label == "Settled two values" and ("partnership", purpose) in changes.touched
    two.meet()
    for register in two:
        assert how_many(register) == 0
        assert value(register, "partnership", purpose, "purpose") == told.choices[take - 1].said
        assert register.check() == []


def test_a_third_value_is_written_and_undo_asks_again(two: Two, purpose: str) -> None:
    (told,) = conflicts(two.here, WORDS)
    settle(two.here, told.id, value="Play, and more of it.")
    assert value(two.here, "partnership", purpose, "purpose") == "Play, and more of it."
    assert how_many(two.here) == 0
    undo(two.here)
    (again,) = conflicts(two.here, WORDS)
    assert [(each.said, each.who, each.when) for each in again.choices] == [
        (each.said, each.who, each.when) for each in told.choices
    ]
    two.here.redo()
    assert how_many(two.here) == 0


def test_settled_meanwhile_or_changed_meanwhile_is_refused(two: Two, purpose: str) -> None:
    (told,) = conflicts(two.here, WORDS)
    save(two.there, "partnership", {"purpose": "Later."}, purpose)
    save(two.here, "partnership", {"purpose": "Here."}, purpose)
    with pytest.raises(Refused, match="settled already"):
        settle(two.here, told.id, take=1, seen=told)
    two.meet()
    with pytest.raises(Refused, match="meanwhile"):
        settle(two.here, told.id, take=1, seen=told)
    with pytest.raises(Refused, match="no side 3"):
        settle(two.here, told.id, take=3)
    assert how_many(two.here) == 1


def test_what_is_typed_is_checked_like_the_form(two: Two) -> None:
    partnership = the(two.here, "partnership", "Active Aldermoor")
    save(two.here, "partnership", {"total_budget": "1000", "started": "1/4/2020"}, partnership)
    save(two.there, "partnership", {"total_budget": "2000"}, partnership)
    two.meet()
    (told,) = conflicts(two.here, WORDS)
    with pytest.raises(Refused) as refused:
        settle(two.here, told.id, value="a lot")
    assert "total_budget" in refused.value.problems and how_many(two.here) == 1
    settle(two.here, told.id, value="1,500")
    assert value(two.here, "partnership", partnership, "total_budget") == 150000


def test_a_side_that_breaks_a_rule_is_refused(two: Two) -> None:
    made, _ = save(two.here, "person", {"name": "A Shaw", "starts": "1/5/2020", "ends": "1/5/2024"})
    two.meet()
    save(two.here, "person", {"ends": "1/5/2021"}, made)
    save(two.there, "person", {"ends": "1/5/2026"}, made)
    two.meet()
    (told,) = conflicts(two.here, WORDS)
    with two.here.change("Saved person") as change:
        change.set("person", made, {"starts": "2023-01-01"})
    with pytest.raises(Refused) as refused:
        settle(two.here, told.id, take=1)
    assert "ends" in refused.value.problems
    settle(two.here, told.id, take=2)


def test_steps_of_an_update_are_taken_never_typed(two: Two) -> None:
    update = next(row for row in two.here.all("annual_update") if row["status"] == "draft")
    for register, status in zip(two, ("submitted", "returned"), strict=True):
        with register.change("Moved") as change:
            change.set("annual_update", str(update["id"]), {"status": status})
    two.meet()
    (told,) = conflicts(two.here, WORDS)
    with pytest.raises(Refused, match="Take one of them"):
        settle(two.here, told.id, value="accepted")
    settle(two.here, told.id, take=2)
    assert value(two.here, "annual_update", str(update["id"]), "status") == "returned"


@pytest.mark.parametrize("take", [1, 2])
def test_a_deletion_is_settled_either_way(two: Two, take: int) -> None:
    made, _ = save(two.here, "organisation", {"name": "Dock Trust"})
    two.meet()
    delete(two.here, "organisation", made)
    save(two.there, "organisation", {"contact": "D Ock"}, made)
    two.meet()
    (told,) = conflicts(two.here, WORDS)
    with pytest.raises(Refused, match="one side is taken"):
        settle(two.here, told.id, value="x")
    settle(two.here, told.id, take=take)
    two.meet()
    for register in two:
        row = register.get("organisation", made) or {}
        assert how_many(register) == 0 and bool(row["deleted"]) is (take == 1)
        assert row["contact"] == "D Ock"
    undo(two.here)
    assert how_many(two.here) == 1


def test_a_double_and_a_circle_are_settled_and_come_back_by_undo(two: Two) -> None:
    one, other = (save(two.here, "partnership", {"name": name})[0] for name in ("Harbour", "Docks"))
    two.meet()
    measure = str(two.here.all("measure")[0]["id"])
    for register, reading in zip(two, ("3", "4"), strict=True):
        with register.change("Saved reading") as change:
            change.add("reading", {"measure": measure, "period": "2030-31 Q1", "value": reading})
    save(two.here, "partnership", {"parent": other}, one)
    save(two.there, "partnership", {"parent": one}, other)
    two.meet()
    circle, double = sorted(conflicts(two.here, WORDS), key=lambda each: each.sort)
    keep = next(choice for choice in double.choices if choice.said == "Value: 4")
    settle(two.here, double.id, take=keep.n)
    (left,) = two.here.all("reading", measure=measure, period="2030-31 Q1")
    assert left["value"] == "4"
    settle(two.here, circle.id, take=1)
    assert how_many(two.here) == 0
    undo(two.here)
    undo(two.here)
    assert how_many(two.here) == 2


def tables(register: Register) -> dict[str, list[tuple[object, ...]]]:
    return {
        kind: [row[1:] for row in register.db.execute(f"SELECT * FROM {kind} ORDER BY id")]
        for kind in ENTITIES
    }


@pytest.mark.parametrize("seed", range(3))
def test_edits_on_both_all_settled_in_any_order_end_alike(two: Two, seed: int) -> None:
    """Three rounds of parting, writing, meeting and settling, each round's questions answered at random."""
    chance = random.Random(seed)
    spare = [save(two.here, "organisation", {"name": f"Spare {n}"})[0] for n in range(4)]
    two.meet()
    for _ in range(3):
        for register in two:
            for _ in range(6):
                _write(chance, register, spare)
        two.meet()
        asked = [conflicts(register, WORDS) for register in two]
        assert [each.id for each in asked[0]] == [each.id for each in asked[1]]
        for told in chance.sample(asked[0], len(asked[0])):
            where = chance.choice(two)
            now = conflict_called(where, told.id, WORDS)
            if now is not None:
                settle(where, told.id, take=chance.randint(1, len(now.choices)))
        two.meet()
        for register in two:
            while left := conflicts(register, WORDS):
                settle(register, left[0].id, take=1)
            two.meet()
    assert how_many(two.here) == how_many(two.there) == 0
    assert tables(two.here) == tables(two.there)
    assert two.here.check() == [] and two.there.check() == []


def _write(chance: random.Random, register: Register, spare: list[str]) -> None:
    partnership = str(chance.choice(register.all("partnership")[:2])["id"])
    deed = chance.choice(["purpose", "budget", "spare", "delete"])
    if deed == "purpose":
        save(register, "partnership", {"purpose": f"For {chance.random()}"}, partnership)
    elif deed == "budget":
        save(register, "partnership", {"total_budget": str(chance.randrange(9999))}, partnership)
    else:
        there = [
            each for each in spare if not (register.get("organisation", each) or {"deleted": 1})["deleted"]
        ]
        if not there:
            return
        if deed == "spare":
            save(register, "organisation", {"contact": f"C {chance.random()}"}, chance.choice(there))
        else:
            delete(register, "organisation", chance.choice(there))
