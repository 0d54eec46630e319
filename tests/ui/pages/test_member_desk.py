"""A member's file in the real window: one desk, one's own updates, and the file to send back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from pmdesk.actions.member_files import look_at_member_file, make_member_file
from pmdesk.actions.registers import open_register
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.help import HelpPage
from pmdesk.ui.pages.member_desk import MemberDeskPage
from pmdesk.ui.pages.update_form import UpdatePage
from tests.running import Running, copy_of

TODAY = "2026-04-27"


@pytest.fixture
def council(run: Running, sample_file: Path) -> Path:
    return Path(copy_of(sample_file, run.folder))


@pytest.fixture
def desk(run: Running, council: Path) -> MemberDeskPage:
    with open_register(council) as register:
        robert = str(register.find("person", "Robert Ashdown")[0]["id"])
        out = make_member_file(register, robert, run.folder / "ashdown.pmdesk", TODAY)
    run.program.open(out)
    run.activate()
    page = run.office.visit("desk")
    assert isinstance(page, MemberDeskPage)
    return page


def begin(run: Running) -> None:
    """Press the first of the buttons: there is one for each body."""
    QApplication.processEvents()
    run.buttons("Record a report-back")[0].click()


def test_the_window_has_the_desk_and_nothing_of_the_councils(run: Running, desk: MemberDeskPage) -> None:
    entries = run.window.sidebar.findChildren(QPushButton)
    named = [entry.accessibleName() for entry in entries if entry.accessibleName()]
    assert named == ["Desk", "Settings", "Help"]
    assert unnamed(run.window) == []
    assert run.office.visit("bodies") is desk, "search leads to what there is"
    help_page = run.office.visit("help")
    assert isinstance(help_page, HelpPage)
    assert "Save the file to send" in help_page.browser.toPlainText()
    settings = run.office.visit("settings")
    assert not run.buttons("Save settings", settings)


def test_an_update_is_written_and_the_file_sent(
    run: Running, desk: MemberDeskPage, council: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.press("Write the next update")
    form = run.window.page()
    assert isinstance(form, UpdatePage) and form.frame and form.frame.answers
    assert run.buttons("Desk", form) and not run.buttons("Outside body", form)
    fields = form.frame.answers.fields
    fields["main_business"].editor.set_value("The roof was mended.")
    fields["declared"].editor.set_value(True)
    run.press("Submit update")
    assert not form.editable(), form.frame.summary
    assert "save the file to send" in form.frame.standing.words()
    assert run.window.focusWidget() is run.buttons("See the paper")[0]
    assert not run.buttons("Accept") and not run.buttons("Publish")
    run.office.visit("desk")
    out = run.folder / "to send"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    run.press("Save the file to send", desk.view.edit_button.parentWidget())
    assert "to send.pmdesk" in run.toast()
    with open_register(council) as register:
        found = look_at_member_file(register, out.with_suffix(".pmdesk"))
    assert [(each.after, "main_business" in each.fields) for each in found.records] == [("submitted", True)]


def test_a_report_back_is_recorded_by_keyboard_and_taken_back(run: Running, desk: MemberDeskPage) -> None:
    button = run.buttons("Record a report-back")[0]
    button.setFocus()
    run.key(Qt.Key.Key_Space)
    form = desk.form()
    assert form is not None
    form.fields["meeting_on"].editor.set_value("4/3/26")
    form.fields["decided"].editor.set_value("The trust will close on Mondays.")
    desk.save()
    assert desk.form() is None and run.register.count("report_back") == 1
    table = next(each for each in desk.view.tables if each.accessibleName() == "Your report-backs")
    assert table.cell(0, 0).text == "4 March 2026"
    run.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert run.register.count("report_back") == 0


def test_what_was_typed_is_kept_when_one_leaves(run: Running, desk: MemberDeskPage) -> None:
    begin(run)
    form = desk.form()
    assert form is not None
    form.fields["decided"].editor.set_value("Half a sentence")
    assert desk.escape() and desk.form() is None
    assert "kept" in run.toast()
    begin(run)
    form = desk.form()
    assert form is not None and form.offer is not None


def test_what_is_typed_and_not_saved_is_said_before_the_file_is_sent(
    run: Running, desk: MemberDeskPage
) -> None:
    run.press("Write the next update")
    form = run.window.page()
    assert isinstance(form, UpdatePage) and form.frame and form.frame.answers
    run.qtbot.keyClicks(form.frame.answers.fields["main_business"].editor, "The roof was mended.")
    run.office.visit("desk")
    links = next(each for each in desk.view.tables if each.accessibleName() == "Your annual updates")
    assert "Go on" in [links.cell(row, 3).text for row in range(links.row_count())]
    desk.send_to(run.folder / "sent.pmdesk")
    assert run.toast() == (
        "Saved sent.pmdesk. 1 form is begun and not saved: what is typed in it does not go along."
    )
    run.press("Write the next update")
    form.save()
    run.office.visit("desk")
    desk.send_to(run.folder / "sent.pmdesk")
    assert "Send it as an attachment" in run.toast()


def test_the_offered_name_is_never_that_of_the_open_file(
    run: Running, desk: MemberDeskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[2]), ("", ""))[1])
    monkeypatch.setattr(Path, "home", lambda: run.folder)
    desk.ask_send()
    assert asked and Path(asked[0]).name == "ashdown, to send.pmdesk"
