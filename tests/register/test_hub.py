"""The hub: laptops that push and pull reach the union of what they wrote, whatever comes between."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pmdesk.register import hub_pull, hub_push
from pmdesk.register.hub import forget, sync, waiting_to_go
from pmdesk.register.hub_faults import CUT, HubFault
from pmdesk.register.hub_link import connect
from pmdesk.register.hub_setup import place_of
from tests.hub_laptops import Laptop, erasing, stored, sync_once
from tests.hub_server import Hub

Laptops = Callable[[int], list[Laptop]]


def test_what_one_wrote_comes_to_the_other_and_to_the_hub(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    record = one.add(name="Moor", purpose="Paths")
    done = one.sync(hub)
    assert (done.pushed, done.pulled, done.fault) == (1, 0, None)
    done = two.sync(hub, "amir")
    assert (done.pushed, done.pulled, done.fault) == (0, 1, None)
    assert done.touched == {("partnership", record)}
    with two.open() as register:
        assert (register.get("partnership", record) or {})["purpose"] == "Paths"
    assert one.journal() == two.journal() == stored(hub)
    again = two.sync(hub, "amir")
    assert (again.pushed, again.pulled, again.touched) == (0, 0, frozenset())
    assert one.check() == two.check() == []


def test_two_changes_unseen_by_each_other_both_stay(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    record = one.add(name="Moor")
    one.sync(hub)
    two.sync(hub)
    one.put("partnership", record, purpose="Paths")
    two.put("partnership", record, purpose="Gates")
    for each in (one, two, one):
        assert each.sync(hub).fault is None
    with one.open() as register:
        assert register.rivals() == [("partnership", record, "purpose")]
    assert one.tables() == two.tables()


def test_what_waits_to_go_is_counted(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    one.add()
    with one.open() as register:
        assert waiting_to_go(register) == 1
        sync_once(register, hub)
        assert waiting_to_go(register) == 0
    two.add()
    two.sync(hub)
    with one.open() as register:
        sync_once(register, hub)
        assert waiting_to_go(register) == 0  # what came from the hub need not go there
        forget(register)
        assert waiting_to_go(register) == 2


def test_a_row_committed_after_a_later_one_is_not_passed_over(hub: Hub, laptops: Laptops) -> None:
    """Two laptops push at once: the one that began first ends last."""
    one, two, three = laptops(3)
    one.add(name="First")
    two.add(name="Second")
    schema = place_of(hub.register_id).schema
    with one.open() as register:
        entry = next(iter(register.entries()))
    slow = connect(hub.url("helen"), None, hub.register_id)
    slow.db.execute("BEGIN")
    slow.db.execute(
        f"INSERT INTO {schema}.entry(hash, body, sig) VALUES (%b, %b, %b)",
        (entry.hash, entry.body, entry.sig),
    )
    two.sync(hub)
    assert three.sync(hub).pulled == 1
    assert three.sync(hub).pulled == 0
    slow.db.execute("COMMIT")
    slow.close()
    with hub.admin() as db:
        names = [name for (name,) in db.execute(f"SELECT hash FROM {schema}.entry ORDER BY n")]
    assert names[0] == entry.hash  # the lower number came into sight last
    assert three.sync(hub).pulled == 1
    assert set(three.journal()) == set(stored(hub))


def test_a_hub_put_back_to_an_earlier_day_is_filled_again(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    one.add(name="First")
    one.sync(hub)
    two.sync(hub)
    one.add(name="Second")
    one.sync(hub)
    two.sync(hub)
    with hub.admin() as db:  # what a restore leaves
        db.execute(f"DELETE FROM {place_of(hub.register_id).schema}.entry WHERE n > 1")
    two.add(name="Third")
    assert two.sync(hub).pushed == 2
    assert one.sync(hub).pulled == 1
    assert one.journal() == two.journal() == stored(hub)


@pytest.mark.parametrize("pulled", [False, True], ids=["what was pushed", "what was pulled"])
def test_a_hub_put_back_while_a_transaction_stood_open_is_filled_again(
    hub: Hub, laptops: Laptops, pulled: bool
) -> None:
    """The horizon stays behind a transaction that is open: its save is older than what the restore took."""
    one, two = laptops(2)
    one.add(name="First")
    one.sync(hub)
    with _left_open(hub):
        one.add(name="Second")
        one.sync(hub)
        for _ in range(3):  # what is here is compared with the hub's once, then counted
            two.sync(hub)
    _put_back(hub, 1)
    laptop = two if pulled else one
    assert laptop.sync(hub).pushed == 1
    assert set(stored(hub)) == set(laptop.journal())
    assert laptop.sync(hub).pushed == 0


def test_a_hub_put_back_before_a_push_that_ended_after_the_horizons_is_filled_again(
    hub: Hub, laptops: Laptops
) -> None:
    """A push that began first ended last, with the backup made between the two ends."""
    one, two = laptops(2)
    one.add(name="First")
    two.add(name="Second")
    link = connect(hub.url("helen"), None, hub.register_id)
    with one.open() as register, pytest.MonkeyPatch.context() as patch:
        real, todo = link.db.execute, [two]

        def execute(sql: str, *given: Any, **named: Any) -> Any:
            done = real(sql, *given, **named)
            while todo and sql.startswith("INSERT"):  # written, and its transaction not over yet
                todo.pop().sync(hub)
            return done

        patch.setattr(link.db, "execute", execute)
        assert sync(register, link).fault is None
    link.close()
    assert not todo and len(stored(hub)) == 2
    _put_back(hub, 1, newest=True)
    assert one.sync(hub).pushed == 1
    assert set(stored(hub)) == set(one.journal())


def test_a_value_that_a_restore_took_from_the_hub_goes_again(hub: Hub, laptops: Laptops) -> None:
    """A value that came late went to the hub alone, after its save; the backup was made before."""
    one, two = laptops(2)
    one.add(name="Moor", purpose="Paths")
    with one.open() as register:
        (whole,) = register.entries()
    with two.open() as register:
        register.merge([type(whole)(whole.body, whole.sig, {})], "pack:test")
        sync_once(register, hub)
        register.merge([whole], "pack:later")
        sync_once(register, hub)
    with hub.admin() as db:
        db.execute(f"DELETE FROM {place_of(hub.register_id).schema}.payload")
    two.sync(hub)
    assert stored(hub) == {whole.hash: whole.payloads}


def _put_back(hub: Hub, saves: int, *, newest: bool = False) -> None:
    """What a restore leaves: so many of the saves, the first to come or the last."""
    schema, order = place_of(hub.register_id).schema, "DESC" if newest else "ASC"
    with hub.admin() as db:
        db.execute(
            f"DELETE FROM {schema}.entry WHERE n NOT IN"
            f" (SELECT n FROM {schema}.entry ORDER BY n {order} LIMIT {saves})"
        )


@contextmanager
def _left_open(hub: Hub) -> Iterator[None]:
    """A transaction of somebody else in the hub, which comes to nothing."""
    with hub.admin() as db:
        db.execute("BEGIN")
        db.execute("SELECT pg_current_xact_id()")
        yield
        db.execute("ROLLBACK")


def test_a_hub_made_anew_is_filled_again(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    one.add()
    one.sync(hub)
    with hub.admin() as db:
        db.execute(f"DROP SCHEMA {place_of(hub.register_id).schema} CASCADE")
    Hub(hub.server, hub.database, hub.register_id, ("helen",))
    assert one.sync(hub).pushed == 1
    assert two.sync(hub).pulled == 1


def test_a_file_whose_numbers_are_others_is_compared_again(hub: Hub, laptops: Laptops) -> None:
    """As after a rescue: the marks are in the file, but its saves were written anew."""
    one, two = laptops(2)
    one.add(name="First")
    one.add(name="Second")
    one.sync(hub)
    with one.open() as register:
        entries = list(register.entries())
        (marks,) = register.db.execute("SELECT value FROM local WHERE name = 'hub_marks'").fetchone()
    two.add(name="Third")
    with two.open() as register:
        register.merge(entries, "pack:test")
        register.set_local("hub_marks", marks)
    assert two.sync(hub).pushed == 1
    assert two.journal() == stored(hub)


def test_a_value_that_came_late_goes_on(hub: Hub, laptops: Laptops) -> None:
    """A save may come without its values, and with them later: here, and through the hub."""
    one, two, three = laptops(3)
    one.add(name="Moor", purpose="Paths")
    with one.open() as register:
        (whole,) = register.entries()
    with two.open() as register:
        register.merge([type(whole)(whole.body, whole.sig, {})], "pack:test")
    two.sync(hub)
    three.sync(hub)
    assert three.journal() == {whole.hash: {}} == stored(hub)
    with two.open() as register:
        register.merge([whole], "pack:later")
    assert two.sync(hub).pushed == 0
    assert stored(hub) == {whole.hash: whole.payloads}
    done = three.sync(hub)
    assert done.pulled == 0 and len(done.touched) == 1
    assert three.journal() == {whole.hash: whole.payloads}


def test_a_laptop_that_knows_a_save_brings_the_values_the_hub_lacks(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    one.add(name="Moor", purpose="Paths")
    with one.open() as register:
        (whole,) = register.entries()
    places = sorted(whole.payloads)
    for each, place in ((one, places[0]), (two, places[1])):
        with each.open() as register:
            if each is one:
                register.db.execute("DELETE FROM payload WHERE event % 65536 <> ?", (place,))
            else:
                register.merge([type(whole)(whole.body, whole.sig, {place: whole.payloads[place]})], "pack:x")
    one.sync(hub)
    two.sync(hub)
    assert stored(hub) == {whole.hash: whole.payloads} == two.journal()
    one.sync(hub)
    assert one.journal() == {whole.hash: whole.payloads}


def test_an_erased_value_leaves_the_hub_and_never_comes_back(hub: Hub, laptops: Laptops) -> None:
    one, two, three = laptops(3)
    record = one.add("person", name="Robert Ashdown", email="r@example.org")
    kept = one.add(name="Moor")
    for each in (one, two):
        each.sync(hub)
    with one.open() as register:
        before = list(register.entries())
        erasing(register, record)
    one.sync(hub)
    assert [payloads for name, payloads in stored(hub).items() if name == before[0].hash] == [{}]
    # A laptop that still has the values, and does not know yet, brings them: the hub takes none.
    with three.open() as register:
        register.merge(before, "pack:old")
    three.sync(hub)
    two.sync(hub)
    for each in (one, two, three):
        assert each.journal() == stored(hub)
        with each.open() as register:
            assert (register.get("partnership", kept) or {})["name"] == "Moor"
            assert not register.db.execute("SELECT 1 FROM payload WHERE value LIKE '%Ashdown%'").fetchall()
    assert not any("Ashdown" in value.value for some in stored(hub).values() for value in some.values())


def test_an_erasure_that_comes_before_what_it_erases_holds(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    record = one.add("person", name="Robert Ashdown")
    with one.open() as register:
        (first,) = register.entries()
        erasing(register, record)
        second = list(register.entries())[1]
    with two.open() as register:
        register.merge([second], "pack:test")
    two.sync(hub)
    with one.open() as register:
        link = connect(hub.url("amir"), None, register.id)
        hub_push._write(link, [first], {first.hash: first.payloads})
        link.close()
    assert stored(hub) == {first.hash: {}, second.hash: {}}


def test_saves_of_an_unknown_laptop_wait_until_it_is_known(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    one.add(name="First")
    two.add(name="Second")
    one.sync(hub)
    two.sync(hub)
    with one.open() as register:
        mine = register._device().public
    unknown = lambda register, keys: [key for key in keys if key != mine]  # noqa: E731
    done = one.sync(hub, strangers=unknown)
    assert done.pulled == 0 and list(done.waiting.values()) == [1] and done.fault is None
    two.add(name="Third")
    two.sync(hub)
    done = one.sync(hub, strangers=unknown)
    assert list(done.waiting.values()) == [2]
    done = one.sync(hub)
    assert done.pulled == 2 and done.waiting == {}
    assert one.journal() == stored(hub)


def test_a_bad_save_in_the_hub_is_refused_whole_with_its_reason(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    one.add(name="First")
    one.sync(hub)
    two.add(name="Second")
    with two.open() as register:
        (entry,) = register.entries()
    link = connect(hub.url("amir"), None, hub.register_id)
    link.db.execute(
        f"INSERT INTO {link.schema}.entry(hash, body, sig) VALUES (%b, %b, %b)",
        (entry.hash, entry.body, bytes(64)),
    )
    link.close()
    before = one.journal()
    done = one.sync(hub)
    assert isinstance(done.fault, HubFault) and not done.fault.away
    said = str(done.fault.sentence)
    assert "signature does not fit" in said and "sent by amir" in said and entry.hash.hex()[:16] in said
    assert one.journal() == before
    with hub.admin() as db:
        db.execute(f"DELETE FROM {link.schema}.entry WHERE hash = %s", (entry.hash,))
    assert one.sync(hub).fault is None


def test_the_sync_is_cut_off_by_the_server_and_the_next_goes_on(
    hub: Hub, laptops: Laptops, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_pull, "BATCH", 5)
    one, two = laptops(2)
    with one.open() as register:
        for _ in range(20):
            with register.change("Saved record") as change:
                change.add("partnership", {"name": "Moor"})
    one.sync(hub)

    def cut(done: int, of: int) -> None:
        with hub.admin() as db:
            db.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'amir'")

    done = two.sync(hub, "amir", told=cut)
    assert isinstance(done.fault, HubFault) and done.fault.away and str(done.fault) == CUT
    assert 0 < done.pulled < 20 and len(done.touched) == done.pulled
    rest = two.sync(hub, "amir")
    assert rest.fault is None and done.pulled + rest.pulled == 20
    assert one.journal() == two.journal() and two.check() == []


def test_the_marks_are_written_only_when_they_move(hub: Hub, laptops: Laptops, tmp_path: Path) -> None:
    (one,) = laptops(1)
    one.add()
    with one.open() as register:
        sync_once(register, hub)
        before = register.db.execute("SELECT total_changes()").fetchone()
        sync_once(register, hub)
        sync_once(register, hub)
        assert register.db.execute("SELECT total_changes()").fetchone() == before


def test_everything_can_be_compared_again(hub: Hub, laptops: Laptops) -> None:
    (one,) = laptops(1)
    one.add()
    one.sync(hub)
    with hub.admin() as db:
        db.execute(f"DELETE FROM {place_of(hub.register_id).schema}.payload")
    with one.open() as register:
        assert sync_once(register, hub).fault is None and not any(stored(hub).values())
        sync_once(register, hub, everything=True)
    assert stored(hub) == one.journal()


def test_a_read_only_register_takes_nothing_in(hub: Hub, laptops: Laptops) -> None:
    one, two = laptops(2)
    one.add()
    one.sync(hub)
    with two.open() as register:
        register.read_only = True
        link = connect(hub.url("helen"), None, register.id)
        done = sync(register, link)
        link.close()
    assert done.fault is not None and done.pulled == 0


@pytest.mark.parametrize("everything", [False, True])
def test_an_empty_register_meets_an_empty_hub(hub: Hub, laptops: Laptops, everything: bool) -> None:
    (one,) = laptops(1)
    with one.open() as register:
        done = sync_once(register, hub, everything=everything)
    assert (done.pushed, done.pulled, done.fault) == (0, 0, None)
