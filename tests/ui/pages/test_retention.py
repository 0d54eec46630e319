"""The list of those who are gone: how long is chosen, and each line leads to erasing that person."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from pmdesk.actions import records
from pmdesk.actions.erasing import erase
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.erasing import ErasingPage
from pmdesk.ui.pages.retention import RetentionPage
from tests.running import copy_of
from tests.ui.pages.test_erasing import said

Running = Any


@pytest.fixture
def page(run: Running, sample_file: Path) -> RetentionPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    shown = run.window.visit("retention")
    assert isinstance(shown, RetentionPage)
    return shown


def rows(page: RetentionPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_who_is_gone_stands_there_and_leads_to_the_form(page: RetentionPage, run: Running) -> None:
    assert not page.list.isVisible() and "longer than 6 years" in said(page.empty)
    gone = records.save(run.register, "person", {"name": "Ann Pugh", "kind": "member", "ends": "2015"})[0]
    page.refresh()
    assert any(row.startswith("Ann Pugh") for row in rows(page)) and unnamed(page) == []
    page.keep_for(12)
    assert not page.list.isVisible() and page.years.text() == "Kept for 12 years"
    page.keep_for(10)
    at = next(at for at, row in enumerate(rows(page)) if row.startswith("Ann Pugh"))
    page.list.setCurrentIndex(page.list.model().index(at, 0))
    page.focus_list()
    run.key(Qt.Key.Key_Return)
    shown = run.window.pages.currentWidget()
    assert isinstance(shown, ErasingPage) and shown.look is not None and shown.look.person == gone


def test_one_of_whom_something_came_in_again_stands_first(page: RetentionPage, run: Running) -> None:
    gone = records.save(run.register, "person", {"name": "Ann Pugh", "ends": "2015"})[0]
    erase(run.register, gone, "Ann Pugh", {})
    with run.register.change("Saved person") as change:
        change.set("person", gone, {"email": "ann@pugh.example"})
    page.refresh()
    assert rows(page)[0].startswith("Erased, and written again elsewhere")
    assert "came in afterwards" in rows(page)[1]
