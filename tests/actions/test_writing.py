"""Files written whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import writing
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.writing import free_name, write_all, write_file


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


def test_many_files_are_written_all_or_none(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    made = write_all([("a.pdf", b"1"), ("b.pdf", b"2")], folder)
    assert [path.read_bytes() for path in made] == [b"1", b"2"]

    def stopped() -> Iterator[tuple[str, bytes]]:
        yield "a.pdf", b"new"
        raise KeyboardInterrupt

    (folder / ".pmdesk-papers.1.part").mkdir()
    with pytest.raises(KeyboardInterrupt):
        write_all(stopped(), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.pdf": b"1", "b.pdf": b"2"}


def test_a_folder_made_for_nothing_goes_again(tmp_path: Path) -> None:
    def stopped() -> Iterator[tuple[str, bytes]]:
        yield "a.pdf", b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_all(stopped(), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    with pytest.raises(Unavailable, match="There is no folder"):
        write_all([], tmp_path / "no" / "out")


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = set[str]()
    assert [free_name(name, taken) for name in ("A.pdf", "a.pdf", "B.pdf", "A.pdf")] == [
        "A.pdf", "a (2).pdf", "B.pdf", "A (3).pdf",
    ]  # fmt: skip
