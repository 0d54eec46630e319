"""Laptops that write, erase and sync in any order, with a server that is killed between, all end the same."""

import random
from collections.abc import Callable

import pytest

from pmdesk.register.hub_faults import HubFault
from tests.hub_laptops import Laptop, erasing, stored
from tests.hub_server import Hub

END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s"
Laptops = Callable[[int], list[Laptop]]


def step(chance: random.Random, laptop: Laptop, hub: Hub, records: list[str], erased: set[str]) -> None:
    """One thing that one of the laptops does."""
    what = chance.choice(("write", "write", "change", "erase", "sync", "sync", "cut"))
    if what == "write":
        records.append(laptop.add("person", name=f"Ashdown {len(records)}"))
    elif what == "change" and records:
        laptop.put("person", chance.choice(records), email=f"{chance.random()}@example.org")
    elif what == "erase" and records:
        record = chance.choice(records)
        with laptop.open() as register:
            if register.get("person", record):
                erasing(register, record)
                erased.add(record)
    elif what == "cut":
        cut = chance.randrange(3)

        def broken(_done: int, _of: int) -> None:
            nonlocal cut
            cut -= 1
            if cut == 0:
                with hub.admin() as db:
                    db.execute(END, ("amir",))

        done = laptop.sync(hub, "amir", told=broken)
        assert done.fault is None or (isinstance(done.fault, HubFault) and done.fault.away), done.fault
    elif what == "sync":
        assert laptop.sync(hub).fault is None


@pytest.mark.parametrize("seed", [1, 2])
def test_all_end_with_exactly_what_was_written_and_not_erased(hub: Hub, laptops: Laptops, seed: int) -> None:
    chance, some = random.Random(seed), laptops(3)
    records, erased = list[str](), set[str]()
    for _ in range(25):
        step(chance, chance.choice(some), hub, records, erased)
    for each in (*some, *some):
        assert each.sync(hub).fault is None
    journals = [each.journal() for each in some]
    assert journals[0] == journals[1] == journals[2] == stored(hub)
    assert some[0].tables() == some[1].tables() == some[2].tables()
    assert all(each.check() == [] for each in some)


def test_a_server_killed_between_is_gone_on_with(hub: Hub, laptops: Laptops) -> None:
    """As by a power cut: what was acknowledged may be gone there, and comes again from the laptops."""
    one, two = laptops(2)
    for n in range(3):
        one.add(name=str(n))
    one.sync(hub)
    killed = []

    def kill(_done: int, _of: int) -> None:
        if not killed:
            killed.append(True)
            hub.server.kill()

    one.add(name="later")
    done = one.sync(hub, told=kill)
    hub.server.start()
    assert isinstance(done.fault, HubFault) and done.fault.away
    for each in (one, two, one):
        assert each.sync(hub).fault is None
    assert one.journal() == two.journal() == stored(hub)
    assert len(one.journal()) == 4
