from pmdesk.exchange.figure_splits import at, splits_of
from tests.exchange.figure_made import layout_of


def test_a_column_nobody_knows_tells_series_apart_where_rows_would_contradict_each_other() -> None:
    layout = layout_of(
        "Area|Indicator|Year|Pupils|Value\nFife|Absence|2022|All|5\nFife|Absence|2022|Free meals|9"
    )
    assert (layout.splits, layout.unread) == ((3,), ())


def test_a_breakdown_by_its_name_is_one_though_its_values_never_stand_beside_each_other() -> None:
    layout = layout_of(
        "Area|Indicator|Year|Deprivation quintile|Value\nFife|Milk|2022|Most|40\nFife|Milk|2023|Least|60"
    )
    assert layout.splits == (3,)


def test_what_is_said_of_a_figure_makes_no_other_series() -> None:
    layout = layout_of(
        "Indicator|Year|Value|RAG|Owner|Service\nBins|2022|1|Green|A|Waste\nBins|2023|2|Red|B|Waste"
    )
    assert (layout.splits, layout.unread) == ((), ("RAG", "Owner", "Service"))


def test_the_whole_sheet_is_looked_at_not_its_first_rows() -> None:
    rows = [["M", str(1800 + n), "All"] for n in range(300)] + [["M", "1800", "Few"]]
    assert splits_of(("Title", "Year", "Who"), rows, {0, 1}, [0], 1) == (2,)
    assert at(rows[0], (0, 9)) == ("M", "")
