"""Files written whole or not at all."""

from pathlib import Path

import pytest

from pmdesk.actions import writing
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.writing import write_file


def test_a_file_takes_the_place_of_the_last(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")
    assert write_file(b"new", out).read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.pdf"]


def test_a_disk_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(Unavailable):
        write_file(b"new", out)
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.pdf"]
