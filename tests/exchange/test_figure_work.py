"""What is written for a figure: new, changed, the same, or kept where the file has no word on it."""

from pathlib import Path

from pmdesk.exchange.figure_cells import FigureCell
from pmdesk.exchange.figure_choices import Choices, KnownFigures
from pmdesk.exchange.figure_plan import FigurePlan, plan_figures
from pmdesk.exchange.figure_points import Point
from pmdesk.exchange.figure_work import is_own
from tests.exchange.figure_made import file_of, written

MEASURE = {"id": "m1", "title": "Bins"}


def planned(tmp_path: Path, text: str, known: KnownFigures, **choices: str) -> FigurePlan:
    return plan_figures(file_of(written(tmp_path, text)), Choices(**choices), known, "Trafford Council")


def test_what_the_file_does_not_know_takes_no_figure_away(tmp_path: Path) -> None:
    known = KnownFigures(
        [MEASURE],
        {"m1": {"2021-22": {"id": "r1", "value": "5"}, "2022-23": {"id": "r2", "value": "6"}}},
        {},
        {"m1": [{"id": "c1", "area": "Bury", "figures": "2021-22\t7\n2022-23\t8"}]},
    )
    text = "Area|Indicator|2021/22|2022/23|2023/24\nTrafford|Bins|..|*|\nBury|Bins|..|*|9"
    plan = planned(tmp_path, text, known)
    assert plan.outcomes == {"added": 1, "changed": 2, "refused": 0}
    assert {write.id: write.values for write in plan.writes if write.kind != "measure"} == {
        "r2": {"value": None, "state": "suppressed"},
        "c1": {"figures": "2021-22\t7\n2022-23\tsuppressed\n2023-24\t9"},
    }
    assert [(str(say), n) for say, n in plan.left_out] == [
        ("not known in the file: the figure of the register is kept", 2)
    ]


def test_an_area_written_otherwise_stays_one(tmp_path: Path) -> None:
    known = KnownFigures(
        [MEASURE], {}, {}, {"m1": [{"id": "c1", "area": "E08000002", "figures": "2021-22\t7"}]}
    )
    text = (
        "Area|Area code|Indicator|2022/23|2023/24\nTrafford|E08000009|Bins|1|2\nBury MBC|E08000002|Bins|8|9"
    )
    plan = planned(tmp_path, text, known)
    (bury,) = [write for write in plan.writes if write.kind == "comparator"]
    assert bury.id == "c1"
    assert bury.values == {
        "figures": "2021-22\t7\n2022-23\t8\n2023-24\t9",
        "area_code": "E08000002",
        "area": "Bury MBC",
    }


def test_a_figure_is_ours_by_its_area_or_where_there_is_none() -> None:
    point = Point(2, "2021", 0, 3, "2021", "value", FigureCell())
    assert is_own(point, 3) and is_own(point._replace(area=-1), None)
    assert not is_own(point, 2)
