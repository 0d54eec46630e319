import pytest

from pmdesk.exchange.figure_heads import (
    caption_over,
    heading_row,
    heads_again,
    joined_headings,
    period_columns,
    period_over,
    year_over,
)
from pmdesk.exchange.grids import Grid

TITLED = Grid("Sheet1", [["Report for 2024/25"], [""], ["Indicator", "Q1", "Q2"], ["Visits", "1", "2"]])


def test_the_row_of_headings_is_found_under_titles() -> None:
    assert heading_row(TITLED.rows) == 2
    assert heading_row([["Date", "Visits"], ["31/03/2021", "1"]]) == 0
    assert heading_row([["Colour", "Weight"], ["red", "2"]]) is None


def test_a_row_of_quarters_under_years_is_the_row_of_headings() -> None:
    years = ["Ref", "Measure", "2023/24", "", "2024/25", ""]
    rows = [years, ["", "", "Q1", "Q2", "Q1", "Q2"], ["A", "B", *"1234"]]
    assert heading_row(rows) == 1
    assert joined_headings(rows, 1) == (
        *("Ref", "Measure", "2023/24 Q1", "2023/24 Q2", "2024/25 Q1", "2024/25 Q2"),
    )


@pytest.mark.parametrize(
    ("headings", "source", "year"),
    [
        (("pi_no", "outturn_0809", "target_0910", "q1"), "figures.csv", "2009/10"),
        (("Indicator", "Q1"), "performance_2023_24.xlsx", "2023/24"),
        (("Indicator", "2021/22 outturn", "2022/23 outturn", "Q1"), "a.csv", "2022/23"),
        (("Indicator", "Q1"), "a.csv", ""),
    ],
)
def test_the_year_of_a_bare_quarter(headings: tuple[str, ...], source: str, year: str) -> None:
    assert year_over(Grid("", [headings]), 0, headings, source) == year


def test_a_title_over_the_table_comes_first_and_names_year_and_measure() -> None:
    assert year_over(TITLED, 2, ("Indicator", "Q1"), "performance_2019_20.csv") == "2024/25"
    assert caption_over(TITLED, 2, "a.csv") == "Report for 2024/25"
    assert caption_over(Grid("Sheet1", [["Area"]]), 0, "council_tax.csv") == "council tax"
    assert caption_over(Grid("Arrears", [["Area"]]), 0, "a.csv") == "Arrears"


def test_a_target_that_belongs_to_no_measure_is_one() -> None:
    found = period_columns(("Homes 2019-20", "Homes target 2019-20", "Bins meeting target 2019-20"))
    assert [(each.says.label, each.says.kind) for each in found] == [
        ("Homes", "value"),
        ("Homes", "target"),
        ("Bins meeting target", "value"),
    ]


def test_a_row_of_headings_further_down_is_told_from_figures() -> None:
    headings = ("Measure", "2020-21", "2021-22")

    def again(*row: str, apart: bool = False) -> bool:
        return heads_again(row, headings, [1, 2], [0], apart)

    assert again("Measure", "2015-16", "2016-17")
    assert again("Council", "2010", "2011")
    assert again("Waste stream", "2015-16", "2016-17", apart=True)
    assert not again("Waste stream", "2015-16", "2016-17"), "a row whose cells happen to be years"
    assert not again("Housing", "2010", "2011", apart=True), "figures near 2000"
    assert not again("Measure", "40", "41")


def test_the_period_of_a_whole_table_is_one_or_none() -> None:
    def over(title: str, name: str = "", source: str = "") -> str:
        return period_over(Grid(name, [[title], ["KPI", "Actual"]]), 0, 1, source)

    assert over("Performance, Quarter 2 2024/25") == "Quarter 2 2024/25"
    assert over("Performance", "Q3 2024-25") == "Q3 2024-25"
    assert over("Performance", "", "kpi April 2024.csv") == "April 2024"
    assert over("Q1 2024/25 with Q1 2023/24 beside it", "Q3 2024-25") == "", "two are none"
    assert over("Report of 10 May 2024") == over("Report for 2024") == ""


def test_a_target_and_a_rating_under_their_quarter_belong_to_it() -> None:
    over = ["Ref", "Indicator", "Q1", "", "", "Q2", "", "", "Comments"]
    under = ["", "", "Actual", "Target", "RAG", "Actual", "Target", "RAG", ""]
    rows = [["KPIs 2024/25"], over, under, ["A1", "Visits", "1", "2", "Red", "3", "4", "Amber", ""]]
    assert heading_row(rows) == 2
    assert joined_headings(rows, 2) == (
        *("Ref", "Indicator", "Q1 Actual", "Q1 Target", "Q1 RAG"),
        *("Q2 Actual", "Q2 Target", "Q2 RAG", "Comments"),
    )


def test_a_target_that_stands_once_is_of_the_period_over_it() -> None:
    over = ["PI", "2023/24", "2024/25", "Q1 2025/26", "", "", "Latest note"]
    under = ["", "Value", "Value", "Value", "Target", "Status", ""]
    rows = [over, under, ["Rent", "98", "97", "96", "98", "OK", ""]]
    assert heading_row(rows) == 1
    assert joined_headings(rows, 1)[3:] == (
        *("Q1 2025/26 Value", "Q1 2025/26 Target", "Q1 2025/26 Status", "Latest note"),
    )


def test_nomis_puts_how_a_figure_is_made_under_its_period() -> None:
    place = "local authority: district / unitary (as of April 2023)"
    rows = [
        *(["annual population survey"], [""], ["Age", "16-64"], [""]),
        [place, "Apr 2021-Mar 2022", "", "Apr 2022-Mar 2023", ""],
        *(["", "percent", "conf", "percent", "conf"], ["Alder", "76.1", "5.2", "77.3", "5.4"]),
    ]
    assert heading_row(rows) == 5
    assert joined_headings(rows, 5) == (
        *(place, "Apr 2021-Mar 2022 percent", "Apr 2021-Mar 2022 conf"),
        *("Apr 2022-Mar 2023 percent", "Apr 2022-Mar 2023 conf"),
    )


def test_words_of_a_query_over_a_table_of_dates_are_not_its_headings() -> None:
    query = [["Claimant count"], ["Gender", "Total"], ["Measure", "Claimant count"], [""]]
    rows = [
        *query,
        ["Date", "Alder", "Wendle"],
        ["January 2025", "1", "2"],
        ["February 2025", "3", "4"],
        ["Note"],
    ]
    assert heading_row(rows) == 4
