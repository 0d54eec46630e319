"""What a slip pushes along, with its numbers, chains, circles and what stays (field.md, rule 8)."""

import pytest

from pmdesk.domain.slippage import (
    Dated,
    Push,
    _reached,
    awaited,
    circle,
    critical_chain,
    critical_chains,
    dated,
    pushes,
)

# The Town Centre Board: works wait for planning, which waits for the bus station and the land.
BOARD = [
    Dated("station", "2026-06-12"),
    Dated("land", "2026-07-24"),
    Dated("planning", "2026-08-28"),
    Dated("works", "2026-11-30"),
    Dated("grants", "2026-06-30"),
]
WAITS = [("planning", "station"), ("planning", "land"), ("works", "planning")]


def moved(found: list[Push]) -> list[tuple[str, str, str]]:
    return [(push.id, push.after, push.because) for push in found]


def test_what_waits_keeps_its_old_gap() -> None:
    # 24 July to 28 August are 35 days, 28 August to 30 November 94.
    assert pushes(BOARD, WAITS, "land", "2026-08-24") == [
        Push("planning", "2026-08-28", "2026-09-28", "land"),
        Push("works", "2026-11-30", "2026-12-31", "planning"),
    ]


def test_of_two_predecessors_the_later_decides() -> None:
    chain = [
        Dated("a", "2026-03-01"),
        Dated("b", "2026-03-11"),
        Dated("c", "2026-04-01"),
        Dated("d", "2026-05-01"),
    ]
    waits = [("b", "a"), ("c", "a"), ("d", "b"), ("d", "c")]
    # Through b the gap to d is 51 days, through c 30: each keeps its own and both come to the same day.
    assert moved(pushes(chain, waits, "a", "2026-03-08")) == [
        ("b", "2026-03-18", "a"), ("c", "2026-04-08", "a"), ("d", "2026-05-08", "b"),
    ]  # fmt: skip
    # Where only one of two predecessors moves, the other's date does not hold it back.
    assert moved(pushes(BOARD, WAITS, "station", "2026-06-13"))[0] == ("planning", "2026-08-29", "station")


def test_a_short_way_and_a_long_way_to_the_same_milestone() -> None:
    """The one that waits for both is moved once, by the later of the two."""
    rows = [Dated("a", "2026-01-01"), Dated("b", "2026-01-01"), Dated("c", "2026-02-01")]
    waits = [("c", "a"), ("b", "a"), ("c", "b")]
    assert moved(pushes(rows, waits, "a", "2026-01-11")) == [
        ("b", "2026-01-11", "a"),
        ("c", "2026-02-11", "a"),
    ]


@pytest.mark.parametrize("to", ["2026-07-24", "2026-07-01", "2020-01-01"])
def test_the_same_day_or_an_earlier_one_pushes_nothing(to: str) -> None:
    assert pushes(BOARD, WAITS, "land", to) == []


def test_what_is_done_stays_and_holds_what_waits_for_it() -> None:
    rows = [row._replace(done=row.id == "planning") for row in BOARD]
    assert pushes(rows, WAITS, "land", "2026-12-24") == []


def test_what_has_no_date_is_neither_moved_nor_moves() -> None:
    rows = [row._replace(now="") if row.id == "planning" else row for row in BOARD]
    assert pushes(rows, WAITS, "land", "2026-12-24") == []
    assert pushes(rows, WAITS, "planning", "2026-12-24") == []
    assert pushes(rows, WAITS, "nobody", "2026-12-24") == []


def test_one_that_a_person_leaves_keeps_those_that_wait_for_it() -> None:
    assert pushes(BOARD, WAITS, "land", "2026-08-24", staying={"planning"}) == []
    assert [push.id for push in pushes(BOARD, WAITS, "land", "2026-08-24", {"works"})] == ["planning"]


def test_a_link_to_a_milestone_that_is_gone_is_passed_over() -> None:
    assert pushes(BOARD, [*WAITS, ("gone", "land")], "land", "2026-07-25")[0].id == "planning"


def test_circles_that_came_by_a_merge_end() -> None:
    circles = [*WAITS, ("station", "works"), ("land", "works"), ("planning", "planning")]
    assert [push.id for push in pushes(BOARD, circles, "land", "2026-08-24")] == [
        "station",
        "planning",
        "works",
    ]
    assert critical_chain(BOARD, circles)[-1] == "works"
    assert circle(circles, "grants", "nothing") is False


def test_a_year_typed_wrong_does_not_leave_the_calendar() -> None:
    assert pushes(BOARD, WAITS, "land", "9999-12-30")[-1].after == "9999-12-31"


def test_a_new_link_may_not_close_a_circle() -> None:
    assert circle(WAITS, "station", "works")
    assert circle(WAITS, "land", "land")
    assert not circle(WAITS, "works", "station")


def test_the_chain_that_decides_when_all_is_done() -> None:
    assert critical_chain(BOARD, WAITS) == ["land", "planning", "works"]
    assert critical_chain(BOARD, [("planning", "station"), *WAITS]) == ["land", "planning", "works"]
    assert critical_chain(BOARD, []) == []


def test_done_milestones_are_on_no_chain() -> None:
    rows = [row._replace(done=row.id in ("land", "station")) for row in BOARD]
    assert critical_chain(rows, WAITS) == ["planning", "works"]
    assert critical_chain([row._replace(done=True) for row in BOARD], WAITS) == []


def test_a_chain_ends_in_the_partnership_asked_about() -> None:
    """What it waits for may be another partnership's."""
    assert critical_chain(BOARD, WAITS, {"planning", "grants"}) == ["land", "planning"]
    assert critical_chain(BOARD, WAITS, {"grants"}) == []
    groups = [{"planning", "grants"}, {"grants"}, {"works"}]
    assert critical_chains(BOARD, WAITS, groups) == [
        ["land", "planning"],
        ["land", "planning", "works"],
    ]


def test_milestones_as_the_rules_take_them() -> None:
    milestones = [
        {"id": "a", "first_due": "2026-02"},
        {"id": "b", "first_due": "2026-03-31", "done_on": "2026-04"},
        {"id": "c", "first_due": "when agreed"},
        {"id": "d", "first_due": "2026-03-31"},
    ]
    forecasts = [
        {"id": "1", "milestone": "d", "made_on": "2026-02-01", "date": "2026-05"},
        {"id": "2", "milestone": "d", "made_on": "2026-03-01", "date": "soon"},
    ]
    assert dated(milestones, forecasts) == [
        Dated("a", "2026-02-28"), Dated("b", "2026-04-30", True), Dated("c", ""), Dated("d", "2026-05-31"),
    ]  # fmt: skip


def test_half_a_link_is_none() -> None:
    rows: list[dict[str, object]] = [
        {"milestone": "b", "waits_for": "a"},
        {"milestone": "b", "waits_for": None},
    ]
    assert awaited(rows) == [("b", "a")]


def test_what_two_ways_lead_to_is_pushed_once() -> None:
    waits = [
        ("planning", "station"),
        ("planning", "land"),
        ("station", "survey"),
        ("land", "survey"),
        ("opening", "planning"),
    ]
    milestones = [*BOARD, Dated("survey", "2026-05-01"), Dated("opening", "2026-12-01")]
    moved = pushes(milestones, waits, "survey", "2027-02-01")
    assert sorted(push.id for push in moved) == sorted({push.id for push in moved})
    assert {push.id for push in moved} == {"station", "land", "planning", "opening"}


def test_one_that_two_ways_lead_to_is_come_to_once() -> None:
    assert _reached({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, "a") == {"a", "b", "c", "d"}
