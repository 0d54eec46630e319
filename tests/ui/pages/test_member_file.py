"""The file of one member is made from that member's page, under a passphrase of its own if one is given."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.encrypting import encrypt
from pmdesk.actions.member_files import member_of
from pmdesk.actions.registers import NeedsPassphrase, open_register
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.member_file import MemberFileForm
from pmdesk.ui.pages.records_page import RecordsPage
from tests.running import Running, copy_of


@pytest.fixture
def out(run: Running, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    chosen = run.folder / "ashdown"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(chosen), ""))
    return chosen.with_suffix(".pmdesk")


def person(run: Running, name: str) -> str:
    return str(run.register.find("person", name)[0]["id"])


def form(run: Running) -> MemberFileForm:
    page = run.office.visit("members", person(run, "Robert Ashdown"))
    assert isinstance(page, RecordsPage)
    run.press("Make the file")
    pane = page.record_part.currentWidget()
    assert isinstance(pane, MemberFileForm)
    return pane


def test_it_is_made_from_the_members_page(run: Running, out: Path) -> None:
    run.office.visit("members", person(run, "Helen Marsh"))
    assert not run.buttons("Make the file"), "she sits on no outside body"
    asked = form(run)
    assert asked.fields["passphrase"].value() is None and unnamed(asked) == []
    run.press("Make the file")
    assert "ashdown.pmdesk" in run.toast()
    with open_register(out, read_only=True) as own:
        assert member_of(own) == person(run, "Robert Ashdown")
    run.qtbot.waitUntil(lambda: bool(run.buttons("Make the file")))


def test_under_a_passphrase_of_its_own_by_keyboard_alone(run: Running, out: Path) -> None:
    asked = form(run)
    field = asked.fields["passphrase"]
    assert run.window.focusWidget() is field.editor
    field.editor.setText("short")
    run.key(Qt.Key.Key_Return)
    assert "at least 12" in field.error()
    assert not out.exists()
    run.press("Suggest five words")
    suggested = str(field.value())
    assert len(suggested.split()) == 5 and field.error() == ""
    assert not asked.summary.isVisible(), "nothing needs another look any more"
    run.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "telephone" in run.toast()
    with pytest.raises(NeedsPassphrase):
        open_register(out, read_only=True)
    with open_register(out, read_only=True, passphrase=suggested) as own:
        assert member_of(own)


def test_a_protected_register_offers_one(run: Running, out: Path) -> None:
    encrypt(run.register, "march heavy average attack")
    asked = form(run)
    assert len(str(asked.fields["passphrase"].value()).split()) == 5
    asked.fields["passphrase"].editor.set_value(None)
    run.press("Make the file")
    with open_register(out, read_only=True) as own:
        assert member_of(own), "left empty, it is open: the officer's own choice"


def test_it_is_left_without_a_file(run: Running, out: Path) -> None:
    form(run)
    run.key(Qt.Key.Key_Escape)
    run.qtbot.waitUntil(lambda: bool(run.buttons("Make the file")))
    assert not out.exists()
