"""Where a trajectory's points stand, and where its lines are broken."""

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pmdesk.domain.words import Words
from pmdesk.figures.axis import slots
from pmdesk.figures.trajectory_points import (
    Along,
    aims,
    along,
    band_runs,
    baseline,
    gaps,
    outlook,
    path_runs,
    points,
    today_x,
)
from tests.figures.measure_example import CH8, EN02, QUARTERS, ch8, en02, made

WORDS = Words()


def slots_of(axis: Along) -> Any:
    return slots(axis.first, axis.last, axis.slot, axis.length, WORDS)


def test_points_stand_in_the_middle_of_their_quarters() -> None:
    axis = along(en02())
    assert [axis.x(period) for period in ("2022-23 Q4", "2023-24 Q1", "2025-26 Q4", "2026-27 Q4")] == [
        1.5, 4.5, 37.5, 49.5,
    ]  # fmt: skip
    assert axis.x("2026-27") == 49.5  # a year's target stands where its last quarter does
    assert baseline(en02(), axis) == (1.5, Decimal("41.8"))


def test_today_is_on_the_axis_only_where_it_is_near() -> None:
    story = en02()
    x = today_x(story, along(story))
    assert x is not None
    assert 39 < x < 40
    old = ch8(4, today="2026-04-27")
    assert today_x(old, along(old)) is None


def test_the_line_is_broken_where_there_is_no_number() -> None:
    told = [("2024-25 Q1", "5"), {"period": "2024-25 Q2", "state": "suppressed"}, ("2024-25 Q3", "6"),
            ("2025-26 Q1", "7"), ("2025-26 Q2", "8")]  # fmt: skip
    story = made(EN02, told)
    axis = along(story)
    found = [[point.period for point in run] for run in points(story, axis, WORDS)]
    assert found == [["2024-25 Q1"], ["2024-25 Q3"], ["2025-26 Q1", "2025-26 Q2"]]
    assert [(gap.period, gap.value, gap.shape) for gap in gaps(story, axis, WORDS)] == [
        ("2024-25 Q2", None, "dash")
    ]


def test_what_adds_up_starts_each_year_anew() -> None:
    told = [(f"{year}-{year - 1999} Q{part}", str(part)) for year in (2023, 2024) for part in (1, 2, 3, 4)]
    story = made(CH8, told, [("2023-24", "4"), ("2024-25", "4")])
    axis = along(story)
    assert [len(run) for run in points(story, axis, WORDS)] == [4, 4]
    path = path_runs(story, axis, slots_of(axis))
    assert [[step.value for step in run] for run in path] == [[1, 2, 3, 4], [1, 2, 3, 4]]


def test_the_path_starts_at_the_baseline_and_ends_at_the_goal() -> None:
    story = en02()
    axis = along(story)
    (run,) = path_runs(story, axis, slots_of(axis))
    assert (run[0].x, run[0].value) == (1.5, Decimal("41.8"))
    assert (run[-1].x, run[-1].value) == (49.5, Decimal(50))
    assert run[-5].value == Decimal("47.95")


def test_only_the_goal_is_labelled_and_the_forecast_leaves_from_the_last_reading() -> None:
    story = ch8(2)
    axis = along(story)
    assert [aim.goal for aim in aims(story, axis)] == [False, False, False, True]
    ahead = outlook(story, axis)
    assert ahead is not None
    assert (ahead.x, ahead.value, ahead.to_x) == (4.5, Decimal("5.69"), 10.5)
    assert round(ahead.to_value, 2) == Decimal("11.09")
    assert (ahead.low, ahead.high) == (None, None)
    assert outlook(ch8(4), along(ch8(4))) is None


def test_numbers_stand_at_the_last_and_the_worst_and_at_the_first_without_a_baseline() -> None:
    story = en02()
    labels = [point.label for run in points(story, along(story), WORDS) for point in run]
    assert [label for label in labels if label] == ["44.4", "46.9"]
    plain = made({**EN02, "baseline": None}, list(zip(QUARTERS, map(str, range(12)), strict=True)))
    found = [point.label for run in points(plain, along(plain), WORDS) for point in run]
    assert [label for label in found if label] == ["0.0", "11.0"]


def test_other_areas_where_three_tell() -> None:
    rows = [{"area": f"Area {n}", "figures": f"2023-24 Q1\t4{n}\n2023-24 Q2\t4{n}"} for n in range(3)]
    rows[0]["figures"] = "2023-24 Q1\t40"
    story = en02(comparators=[*rows, {"area": "England", "figures": "2023-24 Q2\t99"}])
    axis = along(story)
    (run,) = band_runs(story, axis, slots_of(axis))
    assert [(point.x, point.middle, point.areas) for point in run] == [(4.5, 41, 3)]
    assert band_runs(en02(comparators=rows[:2]), axis, slots_of(axis)) == ()


def test_rolling_years_and_calendar_years() -> None:
    rolling = made({"title": "x", "frequency": "rolling"},
                   [("2021-22 to 2023-24", "5"), ("2022-23 to 2024-25", "6")])  # fmt: skip
    axis = along(rolling)
    assert [len(run) for run in points(rolling, axis, WORDS)] == [2]
    assert slots_of(axis)[0].period == "2021-22 to 2023-24"
    calendar = made({"title": "x"}, [("2019", "5"), ("2020", "6")])
    assert [slot.label for slot in slots_of(along(calendar))][:2] == ["2019", "2020"]


def test_no_more_slots_than_a_chart_can_hold() -> None:
    story = made({"title": "x", "frequency": "month"}, [("2024-04", "5")], [("9989-04", "6")])
    axis = along(story)
    assert len(slots_of(axis)) <= 601
    assert 0 <= axis.x("2024-04") <= axis.x("9989-04") <= axis.last - axis.first + axis.slot


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*QUARTERS, "2024-25", "2019", "2025-04", "2022-23 to 2024-25", "2030-31 H1"])),
    st.sampled_from(["", "month", "quarter", "half", "year", "two_yearly", "rolling"]),
    st.sampled_from(["", "snapshot", "cumulative", "ratio"]),
)
def test_every_point_stands_on_the_axis(periods: list[str], frequency: str, aggregation: str) -> None:
    measure = {**EN02, "frequency": frequency, "aggregation": aggregation}
    story = made(measure, [(period, "5") for period in periods], [(period, "6") for period in periods[:2]])
    axis = along(story)
    width = axis.last - axis.first + axis.slot
    found = [point.x for run in points(story, axis, WORDS) for point in run]
    found += [aim.x for aim in aims(story, axis)]
    assert all(0 < x < width for x in found)
    assert len(found) >= len(set(periods))
