"""A report-back in the window: from a body, a seat's menu, a person, a partnership; and what it asked."""

from PySide6.QtWidgets import QPushButton

from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.choice_editors import ListChoice, RadioChoice
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.records_page import RecordsPage
from tests.ui.pages.conftest import TODAY, Council


def press(page: RecordsPage, word: str) -> None:
    next(each for each in page.view.findChildren(QPushButton) if each.text() == word).click()


def form_of(page: RecordsPage) -> EditRecord:
    form = page.form()
    assert form is not None
    return form


def test_from_a_body_one_says_who_was_there_and_saves(council: Council) -> None:
    page = council.page("bodies", council.ids["Advice"])
    press(page, "Record a report-back")
    form = form_of(page)
    assert list(form.fields) == ["appointment", "meeting_on", "attendance", "decided", "action", "internal"]
    who = form.fields["appointment"].editor
    assert isinstance(who, RadioChoice) and who.value() is None
    assert form.fields["meeting_on"].value() == "27 April 2026"
    page.save()
    assert "Say whose seat" in form.fields["appointment"].error()
    who.set_value(council.ids["seat 2"])
    form.fields["attendance"].editor.set_value("attended")
    form.fields["action"].editor.set_value("Offer a room.")
    page.save()
    assert page.form() is None and "Saved" in council.sentence()
    [row] = council.register.all("report_back")
    told = (row["appointment"], row["meeting_on"], row["attendance"], row["action"])
    assert told == (council.ids["seat 2"], TODAY, "attended", "Offer a room.")


def test_a_seat_that_is_known_is_chosen_already(council: Council) -> None:
    page = council.page("bodies", council.ids["Advice"])
    page.edit(Edit("report_back", None, {"appointment": council.ids["seat 1"]}))
    form = form_of(page)
    assert form.fields["appointment"].value() == council.ids["seat 1"]
    assert form.first_empty() == "attendance"
    page.escape()
    page.follow(Lead("edit", Edit("appointment", council.ids["seat 1"])))
    page.escape()
    words = [entry[0] for entry in page.view._verbs(Edit("appointment", council.ids["seat 1"])) if entry]
    assert "Record a report-back" in words


def test_a_person_with_one_seat_need_not_be_asked_which(council: Council) -> None:
    page = council.page("members", council.ids["Okafor"])
    press(page, "Record a report-back")
    only = form_of(page).fields["appointment"].editor
    assert isinstance(only, ListChoice) and not only.isEnabled()
    assert only.currentText() == "Aldermoor Citizens Advice, observer"
    page.save()
    [row] = council.register.all("report_back")
    assert row["appointment"] == council.ids["seat 2"]


def test_a_partner_reports_back_from_a_partnership(council: Council) -> None:
    council.add("chair", "partner", partnership=council.ids["Safety"], organisation=council.ids["Police"])
    page = council.page("partnerships", council.ids["Safety"])
    press(page, "Record a report-back")
    form = form_of(page)
    assert "appointment" not in form.fields
    form.fields["decided"].editor.set_value("Weekly figures from April.")
    page.save()
    [row] = council.register.all("report_back")
    assert row["partner"] == council.ids["chair"]


def test_a_day_outside_the_term_and_a_second_one_are_refused_in_words(council: Council) -> None:
    council.add("told", "report_back", appointment=council.ids["seat 1"], meeting_on="4/3/26")
    page = council.page("bodies", council.ids["Advice"])
    page.edit(Edit("report_back", None, {"appointment": council.ids["seat 1"]}))
    form = form_of(page)
    for day, said in (("4/3/26", "already"), ("4/3/24", "before this seat"), ("4/3/27", "still to come")):
        form.fields["meeting_on"].editor.set_value(day)
        page.save()
        assert said in form.fields["meeting_on"].error()
    assert council.register.count("report_back") == 1


def test_what_was_asked_is_dealt_with_in_one_press(council: Council) -> None:
    council.add(
        "told", "report_back", appointment=council.ids["seat 1"], meeting_on="4/3/26", action="Mend it."
    )
    page = council.page("bodies", council.ids["Advice"])
    table = next(each for each in page.view.tables if "not dealt with" in each.accessibleName())
    assert table.cell(0, 2).text == "Dealt with today"
    table.activated_cell.emit(0, 2)
    assert council.row("report_back", "told")["action_done_on"] == TODAY
    assert council.sentence() == "Marked as dealt with today."
    assert not [each for each in page.view.tables if "not dealt with" in each.accessibleName()]
    next(each for each in council.window.toasts.findChildren(QPushButton) if each.isVisible()).click()
    assert council.row("report_back", "told")["action_done_on"] is None
    page.edit(Edit("report_back", council.ids["told"]))
    assert "action_done_on" in form_of(page).fields
