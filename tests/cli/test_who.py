"""Who uses a laptop, asked and said by command."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pm


def test_a_copy_on_another_laptop_does_not_know_and_is_told(
    pm: Pm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pmdesk"
    pm("new", path, "--council", "Aldermoor", "--by", "Ann Lee")
    assert pm("whoami", path).out == "Ann Lee\n"
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))
    assert pm("whoami", path).out == "Nobody has said yet who uses this laptop.\n"
    pm("add", path, "person", "name=Bob Hay", "kind=officer")
    assert pm("whoami", path, "Bob Hay").out == "Bob Hay\n"
    pm("add", path, "partnership", "name=Safer Aldermoor")
    assert "Bob Hay" in pm("history", path).out
    assert (pm("whoami", path, "Nobody Such").code, pm("whoami", path).out) == (1, "Bob Hay\n")
