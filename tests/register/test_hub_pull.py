"""Pulling: in batches, each whole; what a hub sends that was not asked for is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from pmdesk.domain.telling import Stopped
from pmdesk.register import hub_pull
from pmdesk.register.hub_faults import HubFault
from pmdesk.register.hub_link import connect
from pmdesk.register.hub_pull import _batches
from tests.hub_laptops import Laptop, stored
from tests.hub_server import Hub

Laptops = Callable[[int], list[Laptop]]


def test_batches_are_small_by_count_and_by_size() -> None:
    small = [(bytes([n]), 10) for n in range(250)]
    assert [len(some) for some in _batches(small)] == [100, 100, 50]
    large = [(bytes([n]), 300_000) for n in range(3)]
    assert [len(some) for some in _batches(large)] == [1, 1, 1]
    assert list(_batches([])) == []


def test_a_person_stops_it_and_what_came_stays(
    hub: Hub, laptops: Laptops, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_pull, "BATCH", 2)
    one, two = laptops(2)
    for n in range(6):
        one.add(name=str(n))
    one.sync(hub)

    def enough(done: int, of: int) -> None:
        assert of in (0, 6)
        if done >= 4:
            raise Stopped

    done = two.sync(hub, told=enough)
    assert isinstance(done.fault, Stopped) and done.pulled == 4 and len(done.touched) == 4
    assert two.sync(hub).pulled == 2


def test_one_laptops_grant_lets_in_what_waited_in_the_same_sync(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    one.add(name="First")
    two.add(name="Second")
    one.sync(hub)
    two.sync(hub)
    asked: list[int] = []

    def at_first(register: Any, keys: Any) -> list[bytes]:
        """Unknown until the save that says so was merged; here: when asked a second time."""
        asked.append(len(list(keys)))
        return list(keys) if len(asked) <= 2 else []

    done = one.sync(hub, strangers=at_first)
    assert done.pulled == 1 and done.waiting == {}
    assert one.journal() == stored(hub)


class Lying:
    """A line to a hub that answers with rows of its own."""

    def __init__(self, link: Any, rows: list[tuple[Any, ...]]) -> None:
        self.link, self.rows, self.schema = link, rows, link.schema
        self.db = self

    def execute(self, said: str, *_given: Any, **_more: Any) -> Any:
        return self

    def fetchall(self) -> list[tuple[Any, ...]]:
        rows, self.rows = self.rows, []
        return rows


@pytest.mark.parametrize("many", [1, 3])
def test_rows_nobody_asked_for_are_refused(hub: Hub, laptops: Laptops, many: int) -> None:
    (one,) = laptops(1)
    one.add(name="First")
    with one.open() as register:
        (entry,) = register.entries()
    link = connect(hub.url("helen"), None, hub.register_id)
    lying: Any = Lying(link, [(entry.hash, entry.body + b" " * (many == 1), entry.sig)] * many)
    with pytest.raises(HubFault):
        hub_pull._fetch(lying, [entry.hash])
    link.close()


def test_a_save_of_no_shape_is_refused_whole(hub: Hub, laptops: Laptops) -> None:
    import hashlib

    one, two = laptops(2)
    two.add(name="Good")
    two.sync(hub)
    body = f'{{"register":"{hub.register_id}"}}'.encode()
    link = connect(hub.url("amir"), None, hub.register_id)
    link.db.execute(
        f"INSERT INTO {link.schema}.entry(hash, body, sig) VALUES (%b, %b, %b)",
        (hashlib.sha256(body).digest(), body, bytes(64)),
    )
    link.close()
    done = one.sync(hub)
    assert isinstance(done.fault, HubFault) and "fields of an entry" in str(done.fault)
    assert done.pulled == 0 and one.journal() == {}
