"""The stick is pulled out while somebody types: nothing says it was kept, and leaving does not lose it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pmdesk.figures.record_page import Edit
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.update_form import UpdatePage
from tests.running import Running, copy_of

CTRL = Qt.KeyboardModifier.ControlModifier


class Stick:
    """A register on a stick, open in the window."""

    def __init__(self, run: Running, sample_file: Path) -> None:
        self.run, self.folder, self.away = run, run.folder / "stick", run.folder / "away"
        run.program.open(copy_of(sample_file, self.folder))
        run.activate()

    def pull(self) -> None:
        self.folder.rename(self.away)

    def put_back(self) -> None:
        self.away.rename(self.folder)


@pytest.fixture
def stick(run: Running, sample_file: Path) -> Stick:
    return Stick(run, sample_file)


def leave(run: Running) -> QWidget | None:
    run.key(Qt.Key.Key_Escape)
    return run.window.page()


def test_a_form_stays_until_it_can_be_saved(run: Running, stick: Stick) -> None:
    body = str(run.register.find("outside_body", "Moorland Arts Trust")[0]["id"])
    page: Any = run.office.visit("bodies", body)
    form = page.edit(Edit("outside_body", body))
    assert isinstance(form, EditRecord)
    run.qtbot.keyClicks(form.fields["note"].editor, "Rang the clerk.")
    stick.pull()
    form.keep()
    assert form.note.text() == "Draft not kept."
    leave(run)
    assert form.isVisible() and "so it stays here" in run.toast()
    run.key(Qt.Key.Key_S, CTRL)
    assert form.isVisible() and "put it back" in run.toast()
    stick.put_back()
    run.key(Qt.Key.Key_S, CTRL)
    assert run.register.get("outside_body", body)["note"] == "Rang the clerk."


def test_who_leaves_once_more_gives_it_up(run: Running, stick: Stick) -> None:
    body = str(run.register.find("outside_body", "Moorland Arts Trust")[0]["id"])
    page: Any = run.office.visit("bodies", body)
    form = page.edit(Edit("outside_body", body))
    run.qtbot.keyClicks(form.fields["note"].editor, "Rang the clerk.")
    stick.pull()
    leave(run)
    assert page.form() is form
    leave(run)
    assert page.form() is None
    stick.put_back()


def test_an_update_stays_and_no_time_is_said(run: Running, stick: Stick) -> None:
    seat = str(run.register.find("outside_body", "Moorland Arts Trust")[0]["id"])
    held = run.register.all("appointment", outside_body=seat)[0]
    page = run.office.visit("annual-update", ("new", str(held["id"])))
    assert isinstance(page, UpdatePage) and page.frame and page.frame.answers
    stick.pull()
    run.qtbot.keyClicks(page.frame.answers.fields["main_business"].editor, "The roof was mended.")
    page._drafts.keep()
    assert "Draft saved" not in page.frame.footer.said()
    assert leave(run) is page and "so it stays here" in run.toast()
    stick.put_back()
    page._drafts.keep()
    assert "Draft saved" in page.frame.footer.said()
    assert leave(run) is not page
