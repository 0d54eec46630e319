"""A damaged register does not open: its newest backup and what can be read are offered right there."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from pmdesk.actions import registers
from pmdesk.actions.records import save
from pmdesk.ui.passphrase import PassphraseDialog
from tests.running import ANSWERS, Running, choosing


@pytest.fixture
def spoilt(run: Running) -> Path:
    path = run.folder / "Aldermoor.pmdesk"
    with registers.start(path, **ANSWERS) as register:
        register.daily_backup(date(2026, 4, 27))
        save(register, "organisation", {"name": "After the backup"})
    data = bytearray(path.read_bytes())
    data[4096 : 2 * 4096] = bytes(4096)
    data[100] = 7
    path.write_bytes(data)
    return path


def test_the_newest_backup_is_restored(run: Running, spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stood, new = spoilt.read_bytes(), run.folder / "restored.pmdesk"
    choosing(monkeypatch, new)
    assert not run.program.open(spoilt)
    box = run.box()
    [button] = [each for each in box.buttons() if each.text().startswith("Restore the backup of")]
    button.click()
    run.qtbot.waitUntil(lambda: run.program.register is not None, timeout=20_000)
    assert run.register.path == new and not run.register.find("organisation", "After the backup")
    assert run.window.toasts.sentence().endswith(f"{spoilt.name} is as it was.")
    assert spoilt.read_bytes() == stood


def test_what_can_be_read_is_saved(run: Running, spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stood, new = spoilt.read_bytes(), run.folder / "rescued.pmdesk"
    asked = choosing(monkeypatch, new)
    run.program.open(spoilt)
    run.press("Save what can be read", run.box())
    run.qtbot.waitUntil(lambda: run.program.register is not None, timeout=20_000)
    assert asked[0].startswith(str(run.folder / "Aldermoor rescued "))
    assert run.register.find("organisation", "After the backup") and run.register.check() == []
    assert "saves were rescued" in run.box().informativeText()
    assert spoilt.read_bytes() == stood


def test_nothing_is_offered_for_a_photo(run: Running) -> None:
    path = run.folder / "photo.pmdesk"
    path.write_bytes(b"JFIF" * 3000)
    run.program.open(path)
    assert [each.text() for each in run.box().buttons()] == ["OK"]


def test_what_goes_wrong_is_said(run: Running, spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = run.folder / "taken.pmdesk"
    taken.write_text("mine")
    choosing(monkeypatch, taken)
    run.program.open(spoilt)
    first = run.box()
    run.press("Save what can be read", first)
    run.qtbot.waitUntil(lambda: not first.isVisible())
    run.qtbot.waitUntil(lambda: "already there" in run.box().informativeText(), timeout=20_000)
    QApplication.processEvents()
    assert taken.read_text() == "mine"


def test_a_protected_one_is_rescued_under_its_passphrase(
    run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, new, passphrase = (
        run.folder / "Aldermoor.pmdesk",
        run.folder / "rescued.pmdesk",
        "march heavy average attack",
    )
    with registers.start(path, **ANSWERS, passphrase=passphrase) as register:
        save(register, "organisation", {"name": "Chamber of Trade"})
    data = bytearray(path.read_bytes())
    data[1000:1016] = bytes(16)
    path.write_bytes(data)
    choosing(monkeypatch, new)
    run.program.open(path)
    typed(run, run.program._asking, passphrase)
    run.press("Save what can be read", run.box())
    run.qtbot.waitUntil(lambda: run.program._mending.asking is not None, timeout=20_000)
    typed(run, run.program._mending.asking, passphrase)
    run.qtbot.waitUntil(lambda: new.exists() and isValid(run.program._asking), timeout=20_000)
    typed(run, run.program._asking, passphrase)
    run.qtbot.waitUntil(lambda: run.program.register is not None, timeout=20_000)
    assert run.register.path == new and run.register.find("organisation", "Chamber of Trade")


def typed(run: Running, asking: PassphraseDialog, passphrase: str) -> None:
    asking.form.field.editor.setText(passphrase)
    asking.form.submit()
    run.qtbot.waitUntil(lambda: not isValid(asking) or not asking.isVisible(), timeout=20_000)
