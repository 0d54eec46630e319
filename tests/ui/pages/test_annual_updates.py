"""The annual cycle by hand: a year opened, updates chosen and moved on, members reminded."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.updates import move_on
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.annual_updates import AnnualUpdatesPage
from pmdesk.ui.pages.annual_updates_forms import ReturnForm, YearForm
from tests.running import copy_of

Running = Any


@pytest.fixture
def page(run: Running, sample_file: Path) -> AnnualUpdatesPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    run.press("Annual updates")
    shown = run.window.pages.currentWidget()
    assert isinstance(shown, AnnualUpdatesPage)
    return shown


def statuses(run: Running) -> dict[str, int]:
    rows = run.register.all("annual_update", municipal_year=run.register.settings()["year"])
    told: dict[str, int] = {}
    for row in rows:
        told[str(row["status"])] = told.get(str(row["status"]), 0) + 1
    return told


def narrow(page: AnnualUpdatesPage, **filters: object) -> None:
    for name, value in filters.items():
        page.view.filters.choose(name, value)


def test_it_says_who_owes_what(page: AnnualUpdatesPage) -> None:
    assert page.view.head.quiet_words() == "31 of 46 are in, 15 late"
    first = [page.view.table.cell(0, column) for column in range(6)]
    assert [cell.text for cell in first] == [
        *("Cllr Brenda Coates", "Wendle Twinning Association", "Not begun", "10 days late"),
        *("Independent", "Management committee"),
    ]
    assert unnamed(page) == [] and not page.view.remind.isVisible()


def test_it_is_narrowed_by_status_group_lateness_and_words(page: AnnualUpdatesPage, run: Running) -> None:
    narrow(page, late=True)
    assert len(page.shown) == 15
    narrow(page, standing="draft")
    assert len(page.shown) == 2
    page.view.filters.clear()
    narrow(page, group="Green")
    assert {line.group for line in page.shown} == {"Green"}
    labels = [each.word for each in page.view.filters.choices("standing")]
    assert labels[:2] == ["Not begun", "Draft"]
    page.view.filters.clear()
    run.qtbot.keyClicks(page.view.line, "twinning")
    assert len(page.shown) == 2
    run.qtbot.keyClicks(page.view.line, "zzz")
    assert page.view.nothing.isVisible()


def test_those_chosen_are_accepted_as_one_save_and_the_others_are_told_why(
    page: AnnualUpdatesPage, run: Running
) -> None:
    before = statuses(run)
    run.press("Choose all 46")
    assert len(page.chosen) == 46
    run.press("Accept")
    after = statuses(run)
    moved = before.pop("submitted")
    assert after == {**before, "accepted": before["accepted"] + moved}
    assert run.toast() == f"{moved} updates accepted."
    assert page.view.left.isVisible() and page.chosen == set()
    assert "stay as they were" in page.view.left._title.text()
    told = page.view.left._lines.text().split("\n")
    assert len(told) == 4, "a line for each reason"
    assert any("is ‘Accepted’ already" in line and " more: " in line for line in told)
    assert any(line.endswith("it has not been begun.") for line in told)
    assert run.window.focusWidget() is page.view.table
    run.office.context.save_state()
    run.press("Undo", run.window.toasts)
    assert not page.view.left.isVisible(), "what was told is no more so"
    assert statuses(run) == {**before, "submitted": moved}


def test_only_those_whose_turn_it_is_are_to_be_returned(page: AnnualUpdatesPage, run: Running) -> None:
    before = statuses(run)
    run.press("Choose all 46")
    run.press("Return with a reason")
    form = page.form()
    assert isinstance(form, ReturnForm)
    assert form.head.title() == f"Return {before['submitted'] + before['accepted']} updates"
    page.escape()
    page.chosen = {line.seat for line in page.shown if line.standing in ("not_begun", "draft", "published")}
    page.ask_reason()
    assert page.form() is None
    assert run.toast() == "Only an update that was submitted or accepted can be returned."


def test_one_is_chosen_by_keyboard_and_returned_with_a_reason(page: AnnualUpdatesPage, run: Running) -> None:
    narrow(page, standing="submitted")
    page.focus_list()
    run.key(Qt.Key.Key_Space)
    assert [line.seat for line in page.lines_chosen()] == [page.shown[0].seat]
    update = page.shown[0].update
    run.press("Return with a reason")
    form = page.form()
    assert isinstance(form, ReturnForm)
    run.press("Return with a reason", form)
    assert form.fields["returned_because"].error().startswith("Say why")
    form.fields["returned_because"].editor.set_value("Say what came of it")
    assert form.save()
    row = run.register.get("annual_update", update)
    assert (row["status"], row["returned_because"]) == ("returned", "Say what came of it")
    assert page.form() is None


def test_all_accepted_are_published_from_the_menu(page: AnnualUpdatesPage, run: Running) -> None:
    accepted = statuses(run)["accepted"]
    page.publish_all()
    assert statuses(run)["published"] == accepted and run.toast() == f"{accepted} updates published."
    page.publish_all()
    assert "No update of this year is accepted" in run.toast()
    narrow(page, standing="not_begun")
    page.tick(0)
    page.step("accepted")
    assert run.toast() == "No update among them has been begun."


def test_members_are_reminded_by_text_draft_and_calendar(
    page: AnnualUpdatesPage, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.press("Reminders")
    part = page.view.remind
    assert part.said.text().startswith("15 updates are owed by 14 members.") and len(part.blocks) == 14
    run.press("Copy as a list")
    assert len(QGuiApplication.clipboard().text().splitlines()) == 15
    part.blocks[2].copy.click()
    assert QGuiApplication.clipboard().text().startswith("Your 2 annual updates for 2025-26\n\nDear Cllr Dan")
    mails = run.folder / "mails"
    mails.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(mails))
    run.press("Save as e-mails")
    files = sorted(mails.glob("*.eml"))
    assert len(files) == 14 and run.toast() == "Saved 14 e-mails in mails."
    read = message_from_bytes(files[0].read_bytes(), policy=default)
    assert read["To"] == "cllr.coates@aldermoor.example"
    out = run.folder / "updates"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    run.press("Save as a calendar")
    assert len(Calendar.from_ical(out.with_suffix(".ics").read_bytes()).walk("VEVENT")) == 14
    before = run.register.path.read_bytes()[:64]
    part.save_calendar(run.register.path)
    assert "register itself" in run.toast() and run.register.path.read_bytes()[:64] == before


def test_a_year_is_opened_and_says_who_owes(page: AnnualUpdatesPage, run: Running) -> None:
    page.open_year()
    form = page.form()
    assert isinstance(form, YearForm) and form.fields["name"].value() == "2027-28"
    assert not form.save() and form.fields["returns_due"].error()
    for name, text in (("annual_council", "19/5/2027"), ("returns_due", "14 April 2028")):
        form.fields[name].editor.set_value(text)
    assert form.save()
    assert page.figures is not None and page.figures.year == "2027-28"
    assert run.toast().startswith("Opened 2027-28.") and "owed in it" in run.toast()
    assert page.view.year.currentText() == "2027-28"
    run.register.undo()
    page.refresh()
    assert page.figures.year == "2025-26"


def test_the_dates_of_a_year_are_changed(page: AnnualUpdatesPage, run: Running) -> None:
    page.open_year(dates_only=True)
    form = page.form()
    assert isinstance(form, YearForm) and not form.fields["name"].isVisible()
    form.fields["returns_due"].editor.set_value("30 April 2026")
    page.save()
    assert page.view.head.quiet_words() == "31 of 46 are in"
    page.open_year()
    assert page.escape() and page.form() is None
    page.tick(0)
    assert page.escape() and not page.chosen and not page.escape()


def test_an_update_opens_and_the_page_follows_what_is_saved(page: AnnualUpdatesPage, run: Running) -> None:
    narrow(page, standing="submitted")
    update = page.shown[0].update
    page.focus_list()
    run.key(Qt.Key.Key_Return)
    assert run.window.current() == "annual-update"
    run.office.visit("annual-updates", "2024-25")
    assert page.view.head.quiet_words() == "42 of 42 are in"
    move_on(run.register, "annual_update", update, "accepted", "2026-04-27")
    page.view.year.set_value(run.register.settings()["year"])
    page.view.year.edited.emit()
    assert update not in [line.update for line in page.shown]


def test_only_pages_that_the_window_has_are_offered(page: AnnualUpdatesPage, run: Running) -> None:
    for key, button in page.view._elsewhere.items():
        assert button.isVisibleTo(page) == run.window.has(key)


def test_a_register_without_seats_and_without_a_year_says_what_is_next(run: Running) -> None:
    run.start()
    page = run.office.visit("annual-updates")
    assert page.view.empty.isVisible() and not page.view.foot.isVisible()
    for year in run.register.all("municipal_year"):
        with run.register.change("x") as change:
            change.delete("municipal_year", year["id"])
    page.refresh()
    run.press("Open a municipal year", page.view.empty)
    assert isinstance(page.form(), YearForm)
