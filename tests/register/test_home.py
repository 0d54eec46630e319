"""The person's own folder is made when first needed, where PMDESK_HOME says or the system does."""

from pathlib import Path

import pytest

from pmdesk.register.home import home as home_folder


def test_the_folder_is_made_where_it_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "deep" / "er"))
    assert home_folder() == tmp_path / "deep" / "er"
    assert home_folder().is_dir()


def test_without_a_wish_the_system_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PMDESK_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home_folder().name == "pmdesk"
