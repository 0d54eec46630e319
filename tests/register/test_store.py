"""The register as a person opens it: again, twice, for reading, in a worker."""

import os
from pathlib import Path

import pytest

from pmdesk.register.entries import read_body
from pmdesk.register.faults import Unavailable
from pmdesk.register.keys import load_key
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


def test_a_register_reopens_as_the_same_device_and_can_undo(path: Path) -> None:
    with create(path) as first:
        record = add(first, "organisation", name="One")
        put(first, "organisation", record, name="Two")
        identity = first.id
    with open_register(path) as again:
        assert again.id == identity and name(again, "organisation", record) == "Two"
        again.undo()
        put(again, "organisation", record, name="Three")
        assert {entry_device(entry) for entry in again.entries()} == {load_key(identity).public}  # type: ignore[union-attr]
        assert again.check() == []
    assert sorted(each.name for each in path.parent.iterdir() if each.name != "home") == [path.name]


def test_a_second_window_says_who_has_it_and_reads_only(path: Path, on_disk: Register) -> None:
    record = add(on_disk, "organisation", name="One")
    with open_register(path) as second:
        assert second.read_only and name(second, "organisation", record) == "One"
        with pytest.raises(Unavailable, match="Helen Marsh has this register open on"):
            add(second, "organisation", name="Two")
    put(on_disk, "organisation", record, name="Still mine")


def test_a_read_only_folder_is_read_and_says_so(path: Path) -> None:
    with create(path) as register:
        add(register, "organisation", name="One")
    before = path.read_bytes()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        if os.access(path, os.W_OK):  # root writes anywhere: then the file is simply opened
            return
        with open_register(path) as register:
            assert register.read_only and register.all("organisation")
            with pytest.raises(Unavailable, match="can only be read"):
                add(register, "organisation", name="Two")
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == before


def test_a_register_is_never_started_over_a_file(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(Unavailable, match="already there"):
        create(path)
    assert path.read_text() == "mine"
