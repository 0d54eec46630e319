"""A register in the wrong place, or beside another file of itself: said when the window has settled."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from pmdesk.actions import registers
from pmdesk.actions.records import save
from pmdesk.actions.registers import open_register
from pmdesk.ui.pages.backups import BackupsPage
from pmdesk.ui.pages.settings import SettingsPage
from tests.running import ANSWERS, Running, choosing, copy_of


def opened(run: Running, folder: str) -> Path:
    path = run.folder / folder / "Aldermoor.pmdesk"
    path.parent.mkdir(parents=True, exist_ok=True)
    registers.start(path, **ANSWERS).close()
    run.program.open(path)
    run.activate()
    return path


def test_out_of_the_cloud_with_one_click(
    run: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "my documents"
    documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(documents))
    old = opened(run, "OneDrive - Aldermoor DC")
    run.office.standing.look()
    assert "OneDrive" in run.window.banner.sentence()
    run.press("Copy it to this laptop")
    new = documents / "Aldermoor.pmdesk"
    run.qtbot.waitUntil(lambda: run.register.path == new, timeout=20_000)
    assert old.exists() and "Aldermoor was copied.txt" in {each.name for each in old.parent.iterdir()}
    run.office.standing.look()
    assert run.window.banner.sentence() == ""


def test_it_may_stay(run: Running) -> None:
    opened(run, "Dropbox")
    run.office.standing.look()
    run.press("Leave it here")
    assert run.window.banner.sentence() == ""
    run.office.standing.look()
    assert run.window.banner.sentence() == ""


def test_another_file_of_it_is_named_and_leads_to_merging(run: Running) -> None:
    path = opened(run, "Documents")
    copy = path.with_name("Aldermoor (1).pmdesk")
    run.register.backup_to(copy)
    with open_register(copy) as other:
        save(other, "organisation", {"name": "Written in the copy"})
    run.office.standing.look()
    run.qtbot.waitUntil(lambda: "Aldermoor (1).pmdesk" in run.window.banner.sentence(), timeout=10_000)
    run.press("Merge it in", run.window.banner)
    page = run.window.page()
    assert isinstance(page, BackupsPage)
    run.qtbot.waitUntil(lambda: page.copies.look is not None, timeout=20_000)
    assert run.window.banner.sentence() == ""


def test_a_register_from_another_laptop_asks_who_sits_here(
    run: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened(run, "Documents")
    run.office.standing.look()
    assert run.window.banner.sentence() == ""
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))
    run.office.standing.look()
    assert "who you are" in run.window.banner.sentence()
    run.press("Say who you are", run.window.banner)
    page = run.window.page()
    assert isinstance(page, SettingsPage) and run.window.banner.sentence() == ""
    assert page.laptop["me"].editor.value() is None
    page.laptop["me"].editor.set_value(run.register.find("person", ANSWERS["by"])[0]["id"], ANSWERS["by"])
    page.laptop["me"].editor.edited.emit()
    run.office.standing.look()
    assert "who you are" not in run.window.banner.sentence()


def test_questions_come_one_after_the_other_and_none_is_forgotten(
    run: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = opened(run, "Dropbox")
    for n in (1, 2):
        copy = path.with_name(f"Aldermoor ({n}).pmdesk")
        run.register.backup_to(copy)
        with open_register(copy) as other:
            for saves in range(n):
                save(other, "organisation", {"name": f"Written in copy {n}, {saves}"})
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))
    banner = run.window.banner
    run.office.standing.look()
    run.press("Say who you are", banner)
    assert banner.sentence() == "", "nothing stands over the page that answers it"
    run.office.visit("settings")
    assert banner.sentence() == ""
    run.office.visit("desk")
    assert "Dropbox" in banner.sentence()
    run.press("Leave it here", banner)
    run.qtbot.waitUntil(lambda: "Aldermoor (2)" in banner.sentence(), timeout=10_000)
    run.press("Not now", banner)
    run.qtbot.waitUntil(lambda: "Aldermoor (1)" in banner.sentence(), timeout=10_000)
    run.press("Merge it in", banner)
    page = run.window.page()
    assert isinstance(page, BackupsPage)
    run.qtbot.waitUntil(lambda: page.copies.look is not None, timeout=20_000)
    assert banner.sentence() == ""
    run.office.visit("desk")
    run.qtbot.wait(600)
    assert banner.sentence() == "", "each was asked once in this sitting"


@pytest.fixture
def spoilt(run: Running, sample_file: Path) -> Path:
    """A register that opens, with damage in the midst of it."""
    path = copy_of(sample_file, run.folder)
    data = bytearray(path.read_bytes())
    for page in range(40, len(data) // 4096 - 1, 30):
        data[page * 4096 : page * 4096 + 600] = bytes([7]) * 600
    path.write_bytes(data)
    return path


def test_damage_met_at_work_stays_said_and_what_can_be_read_is_saved(
    run: Running, spoilt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood, new = spoilt.read_bytes(), run.folder / "rescued.pmdesk"
    assert run.program.open(spoilt)
    run.activate()
    run.office.visit("desk")
    run.qtbot.waitUntil(lambda: "is damaged" in run.window.banner.sentence())
    assert not run.toast()
    run.office.standing.look()
    assert "is damaged" in run.window.banner.sentence(), "nothing else is asked in its place"
    choosing(monkeypatch, new)
    run.press("Save what can be read", run.window.banner)
    run.qtbot.waitUntil(lambda: run.register.path == new, timeout=60_000)
    assert run.register.check() == [] and "rescued" in run.box().informativeText()
    assert not run.window.banner.sentence()
    assert spoilt.read_bytes() == stood


def test_a_check_that_finds_damage_offers_to_save_what_can_be_read(
    run: Running, spoilt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run.program.open(spoilt)
    run.activate()
    page = run.office.visit("backups")
    assert isinstance(page, BackupsPage) and not run.buttons("Save what can be read", page)
    run.press("Check the file", page)
    run.qtbot.waitUntil(lambda: bool(run.buttons("Save what can be read", page)), timeout=20_000)
    assert "is damaged" in page.verdict.text()
    assert "Restore its newest backup, or save what can still be read of it." in page.verdict.text()
    asked = choosing(monkeypatch)
    run.press("Save what can be read", page)
    assert asked and run.register.path == spoilt
