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
