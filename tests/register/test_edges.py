"""Edges of the file and its neighbours: another system's ways, what goes away in between, what is nothing."""

import os
import sys
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from pmdesk.register import (
    lock,
    mounts,
    protecting,
    rescuing,
    restoring,
    rivals,
    salvage,
    schema,
    undoing,
    wiping,
)
from pmdesk.register.cipher import make_key
from pmdesk.register.database import connect
from pmdesk.register.entries import Entry, Malformed, hash_text, read_value
from pmdesk.register.erasing import erase, own_values
from pmdesk.register.faults import GONE, Damaged, Unavailable
from pmdesk.register.hub_faults import HubFault
from pmdesk.register.hub_link import connect as reach
from pmdesk.register.hub_pull import _bad
from pmdesk.register.lock import Holder, Lock, take, why_read_only
from pmdesk.register.rescuing import _head, _held, _Proved
from pmdesk.register.rights import Said, _founder, _ranks
from pmdesk.register.salvage import Salvage
from pmdesk.register.store import Register, create, memory, open_register
from tests.register.laptops import add, laptops, meet, put


def test_a_value_may_be_nothing() -> None:
    assert read_value("null") is None


def test_a_hub_whose_line_breaks_below_the_library_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg

    def broken(**_parts: object) -> None:
        raise OSError("no route")

    monkeypatch.setattr(psycopg, "connect", broken)
    with pytest.raises(HubFault, match="Check the address") as met:
        reach("postgresql://helen@hub/pm", None, "x")
    assert met.value.away


def test_a_batch_that_is_not_sound_without_a_save_to_blame_is_said_so(register: Register) -> None:
    said = _bad(register, None, list[Entry](), Malformed("strange"))  # type: ignore[arg-type]
    assert "strange" in str(said)


def as_on_windows(monkeypatch: pytest.MonkeyPatch, module: ModuleType) -> None:
    monkeypatch.setattr(module, "sys", SimpleNamespace(platform="win32"))


def test_where_an_open_file_cannot_be_removed_it_goes_after_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = take(tmp_path / "a.pmdesk", "Helen")
    assert isinstance(held, Lock) and held.path.exists()
    as_on_windows(monkeypatch, lock)
    held.let_go()
    assert not held.path.exists()


def test_another_systems_lock_is_asked_for_far_behind_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = list[int]()

    def locking(handle: int, _how: int, _many: int) -> None:
        if taken:
            raise OSError("taken")
        taken.append(os.lseek(handle, 0, os.SEEK_CUR))

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))  # type: ignore[misc]
    as_on_windows(monkeypatch, lock)
    handle = os.open(tmp_path / "x", os.O_RDWR | os.O_CREAT)
    try:
        assert lock._try(handle) and not lock._try(handle)
        assert taken[0] > 1 << 20 and os.lseek(handle, 0, os.SEEK_CUR) == taken[0]
    finally:
        os.close(handle)


def test_where_no_second_process_can_be_asked_a_lock_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_second_gets_in", lambda _path: True)
    ended = list[int]()
    monkeypatch.setattr(os, "fork", lambda: 0)
    monkeypatch.setattr(os, "_exit", lambda code: ended.append(code))
    monkeypatch.setattr(os, "waitpid", lambda _child, _how: (1, 1 << 8))
    assert not lock._keeps_out(tmp_path / "x") and ended == [1], "the other process says what it found"
    monkeypatch.delattr(os, "fork")
    assert not lock._keeps_out(tmp_path / "x")


def test_another_window_is_named_where_nobody_is() -> None:
    assert "open in another window" in str(why_read_only(Holder("", "")))


def test_drives_of_windows_are_nowhere_else(tmp_path: Path) -> None:
    assert mounts._windows(tmp_path) == []


def test_a_draft_that_is_not_there_is_dropped_by_nothing(register: Register) -> None:
    register.drop_draft("nowhere")
    assert register.drafts() == []


def test_what_is_in_memory_is_its_own_twin_and_a_file_that_was_pulled_out_has_none(tmp_path: Path) -> None:
    with memory() as nowhere:
        assert nowhere.twin() is nowhere
    with create(tmp_path / "a.pmdesk") as register:
        (tmp_path / "a.pmdesk").rename(tmp_path / "away.pmdesk")
        with pytest.raises(Unavailable) as met:
            register.twin()
        assert str(met.value) == GONE
        (tmp_path / "away.pmdesk").rename(tmp_path / "a.pmdesk")


def test_where_an_open_file_cannot_be_replaced_it_is_closed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_on_windows(monkeypatch, protecting)
    with create(tmp_path / "a.pmdesk") as register:
        add(register, "organisation", name="Trust")
        prepared = protecting.prepare(register, "heather and gorse")
        protecting.put_in_place(register, prepared)
        assert register.db.key is not None and register.check() == []
        assert register.find("organisation", "Trust")


def test_a_copy_that_is_spoilt_never_takes_its_registers_place(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    with create(path, passphrase="heather and gorse") as register:
        add(register, "organisation", name="Trust")
        id, salt = register.id, register.db.key
    assert salt is not None
    data = bytearray(path.read_bytes())
    data[-1000] ^= 1
    path.write_bytes(data)
    with pytest.raises(Unavailable):
        protecting._look_over(None, path, make_key("heather and gorse", salt.salt), id)
    assert protecting._to_overwrite(tmp_path / "nothing") == -1


def test_what_cannot_be_read_has_no_head_and_what_is_no_save_is_passed(tmp_path: Path) -> None:
    assert _head(tmp_path) == b""
    here, _there = laptops()
    add(here, "organisation", name="A")
    (entry,) = here.entries()
    spoilt = SimpleNamespace(body=b"{}", sig=entry.sig, via="typed")
    sound = SimpleNamespace(body=entry.body, sig=entry.sig, via="typed")
    payloads = {payload.hash: payload for payload in entry.payloads.values()}
    salvaged = Salvage([spoilt, sound], payloads, set(), set(), {})  # type: ignore[list-item]
    assert [each.hash for each, _body, _via in _held(salvaged, lambda _n, _of: None)] == [entry.hash]


def test_saves_of_another_register_in_a_file_are_left_out(tmp_path: Path) -> None:
    one, _other = laptops()
    two, _third = laptops()
    add(one, "organisation", name="A")
    add(two, "organisation", name="B")
    written = [
        SimpleNamespace(body=entry.body, sig=entry.sig, via="typed")
        for register in (one, two)
        for entry in register.entries()
    ]
    proved = _Proved()
    proved.register = one.id
    assert proved.add(Salvage(written, {}, set(), set(), {})) == 1  # type: ignore[arg-type]


def test_a_name_that_was_taken_and_is_free_again_is_said_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_names: object) -> None:
        raise FileExistsError(17, "taken")

    monkeypatch.setattr(os, "link", taken)
    (tmp_path / "aside").write_bytes(b"x")
    with pytest.raises(FileExistsError):
        restoring.put_in_place(tmp_path / "aside", tmp_path / "new.pmdesk")
    with pytest.raises(Unavailable, match="already there"):
        create(tmp_path / "new.pmdesk")


def test_a_file_that_is_no_register_of_ours_has_no_id(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    with create(path):
        pass
    db = connect(path, read_only=False)
    db.execute("UPDATE register SET id = 'none of ours'")
    db.close()
    assert restoring.id_of(path) is None


def test_a_disk_that_fails_while_a_backup_is_copied_is_the_disks_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with create(tmp_path / "a.pmdesk"):
        pass
    for kind, met in ((sqlite.OperationalError, sqlite.OperationalError), (sqlite.DatabaseError, Damaged)):

        def fails(*_given: object, kind: Any = kind) -> None:
            raise kind("disk I/O error")

        monkeypatch.setattr(restoring, "copy_whole", fails)
        with pytest.raises(met):
            restoring._copy(tmp_path / "a.pmdesk", tmp_path / "b.pmdesk", None)


def test_who_founded_it_is_told_by_the_first_key_that_fits_and_ranks_by_signatures_that_hold() -> None:
    here, _there = laptops()
    add(here, "organisation", name="A")
    key = here.sign(b"")[0]
    wrong = Said(1, here.id, "recovery_key", "00" * 32, b"h", key, 1, 1)
    assert _founder(here.db, here.id, [key], [wrong]) == (key, bytes(32))
    unsigned = Said(2, "r", "recovery", "1 00", b"h", key, 2, 1)
    assert _ranks(here.id, {"r": key}, [unsigned], None) == {}


def test_tables_that_are_new_enough_are_left_alone(register: Register) -> None:
    before = schema.version(register.db)
    schema.migrate(register.db)
    assert schema.version(register.db) == before and not register.db.in_transaction


def test_no_save_is_nobodys_making(register: Register) -> None:
    assert undoing._made_by(register.db, hash_text(bytes(32))) == {}


def test_a_backup_that_came_out_wrong_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with create(tmp_path / "a.pmdesk") as register:
        person = add(register, "person", name="Zebedee Quillfeather")
        made = register.daily_backup(date(2026, 3, 1))
        assert made is not None
        before = made.read_bytes()
        erase(register, person, own_values(register, person), {}, "")
        monkeypatch.setattr(wiping, "check", lambda *_given: ["wrong"])
        left = register.wipe().left
        assert [path for path, _why in left] == [made] and "did not come out right" in str(left[0][1])
        assert made.read_bytes() == before


def test_what_an_older_register_does_not_know_is_left_out(register: Register) -> None:
    wiping._project_older(register.db, [("nothing we know", "x"), ("person", "not there")])
    assert register.all("person") == []


def test_tables_are_not_touched_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "old.pmdesk"
    path.touch()
    one, other = connect(path, read_only=False), connect(path, read_only=False)
    try:
        schema.migrate(one, 1)
        other.execute("BEGIN IMMEDIATE")
        one.execute("PRAGMA busy_timeout=1")
        with pytest.raises(sqlite.OperationalError):
            schema.migrate(one)
        other.execute("ROLLBACK")
        assert schema.version(one) == 1 and not one.in_transaction
    finally:
        one.close()
        other.close()


def test_what_was_undone_twice_is_said_by_who_said_it_first(register: Register) -> None:
    record = add(register, "organisation", name="A")
    put(register, "organisation", record, name="B")
    for _each in range(2):
        register.undo()
        register.redo()
    register.undo()
    row = register.get("organisation", record)
    assert row and row["name"] == "A"
    register.undo()
    assert register.get("organisation", record) and register.check() == []
    (line,) = [each for each in register.history(record) if each.new == "A"][:1]
    assert line.new == "A"


def test_what_is_rescued_comes_with_what_this_laptop_kept_as_far_as_a_table_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pmdesk"
    with create(path) as register:
        add(register, "organisation", name="Trust")
        register.set_local("choice:milestones", "table")
        made = [tmp_path / f"{n}.pmdesk" for n in range(2)]
        for each in made:
            register.backup_to(each)
    path.with_name("a.pmdesk-journal").write_bytes(b"")
    rows = [("local", {"name": "x", "value": None}), ("local", {"name": "y", "value": "kept"})]
    monkeypatch.setattr(rescuing, "_rows", lambda *_given: iter(rows))
    found = rescuing.rescue(path, tmp_path / "new.pmdesk", made)
    assert found.saved == 1 and found.from_backups == 0
    with open_register(tmp_path / "new.pmdesk") as new:
        assert new.find("organisation", "Trust") and (new.local("x"), new.local("y")) == (None, "kept")
    monkeypatch.setattr(rescuing, "check", lambda *_given: ["wrong"])
    with pytest.raises(Unavailable, match="wrong"):
        rescuing.rescue(path, tmp_path / "another.pmdesk", [])
    assert not (tmp_path / "another.pmdesk").exists()


def test_a_save_that_is_undone_leaves_alone_what_it_made_and_was_deleted_since(register: Register) -> None:
    with register.change("Saved two") as change:
        one = change.add("organisation", {"name": "One"})
        two = change.add("organisation", {"name": "Two"})
    save = undoing.stacks(register.db, register.sign(b"")[0]).undo[-1]
    with register.change("Deleted organisation") as change:
        change.delete("organisation", one)
    with register.change("Undone") as change:
        undoing.invert(change, save)
    assert [(register.get("organisation", each) or {})["deleted"] for each in (one, two)] == [1, 1]


def test_bytes_that_only_look_like_rows_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pmdesk"
    with create(path) as register:
        add(register, "organisation", name="Trust")
        register.set_local("me", "-" * 36)
    assert salvage.salvage(path).written and "me" not in salvage.salvage(path).here
    monkeypatch.setattr(
        salvage, "_columns", lambda *given: [b"", bytes(16), b"\xff"] if given[3] == 3 else None
    )
    assert salvage.salvage(path).payloads == {}
    monkeypatch.setattr(salvage, "_columns", lambda *_given: None)
    found = salvage.salvage(path)
    assert (found.written, found.payloads, found.numbered, found.erased) == ([], {}, set(), set())


def test_no_more_backups_are_read_than_are_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pmdesk"
    with create(path) as register:
        add(register, "organisation", name="Trust")
        register.backup_to(tmp_path / "old.pmdesk")
        add(register, "organisation", name="Club")
        backups = [tmp_path / f"{n}.pmdesk" for n in range(2)]
        for each in backups:
            register.backup_to(each)
    monkeypatch.setattr(rescuing, "_rows", lambda *_given: iter([("local", {"nothing": "x"})]))
    found = rescuing.rescue(tmp_path / "old.pmdesk", tmp_path / "new.pmdesk", backups)
    assert (found.saved, found.from_backups) == (2, 1)


def test_what_an_undo_brought_back_of_an_erased_value_was_said_by_nobody(register: Register) -> None:
    record = add(register, "organisation", name="A")
    put(register, "organisation", record, name="B")
    register.undo()
    events = [
        event
        for (event,) in register.db.execute(
            "SELECT id FROM event WHERE record = ? AND field = 'name' ORDER BY id", (record,)
        )
    ]
    assert rivals._brought_back(register.db, events[2]) == events[0]
    register.db.execute("DELETE FROM payload WHERE event = ?", (events[0],))
    assert rivals._brought_back(register.db, events[2]) is None


def test_two_who_wrote_alike_are_brought_back_as_one_value() -> None:
    here, there = laptops()
    record = add(here, "organisation", name="Dock Trust")
    meet(here, there)
    for register in (here, there):
        put(register, "organisation", record, name="Dock")
    meet(here, there)
    put(here, "organisation", record, name="Docks")
    here.undo()
    assert [each.value for each in here.rival_values(record, "name")] == ["Dock"]
    assert here.check() == []
