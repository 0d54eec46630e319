"""Copies worked on apart become one again, whatever they are called; nothing of either is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import copies
from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.records import save
from pmdesk.actions.registers import Register, Unavailable, open_register
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.register.store import create

NAMES = [
    "aldermoor (1).pmdesk",
    "aldermoor-Ann's MacBook.pmdesk",
    "aldermoor (Ann Lee's conflicted copy 2026-03-02).pmdesk",
]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with create(tmp_path / "aldermoor.pmdesk") as made:
        made.set_me(save(made, "person", {"name": "Helen Marsh", "kind": "officer"})[0])
        save(made, "organisation", {"name": "Chamber of Trade"})
        yield made


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of another laptop's keys."""
    folder = tmp_path / "another home"
    folder.mkdir()
    return folder


def worked_on(register: Register, name: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy on which Ann worked on her own laptop."""
    assert register.path
    path = register.path.with_name(name)
    register.backup_to(path)
    with monkeypatch.context() as there:
        there.setenv("PMDESK_HOME", str(home))
        with open_register(path) as copy:
            copy.set_me(save(copy, "person", {"name": "Ann Lee", "kind": "officer"})[0])
            save(copy, "organisation", {"name": f"Added in {name}"})
            chamber = copy.find("organisation", "Chamber of Trade")[0]
            save(copy, "organisation", {"name": "Chamber", "note": name}, str(chamber["id"]))
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_found_and_merged(
    register: Register, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = worked_on(register, name, elsewhere, monkeypatch)
    stood = path.read_bytes()
    chamber = register.find("organisation", "Chamber of Trade")[0]
    save(register, "organisation", {"name": "Chamber of Commerce"}, str(chamber["id"]))
    [found] = copies.copies_beside(register)
    assert (found.path, found.new) == (path, 3)
    look = copies.look_at_copy(register, path)
    assert path.read_bytes() == stood
    said = copies.say_copy(look, Words())
    assert said[0] == f"3 saves in {name} are not here yet:" and "Ann Lee" in " ".join(said)
    with pytest.raises(Refused, match="not known here"):
        copies.take_copy(register, look)
    taken = copies.take_copy(register, look, trusting=True)
    assert (taken.new, taken.to_settle) == (3, 1)
    assert copies.say_taken(taken, Words()) == "3 saves were merged. 1 thing is to be settled."
    assert register.check() == []
    assert register.find("organisation", f"Added in {name}")
    assert [row["name"] for row in register.all("laptop")] == ["the laptop of Ann Lee"]
    again = copies.look_at_copy(register, path)
    assert copies.say_copy(again, Words()) == [f"Everything in {name} is here already."]
    assert copies.say_taken(copies.take_copy(register, again), Words()) == "Nothing new was in it."
    assert copies.copies_beside(register) == []


def test_a_merged_copy_is_put_away_and_kept(
    register: Register, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = worked_on(register, NAMES[0], elsewhere, monkeypatch)
    stood = path.read_bytes()
    with pytest.raises(Refused, match="Merge it first"):
        copies.put_away(register, path)
    copies.take_copy(register, copies.look_at_copy(register, path), trusting=True)
    with open_register(path), pytest.raises(Unavailable, match="another window"):
        copies.put_away(register, path)
    moved = copies.put_away(register, path)
    assert not path.exists() and moved.read_bytes() == stood
    assert moved.parent.name == register.id


def test_what_is_no_copy_is_refused(register: Register, tmp_path: Path) -> None:
    assert register.path
    with pytest.raises(Unavailable, match="itself"):
        copies.look_at_copy(register, register.path)
    create(tmp_path / "other.pmdesk").close()
    with pytest.raises(Refused, match="another register"):
        copies.look_at_copy(register, tmp_path / "other.pmdesk")
    with pytest.raises(Unavailable, match="could not be read"):
        copies.look_at_copy(register, tmp_path / "none.pmdesk")
    ann = save(register, "person", {"name": "Ann Lee", "kind": "member"})[0]
    body = save(register, "outside_body", {"name": "Dock Trust"})[0]
    save(register, "appointment", {"outside_body": body, "person": ann})
    make_member_file(register, ann, tmp_path / "ann.pmdesk", "2026-04-27")
    with pytest.raises(Refused, match="member’s own file"):
        copies.look_at_copy(register, tmp_path / "ann.pmdesk")
    assert copies.copies_beside(register) == []


def test_a_damaged_copy_is_refused(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "copy.pmdesk"
    register.backup_to(path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"Chamber of Trade"', b'"Chamber of TRADE"'))
    with pytest.raises(Refused, match="This copy is damaged"):
        copies.look_at_copy(register, path)
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(Refused, match="This copy is damaged"):
        copies.look_at_copy(register, path)


def test_a_copy_brings_back_values_that_were_lost(register: Register, tmp_path: Path) -> None:
    from pmdesk.actions.rescuing import rescue

    whole, spoilt = tmp_path / "whole.pmdesk", tmp_path / "spoilt.pmdesk"
    register.backup_to(whole)
    spoilt.write_bytes(whole.read_bytes().replace(b'"Chamber of Trade"', b'"Chamber of TRADE"'))
    new, found = rescue(spoilt, tmp_path / "new.pmdesk")
    assert found.lost == 1
    with open_register(new) as rescued:
        look = copies.look_at_copy(rescued, whole)
        assert look.new == 0 and look.entries
        copies.take_copy(rescued, look)
        assert rescued.check() == [] and rescued.find("organisation", "Chamber of Trade")
