"""The form an update came from is opened and kept from the update's own page."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from pmdesk.actions.returns_in import look_at_returns, take_returns
from pmdesk.actions.returns_out import send_returns
from pmdesk.domain.words import words_in
from pmdesk.ui.accessible import unnamed
from tests.actions.return_story import fill
from tests.running import choosing, copy_of

Running = Any


def test_received_as(
    run: Running, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    register, today = run.register, run.office.context.today
    forms = send_returns(register, tmp_path / "in", "2025-26", ["David Garside"], words_in("en"), today)
    form = fill(forms[0])
    looked = look_at_returns(register, [form])
    take_returns(register, looked, (), today)
    update = register.led_to(bytes.fromhex(looked.files[0].key))
    page = run.office.visit("annual-update", update)
    run.qtbot.wait(30)
    said = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert any(each.startswith(f"Received as {form.name} on ") for each in said)
    assert unnamed(page) == []
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())) or True
    )
    run.press("Open the form")
    assert Path(opened[0]).read_bytes() == form.read_bytes()
    choosing(monkeypatch, tmp_path / "kept.pdf")
    run.press("Save a copy")
    assert (tmp_path / "kept.pdf").read_bytes() == form.read_bytes()
    assert run.toast() == "Saved kept.pdf."
    other = next(row for row in register.all("annual_update") if row["id"] != update)
    page = run.office.visit("annual-update", other["id"])
    assert run.buttons("Open the form") == []
