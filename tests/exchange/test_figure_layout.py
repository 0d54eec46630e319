from pmdesk.exchange.figure_layout import (
    choose_layout,
    heading_in,
    read_layout,
    read_sheet_tables,
    several_sheets,
)
from pmdesk.exchange.figure_points import gather
from pmdesk.exchange.grids import Book, read_book
from tests.exchange.figure_made import FIGURES, LGBF, grid_of, layout_of
from tests.exchange.made_files import BODIES, PARTNERSHIPS


def test_the_sheet_with_the_figures_is_found_among_four() -> None:
    found = choose_layout(read_book(LGBF))
    assert found is not None
    assert (found.grid.name, found.shape, len(found.data)) == ("Raw Data", "wide", 246)


def test_a_long_file_is_told_from_a_wide_one() -> None:
    shapes = {
        path.name: layout.shape if (layout := choose_layout(read_book(path))) else ""
        for path in sorted(FIGURES.glob("*.csv"))
    }
    assert shapes == {
        "bathnes_laa_shortlist_2008.csv": "",
        "employment_rate.csv": "long",
        "household_waste_recycling.csv": "long",
        "lancaster_prt_2009_10.csv": "wide",
        "lgbf_metadata_cut.csv": "",
        "licensed_vehicles.csv": "long",
        "neet.csv": "long",
        "no2_concentration.csv": "long",
        "trafford_prompt_payment_KPI.csv": "long",
    }


def test_lists_of_other_things_are_no_figures() -> None:
    assert choose_layout(read_book(BODIES)) is None
    assert choose_layout(read_book(PARTNERSHIPS)) is None


def test_titles_above_the_headings_are_passed_over_and_name_the_year() -> None:
    layout = layout_of(
        "Performance report 2024/25| | |\n | | |\nPI Ref|Performance indicator|Q1|Q2\nA1|Visits|1|2"
    )
    assert (layout.heading_at, layout.year) == (2, "2024/25")
    assert [column.says.part for column in layout.data] == [True, True]


def test_years_over_quarters_are_joined() -> None:
    layout = layout_of(
        "Ref|Measure|2023/24| |2024/25| \n | |Q1|Q2|Q1|Q2\nA1|Visits|1|2|3|4\nA2|Calls|5|6|7|8"
    )
    assert [column.says.period for column in layout.data] == [
        *("2023/24 Q1", "2023/24 Q2", "2024/25 Q1", "2024/25 Q2")
    ]
    assert layout.roles == {"code": 0, "title": 1}


def test_a_column_for_a_country_says_that_areas_run_across() -> None:
    layout = layout_of("Indicator|Year|Trafford|England\nRecycling|2019/20|50|43")
    assert [column.says.area for column in layout.data] == ["Trafford", "England"]


def test_a_short_code_beside_a_description_is_the_code() -> None:
    assert layout_of("KPI|Description|2022/23|2023/24\nK1|Sickness|8.1|7.9").roles == {"code": 0, "title": 1}


def test_a_directorate_tells_series_apart_only_where_it_must() -> None:
    apart = layout_of("Directorate|Indicator|2022/23|2023/24\nPlace|Sickness|1|2\nPeople|Sickness|3|4")
    alike = layout_of("Directorate|Indicator|2022/23|2023/24\nPlace|Bins|1|2\nPeople|Calls|3|4")
    assert (apart.splits, alike.splits) == ((0,), ())
    assert alike.unread == ("Directorate",)


def test_a_title_that_holds_the_word_target_is_a_title() -> None:
    layout = layout_of("Area|Homes meeting target 2019-20|Homes meeting target 2020-21\nFife|1|2")
    assert {(column.says.label, column.says.kind) for column in layout.data} == {
        ("Homes meeting target", "value")
    }


def test_a_sheet_without_figures_over_time_is_none() -> None:
    assert read_layout(grid_of("Name|Seats\nArts Trust|2")) is None
    assert read_layout(grid_of("Name|2019/20|2020/21\nArts Trust|yes|no")) is None
    assert read_layout(grid_of("")) is None


def test_a_code_beside_an_area_is_the_areas_where_measures_run_across() -> None:
    layout = layout_of("Local Authority|Code|Recycling 2022-23|Recycling 2023-24\nTrafford|E08000009|50|51")
    assert layout.roles == {"area": 0, "area_code": 1}


def test_a_target_without_a_year_takes_the_last_one_there_is() -> None:
    layout = layout_of("Indicator|Target|Apr-24|May-24\nCalls|80|81|79")
    assert [(column.heading, column.says.period) for column in layout.data] == [
        ("Apr-24", "Apr-24"),
        ("May-24", "May-24"),
        ("Target", "2024/25"),
    ]


def test_a_second_table_on_a_sheet_is_read_under_its_own_headings() -> None:
    grid = grid_of(
        "Recycling|||\nMeasure|2020-21|2021-22\nRecycled|40|41\n||\nMeasure|2015-16|2016-17\nComposted|10|11"
    )
    layout = read_sheet_tables(grid, "")
    assert layout is not None
    (below,) = layout.more
    assert [column.says.period for column in below.data] == ["2015-16", "2016-17"]
    assert (len(layout.rows), len(below.rows), len(layout.notes)) == (1, 1, 1)


def test_a_heading_row_of_years_that_could_be_figures_is_known_by_the_words_beside_them() -> None:
    grid = grid_of(
        "Council|2020|2021\nFife|10|11\nTable 2: Bins||\nCouncil|2010|2011\nFife|110|111\nMoray|2010|2011"
    )
    layout = read_sheet_tables(grid, "")
    assert layout is not None
    assert [(table.caption, len(table.rows)) for table in layout.more] == [("Table 2: Bins", 2)]


def test_headings_repeated_on_every_page_are_one_series() -> None:
    heads = "Area|Indicator|Period|Value"
    text = f"{heads}\nFife|Bins|2021/22|1\n{heads}\nFife|Bins|2022/23|2"
    layout = read_sheet_tables(grid_of(text), "")
    assert layout is not None
    found = gather(layout)
    assert [(point.row, point.series, point.period) for point in found.points] == [
        *((2, 0, "2021-22"), (4, 0, "2022-23"))
    ]


def book_of(sheets: dict[str, str]) -> Book:
    grids = tuple(grid_of(text, name) for name, text in sheets.items())
    return Book("report.xlsx", "", tuple(grid.name for grid in grids), grids)


def test_sheets_of_one_shape_are_read_together_and_the_others_named() -> None:
    layout = choose_layout(
        book_of(
            {
                "Notes": "Made by hand",
                "Q1 2024-25": "KPI|Actual|Target\nBins|10|12\nCalls|5|6",
                "Q2 2024-25": "KPI|Actual|Target\nBins|11|12\nCalls|6|6",
            }
        )
    )
    assert layout is not None
    found = gather(layout)
    assert [(point.period, point.column) for point in found.points if point.kind == "value"] == [
        ("2024-25 Q1", "Q1 2024-25: Actual"),
        ("2024-25 Q1", "Q1 2024-25: Actual"),
        ("2024-25 Q2", "Q2 2024-25: Actual"),
        ("2024-25 Q2", "Q2 2024-25: Actual"),
    ]
    assert len(found.keys) == 2
    said = [str(note) for note in layout.notes]
    assert "Sheets read together: Q1 2024-25, Q2 2024-25." in said
    assert "Sheets not read: Notes." in said


def test_sheets_that_have_a_few_names_in_common_tell_those_apart_by_the_sheet() -> None:
    layout = choose_layout(
        book_of(
            {
                "Housing": "KPI|2022-23|2023-24\nVoids|1|2\nComplaints|3|4\nRent|5|6",
                "Waste": "KPI|2022-23|2023-24\nBins|1|2\nComplaints|7|8\nTips|5|6",
            }
        )
    )
    assert layout is not None
    assert [(key.title, key.split) for key in gather(layout).keys if key.title == "Complaints"] == [
        ("Complaints", "Housing"),
        ("Complaints", "Waste"),
    ]


def test_a_sheet_that_says_other_things_of_the_same_measures_is_not_read_with_them() -> None:
    layout = choose_layout(
        book_of(
            {
                "Values": "KPI|2022-23|2023-24\nVoids|1|2\nRent|5|6",
                "Ranks": "KPI|2022-23|2023-24\nVoids|9|8\nRent|7|6",
            }
        )
    )
    assert layout is not None
    assert layout.more == ()
    assert not several_sheets(layout)
    assert heading_in(layout, layout, layout.data[0]) == "2022-23"
    assert "Sheets not read: Ranks." in [str(note) for note in layout.notes]
