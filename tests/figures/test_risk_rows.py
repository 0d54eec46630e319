"""The list of risks on a partnership's page."""

from pmdesk.domain.words import words_in
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.figures.risk_rows import level_pill, risks_section
from tests.figures.partnership_story import RISKS, TODAY, cells, page

EN = words_in("en")


def test_the_worst_first_with_score_owner_and_when_it_is_looked_at_again() -> None:
    assert cells(page(), "Risk") == [
        ["The adviser’s post ends", "High, 15", "Helen Marsh", "10 April 2026"],
        ["Figures come late", "Medium, 8", "Nobody yet", "30 September 2026"],
        ["Nobody scored this", "Not scored", "Nobody yet", "No day set"],
        ["Gone", "High, 25", "Nobody yet", "Closed 12 January 2026"],
    ]
    rows = risks_section("p", RISKS, TODAY, EN).rows
    assert [row.cells[1].state for row in rows] == ["missed", "close", "unknown", "dash"]
    assert [row.cells[3].note for row in rows] == ["passed", "", "", ""]


def test_rows_open_their_form_and_more_can_be_added() -> None:
    section = risks_section("p", RISKS, TODAY, EN)
    assert section.rows[0].cells[0].lead == Lead("edit", Edit("risk", "r1"))
    assert section.count == "3 open, 1 high"
    assert section.action is not None
    assert section.action.lead == Lead("edit", Edit("risk", None, {"partnership": "p"}))


def test_without_an_open_risk_there_is_no_matrix() -> None:
    assert risks_section("p", RISKS[3:], TODAY, EN).matrix is None
    assert risks_section("p", [], TODAY, EN).count == ""


def test_each_level_is_a_shape_and_a_word() -> None:
    assert level_pill({"likelihood": "1", "impact": "2"}, EN) == ("met", "Low, 2")
    assert level_pill({}, EN) == ("unknown", "Not scored")
