"""The program as a whole: what it opens, what it says when it cannot, its own faults, and its end."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from pmdesk import app as program_file
from pmdesk.actions import registers
from pmdesk.register.lock import lock_path
from pmdesk.register.store import open_register
from tests.running import ANSWERS, Running, choosing, copy_of


def no_register(folder: Path) -> Path:
    path = folder / "photo.pmdesk"
    path.write_bytes(b"\xff\xd8\xff\xe0" + b"JFIF" * 500)
    return path


def empty(folder: Path) -> Path:
    (folder / "empty.pmdesk").touch()
    return folder / "empty.pmdesk"


def damaged(folder: Path) -> Path:
    path = folder / "damaged.pmdesk"
    registers.start(path, **ANSWERS).close()
    whole = bytearray(path.read_bytes())
    whole[4096:8192] = bytes(4096)
    path.write_bytes(whole)
    return path


def newer(folder: Path) -> Path:
    path = folder / "newer.pmdesk"
    with registers.start(path, **ANSWERS) as register:
        register.db.execute("PRAGMA user_version = 999")
    return path


def missing(folder: Path) -> Path:
    return folder / "gone.pmdesk"


def a_folder(folder: Path) -> Path:
    (folder / "folder.pmdesk").mkdir()
    return folder / "folder.pmdesk"


@pytest.mark.parametrize("make", [no_register, empty, damaged, newer, missing, a_folder])
def test_what_cannot_be_opened_is_a_sentence(
    run: Running, make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(make)
    path = make(run.folder)
    before = path.read_bytes() if path.is_file() else None
    assert not run.program.open(path)
    box = run.box()
    assert box.text() == "This register cannot be opened"
    assert box.informativeText().endswith((".", "’."))
    assert "Traceback" not in box.informativeText()
    run.press("OK", box)
    assert run.program.first is not None
    assert run.first.isVisible()
    if before is not None:
        assert path.read_bytes() == before
    assert run.program.open(run.start().with_name("Aldermoor.pmdesk"))


def test_an_open_window_stays_when_another_cannot_be_opened(run: Running) -> None:
    run.start()
    window = run.window
    assert not run.program.open(no_register(run.folder))
    assert run.window is window
    assert run.register.count("organisation") == 1


def test_begin_opens_the_last_register_or_asks_once(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    run.program.begin()
    assert run.program.first is not None
    path = run.folder / "ours.pmdesk"
    registers.start(path, **ANSWERS).close()
    run.program.preferences.opened(path)
    run.program.begin()
    assert run.program.first is None
    assert run.window.windowTitle() == "Aldermoor District Council (ours.pmdesk) - pmdesk"


def test_a_last_register_that_is_broken_asks_once(run: Running) -> None:
    run.program.preferences.opened(no_register(run.folder))
    run.program.begin()
    shown = [
        one for one in QApplication.topLevelWidgets() if type(one).__name__ == "FirstRun" and one.isVisible()
    ]
    assert shown == [run.first]


def test_another_register_takes_the_place_of_the_first(
    run: Running, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = run.start()
    before = run.register
    other = copy_of(sample_file, run.folder)
    choosing(monkeypatch, other)
    run.program.open_another()
    assert run.register.path == other
    run.qtbot.waitUntil(lambda: not lock_path(ours).exists())
    with pytest.raises(Exception, match="damaged"):
        before.count("person")


def test_a_fault_of_ours_is_said_and_noted_without_what_was_typed(
    run: Running, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    run.start()
    button = QPushButton("x", run.window)

    def slot() -> None:
        raise ValueError("Councillor Holloway's typed answer")

    button.clicked.connect(slot)
    monkeypatch.setattr(sys, "excepthook", run.program.fault)
    button.click()
    box = run.box()
    assert box.text().startswith("This is our mistake")
    run.press("Copy details", box)
    copied = QApplication.clipboard().text()
    assert "ValueError" in copied
    assert "test_app.py" in copied
    log = (home / "faults.log").read_text("utf-8")
    assert "ValueError" in log
    assert "Holloway" not in log + copied
    run.office.visit("bodies")
    assert run.window.current() == "bodies"


def test_faults_that_come_with_every_frame_are_said_once(run: Running) -> None:
    run.start()
    for _n in range(5):
        run.program.fault(ValueError, ValueError("x"), None)
    run.box()
    QApplication.processEvents()
    boxes = [
        one
        for one in QApplication.topLevelWidgets()
        if type(one).__name__ == "QMessageBox" and one.isVisible()
    ]
    assert len(boxes) == 1


def test_a_backup_where_the_person_says(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    run.start()
    to = run.folder / "copy.pmdesk"
    choosing(monkeypatch, to)
    run.program.backup()
    assert run.toast() == "Backup made and checked: copy.pmdesk"
    with open_register(to, read_only=True) as copy:
        assert copy.check() == []
    choosing(monkeypatch, run.folder / "nowhere" / "copy.pmdesk")
    run.program.backup()
    assert run.box().text() == "The backup was not made"


def test_closing_lets_go_of_everything(run: Running) -> None:
    path = run.start()
    assert lock_path(path).exists()
    run.close()
    assert run.program.preferences.kept("geometry")
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name]
    assert run.program.open(path)
    assert not run.register.read_only


def test_text_size_has_ends(run: Running) -> None:
    run.start()
    for _n in range(15):
        run.program.text_size(1)
    assert run.program.preferences.text_scale == 2.0
    for _n in range(15):
        run.program.text_size(-1)
    assert run.program.preferences.text_scale == 1.0


def test_the_whole_program_runs_and_ends(
    run: Running, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, sample_file: Path
) -> None:
    path = copy_of(sample_file, run.folder)
    shown: list[str] = []
    before = sys.excepthook, threading.excepthook
    monkeypatch.setattr(qapp, "exec", lambda: shown.append(_title()) or 0, raising=False)
    assert program_file.open_window(path, language="cy") == 0
    assert shown == ["Aldermoor District Council (Sample.pmdesk) - pmdesk"]
    assert not lock_path(path).exists()
    assert (sys.excepthook, threading.excepthook) == before


def _title() -> str:
    windows = [
        one
        for one in QApplication.topLevelWidgets()
        if type(one).__name__ == "MainWindow" and one.isVisible()
    ]
    return windows[-1].windowTitle() if windows else ""
