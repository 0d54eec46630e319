"""Whose saves count is the same on every laptop that has the same entries, in whatever order they came."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from pmdesk.actions.laptops import trust_laptop
from pmdesk.actions.roles import _words_of as words_of
from pmdesk.actions.roles import recover, stop_trusting, switch_roles_off, switch_roles_on
from pmdesk.domain.check import Refused
from pmdesk.register.entries import Entry, Ref, read_body
from pmdesk.register.granting import grant
from pmdesk.register.projection import rebuild
from pmdesk.register.store import Register, memory
from tests.register.laptops import add, drop, put
from tests.register.roles import key_of, laptop, secret_of, state

SCENARIOS, STEPS = 12, 40


class Council:
    """Five laptops, the first of which began the register; a seat for a member."""

    def __init__(self, folder: Path, draw: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
        from pmdesk.register.founding import recovery_public

        self.folder, self.draw, self.patch = folder, draw, monkeypatch
        first = laptop(folder / "0")
        self.secret = secret_of(folder / "0", first)
        with first.change("Started register") as change:
            self.people = [change.add("person", {"name": name}) for name in ("Ann", "Bob")]
            public = recovery_public(self.secret).hex()
            change.add("settings", {"recovery_key": public}, record=first.id)
            body = change.add("outside_body", {"name": "Dock Trust"})
            self.seats = [change.add("appointment", {"outside_body": body, "person": p}) for p in self.people]
            self.boards = [change.add("partnership", {"name": f"Board {n}"}) for n in range(3)]
        self.laptops = [first, *(laptop(folder / str(n), first) for n in range(1, 5))]
        for each in self.laptops[1:]:
            each.merge(list(first.entries()), "pack:x")

    def step(self) -> None:
        """One of many things that people do, on one of the laptops; what is refused is not done."""
        at = self.draw.randrange(len(self.laptops))
        here, other = self.laptops[at], self.draw.choice(self.laptops)
        self.patch.setenv("PMDESK_HOME", str(self.folder / str(at)))
        person = self.draw.choice([*self.people, None])
        does = {
            "write": lambda: put(
                here, "partnership", self.draw.choice(self.boards), name=str(self.draw.random())
            ),
            "add": lambda: self.boards.append(add(here, "partnership", name=str(self.draw.random()))),
            "drop": lambda: drop(here, "partnership", self.draw.choice(self.boards)),
            "update": lambda: add(
                here, "annual_update", appointment=self.draw.choice(self.seats), status="draft"
            ),
            "seat": lambda: put(here, "appointment", self.draw.choice(self.seats), person=person),
            "trust": lambda: trust_laptop(
                here, key_of(other), f"Laptop {at}", person, self.draw.choice(["officer", "member"])
            ),
            "stop": lambda: stop_trusting(here, key_of(other)),
            "on": lambda: switch_roles_on(here),
            "off": lambda: switch_roles_off(here),
            "recover": lambda: recover(here, words_of(self.secret)),
            "undo": here.undo,
            "send": lambda: here.merge(list(other.entries()), "pack:x"),
        }
        weights = {
            "write": 8,
            "send": 8,
            "trust": 4,
            "stop": 3,
            "on": 3,
            "recover": 0.3,
            "off": 0.5,
            "update": 4,
        }
        names = list(does)
        with suppress(Refused):
            does[self.draw.choices(names, [weights.get(name, 1) for name in names])[0]]()


def shuffled(entries: list[Entry], draw: random.Random, of: Register) -> Register:
    """A register that got the same entries in another order, in packs of any size, some twice."""
    made = memory()
    made.db.execute("UPDATE register SET id = ?", (of.id,))
    made.id = of.id
    left = draw.sample(entries, len(entries))
    while left:
        size = draw.randint(1, 9)
        made.merge([*left[:size], *draw.sample(entries, 2)], "pack:x")
        left = left[size:]
    return made


@pytest.mark.parametrize("seed", range(SCENARIOS))
def test_many_orders_of_grants_stops_and_saves_end_alike(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(seed)
    (tmp_path / "all").mkdir()
    council = Council(tmp_path / "all", draw, monkeypatch)
    for _ in range(STEPS):
        council.step()
    entries = list({entry.hash: entry for each in council.laptops for entry in each.entries()}.values())
    for each in council.laptops:
        each.merge(entries, "pack:x")
    wanted = state(council.laptops[0])
    for each in [*council.laptops[1:], *(shuffled(entries, draw, council.laptops[0]) for _ in range(3))]:
        assert state(each) == wanted
        assert each.check() == []
    with each.writing():
        rebuild(each.db)
    assert state(each) == wanted and each.check() == []


def test_the_check_sees_a_save_that_is_marked_wrongly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "all").mkdir()
    council = Council(tmp_path / "all", random.Random(1), monkeypatch)
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "all" / "0"))
    first, second = council.laptops[:2]
    switch_roles_on(first)
    put(second, "partnership", council.boards[0], name="By nobody we know")
    first.merge(list(second.entries()), "pack:x")
    assert first.check() == []
    first.db.execute("UPDATE entry SET stands = 1")
    assert ["counting or not" in str(each) for each in first.check()] == [True]


def test_ratings_and_references_follow_what_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger's readings, and a record that others point to, come and go with the grant."""
    (tmp_path / "all").mkdir()
    council = Council(tmp_path / "all", random.Random(1), monkeypatch)
    first, stranger = council.laptops[:2]
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "all" / "0"))
    with first.change("Saved measure") as change:
        facts = {"title": "Waste", "code": "W1", "polarity": "lower", "frequency": "year", "unit": "t"}
        measure = change.add(
            "measure", {**facts, "aggregation": "snapshot", "partnership": council.boards[0]}
        )
        change.add("target", {"measure": measure, "period": "2025-26", "value": "10"})
    stranger.merge(list(first.entries()), "pack:x")
    switch_roles_on(first)
    add(stranger, "reading", measure=measure, period="2025-26", value="9")
    theirs = add(stranger, "partnership", name="Theirs")
    first.merge(list(stranger.entries()), "pack:x")
    put(first, "measure", measure, partnership=theirs)
    assert first.ratings_of(_row(first, measure)) == {} and not first.all("partnership", id=theirs)
    assert first.check() == []
    trust_laptop(first, key_of(stranger), "Bob’s laptop")
    assert [rating for rating, *_ in first.ratings_of(_row(first, measure)).values()] == ["green"]
    assert first.all("partnership", id=theirs)[0]["name"] == "Theirs" and first.check() == []
    with first.change("Stopped") as change:
        grant(change, key_of(stranger), {"role": "stopped"})
    assert first.ratings_of(_row(first, measure)) == {} and not first.all("partnership", id=theirs)
    assert not first.search("Theirs") and first.check() == []


def _row(register: Register, measure: str) -> int:
    return int(register.db.execute("SELECT n FROM measure WHERE id = ?", (measure,)).fetchone()[0])


def test_only_who_may_erases_whatever_way_the_save_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a hub or by a pack: what a member's laptop or a stranger's erased stays, and goes with the grant."""
    council = Council(tmp_path, random.Random(1), monkeypatch)
    first, officer, member, stranger, _last = council.laptops
    names = {
        person: [(entry.hash, place) for entry in first.entries()
                 for place, event in enumerate(read_body(entry.body).events)
                 if (event.record, event.field) == (person, "name")]
        for person in council.people
    }  # fmt: skip
    ann, bob = council.people
    for each, person in ((member, ann), (stranger, bob)):  # before they know that roles are on
        with each.change("Erased", via="final") as change:
            change.erase(Ref(*ref) for ref in names[person])
        assert each.get("person", person)["name"] == "(erased)"  # type: ignore[index]
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "0"))
    trust_laptop(first, key_of(officer), "Ann’s laptop")
    trust_laptop(first, key_of(member), "Bob’s laptop", bob, "member")
    switch_roles_on(first)
    for each in (member, stranger):
        first.merge(list(each.entries()), f"hub:{first.id}")

    def called(*people: str) -> list[object]:
        return [(first.get("person", each) or {}).get("name") for each in people]

    assert called(ann, bob) == ["Ann", "Bob"]
    assert first.check() == []
    trust_laptop(first, key_of(stranger), "Cat’s laptop")
    assert called(ann, bob) == ["Ann", "(erased)"]
    officer.merge(list(first.entries()), "pack:x")
    with officer.change("Erased", via="final") as change:
        change.erase(Ref(*ref) for ref in names[ann])
    first.merge(list(officer.entries()), f"hub:{first.id}")
    assert called(ann, bob) == ["(erased)", "(erased)"] and first.check() == []


def test_what_an_officer_sends_out_is_the_councils(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that comes back says who signed it: a member's laptop and a stranger's sign none."""
    council = Council(tmp_path, random.Random(1), monkeypatch)
    first, officer, member, stranger, _silent = council.laptops
    for each in (officer, member):
        put(each, "partnership", council.boards[0], purpose="Known here")
        first.merge(list(each.entries()), "pack:x")
    forms = {each: each.sign(b"a form") for each in council.laptops}

    def known() -> list[bool]:
        return [first.signed_here(b"a form", *forms[each]) for each in council.laptops]

    assert known() == [True, True, True, False, False], "before roles are on all that saved here"
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "0"))
    trust_laptop(first, key_of(officer), "Ann’s laptop")
    trust_laptop(first, key_of(member), "Bob’s laptop", council.people[1], "member")
    switch_roles_on(first)
    put(stranger, "partnership", council.boards[0], purpose="Not known here")
    first.merge(list(stranger.entries()), "pack:x")
    assert known() == [True, True, False, False, False]
    stop_trusting(first, key_of(officer))
    assert known() == [True, True, False, False, False], "what it had sent comes back for weeks"


def test_who_may_not_save_is_told_so_and_a_member_saves_only_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = Council(tmp_path, random.Random(1), monkeypatch)
    first, officer, member, stranger, _last = council.laptops
    ann, bob = council.seats
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "0"))
    trust_laptop(first, key_of(officer), "Ann’s laptop")
    trust_laptop(first, key_of(member), "Bob’s laptop", council.people[1], "member")
    switch_roles_on(first)
    for each in (officer, member, stranger):
        each.merge(list(first.entries()), "pack:x")
    with pytest.raises(Refused, match="not trusted in this register yet"):
        put(stranger, "partnership", council.boards[0], purpose="Mine")
    with pytest.raises(Refused, match="says whose saves count"):
        put(officer, "settings", first.id, roles_on=False)
    with pytest.raises(Refused, match="a member’s: it writes that member’s own"):
        put(member, "partnership", council.boards[0], purpose="Mine")
    with pytest.raises(Refused, match="a member’s"):
        add(member, "annual_update", appointment=ann, status="draft")
    own = add(member, "annual_update", appointment=bob, status="draft")
    put(member, "annual_update", own, main_business="We met")
    first.merge(list(member.entries()), "pack:x")
    assert (first.get("annual_update", own) or {})["main_business"] == "We met" and first.check() == []
    stop_trusting(first, key_of(member))
    member.merge(list(first.entries()), "pack:x")
    with pytest.raises(Refused, match="was stopped"):
        put(member, "annual_update", own, main_business="More")
    assert (first.get("annual_update", own) or {})["main_business"] == "We met"


def test_a_member_does_not_write_over_another_members_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A seat passed from one to the other: what the first one wrote of it stays theirs."""
    council = Council(tmp_path, random.Random(1), monkeypatch)
    first, one, two, *_rest = council.laptops
    seat = council.seats[0]
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "0"))
    for laptop_of, person in ((one, council.people[0]), (two, council.people[1])):
        trust_laptop(first, key_of(laptop_of), "A laptop", person, "member")
    switch_roles_on(first)
    update = add(first, "annual_update", appointment=seat, status="draft")
    one.merge(list(first.entries()), "pack:x")
    put(one, "annual_update", update, main_business="First")
    first.merge(list(one.entries()), "pack:x")
    put(first, "appointment", seat, person=council.people[1])
    two.merge(list(first.entries()), "pack:x")
    with pytest.raises(Refused, match="a member’s"):
        put(two, "annual_update", update, main_business="Second")
    put(two, "annual_update", update, issues="Rent")
    assert (two.get("annual_update", update) or {})["main_business"] == "First"
