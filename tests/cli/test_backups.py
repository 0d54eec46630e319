"""Backups by command: listed, restored, never over a file."""

from datetime import date
from pathlib import Path

from pmdesk.actions.registers import open_register
from tests.cli.conftest import Pm


def test_backups_are_listed(pm: Pm, register: Path) -> None:
    assert "no backup" in pm("backups", register).out
    assert pm("backups", register, "--json").json == []
    with open_register(register) as opened:
        opened.daily_backup(date(2026, 4, 27))
    pm("add", register, "person", "name=Ann Lee", "kind=member")
    [told] = pm("backups", register, "--json").json
    assert (told["saves_after"], told["problem"], told["made_by_pmdesk"]) == (1, None, True)
    assert "1 save came after it." in pm("backups", register).out


def test_a_backup_is_restored_to_a_new_file(pm: Pm, register: Path, tmp_path: Path) -> None:
    backup, new = tmp_path / "b.pmdesk", tmp_path / "new.pmdesk"
    pm("backup", register, backup)
    answer = pm("restore", backup, new)
    assert (answer.code, answer.out, answer.err) == (0, f"{new}\n", "")
    assert pm("check", new).code == 0
    again = pm("restore", backup, new)
    assert (again.code, again.out) == (1, "") and "already there" in again.err
    assert "no file" in pm("restore", tmp_path / "none.pmdesk", tmp_path / "x.pmdesk").err


def test_a_damaged_register_still_names_its_backups(pm: Pm, register: Path) -> None:
    with open_register(register) as opened:
        opened.daily_backup(date(2026, 4, 27))
    register.write_bytes(bytes(9000))
    [told] = pm("backups", register, "--json").json
    assert told["saves_after"] is None
    assert "2026-04-27.pmdesk" in pm("backups", register).out
