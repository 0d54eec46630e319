"""A sitting by hand: filters, letters, forms, and everything taken back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from pmdesk.figures.annual_council_seat import SeatLine
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.annual_council import AnnualCouncilPage
from pmdesk.ui.pages.annual_council_forms import AppointForm, EndForm
from pmdesk.ui.pages.annual_council_list import row_words, spoken_seat
from pmdesk.ui.pages.annual_council_view import wide_list
from pmdesk.ui.pages.annual_updates_forms import YearForm
from tests.running import choosing, copy_of

Running = Any


@pytest.fixture
def page(run: Running, sample_file: Path) -> AnnualCouncilPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.window.resize(1440, 900)
    run.activate()
    shown = run.office.visit("annual-council")
    assert isinstance(shown, AnnualCouncilPage)
    return shown


def progress(page: AnnualCouncilPage) -> tuple[int, int]:
    assert page.figures is not None
    return page.figures.decided, page.figures.due


def take(page: AnnualCouncilPage, body: str, who: str = "") -> SeatLine:
    """Click on a seat."""
    line = next(line for line in page.view.list.lines() if line.body_name == body and who in line.who)
    assert page.view.list.choose(line.key)
    page._take(line.key)
    return line


def test_it_begins_at_the_first_undecided_seat_with_its_evidence_beside_it(page: AnnualCouncilPage) -> None:
    seat = page.seat()
    assert seat is not None and seat.state == "undecided"
    assert page.view.side.head.title() == seat.body_name
    decided, due = progress(page)
    assert page.view.progress.text().startswith(f"{decided} of {due} decided")
    assert unnamed(page) == []
    assert not any(line.state == "runs_on" for line in page.view.list.lines())


def test_the_desk_and_the_bodies_lead_here(page: AnnualCouncilPage, run: Running) -> None:
    run.office.visit("desk")
    run.press("Annual Council")
    assert run.window.pages.currentWidget() is page
    assert run.office.context.has("annual-council")


def test_a_whole_sitting_by_keyboard_each_step_taken_back(page: AnnualCouncilPage, run: Running) -> None:
    register, before = run.register, run.register.count("appointment")
    page.focus_list()
    first = page.seat()
    assert first is not None
    run.key(Qt.Key.Key_R)
    assert progress(page)[0] == 1
    assert run.toast().startswith(f"Renewed {first.who} on {first.body_name}")
    now = page.seat()
    assert now is not None and now.key != first.key and now.state == "undecided"
    assert page.view.list.hasFocus()
    run.key(Qt.Key.Key_C)
    form = page.form()
    assert isinstance(form, AppointForm)
    person = register.find("person", "Margaret Holloway")[0]
    form.fields["person"].editor.set_value(person["id"], "Margaret Holloway")
    run.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.form() is None and progress(page)[0] == 2
    assert register.undo_label() == "Changed who sits"
    third = page.seat()
    run.key(Qt.Key.Key_E)
    form = page.form()
    assert isinstance(form, EndForm)
    run.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert form.fields["ended_because"].error() == "Say why it ends, for the record."
    form.fields["ended_because"].editor.set_value("It has done its work")
    form.save()
    assert third is not None and page.figures is not None
    ended = page.figures.line(third.key)
    assert ended is not None and ended.state == "ended"
    for left in (2, 1, 0):
        run.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert progress(page)[0] == left
    assert register.count("appointment") == before


def test_a_letter_leads_into_the_form_and_typing_stays_there(page: AnnualCouncilPage, run: Running) -> None:
    page.focus_list()
    run.key(Qt.Key.Key_C)
    form = page.form()
    assert isinstance(form, AppointForm)
    assert run.window.focusWidget() is form.fields["person"].editor
    for letter in (Qt.Key.Key_E, Qt.Key.Key_R):
        run.qtbot.keyClick(run.window.focusWidget(), letter)
    assert page.form() is form and progress(page)[0] == 0 and form.fields["person"].editor.text() == "er"
    page.escape()
    run.key(Qt.Key.Key_E)
    form = page.form()
    assert isinstance(form, EndForm)
    assert run.window.focusWidget() is form.fields["ended_because"].editor.focus_target()


def test_arrows_pass_over_the_headings(page: AnnualCouncilPage, run: Running) -> None:
    page.narrow("all")
    lines = page.view.list.lines()
    take(page, lines[0].body_name, lines[0].who)
    page.focus_list()
    for line in lines[1:12]:
        run.key(Qt.Key.Key_Down)
        assert page.view.list.chosen_key() == line.key
        assert page.view.side.line == line


def test_those_recommended_are_one_step(page: AnnualCouncilPage, run: Running) -> None:
    assert page.figures is not None
    count = len(page.figures.to_continue)
    run.press(f"Renew the {count} recommended")
    assert progress(page)[0] == count
    assert not page.view.renew_all.isVisible()
    run.press("Undo")
    assert progress(page)[0] == 0


def test_the_paper_and_the_spreadsheet(
    page: AnnualCouncilPage, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = run.folder / "list.xlsx"
    choosing(monkeypatch, out)
    page.ask_save()
    assert out.read_bytes()[:2] == b"PK" and run.toast() == "Saved list.xlsx."
    run.press("Paper for the agenda")
    papers = run.window.pages.currentWidget()
    assert papers.wanted()[:3] == ("appointments", (), "2026-27")


def test_filters_headings_and_what_is_typed(page: AnnualCouncilPage, run: Running) -> None:
    page.narrow("vacant")
    assert {line.state for line in page.view.list.lines()} == {"vacant"}
    assert not page.view.side.renew_button.isVisible()
    assert page.view.side.change_button.text() == "Appoint somebody (C)"
    run.key(Qt.Key.Key_E)
    assert run.toast() == "Nobody holds this seat."
    page.group("body")
    line = page.view.list.lines()[0]
    assert row_words(line, True)[0].startswith("Vacant")
    assert row_words(line, False)[0] == line.body_name
    page.view.line.setText("no such body")
    page.view.line.textEdited.emit("no such body")
    assert page.view.lists.currentWidget() is page.view.nothing
    assert page.escape() and page.view.lists.currentWidget() is page.view.list
    page.view.line.setText("xyz")
    page.view.line.textEdited.emit("xyz")
    run.press("Show all")
    assert len(page.view.list.lines()) > 5 and page.view.line.text() == ""


def test_a_vacant_seat_is_filled_and_problems_stand_beside_their_fields(
    page: AnnualCouncilPage, run: Running
) -> None:
    seat = take(page, "Great Fenwick Village Hall")
    page.decide("change")
    form = page.form()
    assert isinstance(form, AppointForm)
    assert "A trustee decides for the charity" in form.advice.text()
    assert not form.save()
    assert form.fields["person"].error() == "Say who is to sit there."
    form.fields["person"].editor.setText("Nobody at all")
    assert not form.save()
    assert "Choose from the list" in form.fields["person"].error()
    person = run.register.find("person", "Elin Prosser")[0]
    form.fields["person"].editor.set_value(person["id"], "Elin Prosser")
    assert form.save()
    assert page.figures is not None
    filled = page.figures.line(seat.key)
    assert filled is not None and filled.state == "filled"


def test_another_seat_leaves_the_form_and_esc_closes_it(page: AnnualCouncilPage, run: Running) -> None:
    page.decide("end")
    assert isinstance(page.form(), EndForm)
    assert page.escape() and page.form() is None
    page.decide("change")
    lines = page.view.list.lines()
    other = next(line for line in lines if line.key != page.view.list.chosen_key())
    index = page.view.list.currentIndex()
    at = lines.index(other)
    for row in range(page.view.list.model().rowCount()):
        if page.view.list.model().index(row, 0).data() == spoken_seat(lines[at]):
            index = page.view.list.model().index(row, 0)
    place = page.view.list.visualRect(index).center()
    run.qtbot.mouseClick(page.view.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert page.form() is None and page.view.side.line == other


def test_what_was_half_typed_is_kept_and_offered_back(page: AnnualCouncilPage, run: Running) -> None:
    first = page.seat()
    assert first is not None
    page.focus_list()
    run.key(Qt.Key.Key_C)
    form = page.form()
    assert isinstance(form, AppointForm)
    form.fields["person"].editor.setText("Somebody new")
    form.fields["ends"].editor.set_value("31 May 2028")
    assert form.dirty()
    page.focus_list()
    run.key(Qt.Key.Key_C)
    assert page.form() is form, "the same verb again leaves what was typed"
    page.focus_list()
    run.key(Qt.Key.Key_Down)
    assert page.form() is None and run.toast() == "Not saved. What you typed is kept."
    run.press("Undo", run.window.toasts)
    assert page.seat() == first
    form = page.form()
    assert isinstance(form, AppointForm) and form.typed()["person"] == "?Somebody new"
    assert page.escape() and page.form() is None
    take(page, page.view.list.lines()[-1].body_name)
    take(page, first.body_name, first.who)
    page.decide("change")
    form = page.form()
    assert isinstance(form, AppointForm) and form.offer.isVisible() and not form.dirty()
    assert page.escape(), "an offer that was not answered stays"
    page.decide("change")
    run.press("Bring it back")
    form = page.form()
    assert isinstance(form, AppointForm) and form.typed()["person"] == "?Somebody new"
    person = run.register.find("person", "Elin Prosser")[0]
    form.fields["person"].editor.set_value(person["id"], "Elin Prosser")
    assert form.save()
    page._go_to(first.key)
    page.decide("end")
    form = page.form()
    assert isinstance(form, EndForm) and not form.offer.isVisible()


def test_a_year_without_its_day_is_opened_from_here(run: Running) -> None:
    run.start()
    page = run.office.visit("annual-council")
    assert page.view.undated.isVisible() and page.figures is not None
    assert page.view.lists.currentWidget() is page.view.none_yet
    year = page.figures.sitting.year
    run.press("Set its dates")
    form = page.form()
    assert isinstance(form, YearForm)
    form.fields["annual_council"].editor.set_value(f"19/5/{year[:4]}")
    form.fields["returns_due"].editor.set_value(f"16/4/{int(year[:4]) + 1}")
    assert form.save()
    assert page.form() is None and not page.view.undated.isVisible()
    assert page.figures.sitting.opening == f"{year[:4]}-05-19"
    assert run.register.undo_label() == "Opened municipal year"


def test_the_list_leaves_room_for_what_is_beside_it() -> None:
    assert wide_list(1240) == 670
    assert wide_list(700) >= 280
