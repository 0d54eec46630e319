"""Rescue in words: what was saved, what came from backups, what is missing."""

from datetime import date
from pathlib import Path

import pytest

from pmdesk.actions.records import save
from pmdesk.actions.registers import Unavailable, open_register
from pmdesk.actions.rescuing import Rescued, may_be_rescued, rescue, say_rescued
from pmdesk.domain.telling import Stopped
from pmdesk.domain.words import Words
from pmdesk.register.rescuing import Gap
from pmdesk.register.store import create


def test_the_backups_of_the_file_are_asked_too(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    with create(path) as register:
        save(register, "organisation", {"name": "Chamber of Trade"})
        register.daily_backup(date(2026, 4, 27))
    path.write_bytes(bytes(20_000))
    new, found = rescue(path, tmp_path / "new")
    assert (new, found.saved, found.from_backups) == (tmp_path / "new.pmdesk", 1, 1)
    with open_register(new) as register:
        assert [each["name"] for each in register.all("organisation")] == ["Chamber of Trade"]
    assert path.read_bytes() == bytes(20_000)


def test_what_may_be_rescued(tmp_path: Path) -> None:
    create(tmp_path / "a.pmdesk").close()
    (tmp_path / "photo.pmdesk").write_bytes(b"JFIF" * 99)
    assert [may_be_rescued(tmp_path / name) for name in ("a.pmdesk", "photo.pmdesk", "none")] == [
        True,
        False,
        False,
    ]


def test_it_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    with create(path) as register:
        save(register, "organisation", {"name": "Chamber of Trade"})
    with pytest.raises(Stopped):
        rescue(path, tmp_path / "new.pmdesk", lambda done, of: False)
    with pytest.raises(Unavailable, match="no file"):
        rescue(tmp_path / "none.pmdesk", tmp_path / "new.pmdesk")
    assert not (tmp_path / "new.pmdesk").exists()


def test_what_is_said_of_it() -> None:
    at = 1_772_536_000_000  # 3 March 2026
    gaps = (Gap(b"a", 1007, 1011, "Ann's laptop", "Ann Lee", at), Gap(b"b", 3, 3, "", "", at))
    assert say_rescued(Rescued("r", 1204, 2, gaps, 1), Words()) == [
        "1,204 of 1,210 saves were rescued.",
        "2 of them were not in the file and came from backups.",
        "Missing: saves 1,007 to 1,011 of Ann's laptop, about 3 March 2026.",
        "Missing: save 3 of the laptop of somebody, about 3 March 2026.",
        "1 value could not be read. It comes back when you merge a copy that has it.",
    ]
    assert say_rescued(Rescued("r", 1, 0, (), 0), Words()) == [
        "1 of 1 save was rescued.",
        "Nothing that was saved is missing, as far as the file tells.",
    ]
