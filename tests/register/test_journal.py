"""The log: entries once, heads by who replaced whom, values that came late or were erased."""

from dataclasses import replace

from pmdesk.register.entries import Entry, Ref, body_bytes, read_body
from pmdesk.register.journal import add_entries, entries, heads, payloads_of, winner
from pmdesk.register.store import Register, memory


def two_saves(register: Register) -> tuple[str, list[Entry]]:
    with register.change("Saved organisation") as change:
        record = change.add("organisation", {"name": "One"})
    with register.change("Saved organisation") as change:
        change.set("organisation", record, {"name": "Two"})
    return record, list(entries(register.db))


def other(register: Register) -> Register:
    made = memory()
    made.db.execute("UPDATE register SET id = ?", (register.id,))
    made.id = register.id
    return made


def test_a_value_stays_a_head_until_one_that_names_it_arrives_in_any_order(register: Register) -> None:
    record, (first, second) = two_saves(register)
    for order in ((first, second), (second, first)):
        there = other(register)
        for entry in order:
            assert add_entries(there.db, [(entry, read_body(entry.body))], "pack:1") != [None]
        assert [head.value for head in heads(there.db, record)] == ['"Two"']


def test_the_same_entry_twice_is_once(register: Register) -> None:
    _record, (first, _second) = two_saves(register)
    there = other(register)
    twice = [(first, read_body(first.body))] * 2
    assert add_entries(there.db, twice, "pack:1") == [1, None]
    assert add_entries(there.db, twice, "pack:2") == [None, None]


def test_values_that_were_missing_may_come_late(register: Register) -> None:
    record, (first, _second) = two_saves(register)
    there = other(register)
    there.merge([Entry(first.body, first.sig, {})], "pack:bare")
    assert heads(there.db, record)[0].value is None
    assert there.all("organisation")[0]["name"] == "(erased)"
    there.merge([first], "pack:whole")
    assert there.all("organisation")[0]["name"] == "One" and there.check() == []


def test_an_erasure_removes_the_value_here_and_wherever_it_merges(register: Register) -> None:
    record, (first, second) = two_saves(register)
    key = register._device()
    body = replace(
        read_body(second.body),
        seq=3,
        prev=second.hash,
        erases=(Ref(first.hash, 0), Ref(second.hash, 0)),
        events=(),
    )
    data = body_bytes(body)
    erasing = Entry(data, key.sign(data), {})
    for order in ((first, second, erasing), (erasing, second, first)):
        there = other(register)
        there.merge(list(order), "pack:1")
        assert [payloads_of(there.db, n) for n in (1, 2, 3)] == [{}, {}, {}]
        assert there.get("organisation", record)["name"] == "(erased)"  # type: ignore[index]
        assert there.check() == []


def test_the_winner_is_the_newest_by_the_authors_clock(register: Register) -> None:
    record, _ = two_saves(register)
    (head,) = heads(register.db, record)
    older = head._replace(at=head.at - 1)
    assert winner([head, older]) == winner([older, head]) == head
