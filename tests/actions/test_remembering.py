"""Choices kept with the file."""

from pathlib import Path

from pmdesk.actions.registers import open_register, start
from pmdesk.actions.remembering import remember, remembered


def test_a_choice_is_kept_in_the_file_and_is_no_change_of_it(tmp_path: Path) -> None:
    with start(tmp_path / "a.pmdesk", "Aldermoor") as register:
        entries = len(list(register.entries()))
        remember(register, "milestones", "table")
        assert len(list(register.entries())) == entries
    with open_register(tmp_path / "a.pmdesk") as register:
        assert remembered(register, "milestones") == "table"
        remember(register, "milestones", "")
        assert remembered(register, "milestones") == ""
    with open_register(tmp_path / "a.pmdesk", read_only=True) as register:
        remember(register, "milestones", "table")
        assert remembered(register, "milestones") == ""
