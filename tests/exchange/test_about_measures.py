from pathlib import Path

import pytest

from pmdesk.exchange.about_measures import read_about
from pmdesk.exchange.unreadable import Unreadable
from tests.exchange.figure_made import LGBF_ABOUT
from tests.exchange.made_files import as_csv


def test_the_real_list_of_the_benchmarks() -> None:
    about = read_about(LGBF_ABOUT)
    cost = about["chn1"]
    assert (cost.title, cost.polarity.code, cost.frequency, cost.part_of) == (
        *("Cost Per Primary School Pupil", "lower", "year", ""),
    )
    assert about["c&l1"].frequency == "year", "'Anually' is yearly"
    assert about["env4b"].frequency == "two_yearly"
    assert about["chn7"].polarity.code == "higher"
    assert about["no of pupils primary"].part_of == "CHN1"
    assert about["no of pupils primary"].polarity.code == "", "blank stays blank"
    assert about["c&l1"].source == "", "N/A is no source"


def test_a_list_of_anything_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read_about(as_csv(tmp_path / "a.csv", [["Colour", "Weight"], ["red", "2"]]))
