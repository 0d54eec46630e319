"""The window's tests: dressed as the window is, with the focus ring, in one application."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.ui.focus_ring import FocusRing
from pmdesk.ui.window import MainWindow, WindowVerbs
from tests.running import in_light
from tests.ui import gallery

Place = Callable[[QWidget], QWidget]

_rings: list[FocusRing] = []


@pytest.fixture(autouse=True)
def _by_light(qapp: QApplication) -> None:
    """A test that went before leaves neither its colours nor its text size."""
    in_light(qapp)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light theme at 100%."""
    in_light(qapp)
    if not _rings:
        _rings.append(FocusRing(qapp))
    return qapp


@pytest.fixture
def ring(dressed: QApplication) -> FocusRing:
    return _rings[0]


class Verbs:
    """Writes down what the window asked for."""

    def __init__(self) -> None:
        self.asked: list[object] = []
        self.verbs = WindowVerbs(
            undo=lambda: self.asked.append("undo"), redo=lambda: self.asked.append("redo"),
            help=lambda: self.asked.append("help"), text_size=lambda step: self.asked.append(step),
            open_found=lambda kind, id: self.asked.append((kind, id)),
            choose_year=lambda year: self.asked.append(year),
        )  # fmt: skip


@pytest.fixture
def verbs() -> Verbs:
    return Verbs()


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, verbs: Verbs) -> MainWindow:
    made = gallery.window(verbs.verbs)
    qtbot.addWidget(made)
    made.visit("desk")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def on(dressed: QApplication, qtbot: QtBot) -> Place:
    """Puts an editor into a window that is kept for as long as the test runs."""
    kept: list[QWidget] = []

    def place(editor: QWidget) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(600, 500)
        editor.setParent(window)
        window.show()
        kept.append(window)
        return window

    return place
