"""Starting, checking and keeping a register, by command."""

from pathlib import Path

from pmdesk.actions.registers import open_register
from tests.cli.conftest import Pm


def test_new_prints_the_absolute_path(pm: Pm, tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    answer = pm(
        "new",
        path,
        "--council",
        "Aldermoor",
        "--year",
        "2025-26",
        "--rating-rule",
        "last_year",
        "--by",
        "Gareth",
    )
    assert (answer.code, answer.out, answer.err) == (0, f"{path}\n", "")
    [settings] = pm("list", path, "settings", "--json").json
    assert (settings["council"], settings["year"], settings["rating_rule"]) == (
        "Aldermoor",
        "2025-26",
        "last_year",
    )
    assert [each["name"] for each in pm("list", path, "person", "--json").json] == ["Gareth"]


def test_new_needs_no_more_than_a_file(pm: Pm, tmp_path: Path) -> None:
    assert pm("new", tmp_path / "a.pmdesk").code == 0


def test_new_is_refused_over_a_file(pm: Pm, empty: Path) -> None:
    answer = pm("new", empty, "--council", "Other")
    assert (answer.code, answer.out) == (1, "")
    assert "already there" in answer.err


def test_new_says_all_that_is_wrong(pm: Pm, tmp_path: Path) -> None:
    answer = pm("new", tmp_path / "a.pmdesk", "--year", "2025", "--returns-due", "31/02/2026")
    assert answer.code == 1
    assert len(answer.err.splitlines()) == 2
    assert not (tmp_path / "a.pmdesk").exists()


def test_check_says_sound_then_what_needs_attention(pm: Pm, register: Path) -> None:
    before = (register.read_bytes(), sorted(each.name for each in register.parent.iterdir()))
    answer = pm("check", register)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == "sound"
    assert "Milestones slipping 1" in answer.out
    assert (register.read_bytes(), sorted(each.name for each in register.parent.iterdir())) == before
    assert pm("check", register, "--json").json["sound"] is True


def test_check_says_what_is_damaged(pm: Pm, register: Path) -> None:
    data = bytearray(register.read_bytes())
    at = data.rindex(b"Moorland Arts Trust")
    data[at] ^= 1
    register.write_bytes(data)
    answer = pm("check", register)
    assert answer.code == 1
    assert answer.err.splitlines()[-1].startswith("‘pmdesk rescue FILE NEWFILE’ saves what can be read")
    assert "sound" not in answer.out
    assert register.read_bytes() == bytes(data)
    told = pm("check", register, "--json")
    assert (told.code, told.json["sound"]) == (1, False)
    assert told.json["problems"]


def test_check_of_an_empty_file(pm: Pm, tmp_path: Path) -> None:
    path = tmp_path / "empty.pmdesk"
    path.touch()
    answer = pm("check", path)
    assert answer.code == 1
    assert "empty" in answer.err and "rescue" not in answer.err
    assert path.read_bytes() == b""


def test_backup_is_a_whole_register(pm: Pm, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.pmdesk"
    assert pm("backup", register, out).out == f"{out}\n"
    assert pm("list", out, "person", "--json").json == pm("list", register, "person", "--json").json
    again = pm("backup", register, out)
    assert again.code == 1
    assert "already there" in again.err


def test_reading_works_while_a_window_has_the_file_and_writing_says_who(pm: Pm, register: Path) -> None:
    with open_register(register):
        assert pm("list", register, "person").code == 0
        assert pm("check", register).code == 0
        answer = pm("add", register, "person", "name=Nobody")
    assert answer.code == 1
    assert "open" in answer.err
    assert "Nobody" not in pm("list", register, "person").out
