"""What the disk and the storage library say becomes a sentence a person can act on."""

import errno
from json import JSONDecodeError
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from pmdesk.register.faults import Damaged, Unavailable, is_gone, ran_out_of_memory, storage


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "no space"), "disk is full"),
        (OSError(errno.EFBIG, "too big"), "disk is full"),
        (PermissionError(errno.EACCES, "denied"), "cannot be written to"),
        (OSError(errno.EROFS, "read-only"), "cannot be written to"),
        (FileNotFoundError(errno.ENOENT, "gone"), "no such file"),
        (IsADirectoryError(errno.EISDIR, "folder"), "folder, not a file"),
        (OSError(errno.EIO, "broken"), "did not answer"),
        (sqlite.OperationalError("database or disk is full"), "disk is full"),
        (sqlite.OperationalError("attempt to write a readonly database"), "moved, removed or replaced"),
        (sqlite.OperationalError("database is locked"), "try again in a moment"),
        (sqlite.OperationalError("disk I/O error"), "did not answer"),
        (sqlite.DatabaseError("file is not a database"), "not a pmdesk register"),
        (sqlite.DatabaseError("database disk image is malformed"), "is damaged"),
        (UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"), "is damaged"),
        (JSONDecodeError("bad", "x", 0), "is damaged"),
    ],
)
def test_every_fault_has_its_sentence(error: Exception, said: str) -> None:
    with pytest.raises(Unavailable, match=said), storage():
        raise error


def test_damage_is_told_apart_and_our_own_mistakes_pass_through() -> None:
    with pytest.raises(Damaged), storage():
        raise sqlite.DatabaseError("malformed")
    with pytest.raises(ZeroDivisionError), storage():
        raise ZeroDivisionError


def test_too_little_memory_is_said() -> None:
    with pytest.raises(Unavailable, match="not enough memory"), storage():
        raise MemoryError


def test_what_ran_out_of_memory_is_known_also_behind_its_sentence() -> None:
    starved = sqlite.OperationalError("out of memory")
    assert ran_out_of_memory(MemoryError()) and ran_out_of_memory(starved)
    with pytest.raises(Unavailable) as caught, storage():
        raise starved
    assert ran_out_of_memory(caught.value)
    assert not ran_out_of_memory(sqlite.OperationalError("database is locked"))


def test_a_place_that_cannot_be_asked_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A stick that was pulled out may answer nothing at all."""
    assert not is_gone(None) and is_gone(tmp_path / "a") and not is_gone(tmp_path)

    def ill(_path: Path) -> bool:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(Path, "exists", ill)
    assert is_gone(tmp_path)
