import pytest

from pmdesk.exchange.figure_points import gather
from pmdesk.exchange.figure_times import YEAR_KINDS
from tests.exchange.figure_made import layout_of

DOWN = "Indicator|Period|Value\nJobs|2023 Q1|1\nJobs|2023 Q2|2"
BESIDE = "Indicator|Year|Quarter|Value\nJobs|2023|1|1\nJobs|2023|2|2"
ACROSS = "Indicator|Q1 2023|Q2 2023\nJobs|1|2"


@pytest.mark.parametrize("text", [DOWN, BESIDE, ACROSS])
def test_which_kind_of_year_a_quarter_is_of_is_asked_never_guessed(text: str) -> None:
    found = gather(layout_of(text))
    assert (found.points, len(found.undated), found.problems) == ([], 2, [])
    read = {kind: gather(layout_of(text), "", kind).points for kind in YEAR_KINDS}
    assert {kind: [point.period for point in points] for kind, points in read.items()} == {
        "calendar": ["2022-23 Q4", "2023-24 Q1"],
        "financial": ["2023-24 Q1", "2023-24 Q2"],
    }
    assert gather(layout_of(text), "calendar").points == gather(layout_of(text), "", "calendar").points


def test_a_school_year_beside_its_figures_is_no_financial_year() -> None:
    text = "time_period|time_identifier|LA name|Indicator|Value\n202122|Academic year|Fife|Absence|5"
    (point,) = gather(layout_of(text)).points
    assert point.period == "2021-09 to 2022-08"


def test_quarters_may_run_across_and_years_down() -> None:
    text = "Ref|Indicator|Year|Q1|Q2|Target\nA|Bins|2023/24|1|2|9\nA|Bins|2024/25|5|6|9\nA|Bins||7|8|9"
    found = gather(layout_of(text))
    assert [(point.row, point.period, point.kind) for point in found.points[:5]] == [
        (2, "2023-24 Q1", "value"),
        (2, "2023-24 Q2", "value"),
        (2, "2023-24", "target"),
        (3, "2024-25 Q1", "value"),
        (3, "2024-25 Q2", "value"),
    ]
    assert len(found.points) == 6
    assert [problem.row for problem in found.problems] == [4, 4, 4], "a row without a year is refused"
