"""The file of one member is made from that member's page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.member_files import member_of
from pmdesk.actions.registers import open_register
from tests.running import Running, copy_of


def test_it_is_made_from_the_members_page(
    run: Running, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    robert = str(run.register.find("person", "Robert Ashdown")[0]["id"])
    helen = str(run.register.find("person", "Helen Marsh")[0]["id"])
    out = run.folder / "ashdown"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    run.office.visit("members", helen)
    assert not run.buttons("Make the file"), "she sits on no outside body"
    run.office.visit("members", robert)
    run.press("Make the file")
    assert "ashdown.pmdesk" in run.toast()
    with open_register(out.with_suffix(".pmdesk"), read_only=True) as own:
        assert member_of(own) == robert
