"""Who decides and what each laptop may, read from entries alone."""

from pathlib import Path

import pytest

from pmdesk.domain.laptop import laptop_id
from pmdesk.register import founding
from pmdesk.register.rights import (
    Grant,
    Limit,
    _key,
    devices,
    is_recovery,
    limit_of,
    may_be_on,
    on_chain,
    rights,
)
from pmdesk.register.store import Register
from tests.register.laptops import add, laptops, meet, put
from tests.register.roles import key_of, laptop, secret_of


def test_every_laptop_that_saved_is_found(register: Register) -> None:
    assert devices(register.db) == [] and not may_be_on(register.db, register.id)
    here, there = laptops()
    add(here, "person", name="Ann")
    add(there, "person", name="Bob")
    meet(here, there)
    assert len(devices(here.db)) == 2 and devices(here.db) == devices(there.db) == sorted(devices(here.db))


def test_the_founder_is_whose_key_fits_the_id_whatever_the_clocks_say(tmp_path: Path) -> None:
    first = laptop(tmp_path / "a")
    public = founding.recovery_public(secret_of(tmp_path / "a", first)).hex()
    other = laptop(tmp_path / "b", first)
    add(other, "person", name="Earlier by the clock")
    with other.change("Saved settings") as change:
        change.add("settings", {"recovery_key": public}, record=first.id)
    with first.change("Started register") as change:
        change.add("settings", {"recovery_key": public}, record=first.id)
    meet(first, other)
    now = rights(other.db, first.id)
    assert now.founder == key_of(first) and list(now.deciding) == [key_of(first)] and not now.on


def test_in_an_older_register_it_is_whose_first_save_is_the_earliest() -> None:
    here, there = laptops()
    add(here, "person", name="Ann")
    add(there, "person", name="Bob")
    meet(here, there)
    first = min(here.db.execute("SELECT at, hash, device FROM entry WHERE seq = 1").fetchall())[2]
    assert rights(here.db, here.id).founder == rights(there.db, there.id).founder == bytes(first)
    assert rights(here.db, here.id).recovery is None


def test_others_cannot_switch_roles_on(tmp_path: Path) -> None:
    first = laptop(tmp_path / "a")
    public = founding.recovery_public(secret_of(tmp_path / "a", first)).hex()
    with first.change("Started register") as change:
        change.add("settings", {"recovery_key": public}, record=first.id)
    other = laptop(tmp_path / "b", first)
    meet(first, other)
    put(other, "settings", first.id, roles_on=True)
    meet(first, other)
    assert may_be_on(first.db, first.id) and not rights(first.db, first.id).on
    put(first, "settings", first.id, roles_on=False)
    put(first, "settings", first.id, roles_on=True)
    assert rights(first.db, first.id).on


def test_the_chain_of_a_stopped_laptop_is_followed_back_over_what_is_there(tmp_path: Path) -> None:
    first = laptop(tmp_path / "a")
    for n in range(5):
        add(first, "person", name=str(n))
    saves = first.db.execute("SELECT hash FROM entry ORDER BY seq").fetchall()
    hashes = [bytes(digest) for (digest,) in saves]
    key = key_of(first)
    assert on_chain(first.db, key, Limit("officer", 3, hashes[2])) == frozenset(hashes[:3])
    assert on_chain(first.db, key, Limit("officer", 3, bytes(32))) == frozenset(hashes[:2])
    assert on_chain(first.db, key, Limit("officer", 9, bytes(32))) == frozenset(hashes)
    assert on_chain(first.db, key, Limit("officer", 0, bytes(32))) == frozenset()


@pytest.mark.parametrize("text", [None, "", "officer", "officer 4", "member x y", "boss 4 " + "A" * 43, 7])
def test_a_limit_that_is_not_ours_is_none(text: object) -> None:
    assert limit_of(text) is None


def test_a_limit_comes_back_as_it_was_written() -> None:
    limit = Limit("member", 41, bytes(range(32)))
    assert limit_of(str(limit)) == limit


@pytest.mark.parametrize("text", [None, "", "1", "1 zz", "x 00", "1 " + "00" * 64, "99999999 00"])
def test_what_the_recovery_key_did_not_sign_gives_nothing(text: object) -> None:
    public = founding.recovery_public(bytes(16))
    assert is_recovery("r", bytes(32), text, public) == 0
    sig = founding.recovery_signature(bytes(16), "r", bytes(32), 3).hex()
    assert is_recovery("r", bytes(32), f"3 {sig}", public) == 3
    assert (
        is_recovery("r", bytes(32), f"4 {sig}", public) == is_recovery("r", bytes(32), f"3 {sig}", None) == 0
    )


def test_what_says_no_right_gives_none() -> None:
    """Whatever somebody writes into these fields is read or counts for nothing."""
    assert limit_of("officer 3 " + "!" * 43) is None and limit_of("officer ² x") is None
    assert _key("no hex") is None and _key("ab") is None and _key("ab" * 32) == b"\xab" * 32
    for said in (None, "", "1", "x " + "0" * 128, "1 no hex", "1234567 " + "0" * 128, "1 " + "0" * 128):
        assert is_recovery("r", b"d", said, bytes(32)) == 0
    assert is_recovery("r", b"d", "1 " + "0" * 128, None) == 0


def test_a_role_of_a_newer_pmdesk_allows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = laptop(tmp_path / "a")
    public = founding.recovery_public(secret_of(tmp_path / "a", first)).hex()
    other = laptop(tmp_path / "b", first)
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "a"))
    with first.change("Started register") as change:
        change.add("settings", {"recovery_key": public}, record=first.id)
        change.add("laptop", {"name": "B", "role": "overseer"}, record=laptop_id(key_of(other)))
    now = rights(first.db, first.id, [key_of(other)])
    assert now.of(key_of(other)) == Grant() and now.of(b"nobody") == Grant()
