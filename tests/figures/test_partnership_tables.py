from pmdesk.figures.record_page import Edit, Lead
from tests.figures.partnership_story import SAFETY, cells, page


def test_updates_newest_first_and_only_the_one_owed_is_overdue() -> None:
    assert cells(page(), "Progress updates") == [
        ["2025-26 Q4", "Not known", "At risk", "Overdue"],
        ["2025-26 Q3", "Helen Marsh", "On track", "Signed off"],
    ]


def test_milestones_keep_their_first_date_beside_the_present_one() -> None:
    assert cells(page(), "Milestones") == [
        ["Cameras", "Police", "31 March 2026", "12 June 2026", "Past its date"],
        ["Patrols", "A Shaw", "30 September 2026", "", "Done"],
    ]
    section = next(each for each in page().sections if each.title == "Milestones")
    assert section.rows[0].cells[4].lead == Lead("milestones", "p")


def test_what_reports_to_it_and_how_to_add_more() -> None:
    made = page()
    assert cells(made, "Partnerships that report to it") == [
        ["Abuse Sub-group", "Every quarter, last reported 4 March 2026", "Kept"],
        ["Youth Sub-group", "Every quarter, last reported 12 November 2025", "Broken"],
    ]
    section = next(each for each in made.sections if each.title == "Partnerships that report to it")
    assert section.action is not None
    assert section.action.lead.argument == Edit("partnership", None, {"parent": "p", "kind": "sub_group"})
    alone = page(partnership={**SAFETY, "kind": "thematic"}, children=[])
    assert all(each.title != "Partnerships that report to it" for each in alone.sections)


def test_the_milestones_lead_to_their_timeline() -> None:
    section = next(each for each in page().sections if each.title == "Milestones")
    assert section.more is not None
    assert section.more.lead == Lead("milestones", "p")
