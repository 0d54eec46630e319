"""Whether the others trust this laptop, as its own register says it: without roles, and with them."""

from pathlib import Path

import pytest

from pmdesk.actions.laptops import fingerprint, my_key, own_words, trust_laptop
from pmdesk.actions.own_trust import own_trust
from pmdesk.actions.records import save
from pmdesk.actions.roles import stop_trusting, switch_roles_on
from pmdesk.domain.laptop import MEMBER
from pmdesk.figures.hub import TRUSTED, WAITS, WAS_STOPPED
from pmdesk.register.store import create
from tests.laptops import Laptop


@pytest.fixture
def ann(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """Who began the register."""
    empty = tmp_path / "empty"
    empty.touch()
    laptop = Laptop(tmp_path, empty, "ann", monkeypatch)
    laptop.path.unlink()
    with monkeypatch.context() as patch:
        patch.setenv("PMDESK_HOME", str(laptop.home))
        with create(laptop.path, "Helen Marsh") as register:
            save(register, "organisation", {"name": "Council"})
    return laptop


@pytest.fixture
def bob(ann: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    return Laptop(tmp_path, ann.path, "bob", monkeypatch)


def exchange(one: Laptop, other: Laptop) -> None:
    for here, there in ((one, other), (other, one)):
        with there.at() as register:
            entries = list(register.entries())
        with here.at() as register:
            register.merge(entries, "pack:test")


def of(laptop: Laptop) -> str:
    with laptop.at() as register:
        return own_trust(register)


def written(laptop: Laptop, name: str, record: str | None = None) -> str:
    with laptop.at() as register:
        return save(register, "organisation", {"name": name}, record)[0]


def test_who_began_it_waits_for_nobody_and_a_newcomer_until_somebody_says_whose_it_is(
    ann: Laptop, bob: Laptop
) -> None:
    assert of(ann) == TRUSTED and of(bob) == TRUSTED, "nobody else saved, and Bob has nothing that could wait"
    written(bob, "Charity")
    assert of(bob) == WAITS
    with bob.at() as his:
        key = my_key(his)
        assert own_words(his) == fingerprint(key)
    exchange(ann, bob)
    assert of(ann) == TRUSTED and of(bob) == WAITS
    with ann.at() as hers:
        trust_laptop(hers, key, "Bob’s laptop")
    exchange(ann, bob)
    assert of(bob) == TRUSTED
    with ann.at() as hers:
        stop_trusting(hers, key)
    exchange(ann, bob)
    assert of(bob) == WAS_STOPPED


def test_whose_saves_another_has_changed_is_known_there(ann: Laptop, bob: Laptop) -> None:
    record = written(bob, "Charity")
    ann.path.write_bytes(bob.path.read_bytes())  # the whole file went back
    written(ann, "Club")
    exchange(ann, bob)
    assert of(bob) == WAITS, "as far as anybody here can know"
    written(ann, "Charity of Holm", record)
    exchange(ann, bob)
    assert of(bob) == TRUSTED


def test_with_roles_on_only_a_grant_counts(ann: Laptop, bob: Laptop) -> None:
    with ann.at() as hers:
        member = save(hers, "person", {"name": "June Whitcombe", "kind": "member"})[0]
        switch_roles_on(hers)
    bob.path.write_bytes(ann.path.read_bytes())
    assert (of(ann), of(bob)) == (TRUSTED, WAITS), "also while it can save nothing"
    with bob.at() as his:
        key = my_key(his)
    with ann.at() as hers:
        trust_laptop(hers, key, "June’s laptop", member, MEMBER)
    exchange(ann, bob)
    assert of(bob) == TRUSTED
    with ann.at() as hers:
        stop_trusting(hers, key)
    exchange(ann, bob)
    assert of(bob) == WAS_STOPPED
