from pathlib import Path

import pytest

from pmdesk.exchange.figure_columns import CHOICES, role_named
from pmdesk.exchange.figure_file import understand
from pmdesk.exchange.figure_headings import role_of
from pmdesk.exchange.grids import read_book
from tests.exchange.figure_made import file_of, written

TEXT = "Whose|Indicator|Period|Value\nAlder|Bins|2019/20|1\nWendle|Bins|2019/20|2\nAlder|Bins|2020/21|3"


def test_every_choice_has_a_heading_that_says_it() -> None:
    assert [role_of(heading) for _role, _label, heading in CHOICES] == [
        role for role, _label, _heading in CHOICES
    ]


@pytest.mark.parametrize(
    ("typed", "role"),
    [("reading.value", "value"), ("measure.code", "code"), ("measure", "title"), ("Area", "area")],
)
def test_a_person_names_what_a_column_is(typed: str, role: str) -> None:
    assert role_named(typed) == role
    assert role_named("outside_body.seats") is None


def test_a_column_put_right_is_read_so_everywhere(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    before = file_of(path)
    assert before.areas == ()
    assert before.columns[0] == ("Whose", "Alder", "split")
    after = understand(read_book(path), {}, "", {"Whose": "area"})
    assert after is not None
    assert [area.name for area in after.areas] == ["Alder", "Wendle"]
    assert after.columns[0].heading == "Whose", "the file's own heading is still shown"


def test_a_column_left_out_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.replace("Whose", "Area"))
    assert file_of(path).areas != ()
    after = understand(read_book(path), {}, "", {"Area": None})
    assert after is not None
    assert after.areas == ()


def test_a_column_of_names_of_areas_that_is_left_out_stays_out(tmp_path: Path) -> None:
    path = written(tmp_path, "Where|Indicator|Period|Value\nFife|Bins|2019/20|1\nFife|Bins|2020/21|3")
    assert file_of(path).columns[0] == ("Where", "Fife", "area")
    after = understand(read_book(path), {}, "", {"Where": None})
    assert after is not None
    assert (after.areas, after.columns[0].role, after.unread) == ((), "", ())


def test_headings_that_stand_in_the_upper_of_two_rows_can_be_put_right_too(tmp_path: Path) -> None:
    text = "Ref|What|Q1 2024/25||\n||Actual|Target|RAG\nA1|Visits|1|2|Red\nA2|Calls|3|4|Amber"
    path = written(tmp_path, text)
    file = file_of(path)
    assert [each.heading for each in file.columns] == ["Ref", "What", "RAG"]
    assert {point.kind for series in file.series for point in series.points} == {"value", "target"}
    after = understand(read_book(path), {}, "", {"What": "title"})
    assert after is not None
    assert [series.title for series in after.series] == ["Visits", "Calls"]
