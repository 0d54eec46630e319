"""Who wrote in a pack: a stranger is asked about, unless somebody known vouches for them in it."""

from pmdesk.actions.laptops import name_this_laptop, trust_laptop
from pmdesk.actions.pack_laptops import keep_our_names, names_of_laptops, strangers
from pmdesk.domain.laptop import STOPPED, laptop_id
from pmdesk.domain.words import Words
from pmdesk.register.entries import read_body
from pmdesk.register.merging import Checked
from pmdesk.register.store import Register, memory
from tests.register.test_merging import laptop


def all_of(register: Register) -> Checked:
    return [(each, read_body(each.body)) for each in register.entries()]


def key(register: Register) -> bytes:
    return register.sign(b"")[0]


def test_a_stranger_and_one_who_is_vouched_for() -> None:
    here, carol = memory(), bytes([3] * 32)
    with here.change("Saved") as change:
        change.add("organisation", {"name": "A"})
    there = laptop(here.id)
    assert strangers(there, key(here), all_of(here)) == (key(here),)
    there.merge(list(here.entries()), "pack:x")
    assert strangers(there, key(here), all_of(here)) == ()
    assert strangers(there, carol, all_of(here)) == (carol,)
    trust_laptop(here, carol, "Carol’s laptop")
    assert strangers(there, carol, all_of(here)) == ()
    assert names_of_laptops(all_of(here)) == {}
    trust_laptop(here, key(here), "Ann’s laptop")
    assert names_of_laptops(all_of(here)) == {key(here): "Ann’s laptop"}


def test_who_was_stopped_is_not_vouched_for() -> None:
    here, carol = memory(), bytes([3] * 32)
    trust_laptop(here, carol, "Carol’s laptop", role=STOPPED)
    there = laptop(here.id)
    assert strangers(there, carol, all_of(here)) == (carol, key(here))


def test_what_we_called_a_laptop_stays() -> None:
    here = memory()
    name_this_laptop(here, Words())
    bobs = key(here)
    for ours, settled in ((("Ann’s",), True), (("Ann’s", "Anne’s"), False)):
        there = laptop(here.id)
        for name in ours:
            # Two people who had not seen each other's: each in a journal of their own.
            one = laptop(here.id)
            trust_laptop(one, bobs, name)
            there.merge(list(one.entries()), "pack:x")
        there.merge(list(here.entries()), "pack:y")
        keep_our_names(there, [bobs])
        assert (len(there.rival_values(laptop_id(bobs), "name")) == 1) is settled
        if settled:
            assert there.title(laptop_id(bobs)) == "Ann’s"
