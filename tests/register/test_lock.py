"""The lock says who has the register, and a killed process leaves none."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from pmdesk.register.lock import Holder, Lock, lock_path, take


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


def fail(_path: Path, missing_ok: bool = False) -> None:
    raise OSError(errno.EIO, "broken")
