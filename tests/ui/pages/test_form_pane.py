from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pmdesk.register.store import memory
from pmdesk.ui.choice_editors import RadioChoice
from pmdesk.ui.context import Context
from pmdesk.ui.editors import LineText
from pmdesk.ui.field import Field
from pmdesk.ui.pages.form_pane import FormPane


def test_the_frame_shows_problems_and_does_what_its_buttons_say(dressed: QApplication, qtbot: QtBot) -> None:
    done: list[str] = []
    buttons = (lambda: done.append("save"), lambda: done.append("cancel"))
    pane = FormPane(Context(memory(), "2026-04-27"), "New body", "", "Save", *buttons)
    pane.add_heading("Seats")
    pane.add(Field("name", "Name", LineText()))
    pane.add(Field("seats", "Seats", LineText()))
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.save_button.click()
    pane.cancel_button.click()
    assert done == ["save", "cancel"]
    pane.focus_field()
    assert pane.fields["name"].editor.hasFocus()
    pane.show_problems({"seats": "This is no number.", "": "Somebody else saved it."})
    assert pane.fields["seats"].editor.hasFocus()
    assert pane.summary.isVisible()
    pane.show_problems({})
    assert not pane.summary.isVisible()


def test_tab_goes_from_the_last_question_to_save_and_cancel(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    column, before = QVBoxLayout(window), LineText()
    column.addWidget(before)
    qtbot.addWidget(window)
    window.show()
    # As on a page: the form comes into a window that stands already, its questions one after another.
    pane = FormPane(Context(memory(), "2026-04-27"), "New body", "", "Save", lambda: None, lambda: None)
    pane.add(Field("name", "Name", LineText()))
    pane.add(Field("kind", "Kind", RadioChoice([("a", "One"), ("b", "Other")])))
    column.addWidget(pane)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pane.focus_field()
    seen = []
    for _step in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    assert pane.fields["kind"].isAncestorOf(seen[0])
    assert seen[1:] == [pane.save_button, pane.cancel_button]
