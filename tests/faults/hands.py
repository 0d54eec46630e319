"""Hands on the real window in a process of its own: what the sweeps that kill it and tire it do there."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from pmdesk.app import Program

CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """The program over one register; `faults` gets a line for each error that nobody caught."""

    def __init__(self, path: Path) -> None:
        self.faults: list[str] = []
        self.app = QApplication.instance() or QApplication(["pmdesk"])
        self.app.setQuitOnLastWindowClosed(False)  # type: ignore[union-attr]
        self.program: Any = Program(self.app)  # type: ignore[arg-type]
        self.program.fault = self._fault
        import sys
        import threading

        sys.excepthook = self._fault
        threading.excepthook = lambda told: self._fault(told.exc_type, told.exc_value, told.exc_traceback)
        if not self.program.open(path):
            raise RuntimeError("the register does not open in the window")
        self.until(self.window.isVisible)

    @property
    def office(self) -> Any:
        return self.program.office

    @property
    def window(self) -> Any:
        return self.office.window

    def _fault(self, kind: type[BaseException], error: BaseException | None, at: Any) -> None:
        import traceback

        where = traceback.extract_tb(at)[-1] if at else None
        place = f"{Path(where.filename).name}:{where.lineno}" if where else "nowhere"
        self.faults.append(f"uncaught {kind.__name__}: {error} at {place}")

    def until(self, so: Callable[[], object], seconds: float = 20.0) -> bool:
        """Let the window work until it is so; whether it became so."""
        end = time.monotonic() + seconds
        while not so():
            if time.monotonic() > end:
                return False
            self.app.processEvents()
            time.sleep(0.002)
        return True

    def rest(self) -> None:
        """Let everything that waits be done, closed widgets included."""
        for _ in range(3):
            self.app.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def type(self, into: QWidget, text: str) -> None:
        into.setFocus()
        if isinstance(into, QLineEdit):
            into.selectAll()
        QTest.keyClicks(into, text)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, held)

    def end(self) -> None:
        self.program.end()
        self.rest()


def save_person(hands: Hands, name: str) -> str:
    """A new person, typed and saved by Ctrl+S; the sentence that the window says."""
    page = hands.office.visit("members")
    hands.window.toasts.hide()
    page.new()
    form = page.form()
    hands.type(form.fields["name"].editor, name)
    page.save()
    return str(hands.window.toasts.sentence())


def bring_in(hands: Hands, path: Path) -> bool:
    """A spreadsheet of people, looked at and agreed to; whether the window says that it is in."""
    page = hands.office.visit("import")
    hands.office.visit("import", path)
    if not hands.until(lambda: page.look is not None):
        return False
    page.bring_in()
    return hands.until(lambda: page.look is None)


def merge(hands: Hands, path: Path) -> bool:
    """A pack, looked at and taken in; whether the window says so."""
    page = hands.office.visit("exchange", [path])
    if not hands.until(lambda: page.in_hand.look is not None):
        return False
    page.save()
    return hands.until(lambda: page.in_hand.look is None and page.work is None)


def open_files() -> int:
    """How many handles this process has."""
    return len(os.listdir("/proc/self/fd"))
