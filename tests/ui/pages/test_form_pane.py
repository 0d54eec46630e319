from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.register.store import memory
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
