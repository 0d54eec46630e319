"""A person's own targets on their page: what each names and how it stands, and the hours added up."""

from pmdesk.domain.words import words_in
from pmdesk.figures.personal_targets import OwnTarget, Stands, own_targets_section, said_hours
from pmdesk.figures.record_page import Edit, Lead

EN = words_in("en")
OLD = {"id": "o", "title": "Old", "year": "2024-25", "met": "yes", "reviewed_on": "2025-04-15", "hours": "80"}
NEW = {"id": "n", "title": "New", "year": "2025-26", "due": "2026-03-31", "hours": "120.5"}
STANDS = Stands("measure", "m", "EN02 Waste", "46.9% against 48.0%", ("close", "Close"))


def test_the_newest_year_first_with_what_it_names_under_it() -> None:
    section = own_targets_section("p", [OwnTarget(OLD, []), OwnTarget(NEW, [STANDS])], EN)
    assert [[cell.text for cell in row.cells] for row in section.rows] == [
        ["New", "2025-26", "by 31 March 2026", "Not reviewed", "120.5"],
        ["EN02 Waste", "", "46.9% against 48.0%", "Close", ""],
        ["Old", "2024-25", "reviewed 15 April 2025", "Yes", "80"],
    ]
    assert section.rows[1].cells[0].lead == Lead("measures", "m")
    assert section.rows[0].cells[0].lead == Lead("edit", Edit("personal_target", "n"))
    assert section.count == "2"
    assert section.text.startswith("For the council only")
    new = Lead("edit", Edit("personal_target", None, {"person": "p"}))
    assert section.action and section.action.lead == new


def test_hours_are_added_up_and_what_is_no_number_is_left_out() -> None:
    assert said_hours([OLD, NEW, {"hours": "some"}], EN) == (
        "3 targets, 200.5 hours of partnership work in the year"
    )
    assert said_hours([{}], EN) == "1 target"
