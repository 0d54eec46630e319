"""The lock says who has the register, and a killed process leaves none."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmdesk.register import lock
from pmdesk.register.faults import Unavailable
from pmdesk.register.lock import Holder, Lock, lock_path, take
from pmdesk.register.store import create, open_register


def test_the_second_is_told_who_has_it(path: Path) -> None:
    first = take(path, "Helen Marsh")
    assert isinstance(first, Lock)
    second = take(path, "Josh Tennant")
    assert isinstance(second, Holder) and second.who == "Helen Marsh" and second.where
    first.let_go()
    assert not lock_path(path).exists()
    third = take(path, "Josh Tennant")
    assert isinstance(third, Lock)
    third.let_go()
    third.let_go()


def test_a_killed_process_leaves_no_lock(path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from pmdesk.register.lock import take;"
        "kept = take(Path(sys.argv[1]), 'Killed'); print('taken', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout and child.stdout.readline() == "taken\n"
    assert isinstance(take(path, "Helen"), Holder)
    child.kill()
    child.wait()
    after = take(path, "Helen")
    assert isinstance(after, Lock)
    after.let_go()


def test_a_disk_that_keeps_the_lock_file_keeps_nobody_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = take(path, "Helen Marsh")
    assert isinstance(first, Lock)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", fail)
        first.let_go()
    assert lock_path(path).exists()
    second = take(path, "Josh Tennant")
    assert isinstance(second, Lock)
    second.let_go()


def test_where_locks_keep_nobody_out_a_register_can_only_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some shared drives tell everybody that they have the lock."""
    create(path).close()
    monkeypatch.setattr("pmdesk.register.lock._try", lambda handle: True)
    assert take(path, "Helen Marsh") == Holder("", "", keeps_locks=False)
    with open_register(path) as register:
        assert register.read_only and "keeps no locks" in str(register.why_read_only())
        with pytest.raises(Unavailable, match="keeps no locks"), register.change("Saved"):
            pass
    assert not lock_path(path).exists()


def test_locks_that_belong_to_a_process_are_locks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a network drive keeps them: a second handle of a process gets in, another process does not."""
    ours, real = os.getpid(), lock._try

    def per_process(handle: int) -> bool:
        return os.getpid() == ours or real(handle)

    real_lock = take(path, "Somebody else")  # so that the other process is kept out
    assert isinstance(real_lock, Lock)
    monkeypatch.setattr("pmdesk.register.lock._try", per_process)
    found = take(path, "Helen Marsh")
    assert isinstance(found, Lock)
    found.let_go()
    real_lock.let_go()


def fail(_path: Path, missing_ok: bool = False) -> None:
    raise OSError(errno.EIO, "broken")


def test_a_lock_file_that_says_nothing_of_anybody_names_nobody(path: Path) -> None:
    for said in (b"", b"no json", b"[]", b"{}"):
        lock_path(path).write_bytes(said)
        assert lock.holder(path) == Holder("", "")
    lock_path(path).unlink()
    assert lock.holder(path) == Holder("", "")


def test_a_name_that_went_while_it_was_taken_is_taken_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last holder removes its file between our opening and our locking it."""
    really, tried = lock._try, list[int]()

    def late(handle: int) -> bool:
        tried.append(handle)
        if len(tried) == 1:
            lock_path(path).unlink()
        return really(handle)

    monkeypatch.setattr(lock, "_try", late)
    taken = take(path, "Helen Marsh")
    assert isinstance(taken, Lock) and lock_path(path).exists()
    taken.let_go()


def test_who_loses_the_lock_by_looking_at_it_has_not_got_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a lock belongs to the process, asking whether it keeps others out lets go of ours."""
    answers = [True, False]
    monkeypatch.setattr(lock, "_try", lambda _handle: answers.pop(0))
    monkeypatch.setattr(lock, "_keeps_out", lambda _path: True)
    assert isinstance(take(path, "Helen Marsh"), Holder) and answers == []


def test_without_another_process_to_ask_a_lock_that_lets_us_in_twice_keeps_nobody_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_second_gets_in", lambda _path: True)
    monkeypatch.delattr(os, "fork")
    found = take(path, "Helen Marsh")
    assert isinstance(found, Holder) and not found.keeps_locks
