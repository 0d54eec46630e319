"""The log of our own faults keeps no word of a person's."""

from pathlib import Path

import pytest

from pmdesk.actions import fault_log
from pmdesk.actions.fault_log import fault_text, note_fault


def fault() -> Exception:
    try:
        raise KeyError("Cllr Robert Ashdown")
    except KeyError as error:
        return error


def test_the_kind_and_the_places_and_nothing_else(home: Path) -> None:
    path = note_fault(fault())
    assert path == home / "faults.log"
    text = path.read_text(encoding="utf-8")
    assert "builtins.KeyError" in text
    assert "test_fault_log.py" in text
    assert "Ashdown" not in text
    assert str(Path(__file__).parent) not in fault_text(fault())


def test_a_long_log_is_put_aside(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fault_log, "_MOST", 10)
    note_fault(fault())
    note_fault(fault())
    assert (home / "faults.old.log").exists()


def test_a_log_that_cannot_be_kept_is_no_second_fault(home: Path) -> None:
    (home / "faults.log").mkdir()
    assert note_fault(fault()) is None
