"""Opens a writing page over a real register, in a window of its own, for the tests of both pages."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from pmdesk.actions.registers import Register
from pmdesk.ui.context import Context
from pmdesk.ui.pages.annual_update import annual_update_page
from pmdesk.ui.pages.progress_update import progress_update_page
from pmdesk.ui.pages.update_answers import Answer
from pmdesk.ui.pages.update_form import UpdatePage
from pmdesk.ui.window import MainWindow, Section

TODAY = "2026-04-27"
PAGES = {"annual-update": annual_update_page, "progress-update": progress_update_page}


class Writing:
    """A page, the window it is in, and where it wanted to lead."""

    def __init__(self, register: Register, qtbot: QtBot, key: str) -> None:
        self.register, self.qtbot = register, qtbot
        self.visited: list[tuple[str, object]] = []
        self.context = Context(register, TODAY)
        self.context.visit = lambda key, argument: self.visited.append((key, argument))
        sections = [Section(key, key, "edit", lambda: PAGES[key](self.context))]
        self.window = MainWindow("Aldermoor", sections, lambda text: [])
        self.context.toast = self.window.toast
        self.window.resize(1440, 900)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self._key = key

    def open(self, argument: object) -> UpdatePage:
        page = self.window.visit(self._key, argument)
        assert isinstance(page, UpdatePage)
        self.page = page
        return page

    def field(self, name: str) -> Answer:
        assert self.page.frame is not None and self.page.frame.answers is not None
        return self.page.frame.answers.fields[name]

    def type(self, name: str, text: str) -> None:
        """Type into a field in place of what it holds, key by key."""
        editor = self.field(name).editor
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.selectAll()
        self.qtbot.keyClicks(editor, text)

    def press(self, word: str) -> None:
        """Press the button with this word, wherever it is in sight."""
        found = [b for b in self.window.findChildren(QPushButton) if b.text() == word and b.isVisible()]
        assert len(found) == 1, (
            word,
            [b.text() for b in self.window.findChildren(QPushButton) if b.isVisible()],
        )
        assert found[0].isEnabled()
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def words(self) -> list[str]:
        """The buttons at the foot."""
        return [button.text() for button in self.frame.footer.buttons()]

    @property
    def frame(self) -> Any:
        return self.page.frame

    def sentence(self) -> str:
        return self.window.toasts.sentence()

    def close(self) -> None:
        self.window.close()
