"""The name typed while a laptop was trusted stands over its own, and its own person where none was said."""

from pathlib import Path

import pytest

from pmdesk.actions.conflicts import conflicts
from pmdesk.actions.laptop_list import line_of
from pmdesk.actions.laptop_names import settle_names
from pmdesk.actions.laptops import call_this_laptop, laptop_row, my_key, trust_laptop
from pmdesk.actions.pack_laptops import keep_names_given_here
from pmdesk.actions.records import save
from pmdesk.actions.registers import open_register
from pmdesk.actions.roles import switch_roles_on
from pmdesk.domain.laptop import laptop_id
from pmdesk.register.store import Register, create
from tests.laptops import WORDS, Laptop
from tests.running import copy_of


@pytest.fixture
def two_names(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Register, bytes]:
    """Bob's laptop calls itself so; here it was trusted as Robert's before that came."""
    path = copy_of(sample_file, tmp_path / "here")
    with Laptop(tmp_path, path, "bob", monkeypatch).at() as bob:
        call_this_laptop(bob, "Bob’s laptop")
        entries, key = list(bob.entries()), my_key(bob)
    register = open_register(path)
    trust_laptop(register, key, "Robert’s laptop")
    register.merge(entries, "pack:x")
    return register, key


def test_the_name_given_here_stands(two_names: tuple[Register, bytes]) -> None:
    register, key = two_names
    assert [each.field for each in conflicts(register, WORDS)] == ["name", "person"]
    assert settle_names(register, {key: "Robert’s laptop"}, WORDS) == 2
    assert conflicts(register, WORDS) == [] and register.check() == []
    row = laptop_row(register, key) or {}
    assert row["name"] == "Robert’s laptop" and row["person"]
    assert settle_names(register, {key: "Robert’s laptop"}, WORDS) == 0
    register.close()


def test_a_name_that_nobody_wrote_settles_nothing(two_names: tuple[Register, bytes]) -> None:
    register, key = two_names
    assert settle_names(register, {}, WORDS) == 0
    settle_names(register, {key: "Another"}, WORDS)
    assert [each.field for each in conflicts(register, WORDS)] == ["name"]
    register.close()


def test_the_name_given_here_stands_after_a_sync_too_and_only_where_it_was_given(
    two_names: tuple[Register, bytes], tmp_path: Path
) -> None:
    register, key = two_names
    touched = [("laptop", laptop_id(key)), ("laptop", laptop_id(bytes(32))), ("person", "x")]
    with Laptop(tmp_path, register.path or tmp_path, "third", pytest.MonkeyPatch()).at() as third:
        keep_names_given_here(third, touched)
        assert [each.field for each in conflicts(third, WORDS)] == ["name", "person"], "it named nobody"
    keep_names_given_here(register, touched)
    assert conflicts(register, WORDS) == [] and register.check() == []
    row = laptop_row(register, key) or {}
    assert row["name"] == "Robert’s laptop" and row["person"]
    register.close()


def test_with_roles_on_whose_it_is_is_nothing_to_settle_either(
    tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "begun.pmdesk"
    with create(path, "Helen Marsh") as hers:
        person = save(hers, "person", {"name": "Bob Pugh"})[0]
        laptop = Laptop(tmp_path, path, "bob", monkeypatch)
        with laptop.at() as bob:
            bob.set_me(person)
            call_this_laptop(bob, "Bob’s laptop")
            entries, key = list(bob.entries()), my_key(bob)
        switch_roles_on(hers)
        hers.merge(entries, "pack:x")
        line = line_of(hers, key, WORDS)
        assert (line.claims, line.claims_person, line.person_id) == ("Bob’s laptop", person, "")
        trust_laptop(hers, key, "Robert’s laptop")
        assert conflicts(hers, WORDS) == [] and hers.check() == []
        assert (laptop_row(hers, key) or {})["name"] == "Robert’s laptop"
