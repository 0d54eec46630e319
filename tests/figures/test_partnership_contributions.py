"""Who contributes what: the rows, their states, the money in all."""

from pmdesk.domain.contribution import contribution_state
from pmdesk.figures.partnership_contributions import STATES
from pmdesk.figures.record_page import Edit, Lead
from tests.figures.partnership_story import CONTRIBUTIONS, TODAY, cells, page


def test_what_is_overdue_stands_first_and_each_has_its_state_in_shape_and_word() -> None:
    assert cells(page(), "Who contributes what") == [
        ["Probation", "Reoffending by ward", "31 January 2026", "Data", "Overdue"],
        ["Health board", "Cash", "31 December 2025", "£4,500", "In part"],
        ["Police", "A sergeant", "31 March 2026", "£22,000", "Delivered"],
    ]
    section = next(each for each in page().sections if each.title == "Who contributes what")
    assert [row.cells[4].state for row in section.rows] == ["missed", "close", "complete"]
    assert [row.cells[3].note for row in section.rows] == ["", "of £9,000", "of £22,000"]


def test_the_money_is_added_up_beside_the_heading() -> None:
    section = next(each for each in page().sections if each.title == "Who contributes what")
    assert section.count == "3; undertaken £31,000, delivered £26,500"
    free = page(contributions=[CONTRIBUTIONS[2]])
    assert next(each for each in free.sections if each.title == "Who contributes what").count == "1"


def test_a_row_opens_its_form_and_its_organisation_that_ones_page() -> None:
    section = next(each for each in page().sections if each.title == "Who contributes what")
    row = section.rows[-1]
    assert row.cells[0].lead == Lead("partners", "o")
    assert row.cells[1].lead == Lead("edit", Edit("contribution", "k1"))
    assert section.action is not None
    assert section.action.lead.argument == Edit("contribution", None, {"partnership": "p"})


def test_every_state_of_the_rule_is_said() -> None:
    rows = [*CONTRIBUTIONS, {"undertaken": 5, "due": "2027-01-01"}]
    assert {contribution_state(each, TODAY) for each in rows} == set(STATES)
