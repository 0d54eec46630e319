"""The window hides when it is locked or nobody is there, and comes back as it was."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.register.faults import WrongPassphrase
from pmdesk.ui import locking
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.locking import Guard, Idle, LockedWindow


def attempt(typed: str) -> None:
    if typed != "right one":
        raise WrongPassphrase("This passphrase does not open it.")


class Desk:
    """A window with something half typed in it, and its guard."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.left = 0
        self.window = QWidget()
        self.typed = QLineEdit("half typed", self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        self.guard = Guard(app, lambda: 15, self._leave)

    def _leave(self) -> None:
        self.left += 1

    def lock(self) -> LockedWindow:
        self.guard.lock(self.window, "Aldermoor", attempt)
        assert self.guard.locked is not None
        return self.guard.locked


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, dressed)
    yield made
    if made.guard.locked is not None:
        qtbot.addWidget(made.guard.locked)


def test_locked_the_window_is_hidden_and_the_passphrase_brings_it_back(desk: Desk, qtbot: QtBot) -> None:
    locked = desk.lock()
    assert not desk.window.isVisible() and locked.isVisible()
    assert "half" not in locked.windowTitle()
    desk.lock()
    assert desk.guard.locked is locked
    qtbot.keyClicks(locked.form.field.editor, "wrong")
    locked.form.submit()
    qtbot.waitUntil(lambda: bool(locked.form.field.error()))
    assert not desk.window.isVisible()
    locked.form.field.editor.set_value("right one")
    locked.form.submit()
    qtbot.waitUntil(desk.window.isVisible)
    assert desk.guard.locked is None and desk.typed.text() == "half typed"


def test_escape_does_not_unlock_and_closing_it_closes_pmdesk(desk: Desk, qtbot: QtBot) -> None:
    locked = desk.lock()
    qtbot.keyClick(locked.form.field.editor, Qt.Key.Key_Escape)
    assert locked.isVisible() and not desk.window.isVisible()
    locked.close()
    assert desk.left == 1 and not desk.window.isVisible()


def test_questions_over_the_window_go_and_long_work_goes_on(desk: Desk, qtbot: QtBot) -> None:
    asked, work = QDialog(desk.window), QProgressDialog("Making papers", "Cancel", 0, 10, desk.window)
    work.setMinimumDuration(0)
    asked.open()
    work.show()
    desk.lock()
    assert not asked.isVisible() and not work.wasCanceled()
    work.close()


def test_everything_has_a_name(desk: Desk) -> None:
    assert unnamed(desk.lock()) == []


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_000_000.0
        monkeypatch.setattr(time, "time", lambda: self.now)
        assert locking.time is time


def test_it_locks_when_nobody_is_there(
    dressed: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, locked, minutes = Clock(monkeypatch), list[float](), [15]
    window = QLineEdit()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    idle = Idle(dressed, lambda: minutes[0], lambda: locked.append(clock.now))
    idle._watch(window.windowHandle())
    clock.now += 899
    idle.look()
    assert locked == []
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    clock.now += 899
    idle.look()
    assert locked == []
    clock.now += 1  # also after a night with the lid shut
    idle.look()
    idle.look()
    assert locked == [clock.now]
    minutes[0] = 0
    clock.now += 100_000
    idle.look()
    assert len(locked) == 1
    minutes[0] = 15
    clock.now -= 500_000  # the clock was put back
    idle.look()
    clock.now += 899
    idle.look()
    assert len(locked) == 1
    idle.deleteLater()
