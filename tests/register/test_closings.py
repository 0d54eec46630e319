"""Closings of a partnership's checks are known after the check was deleted, too."""

from pathlib import Path

from pmdesk.actions.records import delete
from pmdesk.register.closings import closings
from pmdesk.register.store import create
from tests.actions.health_story import STATEMENTS, TODAY, hold_health_check


def test_a_closing_stays_known(tmp_path: Path) -> None:
    with create(tmp_path / "r.pmdesk") as register:
        check = hold_health_check(register)
        row = register.get("health_check", check)
        assert row
        for _deleted in (False, True):
            [found] = closings(register)
            assert found[:4] == (row["partnership"], TODAY, "own", STATEMENTS)
            names = {str(register.title(each)) for each in found.answered}
            assert names == {"Police", "Health", "Voices"}
            delete(register, "health_check", check) if not _deleted else None
