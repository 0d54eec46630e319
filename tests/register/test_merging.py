"""Two journals merged by set union end the same in any order, twice, late; and nothing written is lost."""

import random
import time

import pytest

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.telling import Stopped
from pmdesk.register import merging
from pmdesk.register.entries import Entry, Malformed, check_entry
from pmdesk.register.projection import rebuild
from pmdesk.register.sending import holding, news
from pmdesk.register.store import Register, memory
from tests.register.laptops import add, laptops

FIELDS = ("name", "kind", "note", "contact")


def laptop(identity: str) -> Register:
    register = memory()
    register.db.execute("UPDATE register SET id = ?", (identity,))
    register.id = identity
    return register


def tables(register: Register) -> dict[str, list[tuple[object, ...]]]:
    """All that people see, without local row numbers."""
    found = {
        kind: [row[1:] for row in register.db.execute(f"SELECT * FROM {kind} ORDER BY id")]
        for kind in ENTITIES
    }
    found["record"] = [row[1:] for row in register.db.execute("SELECT * FROM record ORDER BY id")]
    found["search"] = register.db.execute(
        "SELECT r.id, s.title, s.words FROM search s JOIN record r ON r.n = s.rowid ORDER BY r.id"
    ).fetchall()
    found["rivals"] = sorted(register.rivals())
    return found


def act(register: Register, chance: random.Random) -> None:
    """One thing a person might do."""
    rows = register.all("organisation")
    people = register.all("person")
    deed = chance.choice(["add", "set", "set", "set", "person", "delete", "undo", "redo"])
    if deed == "undo":
        register.undo()
    elif deed == "redo":
        register.redo()
    else:
        with register.change("Saved organisation") as change:
            if deed == "add" or not rows:
                change.add("organisation", {"name": f"Org {chance.random()}", "note": "n"})
            elif deed == "person":
                change.add(
                    "person", {"name": f"P {chance.random()}", "organisation": str(chance.choice(rows)["id"])}
                )
            elif deed == "delete":
                change.delete("organisation", str(chance.choice(rows)["id"]))
            else:
                change.set(
                    "organisation",
                    str(chance.choice(rows)["id"]),
                    {chance.choice(FIELDS): f"v{chance.random()}", "note": f"n{chance.random()}"},
                )
                if people:
                    change.set(
                        "person",
                        str(chance.choice(people)["id"]),
                        {"organisation": str(chance.choice(rows)["id"])},
                    )


def send(source: Register, target: Register, chance: random.Random) -> None:
    """A pack that may be shuffled, doubled, or have lost some of its saves."""
    pack = list(source.entries())
    chance.shuffle(pack)
    pack = pack[: chance.randrange(len(pack) + 1)] + pack[: chance.randrange(3)]
    target.merge(pack, "pack:test")


@pytest.mark.parametrize("seed", range(25))
def test_all_laptops_end_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    founder = memory()
    act(founder, chance)
    laptops = [founder, laptop(founder.id), laptop(founder.id)]
    # Clocks years wrong order nothing but what is shown.
    drift = {id(each): chance.randrange(-400, 3_650) * 86_400 for each in laptops}
    real = time.time
    for _ in range(40):
        who = chance.choice(laptops)
        monkeypatch.setattr(time, "time", lambda who=who: real() + drift[id(who)])
        if chance.random() < 0.25:
            send(who, chance.choice(laptops), chance)
        else:
            act(who, chance)
    for source in laptops:
        for target in laptops:
            target.merge(list(source.entries()), "pack:all")
    ends = [tables(each) for each in laptops]
    assert ends[0] == ends[1] == ends[2]
    written = {payload.value for entry in founder.entries() for payload in entry.payloads.values()}
    for each in laptops:
        assert {p.value for entry in each.entries() for p in entry.payloads.values()} == written
        before = tables(each)
        with each.writing():
            rebuild(each.db)
        assert tables(each) == before
        assert each.check() == []


def test_a_value_leaves_the_screen_only_when_someone_who_saw_it_replaced_it() -> None:
    here = memory()
    with here.change("Saved organisation") as change:
        record = change.add("organisation", {"name": "One"})
    there = laptop(here.id)
    there.merge(list(here.entries()), "pack:1")
    for register, name in ((here, "Ours"), (there, "Theirs")):
        with register.change("Saved organisation") as change:
            change.set("organisation", record, {"name": name})
    here.merge(list(there.entries()), "pack:2")
    there.merge(list(here.entries()), "pack:3")
    assert here.rivals() == there.rivals() == [("organisation", record, "name")]
    shown = [each.get("organisation", record) for each in (here, there)]
    assert shown[0] == shown[1]
    # Saving the field again names both, and so settles it.
    with here.change("Settled") as change:
        change.set("organisation", record, {"name": "Ours"})
    assert here.rivals() == []


def test_deleted_here_edited_there_stays_to_be_seen() -> None:
    here = memory()
    with here.change("Saved organisation") as change:
        record = change.add("organisation", {"name": "One"})
    there = laptop(here.id)
    there.merge(list(here.entries()), "pack:1")
    with here.change("Deleted organisation") as change:
        change.delete("organisation", record)
    with there.change("Saved organisation") as change:
        change.set("organisation", record, {"name": "Edited there"})
    here.merge(list(there.entries()), "pack:2")
    row = here.get("organisation", record)
    assert row and row["deleted"] and row["name"] == "Edited there"


def test_a_parent_that_has_not_come_gets_a_row_that_says_so() -> None:
    here = memory()
    with here.change("Saved organisation") as change:
        organisation = change.add("organisation", {"name": "Canal & River Trust"})
    with here.change("Saved person") as change:
        person = change.add("person", {"name": "Ann", "organisation": organisation})
    first, second = here.entries()
    there = laptop(here.id)
    there.merge([second], "pack:late")
    row = there.get("person", person)
    assert row and row["organisation_name"] == "(waiting for its record)"
    assert there.all("organisation") == [] and there.check() == []
    there.merge([first], "pack:later")
    row = there.get("person", person)
    assert row and row["organisation_name"] == "Canal & River Trust"
    assert tables(there) == tables(here)


def test_one_malformed_entry_refuses_the_whole_pack() -> None:
    here = memory()
    for name in ("One", "Two"):
        with here.change("Saved organisation") as change:
            change.add("organisation", {"name": name})
    good, other = here.entries()
    there = laptop(here.id)
    bad = Entry(other.body, bytes(64), other.payloads)
    with pytest.raises(Malformed):
        there.merge([good, bad], "pack:bad")
    assert list(there.entries()) == [] and there.all("organisation") == []


def test_the_oracle_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted fault: last arrival wins instead of heads. The convergence test must notice."""
    from pmdesk.register import projection

    monkeypatch.setattr(projection, "winner", lambda rivals: rivals[-1])
    here = memory()
    with here.change("Saved organisation") as change:
        record = change.add("organisation", {"name": "One"})
    there = laptop(here.id)
    there.merge(list(here.entries()), "pack:1")
    for register, name in ((here, "Ours"), (there, "Theirs")):
        with register.change("Saved organisation") as change:
            change.set("organisation", record, {"name": name})
    ours, theirs = list(here.entries()), list(there.entries())
    here.merge(theirs, "pack:2")
    there.merge(ours, "pack:3")
    assert tables(here) != tables(there)


def test_what_has_not_come_yet_is_no_damage() -> None:
    """A save that is missing in a chain, and a value that did not come with its save; both may still come."""
    here = memory()
    for name in ("One", "Two", "Three"):
        with here.change("Saved organisation") as change:
            change.add("organisation", {"name": name, "note": f"note of {name}"})
    first, second, third = here.entries()
    there = laptop(here.id)
    thin = Entry(first.body, first.sig, {0: first.payloads[0]})
    there.merge([thin, third], "pack:part")
    assert there.check() == []
    assert [row["note"] for row in there.all("organisation")] == [None, "note of Three"]
    # It is not said to be held, and is news when it comes.
    assert holding(there.db).chains == () and holding(there.db).loose == (third.hash,)
    assert news(there.db, [first, third]).late == [first]
    there.merge([first, second], "pack:rest")
    assert tables(there) == tables(here) and there.check() == []
    assert there.db.execute("SELECT count(*) FROM erased").fetchone() == (0,)


def test_what_was_here_and_is_gone_is_damage() -> None:
    here = memory()
    for name in ("One", "Two", "Three"):
        with here.change("Saved organisation") as change:
            change.add("organisation", {"name": name})
    here.db.execute("PRAGMA foreign_keys=OFF")
    here.db.execute("DELETE FROM payload WHERE event / 65536 = 2")
    assert "gone without having been erased" in str(here.check()[0])
    here.db.execute("DELETE FROM event WHERE id / 65536 = 2")
    here.db.execute("DELETE FROM entry WHERE n = 2")
    assert "The chain of saves is broken" in " ".join(map(str, here.check()))


def test_a_merge_counts_its_saves_and_is_stopped_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "AT_ONCE", 2)
    ours, theirs = laptops(2)
    for n in range(5):
        add(theirs, "organisation", name=f"Trust {n}")
    checked = [(entry, check_entry(entry, ours.id)) for entry in theirs.entries()]
    counts = list[tuple[int, int]]()
    for stop in range(1, 7):

        def told(done: int, of: int, stop: int = stop) -> None:
            counts.append((done, of))
            if len(counts) == stop:
                raise Stopped

        counts.clear()
        with pytest.raises(Stopped), ours.writing():
            merging.merge_checked(ours.db, checked, "pack:x", told)
        assert list(ours.entries()) == [] and ours.count("organisation") == 0 and ours.check() == []
    assert counts == [(2, 10), (4, 10), (5, 10), (7, 10), (9, 10), (10, 10)]
    with ours.writing():
        merging.merge_checked(ours.db, checked, "pack:x")
    assert ours.count("organisation") == 5 and ours.check() == []


def test_a_whole_merge_counts_the_checking_too() -> None:
    ours, theirs = laptops(2)
    for n in range(3):
        add(theirs, "organisation", name=f"Trust {n}")
    counts = list[tuple[int, int]]()
    ours.merge(list(theirs.entries()), "pack:x", lambda done, of: counts.append((done, of)))
    assert counts == [(3, 9), (6, 9), (9, 9)] and ours.count("organisation") == 3
