from pmdesk.domain.words import Words
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.measures_table import measures_table
from pmdesk.figures.record_page import Edit, Lead


def test_every_cell_leads_to_the_measure_and_the_button_knows_whose_a_new_one_is() -> None:
    row = MeasureRow(
        "m", "EN02 Waste", latest="46.9%", pill=("close", "Close"), direction="no_change", way="No change"
    )
    made = measures_table("Measures", [row], ("objective", "o"), "None.", "Under it.", Words())
    [shown] = made.rows
    assert {cell.lead for cell in shown.cells} == {Lead("measures", "m")}
    assert (shown.cells[4].icon, shown.cells[3].state, made.text) == ("same", "close", "Under it.")
    assert made.action and made.action.lead == Lead("edit", Edit("measure", None, {"objective": "o"}))
