"""Laptops have names: a newcomer is asked about once, one's own is named by itself, all show the name."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.laptops import (
    laptop_row,
    my_key,
    name_of_laptop,
    name_this_laptop,
    this_laptop,
    trust_laptop,
    unknown_laptops,
)
from pmdesk.domain.check import Refused
from pmdesk.domain.laptop import laptop_id
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.register.laptops import add, laptops, meet

EN = words_in("en")
STRANGER = bytes(range(32))


@pytest.fixture
def two() -> tuple[Register, Register]:
    here, there = laptops()
    return here, there


def test_a_newcomer_is_unknown_until_trusted(two: tuple[Register, Register]) -> None:
    here, _there = two
    assert unknown_laptops(here, [STRANGER, STRANGER]) == (STRANGER,)
    assert name_of_laptop(here, STRANGER, EN) == "laptop 0001"
    ann = add(here, "person", name="Ann Shaw")
    changes = trust_laptop(here, STRANGER, " Ann’s laptop ", ann)
    assert changes.touched == {("laptop", laptop_id(STRANGER))}
    assert unknown_laptops(here, [STRANGER]) == ()
    assert name_of_laptop(here, STRANGER, EN) == "Ann’s laptop"
    row = laptop_row(here, STRANGER) or {}
    assert (row["key"], row["person"], row["role"]) == (STRANGER.hex(), ann, "officer")
    assert here.undo_label() == "Saved record", "trust is not undone in passing"


def test_one_that_saved_here_before_is_known_though_nobody_named_it(two: tuple[Register, Register]) -> None:
    here, there = two
    add(there, "organisation", name="Chamber of Trade")
    key = my_key(there)
    assert unknown_laptops(here, [key]) == (key,)
    meet(here, there)
    assert unknown_laptops(here, [key, my_key(here)]) == ()
    assert laptop_row(here, key) is None


def test_this_laptop_is_named_once(two: tuple[Register, Register]) -> None:
    here, _there = two
    here.set_me(add(here, "person", name="Ann Shaw"))
    assert this_laptop(here) is None
    changes = name_this_laptop(here, EN)
    assert changes is not None and changes.touches("laptop")
    row = this_laptop(here) or {}
    assert str(row["name"]).startswith("Ann Shaw’s laptop (") and row["person_name"] == "Ann Shaw"
    assert name_this_laptop(here, EN) is None
    assert name_of_laptop(here, my_key(here), EN) == "this laptop"


def test_two_that_name_a_third_meanwhile_write_one_record(two: tuple[Register, Register]) -> None:
    here, there = two
    trust_laptop(here, STRANGER, "Ann’s laptop")
    trust_laptop(there, STRANGER, "Laptop of A Shaw")
    meet(here, there)
    assert here.count("laptop") == there.count("laptop") == 1
    assert [each.field for each in here.unsettled()] == ["name"]
    assert here.check() == there.check() == []


def test_what_cannot_be_trusted_is_refused_whole(two: tuple[Register, Register]) -> None:
    here, _there = two
    with pytest.raises(Refused) as refused:
        trust_laptop(here, b"short", " ", "nobody")
    assert set(refused.value.problems) == {"key", "name", "person"}
    assert here.count("laptop") == 0


def test_nobody_types_a_laptop_or_its_key(two: tuple[Register, Register]) -> None:
    here, _there = two
    with pytest.raises(Refused, match="six words"):
        records.save(here, "laptop", {"name": "Mine"})
    trust_laptop(here, STRANGER, "Ann’s laptop")
    record = laptop_id(STRANGER)
    with pytest.raises(Refused, match="belongs to the laptop"):
        records.save(here, "laptop", {"key": "0" * 64}, record)
    with pytest.raises(Refused, match="Stop it"):
        records.delete(here, "laptop", record)
    records.save(here, "laptop", {"name": "Ann’s new laptop"}, record)
    assert name_of_laptop(here, STRANGER, EN) == "Ann’s new laptop"
