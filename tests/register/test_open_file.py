"""One open register: its worker's connection, its signature, two files of it open at once."""

import os
import shutil
from pathlib import Path

import pytest

from pmdesk.register.entries import read_body
from pmdesk.register.faults import GONE, Unavailable
from pmdesk.register.store import Register, create, open_register


def add(register: Register, kind: str, /, **values: str | int | bool | None) -> str:
    with register.change("Saved record") as change:
        return change.add(kind, values)


def put(register: Register, kind: str, record: str, label: str = "Saved record", /, **values: object) -> None:
    with register.change(label) as change:
        change.set(kind, record, values)  # type: ignore[arg-type]


def name(register: Register, kind: str, record: str) -> object:
    row = register.get(kind, record)
    return row and row["name"]


def entry_device(entry: object) -> bytes:
    return read_body(entry.body).device  # type: ignore[attr-defined]


def test_no_worker_begins_where_the_stick_was_pulled_out(on_disk: Register, tmp_path: Path) -> None:
    assert on_disk.path is not None
    aside = on_disk.path.rename(tmp_path / "aside.pmdesk")
    with pytest.raises(Unavailable) as refused:
        on_disk.twin()
    assert str(refused.value.sentence) == GONE and not on_disk.path.exists()
    aside.rename(on_disk.path)
    on_disk.twin().close()


def test_a_worker_reads_and_writes_by_its_own_connection(on_disk: Register) -> None:
    twin = on_disk.twin()
    record = add(twin, "organisation", name="By the worker")
    assert name(on_disk, "organisation", record) == "By the worker"
    put(on_disk, "organisation", record, name="By the window")
    twin.close()
    assert on_disk.check() == [] and len({entry_device(entry) for entry in on_disk.entries()}) == 1


def test_two_rivals_of_a_field_are_both_kept(register: Register) -> None:
    record = add(register, "organisation", name="One")
    assert register.rivals() == []
    put(register, "organisation", record, name="Two")
    register.db.execute("UPDATE event SET head = 1 WHERE record = ?", (record,))
    assert register.rivals() == [("organisation", record, "name")]


def test_what_goes_out_signed_is_known_again_and_nothing_else(tmp_path: Path) -> None:
    with create(tmp_path / "a.pmdesk") as register:
        device, sig = register.sign(b"a form")
        assert register.signed_here(b"a form", device, sig)
        assert not register.signed_here(b"another form", device, sig)
        assert not register.signed_here(b"a form", device, bytes(64))
        assert not register.signed_here(b"a form", b"no key", sig)
    with create(tmp_path / "b.pmdesk") as other:
        assert not other.signed_here(b"a form", device, sig)


def test_a_signature_is_known_on_another_laptop_once_its_laptop_has_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pmdesk"
    with create(path) as register:
        with register.change("Saved organisation") as change:
            change.add("organisation", {"name": "Chamber of Trade"})
        device, sig = register.sign(b"a form")
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))
    with open_register(path) as register:
        assert register.signed_here(b"a form", device, sig)


def test_two_files_of_one_register_open_at_once_never_sign_the_same_number(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="Chamber of Trade")
        copy = path.with_name("aldermoor (1).pmdesk")
        register.backup_to(copy)
        with open_register(copy) as other:
            add(other, "organisation", name="In the copy")
            add(register, "organisation", name="In the first")
            add(other, "organisation", name="In the copy again")
            incoming = list(other.entries())
        register.merge(incoming, "pack:x")
        assert register.check() == []
        assert {row["name"] for row in register.all("organisation")} == {
            *("Chamber of Trade", "In the copy", "In the first", "In the copy again")
        }


def test_a_stick_that_was_pulled_out_and_is_back(tmp_path: Path) -> None:
    """A save while it is away says so; once it is back the same window saves on."""
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    with create(stick / "a.pmdesk") as register:
        add(register, "organisation", name="Before")
        stick.rename(away)
        for _try in range(2):
            with pytest.raises(Unavailable) as told:
                add(register, "organisation", name="Meanwhile")
            assert str(told.value.sentence) == GONE
        shutil.copytree(away, stick)  # the same file, but no longer the one that was open
        add(register, "organisation", name="After")
        assert {row["name"] for row in register.all("organisation")} == {"Before", "After"}
        assert register.check() == []
        stick.rename(tmp_path / "again")
        with pytest.raises(Unavailable):
            add(register, "organisation", name="Meanwhile")
        shutil.copytree(away, stick)  # an older one is not taken for it
        with pytest.raises(Unavailable) as told:
            add(register, "organisation", name="Meanwhile")
        assert str(told.value.sentence) == GONE


def test_who_sits_here_was_said_on_this_laptop_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with create(path) as register:
        ann = add(register, "person", name="Ann")
        register.set_me(ann)
        assert register.me() == ann
    here = os.environ["PMDESK_HOME"]
    monkeypatch.setenv("PMDESK_HOME", f"{here} of another laptop")
    with open_register(path) as register:
        assert register.me() is None
        bob = add(register, "person", name="Bob")
        register.set_me(bob)
        assert register.me() == bob
        register.set_local("member", bob)  # a member's own file says itself whose it is
        monkeypatch.setenv("PMDESK_HOME", here)
        assert register.me() == bob
