from pmdesk.figures.record_page import Edit, Lead
from tests.figures.body_story import page, texts


def test_the_seats_in_reading_order_with_their_updates() -> None:
    assert texts(page(), 0) == [
        ["Cllr Margaret Holloway", "Trustee", "21 May 2024", "May 2027", "Accepted"],
        ["Cllr Daniel Okafor", "Observer", "23 May 2023", "20 May 2026 in 23 days", "Overdue"],
        ["Substitute, vacant", "Substitute", "since 9 February 2026", "Appoint someone", "Not required"],
    ]


def test_the_updates_newest_year_first() -> None:
    made = page()
    assert made.sections[2].count == "1 of 2 in for 2025-26"
    assert texts(made, 2) == [
        ["2025-26", "Cllr Daniel Okafor", "draft, about 1.3 of 2 pages", "Overdue"],
        ["2025-26", "Cllr Margaret Holloway", "Yes, it was", "Accepted"],
        ["2024-25", "Cllr Daniel Okafor", "Partly", "Published"],
    ]


def test_an_update_nobody_has_begun_has_a_row_that_begins_it() -> None:
    made = page(updates=[])
    assert texts(made, 2)[0] == ["2025-26", "Cllr Daniel Okafor", "not started", "Overdue"]
    assert made.sections[2].rows[0].cells[0].lead == Lead("annual-update", ("new", "s2"))


def test_every_part_leads_somewhere() -> None:
    row = page().sections[0].rows[0]
    assert row.cells[0].lead == Lead("members", "mh")
    assert row.cells[1].lead == Lead("edit", Edit("appointment", "s1"))
    assert row.cells[4].lead == Lead("annual-update", "u1")
    add = page().sections[0].action
    assert add is not None
    assert add.lead.argument == Edit("appointment", None, {"outside_body": "b"})
