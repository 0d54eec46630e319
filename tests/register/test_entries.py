"""The exact-shape check before the log: anything not to the letter ours is refused."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.register.entries import (
    LONGEST_BODY,
    MOST_EVENTS,
    Body,
    Entry,
    Event,
    Malformed,
    Ref,
    body_bytes,
    check_body,
    check_entry,
    hash_bytes,
    hash_text,
    read_body,
    read_value,
    salted,
)
from pmdesk.register.ids import new_id
from pmdesk.register.keys import DeviceKey, make_key

REGISTER = new_id()


def entry(key: DeviceKey, value: str | int | bool | None = "Two", **changes: object) -> Entry:
    payload = salted([value])[0]
    event = Event(new_id(), "organisation", "name", payload.hash, (Ref(b"\x01" * 32, 7),))
    body = Body(
        REGISTER, key.public, 1, None, 5, new_id(), "Saved organisation", "pmdesk", None, None, (), (event,)
    )
    data = body_bytes(replace(body, **changes))  # type: ignore[arg-type]
    return Entry(data, key.sign(data), {0: payload})


@pytest.fixture
def key() -> DeviceKey:
    return make_key(REGISTER)


def test_an_entry_goes_round(key: DeviceKey) -> None:
    made = entry(key)
    said = check_entry(made, REGISTER)
    assert body_bytes(said) == made.body
    assert said.events[0].replaces == (Ref(b"\x01" * 32, 7),)
    assert hash_bytes(hash_text(made.hash)) == made.hash


def test_a_flipped_bit_anywhere_is_seen(key: DeviceKey) -> None:
    made = entry(key)
    for place in range(len(made.body)):
        flipped = bytearray(made.body)
        flipped[place] ^= 1
        with pytest.raises(Malformed):
            check_entry(Entry(bytes(flipped), made.sig, made.payloads), REGISTER)


def test_a_value_that_is_not_the_signed_one_is_seen(key: DeviceKey) -> None:
    made = entry(key)
    with pytest.raises(Malformed, match="does not fit its hash"):
        check_entry(Entry(made.body, made.sig, salted(["Other"])), REGISTER)
    with pytest.raises(Malformed, match="without an event"):
        check_entry(Entry(made.body, made.sig, {1: made.payloads[0]}), REGISTER)


def test_another_registers_entry_is_refused(key: DeviceKey) -> None:
    with pytest.raises(Malformed, match="another register"):
        check_entry(entry(key), new_id())


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("seq", -1),
        ("seq", "1"),
        ("seq", 2**70),
        ("seq", 1.0),
        ("seq", True),
        ("at", None),
        ("by", "x" * 37),
        ("by", "Helen"),
        ("label", "x" * 300),
        ("label", "a\x00b"),
        ("events", {}),
        ("events", [[1, 2, 3]]),
        ("events", [["x", "organisation", []]]),
        ("erases", ["x"]),
        ("erases", ["A" * 43 + ".4000"]),
        ("device", "short"),
        ("prev", "A" * 43),
        ("batch", "x"),
        ("undoes", "x"),
        ("register", "x"),
        ("app", 5),
    ],
)
def test_a_validly_signed_but_malformed_body_is_refused(key: DeviceKey, field: str, bad: object) -> None:
    said = json.loads(entry(key).body)
    said[field] = bad
    data = json.dumps(said).encode()
    with pytest.raises(Malformed):
        check_entry(Entry(data, key.sign(data), {}), REGISTER)


@pytest.mark.parametrize("missing", ["seq", "events", "app"])
def test_a_missing_or_extra_part_is_refused(key: DeviceKey, missing: str) -> None:
    said = json.loads(entry(key).body)
    for bad in ({k: v for k, v in said.items() if k != missing}, {**said, "extra": 1}, [], None):
        with pytest.raises(Malformed):
            read_body(json.dumps(bad).encode())


@pytest.mark.parametrize(
    "text",
    [
        "[1]",
        "{}",
        "1.5",
        "NaN",
        "9007199254740993",
        '"\\u0000"',
        '"\\ud800"',
        "",
        "x",
        "[" * 100_000,
        '"' + "x" * 200_000 + '"',
    ],
)
def test_a_value_of_no_known_type_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        read_value(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        read_body(data)


def test_an_entry_of_our_own_reads_back_as_it_was_made(key: DeviceKey) -> None:
    body = read_body(entry(key).body)
    check_body(body)
    assert read_body(body_bytes(body)) == body


@pytest.mark.parametrize(
    "bad",
    [
        {"seq": 0}, {"seq": 2}, {"at": -1}, {"by": "Helen"}, {"label": "a\ud800"}, {"label": "x" * 201},
        {"batch": "x"}, {"undoes": "x"}, {"register": "x"}, {"app": "x" * 41},
    ],
    ids=str,
)  # fmt: skip
def test_an_entry_of_our_own_is_looked_at_as_sharply_before_it_is_signed(
    key: DeviceKey, bad: dict[str, object]
) -> None:
    with pytest.raises(Malformed):
        check_body(replace(read_body(entry(key).body), **bad))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "bad",
    [{"record": "x"}, {"kind": "no name"}, {"kind": "x" * 41}, {"field": ""}, {"field": "x" * 61}],
    ids=str,
)
def test_so_is_each_of_its_events(key: DeviceKey, bad: dict[str, str]) -> None:
    body = read_body(entry(key).body)
    events = (*body.events, body.events[0]._replace(**bad))
    with pytest.raises(Malformed):
        check_body(replace(body, events=events))
    with pytest.raises(Malformed, match="too many"):
        check_body(replace(body, events=body.events * (MOST_EVENTS + 1)))


def test_a_body_too_long_to_be_read_is_not_signed(key: DeviceKey) -> None:
    body = read_body(entry(key).body)
    refs = (Ref(b"x" * 32, 1),) * 100_000
    with pytest.raises(Malformed, match="too long"):
        body_bytes(replace(body, events=(body.events[0]._replace(replaces=refs),)))


def test_what_is_too_long_or_too_large_is_refused() -> None:
    with pytest.raises(Malformed, match="body too long"):
        read_body(b"[" * (LONGEST_BODY + 1))
    with pytest.raises(Malformed, match="number too large"):
        read_value(str(1 << 53))
    assert read_value(str(1 - (1 << 53))) == 1 - (1 << 53) and read_value("true") is True


@pytest.mark.parametrize(
    ("told", "why"), [([["name", "x"]], "list"), ([[7, "x", []]], "field name"), (["name"], "list")]
)
def test_an_event_that_names_no_field_is_refused(key: DeviceKey, told: object, why: str) -> None:
    said = json.loads(entry(key).body)
    said["events"][0][2] = told
    with pytest.raises(Malformed, match=why):
        read_body(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
