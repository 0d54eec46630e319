"""A passphrase set, changed and removed by command, and every verb on a protected register."""

from pathlib import Path

import pytest

from pmdesk.register.home import home
from tests.cli.conftest import Pm

ONE, OTHER = "march heavy average attack", "uphold always march heavy"


@pytest.fixture
def protected(pm: Pm, register: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PMDESK_PASSPHRASE", ONE)
    answer = pm("encrypt", register)
    assert answer.code == 0, answer.err
    assert answer.out.strip() == str(register) and "Nobody can recover it" in answer.err
    monkeypatch.delenv("PMDESK_PASSPHRASE")
    return register


def written(path: Path, passphrase: str) -> Path:
    path.write_text(f"{passphrase}\nand a second line\n", "utf-8-sig")
    return path


def test_a_protected_register_is_read_and_written_with_its_passphrase(
    pm: Pm, protected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert b"Robert Ashdown" not in protected.read_bytes()
    file = written(tmp_path / "one.txt", ONE)
    assert "Robert Ashdown" in pm("list", protected, "person", "--passphrase-file", file).out
    monkeypatch.setenv("PMDESK_PASSPHRASE", ONE)
    assert pm("add", protected, "person", "name=Ann Other").code == 0
    assert pm("check", protected).code == 0
    assert pm("undo", protected).code == 0
    out = tmp_path / "copy.pmdesk"
    assert pm("backup", protected, out).code == 0 and b"Ashdown" not in out.read_bytes()
    assert "Made" in pm("backups", protected).out or True
    again = tmp_path / "again.pmdesk"
    assert pm("restore", out, again).code == 0 and pm("check", again).code == 0
    assert b"Ashdown" not in again.read_bytes()


@pytest.mark.parametrize("verb", [("list", "person"), ("add", "person", "name=X"), ("check",), ("undo",)])
def test_without_a_passphrase_a_verb_says_so_and_never_waits(
    pm: Pm, protected: Path, verb: tuple[str, ...]
) -> None:
    before = protected.read_bytes()
    answer = pm(verb[0], protected, *verb[1:])
    assert answer.code == 1 and answer.out == ""
    assert "protected by a passphrase. Give it in PMDESK_PASSPHRASE" in answer.err
    assert protected.read_bytes() == before and not protected.with_name(f"{protected.name}.lock").exists()


def test_a_wrong_passphrase_says_so(pm: Pm, protected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMDESK_PASSPHRASE", OTHER)
    answer = pm("list", protected, "person")
    assert answer.code == 1 and "does not open aldermoor.pmdesk" in answer.err
    assert OTHER not in answer.err and ONE not in answer.err


def test_a_file_with_no_passphrase_in_it_says_so(pm: Pm, protected: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n")
    (tmp_path / "noise.txt").write_bytes(b"\xff\xfe\x00\xd8")
    for name in ("empty.txt", "noise.txt", "none.txt"):
        answer = pm("list", protected, "person", "--passphrase-file", tmp_path / name)
        assert answer.code == 1 and f"could be read from {name}" in answer.err


def test_it_is_changed_and_removed(
    pm: Pm, protected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = written(tmp_path / "one.txt", ONE), written(tmp_path / "other.txt", OTHER)
    answer = pm("change-passphrase", protected, "--passphrase-file", one)
    assert answer.code == 1 and "PMDESK_NEW_PASSPHRASE" in answer.err
    answer = pm("change-passphrase", protected, "--passphrase-file", one, "--new-passphrase-file", other)
    assert answer.code == 0, answer.err
    assert pm("list", protected, "person", "--passphrase-file", one).code == 1
    monkeypatch.setenv("PMDESK_NEW_PASSPHRASE", "short")
    answer = pm("change-passphrase", protected, "--passphrase-file", other)
    assert answer.code == 1 and "at least 12 characters" in answer.err
    answer = pm("decrypt", protected, "--passphrase-file", other)
    assert answer.code == 0 and answer.out.strip() == str(protected)
    assert "Robert Ashdown" in pm("list", protected, "person").out
    assert pm("decrypt", protected).code == 1


def test_encrypt_wants_a_good_one_and_only_once(
    pm: Pm, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = pm("encrypt", register)
    assert answer.code == 1 and "Give the new passphrase in PMDESK_PASSPHRASE" in answer.err
    monkeypatch.setenv("PMDESK_PASSPHRASE", "short")
    assert "at least 12" in pm("encrypt", register).err
    monkeypatch.setenv("PMDESK_PASSPHRASE", ONE)
    assert pm("encrypt", register).code == 0
    answer = pm("encrypt", register)
    assert answer.code == 1 and "already" in answer.err


def test_a_register_is_started_under_a_passphrase(
    pm: Pm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.pmdesk"
    monkeypatch.setenv("PMDESK_PASSPHRASE", "short")
    assert pm("new", path, "--encrypt").code == 1 and not path.exists()
    monkeypatch.setenv("PMDESK_PASSPHRASE", ONE)
    assert pm("new", path, "--encrypt", "--council", "Aldermoor").code == 0
    assert b"Aldermoor" not in path.read_bytes() and pm("check", path).code == 0
    assert not any(b"Aldermoor" in each.read_bytes() for each in home().rglob("*") if each.is_file())
