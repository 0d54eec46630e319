"""What a laptop keeps of a hub stands outside the register; one part never loses another."""

import stat
from pathlib import Path

from pmdesk.register.hub_home import keep, kept


def test_parts_are_kept_beside_each_other_and_forgotten_one_by_one(home: Path) -> None:
    assert kept("r") == {}
    keep("r", hub="postgresql://hub/pmdesk")
    keep("r", last={"at": "2026-11-26", "strangers": []}, password="gwïr")
    (file,) = (home / "hubs").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept("r") == {
        "hub": "postgresql://hub/pmdesk",
        "last": {"at": "2026-11-26", "strangers": []},
        "password": "gwïr",
    }
    keep("r", last=None, password=None)
    assert kept("r") == {"hub": "postgresql://hub/pmdesk"} and kept("s") == {}
    keep("r", hub=None)
    keep("r", hub=None)
    assert kept("r") == {} and not list((home / "hubs").iterdir())


def test_what_says_nothing_new_is_not_written_again(home: Path) -> None:
    keep("r", hub="a")
    (file,) = (home / "hubs").iterdir()
    before = file.stat().st_ino
    keep("r", hub="a", last=None)
    assert file.stat().st_ino == before
    keep("r", hub="b")
    assert file.stat().st_ino != before


def test_a_file_that_is_not_what_was_written_is_nothing(home: Path) -> None:
    (home / "hubs").mkdir()
    for said in (b"", b"[]", b"null", b"\xff\xfe", b"{"):
        (home / "hubs" / "r.json").write_bytes(said)
        assert kept("r") == {}
