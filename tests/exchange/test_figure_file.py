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
