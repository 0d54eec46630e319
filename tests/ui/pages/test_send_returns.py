"""Forms for members by hand: which seats, which language, and a folder that holds nothing else."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.send_returns import SendReturnsPage
from tests.running import copy_of

Running = Any


@pytest.fixture
def page(run: Running, sample_file: Path) -> SendReturnsPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    shown = run.office.visit("send-returns")
    assert isinstance(shown, SendReturnsPage)
    return shown


def choosing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(folder))


def saved(run: Running, page: SendReturnsPage) -> None:
    run.window.toasts.hide()
    run.qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    run.qtbot.waitUntil(lambda: bool(run.toast()), timeout=30_000)


def test_who_has_not_submitted_is_chosen_and_gets_its_form(
    page: SendReturnsPage, run: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    n = len(page.chosen)
    assert page.chosen == {line.seat for line in page.lines if not line.is_in} and n > 10
    assert page.button.text() == f"Save {n} forms" and unnamed(page) == []
    choosing(monkeypatch, tmp_path / "forms")
    saved(run, page)
    assert run.toast() == f"{n} forms are in ‘forms’. Send each to its member by e-mail."
    assert len(list((tmp_path / "forms").iterdir())) == n


def test_a_short_list_leaves_no_gaps_above_it(page: SendReturnsPage, run: Running) -> None:
    run.window.resize(1440, 900)
    del page.lines[3:]
    page._show()
    run.qtbot.wait(60)
    under = page.head.mapTo(page, page.head.rect().bottomLeft()).y()
    assert page.table.mapTo(page, page.table.rect().topLeft()).y() - under < 140


def test_some_of_them_in_welsh_by_keyboard(
    page: SendReturnsPage, run: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page.focus_list()
    run.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.chosen) == len(page.lines)
    run.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.chosen == set() and not page.button.isEnabled()
    run.key(Qt.Key.Key_Space)
    assert page.chosen == {page.lines[0].seat} and page.button.text() == "Save 1 form"
    page.language.set_value("cy")
    choosing(monkeypatch, tmp_path / "cy")
    saved(run, page)
    (form,) = (tmp_path / "cy").iterdir()
    assert page.lines[0].body in form.name
    assert PdfReader(form).trailer["/Root"]["/Lang"] == "cy-GB"


def test_a_form_that_lies_there_is_spared(
    page: SendReturnsPage, run: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choosing(monkeypatch, tmp_path / "forms")
    saved(run, page)
    first = sorted((tmp_path / "forms").iterdir())[0]
    first.write_bytes(b"filled in")
    saved(run, page)
    assert "is in that folder already" in run.toast()
    assert first.read_bytes() == b"filled in"


def test_another_year_and_the_way_back(page: SendReturnsPage, run: Running) -> None:
    before = run.register.find("municipal_year", "2024-25")[0]["id"]
    page.year.set_value(str(before))
    page.year.edited.emit()
    assert page.lines == [] and page.empty.isVisible() and not page.foot.isVisible()
    run.press("Back to annual updates")
    assert not page.isVisible()
