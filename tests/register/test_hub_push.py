"""Pushing: many laptops at once, in any order, end with exactly what they all wrote."""

import random
import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from pmdesk.register import hub_push
from pmdesk.register.entries import Entry
from pmdesk.register.hub_faults import HubFault
from pmdesk.register.hub_link import connect
from pmdesk.register.store import Register
from tests.hub_laptops import Laptop, stored, sync_once
from tests.hub_server import Hub
from tests.register.laptops import add
from tests.register.laptops import laptops as in_memory

Laptops = Callable[[int], list[Laptop]]


def of_hub(hub: Hub, many: int) -> list[Register]:
    """Registers in memory that are copies of the hub's."""
    made = in_memory(many)
    for each in made:
        each.db.execute("UPDATE register SET id = ?", (hub.register_id,))
        each.id = hub.register_id
    return made


def test_six_laptops_pushing_the_same_and_their_own_reach_exactly_the_union(hub: Hub) -> None:
    registers = of_hub(hub, 6)
    for n, each in enumerate(registers):
        for at in range(12):
            add(each, "partnership", name=f"{n} {at}")
    everything = {entry.hash: entry for each in registers for entry in each.entries()}
    for each in registers:  # in an order of its own, and some of the others' too
        some = random.sample(list(everything.values()), 40)
        each.merge(some, "pack:test")
    failed: list[BaseException] = []

    def push(register: Register) -> None:
        try:
            for _ in range(3):
                done = sync_once(register, hub)
                if done.fault:
                    raise done.fault
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=push, args=(each,)) for each in registers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    union = {name: entry.payloads for name, entry in everything.items()}
    assert stored(hub) == union
    for each in registers:
        sync_once(each, hub)
        assert {entry.hash: entry.payloads for entry in each.entries()} == union


def test_two_that_push_one_batch_the_other_way_round_do_not_block_each_other(hub: Hub) -> None:
    """Sorted by hash, the second waits for the first and then adds what is left."""
    (register,) = of_hub(hub, 1)
    for at in range(30):
        add(register, "partnership", name=str(at))
    entries = list(register.entries())
    links = [connect(hub.url(login), None, hub.register_id) for login in ("helen", "amir")]
    told: list[int] = []

    def write(at: int) -> None:
        some = entries if at else entries[::-1]
        told.append(hub_push._write(links[at], some, {each.hash: each.payloads for each in some}).new)

    threads = [threading.Thread(target=write, args=(at,)) for at in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(told) == 30 and len(stored(hub)) == 30
    for link in links:
        link.close()


def test_a_deadlock_is_tried_again_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_push.time, "sleep", lambda _seconds: None)
    left = [2]

    def twice() -> int:
        left[0] -= 1
        if left[0] >= 0:
            raise psycopg.errors.DeadlockDetected("x")
        return 7

    assert hub_push.again(twice) == 7

    def always() -> int:
        left[0] += 1
        raise psycopg.errors.SerializationFailure("x")

    left[0] = 0
    with pytest.raises(HubFault) as met:
        hub_push.again(always)
    assert met.value.away and left[0] == 6

    def other() -> int:
        left[0] += 1
        raise psycopg.errors.DiskFull("x")

    left[0] = 0
    with pytest.raises(HubFault):
        hub_push.again(other)
    assert left[0] == 1


def test_a_batch_that_fails_leaves_nothing_of_itself(hub: Hub, laptops: Laptops) -> None:
    (one,) = laptops(1)
    one.add(name="First")
    one.add(name="Second")
    with one.open() as register:
        first, second = register.entries()
    link = connect(hub.url("helen"), None, hub.register_id)
    wrong = dict(second.payloads)
    wrong[0] = first.payloads[0]
    with pytest.raises(HubFault):
        hub_push._write(link, [first, second], {first.hash: first.payloads, second.hash: wrong})
    assert stored(hub) == {}
    link.close()


def test_batches_stay_within_their_size(hub: Hub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (register,) = of_hub(hub, 1)
    for at in range(7):
        add(register, "partnership", name=str(at), purpose="x" * 500)
    names = [entry.hash for entry in register.entries()]
    monkeypatch.setattr(hub_push, "BATCH", 3)
    assert [len(batch) for batch in hub_push._read(register.db, names)] == [3, 3, 1]
    monkeypatch.setattr(hub_push, "BATCH_BYTES", 1)
    assert [len(batch) for batch in hub_push._read(register.db, names)] == [1] * 7
    assert all(isinstance(each, Entry) for batch in hub_push._read(register.db, names) for each in batch)
