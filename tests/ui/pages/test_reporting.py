"""The reports by hand: copied, saved as a calendar, written to a person, opened."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.updates import move_on
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.reminder_block import mail_link
from pmdesk.ui.pages.reporting import ReportingPage
from tests.running import copy_of

Running = Any


@pytest.fixture
def page(run: Running, sample_file: Path) -> ReportingPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    run.press("Progress reports")
    shown = run.window.pages.currentWidget()
    assert isinstance(shown, ReportingPage)
    return shown


def of_board(page: ReportingPage) -> int:
    """The row of the report that waits for its sign-off."""
    assert page.figures is not None
    return [line.name for line in page.figures.lines].index("Wendle Valley Town Centre Board")


def test_it_is_reached_from_the_desk_and_says_what_is_owed(page: ReportingPage) -> None:
    assert page.head.quiet_words() == "5 of 18 still owed"
    assert [page.table.cell(0, column).text for column in (0, 3, 4)] == [
        "Active Aldermoor",
        "Overdue",
        "Josh Tennant",
    ]
    waits = of_board(page)
    assert page.table.cell(waits, 3).state == "met" and page.table.cell(waits, 4).text == "Cllr Priya Nair"
    assert len(page.blocks) == 4 and unnamed(page) == []


def test_the_list_and_an_email_are_copied(page: ReportingPage, run: Running) -> None:
    run.press("Copy as a list")
    assert (
        QGuiApplication.clipboard()
        .text()
        .splitlines()[0]
        .startswith("Active Aldermoor, 2025-26 Q4, due 17 April")
    )
    page.blocks[0].copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("2 progress updates are due\n\nDear Josh Tennant")
    assert "- Active Aldermoor" in text and "- Moorland Health Forum" in text
    assert text.endswith("Aldermoor District Council")


def test_an_email_is_written_in_the_mail_program_and_nothing_is_sent(
    page: ReportingPage, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices,
        "openUrl",
        lambda url: bool(opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))),
    )
    page.blocks[0].write.click()
    assert opened[0].startswith("mailto:") and "subject=2%20progress%20updates%20are%20due" in opened[0]
    assert "Copy the e-mail instead" in run.toast()
    odd = page.blocks[0].reminder._replace(email="a&b=c@x.example", text="R&D?\n50%")
    assert mail_link(odd).startswith("mailto:a%26b%3Dc%40x.example?") and mail_link(odd).endswith(
        "R%26D%3F%0D%0A50%25"
    )


def test_the_days_are_saved_as_a_calendar(
    page: ReportingPage, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = run.folder / "reports"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    run.press("Save as a calendar")
    assert len(Calendar.from_ical(out.with_suffix(".ics").read_bytes()).walk("VEVENT")) == 5
    assert "reports.ics" in run.toast()


def test_a_report_opens_by_keyboard_and_the_page_follows_what_is_saved(
    page: ReportingPage, run: Running
) -> None:
    update = page.figures.lines[of_board(page)].update if page.figures else ""
    page.focus_list()
    run.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert run.window.pages.currentWidget() is not page
    run.office.visit("reporting")
    run.office.context.save_state()
    move_on(run.register, "progress_update", update, "signed_off", "2026-04-27")
    page.refresh()
    assert page.head.quiet_words() == "4 of 18 still owed"


def test_a_register_without_reports_says_what_belongs_here(run: Running) -> None:
    run.start()
    page = run.office.visit("reporting")
    assert page.empty.isVisibleTo(page) and not page.table.isVisibleTo(page)
    assert not page.copy_button.isVisibleTo(page)
