"""Backups in the window: two clicks back to one, a copy merged and put away, the file checked."""

import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.copies import CopyLook, Taken, take_copy
from pmdesk.actions.records import save
from pmdesk.actions.registers import open_register
from pmdesk.domain.telling import Progress
from pmdesk.domain.words import Say
from pmdesk.register.faults import DAMAGED
from pmdesk.register.store import Register
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.backups import RESTORE, BackupsPage
from tests.running import Running, choosing, copy_of


@pytest.fixture
def page(run: Running, sample_file: Path) -> BackupsPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    shown = run.office.visit("backups")
    assert isinstance(shown, BackupsPage)
    return shown


def test_two_clicks_back_to_a_backup(
    run: Running, page: BackupsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.empty.isVisible() and not page.table.isVisible()
    run.register.daily_backup(date(2026, 4, 27))
    save(run.register, "organisation", {"name": "After the backup"})
    page.refresh()
    assert page.table.cell(0, 1).text == "1 save"
    new = run.folder / "again.pmdesk"
    choosing(monkeypatch, new)
    page.table.activated_cell.emit(0, RESTORE)
    run.qtbot.waitUntil(lambda: run.register.path == new, timeout=20_000)
    assert not run.register.find("organisation", "After the backup")
    said = run.window.toasts.sentence()
    assert said.startswith("This is the backup of ") and said.endswith(".pmdesk is as it was.")


def test_a_backup_where_one_likes(run: Running, page: BackupsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = run.folder / "mine.pmdesk"
    choosing(monkeypatch, mine)
    run.press("Back up now", page)
    assert mine.exists() and page.table.cell(0, 4).text == str(run.folder)
    assert "mine.pmdesk" in run.window.toasts.sentence()
    mine.write_bytes(b"SQLite format 3\0" + bytes(5000))
    page.refresh()
    assert page.table.cell(0, 1).text == "cannot be read"
    page.restore(0)
    assert "not a pmdesk register" in run.window.toasts.sentence()


def once_cancelled(register: Register, look: CopyLook, trusting: bool, progress: Progress) -> Taken:
    """Merge once the person has pressed Cancel."""
    while progress(0, 1):
        time.sleep(0.01)
    return take_copy(register, look, trusting, progress)


def test_a_copy_is_merged_and_put_away(
    run: Running, page: BackupsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = run.register.path.with_name("Aldermoor (1).pmdesk")
    run.register.backup_to(copy)
    with monkeypatch.context() as there:
        (tmp_path / "other home").mkdir()
        there.setenv("PMDESK_HOME", str(tmp_path / "other home"))
        with open_register(copy) as other:
            save(other, "organisation", {"name": "Written in the copy"})
            save(other, "organisation", {"name": "Brought in twice"})
    save(run.register, "organisation", {"name": "Brought in twice"})
    page.arrive(copy)
    run.qtbot.waitUntil(lambda: page.copies.look is not None, timeout=20_000)
    assert unnamed(page) == []
    with monkeypatch.context() as patch:
        patch.setattr("pmdesk.ui.pages.copies_part.take_copy", once_cancelled)
        run.press("Merge it in", page)
        assert page.copies.work is not None
        page.copies.work._dialog.canceled.emit()
        run.qtbot.waitUntil(lambda: page.copies.work is None, timeout=20_000)
    assert run.toast() == "Stopped. Nothing was written."
    assert not run.register.find("organisation", "Written in the copy")
    run.press("Merge it in", page)
    run.qtbot.waitUntil(lambda: page.copies.work is None, timeout=20_000)
    assert run.register.find("organisation", "Written in the copy")
    run.qtbot.waitUntil(lambda: bool(run.buttons("Brought in twice", page)))
    run.press("Move it to the backups", page)
    assert not copy.exists()
    assert any("(1)" in each.path.name for each in page.found)
    assert not page.copies._panel.isVisible()


def test_what_is_no_copy_is_said(run: Running, page: BackupsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    other = run.folder / "photo.pmdesk"
    other.write_bytes(b"JFIF" * 2000)
    choosing(monkeypatch, other)
    run.press("Choose a copy to merge", page)
    run.qtbot.waitUntil(lambda: "not a pmdesk register" in run.window.toasts.sentence(), timeout=20_000)


def test_the_file_is_checked(run: Running, page: BackupsPage) -> None:
    run.press("Check the file", page)
    run.qtbot.waitUntil(lambda: "sound" in page.verdict.text(), timeout=30_000)
    run.register.db.execute("UPDATE organisation SET name = 'Other'")
    run.press("Check the file", page)
    run.qtbot.waitUntil(lambda: "does not agree" in page.verdict.text(), timeout=30_000)
    assert "Restore a backup" in page.verdict.text() and page.rescue_button.isVisible()
    page._say_checked([Say(DAMAGED)])  # as where its pages cannot be read
    assert page.verdict.text().count("Restore") == 1 and "pmdesk" not in page.verdict.text()


def test_nothing_chosen_is_nothing_done(
    run: Running, page: BackupsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.register.daily_backup(date(2026, 4, 27))
    page.refresh()
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_given, **_more: ("", ""))
    page.restore(0)
    page.back_up()
    page.copies.choose()
    assert run.window.toasts.sentence() == ""
