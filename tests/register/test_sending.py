"""What is sent: everything but what the other side said it holds, and everything when that is not sure."""

from pmdesk.domain.holding import Chain, Have
from pmdesk.register.entries import Entry, read_body
from pmdesk.register.merging import merge_checked
from pmdesk.register.sending import Gap, gaps, held_by, holding, how_many, lacking, news, outgoing, shown
from pmdesk.register.store import Register, memory
from tests.register.test_merging import laptop


def saved(register: Register, *names: str) -> Register:
    for name in names:
        with register.change("Saved organisation") as change:
            change.add("organisation", {"name": name, "note": "n"})
    return register


def device(register: Register) -> bytes:
    return register.sign(b"")[0]


def at(register: Register, *places: int) -> list[Entry]:
    entries = list(register.entries())
    return [entries[place] for place in places]


def test_a_whole_beginning_is_said_by_its_last_hash() -> None:
    here = saved(memory(), "A", "B", "C")
    last = list(here.entries())[-1]
    assert holding(here.db) == Have((Chain(device_of(last), 3, last.hash),), ())
    assert held_by(here.db, holding(here.db)) == {1, 2, 3}
    assert list(outgoing(here.db, {1, 2})) == [last]
    assert how_many(here.db) == 3


def device_of(entry: Entry) -> bytes:
    return read_body(entry.body).device


def test_after_a_gap_each_is_said_alone() -> None:
    source, there = saved(memory(), "A", "B", "C", "D"), memory()
    there = laptop(source.id)
    there.merge(at(source, 0, 2, 3), "pack:x")
    first, third, fourth = at(source, 0, 2, 3)
    have = holding(there.db)
    assert have == Have((Chain(device_of(first), 1, first.hash),), (third.hash, fourth.hash))
    assert held_by(source.db, have) == {1, 3, 4}
    assert gaps(there.db, {device_of(first): set()}) == [Gap(device_of(first), 2, 2)]
    assert gaps(there.db, {device_of(first): {2}}) == gaps(source.db, {device_of(first): {2, 4}}) == []
    assert gaps(source.db, {device_of(first): {6, 9}}) == [
        Gap(device_of(first), 5, 5),
        Gap(device_of(first), 7, 8),
    ]
    assert gaps(there.db, {bytes(32): {1, 3}}) == [Gap(bytes(32), 2, 2)]


def test_a_save_without_all_its_values_is_not_held() -> None:
    source = saved(memory(), "A", "B")
    there = laptop(source.id)
    one, two = at(source, 0, 1)
    there.merge([Entry(one.body, one.sig, {0: one.payloads[0]}), two], "pack:x")
    assert holding(there.db) == Have((), (two.hash,))
    # It comes again with what was missing, and then it is held.
    found = news(there.db, [one, two])
    assert (found.new, found.late, found.known) == ([], [one], 1)
    there.merge(found.late, "pack:y")
    assert holding(there.db) == holding(source.db)
    assert news(there.db, [one, two]).known == 2


def test_of_what_comes_twice_the_values_come_together() -> None:
    source = saved(memory(), "A")
    (one,) = source.entries()
    halves = [Entry(one.body, one.sig, {place: one.payloads[place]}) for place in one.payloads]
    assert news(laptop(source.id).db, halves).new == [one]


def test_an_erased_value_is_held_and_never_asked_for() -> None:
    source = saved(memory(), "A")
    (one,) = source.entries()
    source.db.execute("DELETE FROM payload WHERE event = 65536")
    assert holding(source.db) == Have()
    source.db.execute("INSERT INTO erased(hash, place, by) VALUES (?, 0, ?)", (one.hash, one.hash))
    assert holding(source.db).chains[0].n == 1
    assert news(source.db, [one]).known == 1


def test_what_is_not_sure_is_not_held() -> None:
    """A number without our hash, another laptop's hash, a wrong number: each vouches for nothing."""
    here = saved(memory(), "A", "B")
    one, two = at(here, 0, 1)
    key = device_of(one)
    for chain in (Chain(key, 2, bytes(32)), Chain(bytes(32), 2, two.hash), Chain(key, 1, two.hash)):
        assert held_by(here.db, Have((chain,), ())) == set()
    assert held_by(here.db, Have((), (one.hash, bytes(32)))) == {1}


def test_two_saves_of_one_number_end_the_beginning() -> None:
    """A key that was copied wrote twice from the same place: both are held, neither vouches for the other."""
    here = saved(memory(), "A", "B")
    key = here._key
    assert key is not None
    twin = laptop(here.id)
    twin.merge(at(here, 0), "pack:x")
    key.used(1)
    twin._key = key
    saved(twin, "C")
    here.merge(at(twin, 1), "pack:x")
    (one, two, other) = here.entries()
    have = holding(here.db)
    assert have.chains == (Chain(key.public, 1, one.hash),)
    assert set(have.loose) == {two.hash, other.hash}


def test_what_of_it_is_shown() -> None:
    here = saved(memory(), "A", "B")
    ids = [str(row["id"]) for row in here.all("organisation")]
    with here.change("Deleted") as change:
        change.delete("organisation", ids[0])
    assert shown(here.db, [*ids, "x"]) == (1, {ids[1]: here.title(ids[1])})


def test_checked_entries_are_merged_as_they_are() -> None:
    source = saved(memory(), "A")
    there = laptop(source.id)
    with there.writing():
        merged = merge_checked(there.db, [(each, read_body(each.body)) for each in source.entries()], "p")
    assert (merged.new, merged.known) == (1, 0)
    assert there.count("organisation") == 1


def test_what_is_missing_of_each_laptop_is_counted() -> None:
    there = saved(memory(), "A", "B", "C", "D")
    here = laptop(there.id)
    assert lacking(here.db) == {}
    here.merge(at(there, 0, 3), "pack:x")
    assert lacking(here.db) == {device(there): 2}
    here.merge(at(there, 1), "pack:x")
    assert lacking(here.db) == {device(there): 1}
    here.merge(at(there, 2), "pack:x")
    assert lacking(here.db) == {}
