"""Which rows a grid has: a measure's periods, and the measures a period is due for."""

import pytest

from pmdesk.actions.readings import TypedReading, save_readings
from pmdesk.actions.readings_grid import due_period, measure_grid, period_grid, periods_before
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


def measure(register: Register, code: str, frequency: str = "quarter", **more: object) -> str:
    return save(register, "measure", title=f"Measure {code}", code=code, frequency=frequency, **more)


def read(register: Register, id: str, *periods: str) -> None:
    save_readings(register, [TypedReading(id, period, {"value": "5"}) for period in periods])


def periods(register: Register, id: str, also: tuple[str, ...] = ()) -> list[str]:
    return [line.key[1] for line in measure_grid(register, id, TODAY, also).lines]


def codes(
    register: Register, period: str = "2025-26 Q4", due: bool = False, **narrowed: object
) -> dict[str, str]:
    grid = period_grid(register, period, narrowed, due)
    return {grid.series[line.key[0]].code: line.key[1] for line in grid.lines}


def test_a_measure_without_readings_has_empty_rows_up_to_the_last_quarter(register: Register) -> None:
    found = periods(register, measure(register, "A"))
    assert (len(found), found[0], found[-1]) == (8, "2024-25 Q1", "2025-26 Q4")
    assert periods(register, measure(register, "B", "year"))[-1] == "2025-26"


def test_rows_go_on_without_a_gap_to_the_next_one_due(register: Register) -> None:
    id = measure(register, "A")
    read(register, id, "2023-24 Q4", "2025-26 Q2")
    assert periods(register, id)[0] == "2023-24 Q4"
    assert periods(register, id)[4:] == ["2024-25 Q4", *(f"2025-26 Q{n}" for n in (1, 2, 3, 4))]
    read(register, id, "2025-26 Q4")
    assert periods(register, id)[-1] == "2026-27 Q1"


def test_other_periods_that_were_read_or_typed_stand_among_them(register: Register) -> None:
    id = measure(register, "A")
    read(register, id, "2024-25", "2025-26 Q3")
    assert periods(register, id, ("2026-27 Q2",))[3:] == [
        "2024-25", "2024-25 Q4", "2025-26 Q1", "2025-26 Q2", "2025-26 Q3", "2025-26 Q4",
        "2026-27 Q1", "2026-27 Q2", "2026-27 Q3",
    ]  # fmt: skip


def test_what_came_before_the_first_reading_can_still_be_entered(register: Register) -> None:
    id = measure(register, "A")
    read(register, id, "2025-26 Q4")
    found = periods(register, id)
    assert (len(found), found[0], found[-1]) == (9, "2024-25 Q1", "2026-27 Q1")


def test_a_measure_that_does_not_say_how_often_goes_on_as_it_was_read(register: Register) -> None:
    id = measure(register, "A", "")
    read(register, id, "2025-26 Q2")
    assert periods(register, id)[-3:] == ["2025-26 Q2", "2025-26 Q3", "2025-26 Q4"]


def test_the_row_says_what_stands_there_and_what_stood_before(register: Register) -> None:
    id = measure(register, "A", unit="%")
    read(register, id, "2025-26 Q3")
    *_earlier, first, last = measure_grid(register, id, TODAY).lines
    assert (first.stored, bool(first.reading), last.previous) == ({"value": "5"}, True, "5%")


def test_a_deleted_measure_has_no_grid(register: Register) -> None:
    with pytest.raises(Refused, match="deleted"):
        measure_grid(register, "nobody", TODAY)


def test_a_grid_asks_for_its_own_periods_and_longer_ones_that_end_with_it(register: Register) -> None:
    for code, frequency in (("A", "quarter"), ("B", "month"), ("C", "year"), ("D", "half"), ("E", ""),
                            ("F", "rolling")):  # fmt: skip
        measure(register, code, frequency)
    assert codes(register) == {
        "A": "2025-26 Q4", "C": "2025-26", "D": "2025-26 H2", "E": "2025-26 Q4",
        "F": "2023-24 to 2025-26",
    }  # fmt: skip
    assert codes(register, "2025-26 Q3") == {"A": "2025-26 Q3", "E": "2025-26 Q3"}
    assert codes(register, "2025-26 H2").keys() == {"C", "D", "E", "F"}
    assert codes(register, "2025-26") == {"C": "2025-26", "E": "2025-26", "F": "2023-24 to 2025-26"}
    assert codes(register, "2026-02") == {"B": "2026-02", "E": "2026-02"}
    assert codes(register, "2026-03").keys() == {"A", "B", "C", "D", "E", "F"}


def test_what_is_typed_for_a_measure_that_does_not_belong_brings_no_row(register: Register) -> None:
    id = measure(register, "A", "month")
    assert period_grid(register, "2025-26 Q4", {}, False, also=(id,)).lines == ()


def test_a_measure_kept_in_sight_keeps_the_period_it_was_read_for(register: Register) -> None:
    id = measure(register, "A", "")
    read(register, id, "2025-26")
    (line,) = period_grid(register, "2025-26 Q4", {}, True, also=(id,)).lines
    assert (line.key[1], line.stored) == ("2025-26", {"value": "5"})


def test_how_often_is_read_from_the_readings_where_nobody_said_it(register: Register) -> None:
    read(register, measure(register, "A", ""), "2024-25")
    assert codes(register) == {"A": "2025-26"}
    assert codes(register, "2025-26 Q3") == {}


def test_only_what_is_still_to_enter(register: Register) -> None:
    ids = {code: measure(register, code) for code in "ABC"}
    read(register, ids["A"], "2025-26 Q4")
    read(register, ids["B"], "2025-26 Q3")
    assert codes(register, due=True).keys() == {"B", "C"}
    kept = period_grid(register, "2025-26 Q4", {}, True, also=(ids["A"],))
    assert [kept.series[line.key[0]].code for line in kept.lines] == ["A", "B", "C"]


def test_a_grid_is_narrowed_by_whose_measures_they_are(register: Register) -> None:
    owner, partnership = save(register, "person", name="Tom"), save(register, "partnership", name="Waste")
    measure(register, "A", owner=owner)
    measure(register, "B", partnership=partnership)
    measure(register, "C")
    assert codes(register, owner=owner).keys() == {"A"}
    assert codes(register, partnership=partnership).keys() == {"B"}


def test_a_grid_says_when_there_is_more(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmdesk.actions.readings_grid.MOST_ROWS", 2)
    for code in "ABC":
        measure(register, code)
    grid = period_grid(register, "2025-26 Q4", {}, False)
    assert (len(grid.lines), grid.more) == (2, True)


def test_ratings_look_back_a_year(register: Register) -> None:
    id = measure(register, "A")
    read(register, id, "2020-21 Q4", "2024-25 Q4", "2025-26 Q3")
    grid = period_grid(register, "2025-26 Q4", {}, False)
    assert set(grid.series[id].records) == {"2024-25 Q4", "2025-26 Q3"}
    assert grid.lines[0].previous == "5"


def test_what_period_to_begin_with(register: Register) -> None:
    assert due_period(register, TODAY) == "2025-26 Q4"
    measure(register, "A", "year")
    assert due_period(register, TODAY) == "2025-26"
    measure(register, "B", "month")
    assert due_period(register, TODAY) == "2026-03"
    measure(register, "C", "half")
    assert due_period(register, TODAY) == "2025-26 Q4"


def test_the_periods_to_choose_from() -> None:
    found = periods_before(TODAY)
    assert found[:2] == ["2026-27 Q1", "2025-26 Q4"]
    assert {"2025-26", "2026-03"} <= set(found)
    assert len(found) == len(set(found))
