"""The page of gaps by hand: reached, read, looked ahead, and each line followed to where it is mended."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from pmdesk.actions import records
from pmdesk.figures.record_page import Edit
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.gaps import GapsPage
from tests.running import copy_of

Running = Any


@pytest.fixture
def page(run: Running, sample_file: Path) -> GapsPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    run.press("Gaps in seats")
    shown = run.window.pages.currentWidget()
    assert isinstance(shown, GapsPage)
    return shown


def said(page: GapsPage) -> dict[str, list[str]]:
    """Heading: the bodies under it."""
    assert page.figures is not None
    return {group.title: [line.body for line in group.lines] for group in page.figures.groups}


def test_it_says_what_is_empty_and_what_will_be(page: GapsPage, run: Running) -> None:
    groups = said(page)
    assert "Great Fenwick Village Hall" in groups["Empty now"]
    assert "Aldermoor Almshouses Trust" in groups["Ending, with nobody following"]
    assert page.head.quiet_words().endswith("until 27 April 2027")
    assert unnamed(page) == []
    page.look_ahead(3)
    fewer = sum(map(len, said(page).values()))
    page.look_ahead(24)
    assert sum(map(len, said(page).values())) > fewer
    assert page.ahead.text() == "Within 24 months"


def test_the_list_and_the_balance_stand_one_below_the_other(page: GapsPage, run: Running) -> None:
    for size in ((1440, 900), (1280, 720), (900, 1200)):
        run.window.resize(*size)
        run.qtbot.wait(50)
        balance = page._balance.itemAt(0).widget()
        above = page.list.mapTo(page, page.list.rect().bottomLeft()).y()
        assert balance.mapTo(page, balance.rect().topLeft()).y() > above, size


def test_a_line_opens_the_form_that_mends_it_and_leads_back(page: GapsPage, run: Running) -> None:
    model = page.list.model()
    rows = [str(model.index(at, 0).data()) for at in range(model.rowCount())]
    at = next(at for at, text in enumerate(rows) if text.startswith("Aldermoor Almshouses Trust"))
    page.list.setCurrentIndex(model.index(at, 0))
    page.focus_list()
    run.key(Qt.Key.Key_Return)
    bodies = run.window.pages.currentWidget()
    form = bodies.form()
    assert form.edit.kind == "appointment"
    assert form.fields["starts"].value() == "1 June 2026"
    seat = run.register.get("appointment", form.edit.values["follows"])
    assert seat["person_name"] == "June Whitcombe"
    form.fields["person"].editor.set_value(
        run.register.find("person", "Elin Prosser")[0]["id"], "Elin Prosser"
    )
    assert form.save()
    assert bodies.view.page.title == "Aldermoor Almshouses Trust"
    run.office.visit("gaps")
    assert "Aldermoor Almshouses Trust" not in said(page)["Ending, with nobody following"]


def test_a_vacancy_opens_at_its_person(page: GapsPage, run: Running) -> None:
    assert page.figures is not None
    lines = [line for group in page.figures.groups for line in group.lines]
    page._go(next(line for line in lines if line.body == "Great Fenwick Village Hall"))
    edit = run.window.pages.currentWidget().form().edit
    assert isinstance(edit, Edit)
    assert (edit.kind, edit.field, bool(edit.record)) == ("appointment", "person", True)


def test_seats_that_all_end_at_once_open_their_body(page: GapsPage, run: Running) -> None:
    register = run.register
    body = records.save(register, "outside_body", {"name": "Harbour Board", "seats": "2"})[0]
    for name in ("Anne Lowe", "Elin Prosser"):
        person = register.find("person", name)[0]["id"]
        typed = {"outside_body": body, "person": person, "ends": "1/7/2026"}
        records.save(register, "appointment", typed)
    page.refresh()
    assert page.figures is not None
    lines = [line for group in page.figures.groups for line in group.lines]
    page._go(next(line for line in lines if line.body == "Harbour Board"))
    bodies = run.window.pages.currentWidget()
    assert bodies.form() is None
    assert bodies.view.page.title == "Harbour Board"


def test_a_register_with_no_bodies_says_what_belongs_here(run: Running) -> None:
    run.start()
    page = run.office.visit("gaps")
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    run.press("Outside bodies", page)
    assert run.window.current() == "bodies"


def test_the_page_of_bodies_leads_here(run: Running) -> None:
    run.start()
    bodies = run.office.visit("bodies")
    [ways] = run.buttons("The year of outside bodies", bodies)
    next(action for action in ways.menu().actions() if action.text() == "Gaps in seats").trigger()
    assert run.window.current() == "gaps"
