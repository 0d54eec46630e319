"""The axes of a chart: slots of every kind of period, ticks that hold the values, labels that never touch."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.spacing import month_at
from pmdesk.domain.words import Words
from pmdesk.figures.axis import named, slots, spread, upright, years

WORDS = Words()
MARCH = month_at("2026-03-31")


@pytest.mark.parametrize(
    ("step", "length", "labels"),
    [
        (1, 1, ["Mar", "Apr"]),
        (3, 3, ["Q4", "Q1"]),
        (6, 6, ["H2", "H1"]),
        (12, 12, ["2025-26", "2026-27"]),
        (24, 24, ["2024-26", "2026-28"]),
        (12, 36, ["2023-26", "2024-27"]),
    ],
)
def test_a_slot_for_every_frequency(step: int, length: int, labels: list[str]) -> None:
    made = slots(MARCH, MARCH + step, step, length, WORDS)
    assert [slot.label for slot in made] == labels
    assert (made[0].start, made[0].end, made[1].end) == (0, step, 2 * step)


def test_calendar_years_and_odd_quarters_keep_their_names() -> None:
    december = month_at("2025-12-31")
    assert [slot.label for slot in slots(december, december, 12, 12, WORDS)] == ["2025"]
    assert [slot.period for slot in slots(december - 1, december - 1, 3, 3, WORDS)] == ["2025-09 to 2025-11"]


def test_years_are_cut_where_the_axis_is() -> None:
    found = years(MARCH, MARCH + 12, 3)
    assert found == (("2025-26", 0, 3), ("2026-27", 3, 15))
    assert years(MARCH, MARCH, 12) == ()


def names(first: int, last: int, step: int, slot: float, year: float, before: float = 0) -> list[list[str]]:
    """The names of periods and of years, where a name takes so many months."""
    found = named(slots(first, last, step, step, WORDS), years(first, last, step), slot, year, before)
    return [[each.label for each in found.slots], [each.label for each, _middle in found.years]]


def test_all_names_where_there_is_room() -> None:
    assert names(MARCH, MARCH + 12, 3, 3, 9) == [["Q4", "Q1", "Q2", "Q3", "Q4"], ["2026-27"]]
    assert names(MARCH, MARCH + 12, 3, 3, 9, before=6)[1] == ["2025-26", "2026-27"]


def test_names_thinned_come_again_each_year_and_never_alone() -> None:
    assert names(MARCH + 3, MARCH + 24, 3, 4, 9)[0] == ["Q2", "Q4"] * 2
    assert names(MARCH + 1, MARCH + 24, 1, 2.5, 9)[0] == ["Jun", "Sep", "Dec", "Mar"] * 2
    quarters, over = names(MARCH + 3, MARCH + 24, 3, 7, 9)
    assert (quarters, over) == ([], ["2026-27", "2027-28"]), "'Q4 Q4' would say nothing"


def test_years_alone_where_not_each_has_room_for_its_name() -> None:
    quarters, over = names(MARCH - 117, MARCH, 3, 3, 20)
    assert quarters == []
    assert over == ["2017-18", "2019-20", "2021-22", "2023-24", "2025-26"]
    months, over = names(MARCH - 200, MARCH + 5, 1, 3, 40)
    assert months == []
    assert over == ["2013-14", "2017-18", "2021-22", "2025-26"]


def test_yearly_periods_are_thinned_from_the_last() -> None:
    assert names(MARCH - 60, MARCH, 12, 20, 0)[0] == ["2021-22", "2023-24", "2025-26"]
    assert names(MARCH, MARCH, 12, 99, 0)[0] == ["2025-26"]
    assert named((), (), 1, 1, 0) == ((), (), True)


def test_ticks_hold_the_values_in_steps_a_person_counts_in() -> None:
    made = upright([Decimal("41.8"), Decimal(50)], WORDS)
    assert [tick.label for tick in made.ticks] == ["40", "42", "44", "46", "48", "50", "52"]
    assert [tick.label for tick in upright([Decimal("0.02"), Decimal("0.05")], WORDS).ticks][-1] == "0.06"


def test_what_is_near_nothing_starts_at_nothing_and_never_below_it() -> None:
    assert upright([Decimal(1), Decimal(9)], WORDS).low == 0
    assert upright([Decimal(-3), Decimal(9)], WORDS).low < 0


def test_a_percentage_has_no_room_over_a_hundred() -> None:
    assert upright([Decimal(90), Decimal(100)], WORDS, top=Decimal(100)).high == 100
    assert upright([Decimal(90), Decimal(104)], WORDS, top=Decimal(100)).high > 104


def test_counts_have_no_half_ticks_and_large_ones_are_cut() -> None:
    assert [tick.label for tick in upright([Decimal(0), Decimal(2)], WORDS, whole=True).ticks] == list("0123")
    made = upright([Decimal(1_200_000), Decimal(1_900_000)], WORDS)
    assert (made.ticks[0].label, made.note) == ("1,000", "thousands")


def test_one_value_and_none() -> None:
    assert upright([Decimal(5)], WORDS).low < 5 < upright([Decimal(5)], WORDS).high
    assert len(upright([], WORDS).ticks) > 1


@given(st.lists(st.decimals(-1_000_000, 1_000_000, places=3), min_size=1, max_size=20))
def test_every_value_lies_between_the_first_tick_and_the_last(values: list[Decimal]) -> None:
    made = upright(values, WORDS)
    assert made.low <= min(values) <= max(values) <= made.high
    assert 2 <= len(made.ticks) <= 9


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(5, 30)), max_size=6))
def test_labels_are_spread_so_that_none_touches(wanted: list[tuple[float, float]]) -> None:
    found = spread(wanted, 0, 400)
    boxes = sorted((at - high / 2, at + high / 2) for at, (_wish, high) in zip(found, wanted, strict=True))
    assert all(after[0] - before[1] > -1e-6 for before, after in pairwise(boxes))
    assert all(box[0] > -1e-6 for box in boxes)


def test_a_label_with_room_stays_where_it_is() -> None:
    assert spread([(100.0, 10.0), (20.0, 10.0)], 0, 200) == [100, 20]
