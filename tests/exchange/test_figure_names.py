from pmdesk.exchange.figure_names import Area, Known, Names, SeriesKey
from pmdesk.exchange.figure_rows import rows_of
from tests.exchange.figure_made import layout_of


def test_series_and_areas_of_all_tables_are_kept_once() -> None:
    known = Known()
    for years in ("2021/22|2022/23", "2023/24|2024/25"):
        layout = layout_of(f"Area|Indicator|{years}\nFife|Bins|1|2")
        names = Names(layout, known)
        (row,) = rows_of(layout).rows
        assert (names.area(row), names.series(row, layout.data[0])) == (0, 0)
    assert known.areas == [Area("Fife", "")]
    assert known.keys == [SeriesKey("", "Bins", "", "", "", "")]


def test_a_row_without_an_area_is_the_regions_or_the_countrys() -> None:
    layout = layout_of(
        "Country code|Country|Region|LA name|Indicator|2021/22|2022/23\n"
        "E92000001|England|||Bins|1|2\nE92000001|England|North West||Bins|1|2\n"
        "E92000001|England|North West|Bury|Bins|1|2"
    )
    known = Known()
    names = Names(layout, known)
    assert [names.area(row) for row in rows_of(layout).rows] == [0, 1, 2]
    assert known.areas == [Area("England", "E92000001"), Area("North West", ""), Area("Bury", "")]


def test_what_stands_beside_one_figure_is_its_own() -> None:
    layout = layout_of("Indicator|Period|Actual|Target|Comment\nBins|2021/22|1|2|Snow")
    (row,) = rows_of(layout).rows
    assert Names(layout, Known()).extras(row) == {"commentary": "Snow"}
    assert Names(layout, Known()).cell(row, "commentary") == "Snow"
