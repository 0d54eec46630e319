"""The page of suggestions reads again when readings change, and Escape leads back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from pmdesk.actions import records
from pmdesk.ui.bus import bus
from pmdesk.ui.pages.suggestions import SuggestionsPage
from tests.running import Running, copy_of


def test_it_reads_again_and_escape_leads_back(run: Running, sample_file: Path) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    page = run.office.visit("suggestions")
    assert isinstance(page, SuggestionsPage)
    run.qtbot.waitUntil(lambda: page.view.page is not None)
    assert page.view.page

    def pairs() -> int:
        assert page.view.page
        return sum(len(section.rows) for section in page.view.page.sections)

    row = page.view.page.sections[0].rows[0].cells[3].lead
    assert row
    values = row.argument.values  # type: ignore[attr-defined]
    before = [cell.text for cell in page.view.page.sections[0].rows[0].cells]
    changes = records.save(run.register, "tension", dict(values))[1]
    bus().changed.emit(changes)
    assert [cell.text for cell in page.view.page.sections[0].rows[0].cells] != before
    assert pairs()
    run.key(Qt.Key.Key_Escape)
    assert run.window.current() == "tensions"


def test_a_large_register_is_looked_through_apart(
    run: Running, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmdesk.ui.pages.suggestions.MANY_READ", 0)
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    page = run.office.visit("suggestions")
    assert isinstance(page, SuggestionsPage) and page.view.page
    assert [each.title for each in page.view.page.sections] == ["Looking through the readings…"]
    run.qtbot.waitUntil(lambda: bool(page.view.page and page.view.page.sections[0].rows), timeout=10_000)
