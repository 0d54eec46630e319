import pytest

from pmdesk.exchange.figure_heads import period_columns
from pmdesk.exchange.figure_roles import KINDS, across_as_areas, kind_column, roles_of
from tests.exchange.figure_made import layout_of

FIGURES = "|2022-23|2023-24\nTrafford|1|2\nBury|3|4"


@pytest.mark.parametrize(
    "heading",
    [
        *("Borough", "Awdurdod", "Unitary authority", "LTLA", "UTLA", "Council area", "LAD23NM", "Force"),
        *("Provider", "Organisation", "Org name", "Health board", "Local Authorities", "FeatureName"),
        *("GEOGRAPHY_NAME", "Region", "", "Whose", "Name"),
    ],
)
def test_a_column_of_areas_is_one_whatever_stands_over_it(heading: str) -> None:
    assert layout_of(heading + FIGURES).roles == {"area": 0}


def test_codes_are_told_from_names() -> None:
    assert layout_of("LAD23CD|Indicator|2022-23|2023-24\nE08000009|Bins|1|2").roles["area_code"] == 0
    layout = layout_of("GEOGRAPHY|GEOGRAPHY_NAME|Indicator|Date|Value\n182|Fife|Jobs|2023-01|5")
    assert layout.roles["area"] == 1


def test_wider_areas_serve_the_rows_without_an_area_and_are_areas_where_there_are_no_others() -> None:
    headings = ("Country", "Region", "LA name", "Year", "Absence")
    rows = [["England", "North West", "", "2022", "4"], ["England", "North West", "Bury", "2022", "3"]]
    assert roles_of(headings, {3}, rows) == {"area": 2, "region": 1, "country": 0}
    assert roles_of(headings[1:], {2}, [["North West", "Bury", "2022", "3"]]) == {"area": 1}
    assert roles_of(headings[:2], set(), [["England", "North West"], ["England", "East"]]) == {"area": 1}
    assert roles_of(headings[:1], set(), [["England"]]) == {"area": 0}, "figures of England are not ours"


def test_rows_that_say_actual_or_target_are_found() -> None:
    body = [["Bins", "Actual", "1"], ["Bins", "Target", "2"], ["", "Variance", "1"]]
    assert kind_column(("KPI", "", "Q1"), body, {2}) == 1
    assert kind_column(("KPI", "Type", "Q1"), [["Bins", "Actual", "1"]], {2}) is None
    assert KINDS["stretch target"] == "stretch"


def test_columns_of_areas_are_areas() -> None:
    columns = period_columns(("2022-23", "Trafford 2022-23", "Bury 2022-23"))[1:]
    assert [column.says.area for column in across_as_areas(columns, {})] == ["Trafford", "Bury"]
    assert [column.says.area for column in across_as_areas(columns, {"area": 0})] == ["", ""]


def test_beside_codes_a_column_of_names_is_the_title_whatever_it_is_called() -> None:
    body = [["M1", "Days to claim", "OK", "1"], ["M2", "FOI in time", "Alert", "2"]]
    assert roles_of(["Measure ID", "What we count", "Status", "Q1"], {3}, body) == {"code": 0, "title": 1}
    same = [["M1", "Adult social care", "", "1"], ["M2", "Adult social care", "", "2"]]
    assert roles_of(["Measure ID", "Programme", "", "Q1"], {3}, same) == {"code": 0}


def test_welsh_and_pivoted_headings_are_known() -> None:
    body = [["PAM/010", "Priffyrdd glân", "Da iawn"]]
    found = roles_of(["Cyfeirnod", "Dangosydd Perfformiad", "Sylwadau"], set(), body)
    assert found == {"code": 0, "title": 1, "commentary": 2}
    assert roles_of(["KPI", "Sum of Actual", "Average of Target"], set(), [["Bins", "1", "2"]]) == {
        **{"title": 0, "value": 1, "target": 2},
    }
