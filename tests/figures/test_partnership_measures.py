from pmdesk.domain.words import Words
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.partnership_measures import measures_section
from pmdesk.figures.record_page import Edit, Lead


def test_each_measure_says_how_it_stands_and_leads_to_its_page() -> None:
    row = MeasureRow(
        "m", "EN02 Household waste recycled", latest="46.9%", period="2025-26 Q4", target="50.0%",
        target_period="2026-27 Q4", pill=("close", "Close"), way="Better",
    )  # fmt: skip
    made = measures_section({"id": "p"}, [row], {"outcome": 1}, Words())
    [shown] = made.rows
    assert [cell.text for cell in shown.cells] == [
        "EN02 Household waste recycled", "46.9%", "50.0%", "Close", "Better",
    ]  # fmt: skip
    assert {cell.lead for cell in shown.cells} == {Lead("measures", "m")}
    assert made.text.startswith("Every measure shows an outcome")
    assert shown.cells[3].state == "close" and made.count == "1"


def test_without_any_it_offers_the_first() -> None:
    made = measures_section({"id": "p"}, [], {}, Words())
    assert made.empty and made.action
    assert made.action.lead == Lead("edit", Edit("measure", None, {"partnership": "p"}))
