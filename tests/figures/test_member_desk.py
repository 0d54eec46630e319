"""A member's desk says what is owed and by when, and leads to it; what is in leads to the file to send."""

from dataclasses import replace

from pmdesk.domain.words import words_in
from pmdesk.figures.member_desk import SEND_BACK, MemberRows, member_desk
from pmdesk.figures.record_page import Edit, Lead, RecordPage, Section
from pmdesk.figures.update_states import Year

WORDS, TODAY = words_in("en"), "2026-04-27"
SEATS = (
    {"id": "s1", "person": "p", "outside_body": "b1", "outside_body_name": "Moorland Arts Trust",
     "capacity": "trustee", "starts": "2023-06-14", "ends": "2027-05"},
    {"id": "s2", "person": "p", "outside_body": "b2", "outside_body_name": "Dock Trust",
     "capacity": "observer", "starts": "2021-05", "ends": "2025-09-30"},
)  # fmt: skip
ROWS = MemberRows(
    member={"id": "p", "name": "Robert Ashdown", "kind": "member"},
    seats=SEATS,
    updates={"s2": {"id": "u2", "appointment": "s2", "status": "accepted"}},
    reports=({"id": "r", "appointment": "s1", "meeting_on": "2026-03-04", "attendance": "apologies"},),
    bodies={"b1": {"id": "b1", "name": "Moorland Arts Trust", "aims": "Music in schools.",
                   "meetings_a_year": 6, "link_officer": "o"}},
    officers={"o": {"id": "o", "name": "Josh Tennant", "email": "josh@aldermoor.example"}},
    year=Year("y", "2025-26", "2025-05-21", "2026-05-19", "2026-04-17"),
    returns_to="returns@aldermoor.example",
)  # fmt: skip


def section(page: RecordPage, title: str) -> Section:
    return next(each for each in page.sections if each.title == title)


def test_what_is_owed_comes_first_and_leads_to_its_form() -> None:
    page = member_desk(ROWS, TODAY, WORDS)
    assert page.quiet == "Cllr Robert Ashdown. Municipal year 2025-26."
    assert [(fact.value, fact.note) for fact in page.facts] == [
        ("1 of 2 in", ""),
        ("17 April 2026", "10 days ago"),
        ("1", ""),
    ]
    rows = section(page, "Your annual updates").rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Moorland Arts Trust", "Trustee", "Overdue", "Write it"],
        ["Dock Trust", "Observer", "Accepted", "Read it"],
    ]
    assert rows[0].cells[0].lead == Lead("annual-update", ("new", "s1"))
    assert page.primary and page.primary.lead == Lead("annual-update", ("new", "s1"))


def test_when_all_is_in_the_file_is_to_be_sent() -> None:
    done = {**ROWS.updates, "s1": {"id": "u1", "appointment": "s1", "status": "submitted"}}
    page = member_desk(replace(ROWS, updates=done), TODAY, WORDS)
    assert page.primary and page.primary.lead == Lead(SEND_BACK)
    assert "returns@aldermoor.example" in section(page, "When you have finished").text


def test_a_body_says_whose_help_there_is_and_begins_a_report_back() -> None:
    page = member_desk(ROWS, TODAY, WORDS)
    body = section(page, "Moorland Arts Trust")
    said = {pair.label: pair.text for pair in body.pairs}
    assert said["Officer who helps"] == "Josh Tennant, josh@aldermoor.example"
    assert (body.text, said["Meetings"]) == ("Music in schools.", "6 a year")
    assert body.action
    assert body.action.lead == Lead("edit", Edit("report_back", None, {"appointment": "s1"}))
    assert "Dock Trust" not in [each.title for each in page.sections], "that seat is over"
    (report,) = section(page, "Your report-backs").rows
    assert [cell.text for cell in report.cells] == ["4 March 2026", "Moorland Arts Trust", "Apologies", ""]


def test_a_member_sees_what_became_of_what_they_asked_for() -> None:
    told = {"id": "r", "appointment": "s1", "meeting_on": "2026-03-04", "action": "Mend the roof."}
    done = {**told, "id": "d", "meeting_on": "2026-02-04", "action_done_on": "2026-04-20"}
    page = member_desk(replace(ROWS, reports=(told, done)), TODAY, WORDS)
    waiting, dealt_with = section(page, "Your report-backs").rows
    assert (waiting.cells[-1].text, waiting.cells[-1].state) == ("Waiting", "clock")
    assert dealt_with.cells[-1].text == "Done 20 April 2026"


def test_without_a_year_or_a_seat_nothing_is_owed() -> None:
    page = member_desk(replace(ROWS, seats=(), reports=(), year=None, returns_to=""), TODAY, WORDS)
    assert section(page, "Your annual updates").empty.startswith("No annual update is due")
    assert page.facts[0].value == "None due" and page.facts[1].value == "No day is set"
