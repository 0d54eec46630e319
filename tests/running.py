"""The whole program in a test: real registers in the test's own folder, the real window, hands on it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from pmdesk import app as program_file
from pmdesk.actions import registers
from pmdesk.app import Program
from pmdesk.ui import words
from pmdesk.ui.office import Office
from pmdesk.ui.pages.bring_in import BringInPage
from pmdesk.ui.pages.first_run import FirstRun
from pmdesk.ui.theme import apply_theme
from pmdesk.ui.window import MainWindow

ANSWERS = {
    "council": "Aldermoor District Council",
    "by": "Helen Marsh",
    "year": "2025-26",
    "annual_council": "21/5/2025",
    "returns_due": "17/4/2026",
    "rating_rule": "tolerance",
}


class Running:
    """The program, and what a person does with it; `said` are the sentences of its boxes, newest last."""

    def __init__(self, program: Program, qtbot: QtBot, folder: Path) -> None:
        self.program, self.qtbot, self.folder = program, qtbot, folder

    @property
    def office(self) -> Office:
        assert self.program.office is not None
        return self.program.office

    @property
    def window(self) -> MainWindow:
        return self.office.window

    @property
    def register(self) -> Any:
        return self.office.register

    @property
    def first(self) -> FirstRun:
        assert self.program.first is not None
        return self.program.first

    def counts(self, *kinds: str) -> dict[str, int]:
        return {kind: self.register.count(kind) for kind in kinds}

    def press(self, word: str, where: QWidget | None = None) -> None:
        """Click the button that says `word`; there must be exactly one in sight, or soon be."""
        QApplication.processEvents()
        buttons = self.buttons(word, where)
        assert len(buttons) == 1, f"{len(buttons)} buttons say {word}"
        self.qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    def buttons(self, word: str, where: QWidget | None = None) -> list[QPushButton]:
        found = (where or self.window).findChildren(QPushButton)
        return [
            button
            for button in found
            if word in (button.text(), button.accessibleName()) and button.isVisible()
        ]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)

    def toast(self) -> str:
        return self.window.toasts.sentence()

    def box(self) -> QMessageBox:
        """The message box that is open."""
        self.qtbot.waitUntil(lambda: bool(_boxes()))
        return _boxes()[-1]

    def bring(self, path: Path) -> BringInPage:
        """Visit 'Bring in a file' with this file and wait until it was looked at."""
        page = self.office.visit("import")
        assert isinstance(page, BringInPage)
        before = page.look
        self.window.toasts.hide()
        self.office.visit("import", path)
        self.qtbot.waitUntil(lambda: page.look is not before or bool(self.toast()), timeout=20_000)
        return page

    def brought(self, page: BringInPage) -> None:
        """Agree, and wait until it is written."""
        self.qtbot.mouseClick(page.agree, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: page.look is None, timeout=20_000)

    def start(self, spreadsheet: Path | None = None, **answers: str) -> Path:
        """A register of one's own, as the first run makes it."""
        path = self.folder / "Aldermoor.pmdesk"
        registers.start(path, **{**ANSWERS, **answers}).close()
        assert self.program.open(path)
        self.activate()
        if spreadsheet is not None:
            self.bring(spreadsheet)
        return path

    def close(self) -> None:
        """Close the window and the register, as at the end of a day; the program may open another."""
        self.program.end()

    def activate(self) -> None:
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)


def _boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


def in_light(app: QApplication) -> None:
    """The light theme at 100%; an application that wears it already is not dressed again."""
    apply_theme(app, "light", 1.0)


@contextmanager
def running(
    qapp: QApplication, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Running]:
    """The program, ended whatever happens; documents lie in `folder`."""
    folder.mkdir(exist_ok=True)
    monkeypatch.setattr(program_file, "_documents", lambda: folder)
    program = Program(qapp)
    in_light(qapp)
    try:
        yield Running(program, qtbot, folder)
    finally:
        _end(program)
        in_light(qapp)
        words.speak("en")


@contextmanager
def beside(run: Running) -> Iterator[Running]:
    """A second program, as if the register were opened once more."""
    program = Program(run.program.app)
    try:
        yield Running(program, run.qtbot, run.folder)
    finally:
        _end(program)


def _end(program: Program) -> None:
    """As when the program ends: windows first, so that no page acts once its register is closed."""
    for box in _boxes():
        box.close()
    if program.first is not None:
        program.first.close()
        program.first.deleteLater()
    program.end()
    if isValid(program._ring._ring):
        program._ring._ring.deleteLater()  # a window of its own, which each new style would dress
    program._ring.deleteLater()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def copy_of(sample: Path, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(sample, folder / "Sample.pmdesk"))


def choosing(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> list[str]:
    """Answer the system's file dialogs, which no test can press, with these paths in turn; then with ''."""
    waiting, asked = [str(path) for path in paths], list[str]()

    def answer(
        parent: QWidget, title: str, offered: str = "", *given: object, **options: object
    ) -> tuple[str, str]:
        asked.append(offered)
        return (waiting.pop(0) if waiting else "", "")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def soon(do: Callable[[], object], after: int = 50) -> None:
    """Do something once the event loop runs again; for what stands over a dialog."""
    QTimer.singleShot(after, do)
