"""A kept password is for one person and one address."""

import stat
from pathlib import Path

from pmdesk.register.hub_secret import forget_password, keep_password, kept_password


def test_it_is_for_one_person_and_one_address(home: Path) -> None:
    assert kept_password("r", "a") is None
    keep_password("r", "a", "geheim")
    keep_password("r", "a", "gwïr")
    (file,) = (home / "hubs").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept_password("r", "a") == "gwïr"
    assert kept_password("r", "b") is None and kept_password("s", "a") is None
    forget_password("r")
    forget_password("r")
    assert kept_password("r", "a") is None and not list((home / "hubs").iterdir())


def test_a_file_that_is_no_password_is_none(home: Path) -> None:
    (home / "hubs").mkdir()
    for said in ("", "[]", "{}", "null", '{"password_for": "a"}', '{"password": "geheim"}'):
        (home / "hubs" / "r.json").write_text(said)
        assert kept_password("r", "a") is None
