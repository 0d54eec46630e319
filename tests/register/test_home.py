"""The person's own folder is made when first needed, where PMDESK_HOME says or the system does."""

import stat
import sys
from pathlib import Path

import pytest

from pmdesk.register.home import home as home_folder
from pmdesk.register.home import laptop, write_private


def test_the_folder_is_made_where_it_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "deep" / "er"))
    assert home_folder() == tmp_path / "deep" / "er"
    assert home_folder().is_dir()


def test_without_a_wish_the_system_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PMDESK_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home_folder().name == "pmdesk"


def test_a_laptop_is_the_same_each_time_and_another_than_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = laptop()
    assert len(here) == 32 and laptop() == here == (home_folder() / "laptop").read_text("ascii")
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))
    assert laptop() not in ("", here)


def test_a_laptop_that_another_window_named_meanwhile_is_that_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path))
    (tmp_path / "laptop").write_text("1" * 32, "ascii")
    assert laptop() == "1" * 32


def test_where_nothing_can_be_kept_a_laptop_has_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path))
    (tmp_path / "laptop").mkdir()
    monkeypatch.setattr(Path, "open", _denied)
    assert laptop() == ""


def _denied(*_given: object, **_named: object) -> None:
    raise PermissionError


def test_a_private_file_is_put_in_place_whole_and_read_by_its_person_only(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "a.key"
    path.parent.mkdir()
    path.with_name("a.key.new").write_text("half of an earlier one")
    write_private(path, b"first")
    write_private(path, b"second")
    assert path.read_bytes() == b"second" and [each.name for each in path.parent.iterdir()] == ["a.key"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
