from pathlib import Path

from pmdesk.exchange.figure_file import is_surely_figures, understand
from pmdesk.exchange.grids import read_book
from tests.exchange.figure_made import FIGURES, LGBF, file_of, written
from tests.exchange.made_files import BODIES


def test_the_same_figure_again_is_taken_once_and_counted(tmp_path: Path) -> None:
    text = "Indicator|Period|Value\nBins|2019/20|5\nBins|2019/20|5.0\nBins|2020/21|6"
    file = file_of(written(tmp_path, text))
    assert (file.twice, file.twice_rows) == (1, (3,))
    assert len(file.series[0].points) == 2


def test_figures_that_contradict_each_other_are_all_refused(tmp_path: Path) -> None:
    text = "Indicator|Period|Value\nBins|2019/20|5\nBins|2019/20|6\nBins|2019/20|7\nBins|2020/21|6"
    (series,) = file_of(written(tmp_path, text)).series
    assert [point.period for point in series.points] == ["2020-21"]
    assert [(problem.row, str(problem.say)) for problem in series.problems][:2] == [
        (2, "row 3 says 6 for the same measure, area and period (2019-20); here it is 5."),
        (3, "row 2 says 5 for the same measure, area and period (2019-20); here it is 6."),
    ]
    assert {problem.row for problem in series.problems} == {2, 3, 4}


def test_the_first_and_the_last_period() -> None:
    assert file_of(FIGURES / "employment_rate.csv").periods == ("2012", "2023")
    assert file_of(LGBF).periods == ("2007-08 to 2010-11", "2020-21")


def test_a_file_of_figures_is_known_and_a_list_is_not(tmp_path: Path) -> None:
    assert is_surely_figures(file_of(LGBF))
    assert not is_surely_figures(file_of(written(tmp_path, "Indicator|Period|Value\nBins|2019/20|5")))
    assert understand(read_book(BODIES), {}) is None


def test_titles_that_differ_in_case_and_spaces_are_one_series(tmp_path: Path) -> None:
    text = "Indicator|Period|Value\nMissed bins|2021/22|10\nMissed Bins|2022/23|11\nmissed  bins|2022/23|12"
    (series,) = file_of(written(tmp_path, text)).series
    assert [point.period for point in series.points] == ["2021-22"]
    assert {problem.row for problem in series.problems} == {3, 4}, "11 and 12 for one year"


def test_a_list_with_areas_is_one_of_figures_though_it_has_one_period(tmp_path: Path) -> None:
    text = "Area|Indicator|Period|Value\nBury|Voids|2023/24|50\nTrafford|Voids|2023/24|40"
    assert is_surely_figures(file_of(written(tmp_path, text)))


def test_the_councils_own_column_says_that_areas_run_across(tmp_path: Path) -> None:
    book = read_book(written(tmp_path, "Period|Indicator|Aldermoor|Fenwick\n2021/22|Smoking|11|12"))
    across = understand(book, {}, council="Aldermoor Council")
    assert across is not None
    assert [area.name for area in across.areas] == ["Aldermoor", "Fenwick"]
    assert [series.title for series in across.series] == ["Smoking"]
    unknown = understand(book, {}, council="Trafford Council")
    assert unknown is not None
    assert unknown.areas == ()


def test_a_file_whose_every_period_is_unclear_says_why(tmp_path: Path) -> None:
    file = file_of(written(tmp_path, "Indicator|Period|Value\nBins|2011-12|5"))
    assert (file.figures, len(file.problems)) == (0, 1)
    assert "2011-12" in str(file.problems[0].say)
    assert not is_surely_figures(file)


def test_a_column_not_read_that_tells_contradicting_rows_apart_is_named(tmp_path: Path) -> None:
    rows = "Bins|2021/22|1|Ann|x\nBins|2021/22|2|Ben|x\nBins|2022/23|3|Ann|x"
    file = file_of(written(tmp_path, f"Indicator|Period|Value|Updated by|Office\n{rows}"))
    assert (len(file.series[0].problems), file.apart) == (2, ("Updated by",))
    assert file.contradicted == {file.series[0].key: frozenset({-1})}


def test_an_export_of_lg_inform_is_one_measure_of_several_councils(tmp_path: Path) -> None:
    text = (
        "Report: Waste|||\n\nArea|Metric type: Percentage of waste recycled||\n"
        "|2021/22|2022/23|2023/24\n|%|%|%\n"
        "Trafford|44.5|45.1|43.2\nBury|39.2|40|Missing\nMean for All English districts|41|42|42.5\n"
    )
    file = file_of(written(tmp_path, text))
    assert [area.name for area in file.areas] == ["Trafford", "Bury", "Mean for All English districts"]
    assert [(each.title, len(each.points)) for each in file.series] == [("Percentage of waste recycled", 8)]
    assert file.problems == ()


def test_an_extract_of_nomis_is_named_by_its_title_and_leaves_the_confidence_out(tmp_path: Path) -> None:
    text = (
        "annual population survey\n\n"
        "local authority: district / unitary (as of April 2023)|Apr 2021-Mar 2022||"
        "Apr 2022-Mar 2023|\n|percent|conf|percent|conf\nTrafford|76.1|5.2|77.3|5.4\n"
        "Bury|78.2|6|*|*\n"
        "\n* Disclosive\n"
    )
    file = file_of(written(tmp_path, text))
    assert [(each.title, each.unit) for each in file.series] == [("annual population survey", "%")]
    states = [(point.period, point.cell.state) for point in file.series[0].points]
    assert states == [
        ("2021-22", "actual"),
        ("2022-23", "actual"),
        ("2021-22", "actual"),
        ("2022-23", "suppressed"),
    ]
