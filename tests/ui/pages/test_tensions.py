"""Tensions in the real window: the switch, the way from a suggestion to a record, whether it held."""

from pathlib import Path

import pytest

from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.pages.suggestions import SuggestionsPage
from tests.running import Running, copy_of


@pytest.fixture
def page(run: Running, sample_file: Path) -> RecordsPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    run.office.visit("challenges")
    run.press("Tensions", run.window.page())
    made = run.window.page()
    assert isinstance(made, RecordsPage) and run.window.current() == "tensions"
    return made


def test_the_switch_leads_there_and_back(run: Running, page: RecordsPage) -> None:
    assert run.window.sidebar._entries["challenges"].isChecked()
    assert page.list_part.head.title() == "Tensions"
    run.press("Challenges", page)
    assert run.window.current() == "challenges"


def test_it_is_said_whether_it_held(run: Running, page: RecordsPage) -> None:
    tension = run.register.find("tension", "Four-hour waits against people kept out of hospital beds")[0]
    page.open(tension["id"])
    assert page.view.page and page.view.page.pill == ("close", "Look again")
    run.press("Say whether it held", page)
    form = page.form()
    assert form
    form.fields["held"].editor.set_value("no")
    form.fields["held_on"].editor.set_value("27/4/2026")
    page.save()
    assert page.view.page.pill == ("missed", "Came back")


def test_a_suggestion_becomes_a_tension(run: Running, page: RecordsPage) -> None:
    run.press("Suggestions", page)
    found = run.window.page()
    assert isinstance(found, SuggestionsPage)
    run.qtbot.waitUntil(lambda: bool(found.view.tables))
    before = run.register.count("tension")
    table = found.view.tables[0]
    table.activated_cell.emit(0, 3)
    form = page.form()
    assert run.window.current() == "tensions" and form
    assert form.fields["measure"].value() and form.fields["other_measure"].value()
    page.save()
    assert run.register.count("tension") == before + 1
    run.office.visit("suggestions")
    run.press("Back to tensions", found)
    assert run.window.current() == "tensions"
