"""What a laptop whose saves wait calls itself, and how many wait."""

from pmdesk.domain.laptop import laptop_id
from pmdesk.register.laptops import claimed_name, waiting_by_laptop
from tests.register.laptops import add, laptops


def test_saves_that_wait_are_counted_by_laptop() -> None:
    here, _there = laptops()
    add(here, "person", name="Ann")
    assert waiting_by_laptop(here.db) == {}
    here.db.execute("UPDATE entry SET stands = 0")
    assert list(waiting_by_laptop(here.db).values()) == [1]


def test_a_name_is_claimed_only_by_the_laptop_itself() -> None:
    here, _there = laptops()
    key = here.sign(b"x")[0]
    assert claimed_name(here.db, key) == ""
    with here.change("Named this laptop") as change:
        change.add("laptop", {"name": "Ann’s"}, record=laptop_id(key))
        change.add("laptop", {"name": "Bob’s"}, record=laptop_id(bytes(32)))
    assert claimed_name(here.db, key) == "Ann’s" and claimed_name(here.db, bytes(32)) == ""
