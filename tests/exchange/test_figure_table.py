import pytest

from pmdesk.exchange.figure_table import read_layout, read_table
from tests.exchange.figure_made import grid_of, layout_of


def columns(text: str, source: str = "") -> list[tuple[str, str, str]]:
    """(label or area, period, kind) of each column of figures."""
    found = layout_of(text, source).data
    return [(each.says.label or each.says.area, each.says.period, each.says.kind) for each in found]


def test_a_row_of_figures_near_2000_is_no_row_of_headings() -> None:
    layout = layout_of("Date|Visits|Loans\n2024-04-01|2010|2005\n2024-05-01|2011|1999")
    assert (layout.heading_at, layout.shape, layout.roles) == (0, "long", {"period": 0})
    late = layout_of("Date|Visits|Loans\n2024-04-01|10|20.5\n2024-05-01|11|2001")
    assert late.heading_at == 0


def test_three_rows_of_headings_are_read_together() -> None:
    text = "||2024/25|||\n||Q1||Q2|\nRef|Measure|Actual|Target|Actual|Target\nH1|Voids|20|19|21|19"
    assert columns(text) == [
        *(("", "2024/25 Q1", "value"), ("", "2024/25 Q1", "target")),
        *(("", "2024/25 Q2", "value"), ("", "2024/25 Q2", "target")),
    ]


def test_a_note_beside_each_year_belongs_to_it() -> None:
    text = "Area|Waste 2019/20||Waste 2020/21|\n|Raw|Value note|Raw|Value note\nFife|1||2|Provisional"
    layout = layout_of(text)
    assert layout.states == {1: 2, 3: 4}
    assert columns(text) == [("Waste", "2019/20", "value"), ("Waste", "2020/21", "value")]


def test_periods_may_run_down_the_first_column() -> None:
    assert columns("|Missed bins|Calls\nQ1 2024/25|10|90\nQ2 2024/25|11|91") == [
        ("Missed bins", "", "value"),
        ("Calls", "", "value"),
    ]
    assert columns("Indicator|Trafford|Bury\n2021/22|11|12\n2022/23|11.5|12.5") == [
        ("Trafford", "", "value"),
        ("Bury", "", "value"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "period"),
    [
        ("Quarter 2 2024/25 report|||\nRef|Indicator|Actual|Target\nB1|Voids|25|20", "", "Quarter 2 2024/25"),
        ("Ref|Indicator|Actual|Target\nB1|Voids|25|20", "kpi Q2 2024-25.csv", "Q2 2024-25"),
        ("Ref|Indicator|Actual|Target\nB1|Voids|25|20", "kpi.csv", ""),
        ("Report of 10 May 2024|||\nRef|Indicator|Actual|Target\nB1|Voids|25|20", "", ""),
        ("Report for 2024|||\nRef|Indicator|Actual|Target\nB1|Voids|25|20", "", ""),
    ],
)
def test_figures_of_one_time_take_it_from_a_title_or_ask(text: str, source: str, period: str) -> None:
    layout = layout_of(text, source)
    assert [(each.says.period, each.says.part) for each in layout.data] == [(period, not period)] * 2
    assert bool(layout.notes) == bool(period)


def test_bounds_and_numbers_that_name_rows_are_no_measures() -> None:
    layout = layout_of("Year|Area|Area ID|Sort order|Easting|Visits\n2022|Fife|109|1|377000|1000")
    assert [each.heading for each in layout.data] == ["Visits"]
    assert layout.unread == ("Area ID", "Sort order", "Easting")
    bounds = layout_of("Area|Indicator|Period|Value|Value lower CI|UCL\nFife|Obesity|2021/22|20|19|21")
    assert [each.heading for each in bounds.data] == ["Value"]
    assert bounds.unread == ("Value lower CI", "UCL")


def test_a_list_with_a_time_nobody_can_read_is_not_of_one_time() -> None:
    rows = "Cases|05/01/2024|10\nCases|12/01/2024|11"
    assert read_layout(grid_of(f"Indicator|Week ending|Value\n{rows}")) is None


def test_a_table_is_read_from_where_it_begins_to_where_it_ends() -> None:
    grid = grid_of("Fly-tipping|\nCouncil|2010/11\nFife|1\nMoray|2\nNote|")
    table = read_table(grid, 1, "", 0, 3)
    assert table is not None
    assert (table.caption, len(table.rows), table.names_of(table.rows[0])) == ("Fly-tipping", 1, ("Fife",))


def test_a_target_beside_its_own_measure_is_one() -> None:
    assert columns("Year|Visits|Visits target|Loans\n2021/22|1|2|3\n2022/23|1|2|3") == [
        ("Visits", "", "value"),
        ("Visits", "", "target"),
        ("Loans", "", "value"),
    ]


def test_councils_with_measures_across_are_of_the_time_in_the_title() -> None:
    text = (
        "A1: Homelessness, October to December 2024||||\n\n||Assessments|Prevention duty|Relief duty\n"
        "E92000001|England|84240|37990|42100\nE08000009|Trafford|210|101|98\nE08000002|Bury|188|..|.."
    )
    layout = layout_of(text)
    assert layout.roles == {"area_code": 0, "area": 1}
    assert [column.says.label for column in layout.data] == ["Assessments", "Prevention duty", "Relief duty"]
    assert {column.says.period for column in layout.data} == {"October to December 2024"}
    assert "October to December 2024" in str(layout.notes[0])


def test_councils_of_a_time_that_nothing_names_are_no_figures() -> None:
    assert read_layout(grid_of("Council|Recycling|Missed bins\nTrafford|45|3\nBury|41|5")) is None
