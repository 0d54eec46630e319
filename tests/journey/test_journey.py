"""The whole journey in the real window, through its widgets: from an empty laptop to a published paper."""

from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from pmdesk.ui.pages.milestones import MilestonesPage
from pmdesk.ui.pages.papers import PapersPage
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.pages.update_form import UpdatePage
from tests.exchange.made_files import BODIES, PARTNERSHIPS
from tests.running import ANSWERS, Running, choosing, copy_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.slow
def test_from_two_spreadsheets_to_a_published_paper(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    _first_run(run, monkeypatch)
    _bring_the_second(run)
    _browse(run)
    body = _edit_delete_undo(run)
    _annual_update(run, body)
    _paper(run, monkeypatch)
    _milestone(run)
    _desk(run)
    assert run.register.check() == []
    undone = 0
    while run.window.topbar.undo.isEnabled():
        run.key(Qt.Key.Key_Z, CTRL)
        undone += 1
    assert undone == 5, "two files, the update submitted and accepted, one milestone"
    assert run.counts("outside_body", "partnership", "annual_update", "milestone") == {
        "outside_body": 0, "partnership": 0, "annual_update": 0, "milestone": 0}  # fmt: skip
    assert run.register.check() == []


def _first_run(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch, BODIES, run.folder / "ours.pmdesk")
    run.program.begin()
    run.press("Choose a spreadsheet", run.first)
    for name in ("council", "by", "year", "annual_council", "returns_due"):
        editor = run.first.form.fields[name].editor
        editor.clear()
        run.qtbot.keyClicks(editor, ANSWERS[name])
    run.press("Start the register", run.first)
    run.activate()
    page: Any = run.window.page()
    run.qtbot.waitUntil(lambda: page.look is not None, timeout=20_000)
    run.brought(page)
    assert run.window.current() == "bodies"


def _bring_the_second(run: Running) -> None:
    run.brought(run.bring(PARTNERSHIPS))
    assert run.window.current() == "partnerships"
    assert run.counts("outside_body", "partnership") == {"outside_body": 29, "partnership": 13}


def _browse(run: Running) -> None:
    run.key(Qt.Key.Key_3, CTRL)
    page = run.window.page()
    assert isinstance(page, RecordsPage)
    line = page.list_part.line
    line.setFocus()
    run.qtbot.keyClicks(line, "commission")
    assert page.list_part.model.rowCount() == 1
    run.qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert page.list_part.model.rowCount() > 20
    first = page.list_part.model.row(0).title
    page.list_part.list.sort_asked.emit("name", True)
    assert page.list_part.model.row(0).title != first
    run.key(Qt.Key.Key_K, CTRL)
    search = run.window.topbar.search
    run.qtbot.keyClicks(search, "fenland twin")
    run.qtbot.waitUntil(lambda: "Fenland Twinning Association" in search.results())
    run.qtbot.keyClick(search, Qt.Key.Key_Return)
    assert page.view.page is not None
    assert page.view.page.title == "Fenland Twinning Association"


def _edit_delete_undo(run: Running) -> str:
    page = run.window.page()
    assert isinstance(page, RecordsPage)
    body = page.shown()
    run.press("Edit", page)
    form = page.form()
    assert form is not None
    form.fields["name"].editor.selectAll()
    run.qtbot.keyClicks(form.fields["name"].editor, "Twinning Association")
    run.key(Qt.Key.Key_S, CTRL)
    assert run.register.title(body) == "Twinning Association"
    run.press("Undo: Saved outside body", run.window.topbar)
    assert run.register.title(body) == "Fenland Twinning Association"
    return str(body)


def _annual_update(run: Running, body: str) -> None:
    page = run.office.visit("bodies", body)
    run.press("Record update", page)
    assert run.window.current() == "annual-update"
    form = run.window.page()
    assert isinstance(form, UpdatePage)
    _type(run, form, "meetings_held", "4")
    _type(run, form, "meetings_attended", "3")
    _type(run, form, "main_business", 'The links with <b>Nettetal</b> & "its" schools.')
    run.press("Submit update", form)
    assert form.frame is not None
    assert run.register.count("annual_update", status="submitted") == 0, "the declaration is missing"
    for name in ("declared",):
        assert form.frame.answers is not None
        editor = form.frame.answers.fields[name].editor
        editor.set_value(True)
        editor.edited.emit()
    run.press("Submit update", form)
    assert run.register.count("annual_update", status="submitted") == 1
    run.press("Accept", form)
    assert run.register.count("annual_update", status="accepted") == 1


def _type(run: Running, form: UpdatePage, name: str, text: str) -> None:
    assert form.frame is not None
    assert form.frame.answers is not None
    editor = form.frame.answers.fields[name].editor
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    run.qtbot.keyClicks(editor, text)


def _paper(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    run.press("See the paper", run.window.page())
    page = run.window.page()
    assert isinstance(page, PapersPage)
    run.qtbot.waitUntil(lambda: page.made() is not None, timeout=20_000)
    run.qtbot.waitUntil(lambda: not page.preview.grab().isNull())
    page.open_after.setChecked(False)
    to = run.folder / "update.pdf"
    choosing(monkeypatch, to)
    run.press("Save PDF", page)
    said = " ".join(page.extract_text() for page in pypdf.PdfReader(to).pages)
    assert "Fenland Twinning Association" in said
    assert "<b>Nettetal</b> &" in said
    assert run.toast() == "Saved update.pdf."


def _milestone(run: Running) -> None:
    partnership = run.register.all("partnership")[0]
    page = run.office.visit("milestones", None)
    assert isinstance(page, MilestonesPage)
    run.key(Qt.Key.Key_N, CTRL)
    form = page.form()
    assert form is not None
    form.fields["title"].editor.set_value("Open the hub")
    form.fields["partnership"].editor.set_value(partnership["id"], partnership["name"])
    form.fields["first_due"].editor.set_value("1/6/2026")
    run.key(Qt.Key.Key_S, CTRL)
    assert run.register.count("milestone") == 1
    page.show_partnership(str(partnership["id"]))
    assert page.figures is not None
    assert not page.grab().isNull()


def _desk(run: Running) -> None:
    run.key(Qt.Key.Key_1, CTRL)
    page: Any = run.window.page()
    assert run.window.current() == "desk"
    groups = [group.title for group in page.list.groups()] if hasattr(page.list, "groups") else []
    assert groups or not page.grab().isNull()


def test_the_sample_is_walked_by_keyboard_alone(run: Running, sample_file: Path) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    seen = []
    for digit in range(Qt.Key.Key_1, Qt.Key.Key_9 + 1):
        run.key(Qt.Key(digit), CTRL)
        seen.append(run.window.current())
        run.key(Qt.Key.Key_F6)
        assert run.window.focusWidget() is not None
    assert seen == [
        "desk",
        "partnerships",
        "bodies",
        "members",
        "plans",
        "measures",
        "milestones",
        "partners",
        "papers",
    ]
