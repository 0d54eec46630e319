"""The settings' part that protects the register, and the window that asks, locks and opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from pmdesk.actions import encrypting
from pmdesk.register.store import open_register
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.context import Context
from pmdesk.ui.pages.protection import Protection
from pmdesk.ui.pages.settings import SettingsPage
from tests.papers.reading import all_text
from tests.running import Running

ONE, OTHER = "march heavy average attack", "uphold always march heavy"


@pytest.fixture
def page(run: Running) -> Protection:
    run.start()
    page = run.office.visit("settings")
    assert isinstance(page, SettingsPage)
    return page.protection


def type_in(page: Protection, **typed: str) -> None:
    assert page.form is not None
    for name, text in typed.items():
        page.form.fields[name].editor.set_value(text)


def protect(run: Running, page: Protection, passphrase: str = ONE) -> None:
    run.press("Set a passphrase", page)
    type_in(page, passphrase=passphrase, again=passphrase)
    run.press("Protect the register", page)
    run.qtbot.waitUntil(lambda: encrypting.is_protected(run.register), timeout=20_000)
    run.qtbot.waitUntil(lambda: not page.busy(), timeout=20_000)


def test_a_passphrase_is_set_after_both_lines_agree(run: Running, page: Protection) -> None:
    run.press("Set a passphrase", page)
    form = page.form
    assert form is not None and unnamed(form) == []
    type_in(page, passphrase="short", again="short")
    form.submit()
    run.qtbot.waitUntil(lambda: bool(form.fields["passphrase"].error()))
    assert "at least 12" in form.fields["passphrase"].error()
    type_in(page, passphrase=ONE, again=OTHER)
    form.submit()
    run.qtbot.waitUntil(lambda: bool(form.fields["again"].error()))
    assert not encrypting.is_protected(run.register)
    type_in(page, again=ONE)
    form.submit()
    run.qtbot.waitUntil(lambda: encrypting.is_protected(run.register), timeout=20_000)
    assert run.toast() == "The register is protected."
    assert run.register.check() == [] and unnamed(page) == []
    run.qtbot.waitUntil(lambda: not page.busy(), timeout=20_000)
    # The same window goes on saving in it.
    with run.register.change("Saved organisation") as change:
        change.add("organisation", {"name": "After"})


def test_five_words_are_offered_and_shown(run: Running, page: Protection) -> None:
    run.press("Set a passphrase", page)
    run.press("Suggest five words", page)
    assert page.form is not None
    typed = [page.form.fields[name].value() for name in ("passphrase", "again")]
    assert typed[0] == typed[1] and len(str(typed[0]).split()) == 5
    assert page.form.box.isChecked()
    run.press("Cancel", page)
    assert page.form is None and not encrypting.is_protected(run.register)


def test_the_sheet_is_offered_with_the_passphrase_and_without(
    run: Running, page: Protection, monkeypatch: pytest.MonkeyPatch
) -> None:
    protect(run, page)
    out = run.folder / "sheet"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    run.press("Sheet with the passphrase", page)
    assert ONE in all_text(out.with_suffix(".pdf").read_bytes())
    assert not run.buttons("Sheet with the passphrase", page), "what was typed is kept no longer than that"
    run.qtbot.waitUntil(lambda: run.window.focusWidget() is page.change_button)
    run.press("Recovery sheet, to be written on", page)
    assert "march" not in all_text(out.with_suffix(".pdf").read_bytes())


def test_the_sheet_may_wait(run: Running, page: Protection) -> None:
    protect(run, page)
    run.press("Not now", page)
    assert not run.buttons("Sheet to write on", page)
    run.qtbot.waitUntil(lambda: run.window.focusWidget() is page.change_button)


def test_by_keyboard_alone(run: Running, page: Protection) -> None:
    page.set_button.setFocus()
    run.key(Qt.Key.Key_Space)
    form = page.form
    assert form is not None
    run.qtbot.waitUntil(form.fields["again"].editor.isVisible)
    assert run.window.focusWidget() is form.fields["passphrase"].editor
    run.key(Qt.Key.Key_Tab)
    assert run.window.focusWidget() is form.fields["again"].editor
    for _step in range(3):
        run.key(Qt.Key.Key_Tab)
    assert run.window.focusWidget() is form.button
    run.key(Qt.Key.Key_Tab)
    run.key(Qt.Key.Key_Tab)
    settings = run.window.page()
    assert isinstance(settings, SettingsPage), "and on with what stands below"
    assert settings.fields["council"].isAncestorOf(run.window.focusWidget())
    form.fields["passphrase"].focus()
    run.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    run.qtbot.waitUntil(lambda: bool(form.fields["passphrase"].error()), timeout=20_000)
    run.key(Qt.Key.Key_Escape)
    assert page.form is None
    run.qtbot.waitUntil(lambda: run.window.focusWidget() is page.set_button)


def test_it_is_changed_and_removed_by_who_knows_it(run: Running, page: Protection) -> None:
    protect(run, page)
    run.press("Change the passphrase", page)
    form = page.form
    assert form is not None
    type_in(page, now="not this one", passphrase=OTHER, again=OTHER)
    form.submit()
    run.qtbot.waitUntil(lambda: bool(form.fields["now"].error()), timeout=20_000)
    type_in(page, now=ONE)
    form.submit()
    run.qtbot.waitUntil(lambda: page.form is None and not page.busy(), timeout=20_000)
    assert encrypting.is_right(run.register, OTHER)
    assert run.toast() == "The passphrase is changed."
    run.press("Remove it", page)
    type_in(page, now=OTHER)
    run.press("Remove it", page)
    run.qtbot.waitUntil(lambda: not encrypting.is_protected(run.register), timeout=20_000)
    run.qtbot.waitUntil(lambda: not page.busy(), timeout=20_000)
    assert run.register.check() == []


def test_who_may_only_read_is_told(run: Running) -> None:
    path = run.start()
    with open_register(path) as second:
        assert second.read_only
        shown = Protection(Context(second, "2026-04-27"), run.program.preferences, lambda: None)
        run.qtbot.addWidget(shown)
        shown.show()
        assert run.buttons("Set a passphrase", shown) == []
        assert any("not only read" in each.text() for each in shown.findChildren(QLabel))


def test_the_minutes_are_kept_on_this_laptop(run: Running, page: Protection) -> None:
    protect(run, page)
    editor = page.minutes.editor
    assert editor.value() == "15"
    editor.setCurrentIndex(editor.findData("5"))
    editor.activated.emit(editor.currentIndex())
    assert run.program.preferences.lock_minutes == 5


def test_the_window_locks_and_asks_and_opens_again(run: Running, page: Protection, tmp_path: Path) -> None:
    run.program.lock()
    assert "no passphrase to lock it with" in run.toast() and run.window.isVisible()
    protect(run, page)
    run.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    guard = run.program._guard
    run.qtbot.waitUntil(lambda: guard.locked is not None)
    assert not run.window.isVisible()
    guard.locked.form.field.editor.set_value(ONE)
    guard.locked.form.submit()
    run.qtbot.waitUntil(run.window.isVisible)


def test_a_protected_register_is_asked_for_once_when_it_is_opened(run: Running, page: Protection) -> None:
    protect(run, page)
    path = run.register.path
    assert path is not None
    other = run.folder / "other.pmdesk"
    run.program.open_sample(other)
    assert run.program.open(path)
    asking = run.program._asking
    assert asking.isVisible() and run.register.path == other
    asking.form.field.editor.set_value(ONE)
    asking.form.submit()
    run.qtbot.waitUntil(lambda: run.register.path == path, timeout=20_000)
    assert run.program.preferences.recent[0] == path
    run.program.lock()
    assert run.program._guard.locked is not None
