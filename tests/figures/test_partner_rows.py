"""A partner as a row of either page."""

from pmdesk.domain.words import words_in
from pmdesk.figures.partner_rows import has_left, partner_columns, partner_row
from pmdesk.figures.record_page import Cell, Edit, Lead

EN, TODAY = words_in("en"), "2026-04-27"


def test_a_partner_has_left_once_its_last_day_is_over() -> None:
    assert not has_left({}, TODAY)
    assert not has_left({"left": "2026-04"}, TODAY)
    assert not has_left({"left": TODAY}, TODAY)
    assert has_left({"left": "2026-04-26"}, TODAY)


def test_all_but_the_name_leads_to_the_form() -> None:
    partner = {"id": "p", "role": "Chair", "joined": "2024-05", "left": None}
    row = partner_row(partner, Cell("Aldermoor Police"), EN)
    assert [cell.text for cell in row.cells] == ["Aldermoor Police", "Chair", "May 2024", ""]
    assert [cell.lead for cell in row.cells] == [None, *[Lead("edit", Edit("partner", "p"))] * 3]
    assert (row.kind, row.record) == ("partner", "p")
    assert len(partner_columns("Organisation", EN)) == len(row.cells)
