"""Rescue by command."""

from pathlib import Path

from tests.cli.conftest import Pm


def test_a_damaged_register_is_rescued(pm: Pm, register: Path, tmp_path: Path) -> None:
    data = bytearray(register.read_bytes())
    data[:4096] = bytes(4096)
    register.write_bytes(data)
    assert pm("check", register).code == 1
    new = tmp_path / "new.pmdesk"
    answer = pm("rescue", register, new)
    assert (answer.code, answer.out) == (0, f"{new}\n")
    assert "saves were rescued" in answer.err
    assert register.read_bytes() == bytes(data)
    assert pm("check", new).code == 0
    told = pm("rescue", register, tmp_path / "other.pmdesk", "--json").json
    assert (told["missing"], told["values_lost"], told["gaps"]) == (0, 0, [])
    assert told["saved"] > 5


def test_what_cannot_be_rescued_is_said(pm: Pm, register: Path, tmp_path: Path) -> None:
    register.write_bytes(bytes(100))
    answer = pm("rescue", register, tmp_path / "new.pmdesk")
    assert (answer.code, answer.out) == (1, "") and "Nothing of a register" in answer.err
    assert pm("rescue", tmp_path / "none.pmdesk", tmp_path / "x.pmdesk").code == 1
